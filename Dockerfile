# One image for the web and the worker process; docker-compose.yml says which of the two a container runs.
FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /wellmet
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts --no-fund --no-audit
COPY . .
RUN node build.mjs && mkdir -p /data && chown node /data
USER node
VOLUME /data
ENV WELLMET_DATA_DIR=/data HOST=0.0.0.0 PORT=3000
EXPOSE 3000
CMD ["node", "dist/server/main.js"]
