import { createRequire } from 'node:module';
import { join } from 'node:path';
import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const apiOrigin = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

const reactRouterFolder = join(createRequire(import.meta.url).resolve('react-router/package.json'), '..');
const production = (file: string): string => join(reactRouterFolder, 'dist/production', file);

/** What runs in production, in the browser and on the server: every package's production build, whatever the environment says. */
const forProduction = {
  // Its package offers the development build only, under every condition.
  resolve: {
    alias: [
      { find: /^react-router$/, replacement: production('index.mjs') },
      { find: /^react-router\/dom$/, replacement: production('dom-export.mjs') },
    ],
  },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  // Node would choose by its own conditions, among which there is no `production`.
  environments: { ssr: { resolve: { noExternal: true as const } } },
};

export default defineConfig(({ command }) => ({
  ...(command === 'build' && forProduction),
  plugins: [tailwindcss(), reactRouter()],
  // Named here, or the first page of a development server reloads once when Vite discovers them.
  optimizeDeps: {
    include: [
      '@apollo/client',
      '@apollo/client/link/subscriptions',
      '@apollo/client/react',
      '@apollo/client/utilities',
      'clsx',
      'get-nonce',
      'graphql',
      'graphql-ws',
      'idb',
      'libphonenumber-js/min',
      'lucide-react',
      'radix-ui',
      'rxjs',
      'tailwind-merge',
      'validator/lib/isEmail.js',
    ],
  },
  server: {
    host: process.env['WEB_HOST'] ?? '127.0.0.1',
    port: Number(process.env['WEB_PORT'] ?? 5173),
    strictPort: true,
    proxy: { '/graphql': { target: apiOrigin, ws: true } },
  },
}));
