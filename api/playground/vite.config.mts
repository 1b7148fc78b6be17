import { defineConfig } from 'vite';

/** Served by the API itself: the page at /graphql, all else below /graphql/assets. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/graphql/',
  build: {
    outDir: '../dist/playground',
    emptyOutDir: true,
    // The editor and its language services are one large chunk each; they load from the machine the API runs on.
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  worker: { format: 'es' },
});
