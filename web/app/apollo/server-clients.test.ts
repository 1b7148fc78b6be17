/** @jest-environment node */
import http, { type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ViewerDocument } from '../generated/graphql';
import { createServerClients } from './server-clients.server';

test('the API hears who asks and from where, and no other credentials', async () => {
  const seen: IncomingHttpHeaders[] = [];
  const api = http.createServer((request, response) => {
    seen.push(request.headers);
    response.setHeader('content-type', 'application/json');
    response.end('{"data":{"viewer":null}}');
  });
  await new Promise<void>((listening) => api.listen(0, '127.0.0.1', listening));
  process.env['API_ORIGIN'] = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const request = new Request('http://page.test/', {
    headers: {
      cookie: 'theme=dark; atrium-session=abc',
      authorization: 'Bearer another',
      'x-forwarded-for': '192.0.2.7',
    },
  });

  await createServerClients(request).of('acme').apollo.query({ query: ViewerDocument });

  expect(seen[0]).toMatchObject({
    cookie: 'atrium-session=abc',
    'x-forwarded-for': '192.0.2.7',
    'x-tenant-id': 'acme',
  });
  expect(seen[0]).not.toHaveProperty('authorization');
  await new Promise((closed) => api.close(closed));
});
