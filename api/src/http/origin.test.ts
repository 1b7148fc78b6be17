import type { IncomingMessage } from 'node:http';
import { addressOf, trustOf } from './origin';

const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) } }) as IncomingMessage;

test.each([
  ['the peer itself', '203.0.113.7', undefined, [], '203.0.113.7'],
  ['a stranger, whatever it says of others', '203.0.113.7', '6.6.6.6', [], '203.0.113.7'],
  ['whom the web server on this machine passes on', '127.0.0.1', '203.0.113.7', [], '203.0.113.7'],
  [
    'the last one that no proxy of ours stands behind',
    '10.0.0.2',
    '6.6.6.6, 203.0.113.7',
    ['10.0.0.0/8'],
    '203.0.113.7',
  ],
  ['a proxy of somebody else’s', '10.0.0.2', '203.0.113.7', [], '10.0.0.2'],
  ['the peer, where what stands there is no address', '127.0.0.1', 'nonsense', [], '127.0.0.1'],
])('the sender is %s', (_what, peer, forwarded, proxies, address) => {
  expect(addressOf(from(peer, forwarded), trustOf(proxies))).toBe(address);
});
