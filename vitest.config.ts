import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// Four kinds of test: pure, on a real PostgreSQL, in a real Chromium, and rendered components.
// The browser runs last and alone: two Chromiums on two cores only slow each other down.
export default defineConfig({
  test: {
    reporters: ['default', './test/setup/reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{db,browser,svelte}.test.ts'],
          setupFiles: ['reflect-metadata'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'db',
          include: ['test/**/*.db.test.ts'],
          setupFiles: ['reflect-metadata'],
          globalSetup: ['test/setup/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          setupFiles: ['reflect-metadata'],
          globalSetup: ['test/setup/database.ts'],
          testTimeout: 90_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [svelte()],
        test: { name: 'svelte', include: ['test/**/*.svelte.test.ts'] },
      },
    ],
  },
})
