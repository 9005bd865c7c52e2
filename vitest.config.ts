import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^~db\//, replacement: here('./db/') },
      { find: /^~\//, replacement: here('./app/') },
    ],
  },
  test: {
    include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'tests/**/*.test.ts'],
    environment: 'node',
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Real time zones are part of the product's rules; the runner's own zone must never matter.
    env: { TZ: 'UTC' },
  },
});
