import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [remix(remixConfig)],
  resolve: {
    alias: [
      { find: /^~db\//, replacement: here('./db/') },
      { find: /^~\//, replacement: here('./app/') },
    ],
  },
  css: {
    preprocessorOptions: { scss: { loadPaths: [here('./node_modules'), here('.')], quietDeps: true } },
  },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 300 },
  // Without this the first cold load in development fails while vite is still optimising what a route imports.
  optimizeDeps: { entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/routes/**/*.tsx'] },
});
