import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

const client = join(__dirname, '../web/build/client');

interface Route {
  module: string;
  imports?: string[];
}

interface Manifest {
  entry: Route;
  routes: Record<string, Route>;
}

/** What the built client tells the browser of its files: `window.__reactRouterManifest={…};`. */
function readManifest(): Manifest {
  const newest = readdirSync(join(client, 'assets'))
    .filter((name) => /^manifest-.*\.js$/.test(name))
    .map((name) => join(client, 'assets', name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  if (!newest) throw new Error('expected a manifest among the built files: npm run build');
  const text = readFileSync(newest, 'utf8');
  return JSON.parse(text.slice(text.indexOf('=') + 1).replace(/;\s*$/, ''));
}

/** JavaScript, compressed as it is served, that a page of these routes loads before it can be used. Units: KB of 1,024 bytes. */
function weightOf(...routes: string[]): number {
  const { entry, routes: known } = readManifest();
  const parts = [entry, ...['root', ...routes].map((id) => known[id])];
  const files = new Set(
    parts.flatMap((part, index) => {
      if (!part) throw new Error(`expected the route ${routes[index - 2]} in the manifest`);
      return [part.module, ...(part.imports ?? [])];
    }),
  );
  return [...files].reduce((sum, file) => sum + statSync(join(client, `${file}.br`)).size, 0) / 1_024;
}

const inCompany = ['routes/tenant', 'routes/tenant-page'];

test.each([
  ['sign-in', ['routes/sign-in'], 150],
  ['home', ['routes/home'], 170],
  ['inbox', [...inCompany, 'routes/inbox', 'routes/inbox-conversation'], 200],
  ['dashboard', [...inCompany, 'routes/dashboard'], 175],
  ['contact list', [...inCompany, 'routes/contacts'], 180],
  ['contact', [...inCompany, 'routes/contact'], 190],
])('the page %s loads no more JavaScript than it may', (_, routes, limit) => {
  expect(weightOf(...routes)).toBeLessThan(limit);
});

test('the server renders by what its build holds, in production builds alone', () => {
  const server = readFileSync(join(client, '../server/index.js'), 'utf8');

  const packages = [...server.matchAll(/^import .*? from ["']([^"']+)["'];?$/gm)].map(([, name]) => name);

  expect(packages.filter((name) => !name?.startsWith('./') && !isBuiltin(name ?? ''))).toEqual([]);
  expect(server).not.toContain('react-router/dist/development');
  expect(server).not.toMatch(/react-dom-server\.node\.development|index\.development/);
});
