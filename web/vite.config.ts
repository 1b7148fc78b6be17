import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const apiOrigin = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

const resolvePackage = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
const production = (file: string): string => join(resolvePackage('react-router'), 'dist/production', file);

/**
 * Files of a page: what every page needs, in one of packages and one of our own, so that a new version of ours leaves the packages in
 * the browser's cache; what most pages need; what all pages of a company need, without what pages outside of it share with it. A file is
 * compressed by what it repeats: React DOM beside the other packages is 2 KB smaller than alone; left to the builder, the sign-in page
 * had 46 files, together 10 % larger, and the frame around a company's pages was 4 KB larger.
 * Shape: a group takes along what its modules import; the first by priority has it.
 */
const chunks = [
  {
    name: 'packages',
    test: /node_modules\/(react|react-dom|scheduler|react-router|@apollo|@wry|optimism|cookie|set-cookie-parser)\//,
    priority: 5,
  },
  { name: 'everywhere', test: /web\/app\/(root|entry\.client)\.tsx/, priority: 4 },
  { name: 'often', test: /web\/app\/|node_modules\/(?!@radix-ui)/, minShareCount: 25, priority: 3 },
  { name: 'front', test: /web\/app\/(ui\/(theme-menu|logo)|access\/open-anew)\.tsx?/, priority: 2 },
  {
    name: 'signed-in',
    test: /web\/app\/(access\/user-menu\.tsx|apollo\/idempotency-key\.ts)|lucide-react\/dist\/esm\/icons\/(building-complex|search)\./,
    priority: 1,
  },
  { name: 'company', test: /web\/app\/routes\/tenant\.tsx/ },
];

/** What runs in production, in the browser and on the server: every package's production build, whatever the environment says. */
const forProduction = {
  // Its package offers the development build only, under every condition.
  resolve: {
    alias: [
      // Its other build is for browsers of before 2015.
      { find: /^rxjs$/, replacement: join(resolvePackage('rxjs'), 'dist/esm/index.js') },
      { find: /^react-router$/, replacement: production('index.mjs') },
      { find: /^react-router\/dom$/, replacement: production('dom-export.mjs') },
    ],
  },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  // Node would choose by its own conditions, among which there is no `production`.
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } } },
    ssr: { resolve: { noExternal: true as const } },
  },
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
      '@tanstack/react-virtual',
      'clsx',
      'downshift',
      'get-nonce',
      'graphql',
      'graphql-ws',
      'idb',
      'libphonenumber-js/min',
      'lucide-react',
      'radix-ui',
      'rxjs',
      'validator/lib/isEmail.js',
    ],
  },
  server: {
    host: process.env['WEB_HOST'] ?? '127.0.0.1',
    port: Number(process.env['WEB_PORT'] ?? 5173),
    strictPort: true,
    proxy: {
      '/graphql': { target: apiOrigin, ws: true },
      '/export': { target: apiOrigin },
      '/archives': { target: apiOrigin },
    },
  },
}));
