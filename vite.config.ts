import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

// outDir is not dist/client: tsc writes next to it. Without cssTarget, light-dark() is rewritten for older browsers.
export default defineConfig({
  root: 'client',
  plugins: [svelte()],
  build: {
    outDir: '../dist/public',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/health': 'http://127.0.0.1:3000' } },
})
