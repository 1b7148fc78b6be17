import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const apiOrigin = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
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
});
