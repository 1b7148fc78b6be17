import { request } from 'node:http';
import { WebSocket } from 'ws';
import { password } from './kit/session';
import { type Running, startSystem } from './kit/system';

let running: Running;

beforeAll(async () => {
  running = await startSystem({ origin: 'https://crm.example', demo: true });
}, 120_000);

afterAll(() => running.stop());

interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** As a reverse proxy on the same machine sends it, which has ended TLS: the name that was asked for, and who asked. */
function send(path: string, headers: Record<string, string> = {}, body?: object): Promise<Answer> {
  const { port } = new URL(running.webUrl);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: body ? 'POST' : 'GET',
        headers: {
          host: 'crm.example',
          'x-forwarded-for': '203.0.113.7',
          'x-forwarded-proto': 'https',
          ...(body && { 'content-type': 'application/json', origin: 'https://crm.example' }),
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      },
    );
    sent.on('error', reject).end(body && JSON.stringify(body));
  });
}

const signUp = {
  query: 'mutation ($input: SignUpInput!) { signUp(input: $input) { tenant { slug } userErrors { message } } }',
  variables: {
    input: { name: 'Ann', email: 'ann@people.example', password, companyName: 'Behind a proxy' },
  },
};

test('behind a reverse proxy, people sign up, read pages and hear of events under its name, by https alone', async () => {
  const signedUp = await send('/graphql', {}, signUp);
  const [cookie = ''] = [signedUp.headers['set-cookie'] ?? []].flat();
  const session = cookie.split(';')[0] ?? '';
  const { slug } = JSON.parse(signedUp.body).data.signUp.tenant;
  const page = await send(`/tenant/${slug}`, { cookie: session, accept: 'text/html' });
  const sessions = await send('/graphql', { cookie: session }, { query: '{ viewer { sessions { address } } }' });

  expect(cookie).toMatch(/^__Host-[^;]+; .*Secure/);
  expect(page.status).toBe(200);
  expect(page.body).toContain('Behind a proxy');
  expect(page.headers['strict-transport-security']).toContain('max-age=');
  expect(JSON.parse(sessions.body).data.viewer.sessions).toEqual([{ address: '203.0.113.7' }]);
  expect(await socketOpens(session, 'https://crm.example')).toBe(true);
  expect(await socketOpens(session, 'https://other.example')).toBe(false);
});

test('whoever comes through the proxy finds no demo, and no schema before signing in', async () => {
  const page = await send('/sign-in', { accept: 'text/html' });
  const schema = await send('/graphql', {}, { query: '{ __schema { queryType { name } } }' });

  expect(page.status).toBe(200);
  expect(page.body).not.toContain('demo');
  expect(JSON.parse(schema.body).errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('no other name is answered', async () => {
  expect((await send('/sign-in', { host: 'other.example' })).status).toBe(421);
  expect((await send('/graphql', { host: 'other.example', origin: 'https://other.example' }, signUp)).status).toBe(421);
  expect((await send('/graphql', { origin: 'https://other.example' }, signUp)).status).toBe(403);
});

function socketOpens(cookie: string, origin: string): Promise<boolean> {
  const { port } = new URL(running.webUrl);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
    headers: { host: 'crm.example', cookie, origin },
  });
  return new Promise((resolve) => {
    socket.on('open', () => {
      socket.close();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
