import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { CustomFetch } from 'openid-client';
import { Agent, request } from 'undici';

/** What a provider's answer may take. Units: milliseconds; bytes. */
const withinMs = 5_000;
const maxBytes = 256 * 1024;

const bodyless = new Set([204, 205, 304]);

/** An address that a server of ours must not be sent to. */
export class ForbiddenAddress extends Error {
  constructor() {
    super('expected an https address on the public internet');
    this.name = 'ForbiddenAddress';
  }
}

export interface OutsideRules {
  /** Whether this machine itself may be reached, by http too: only where the API is open to nobody else. */
  allowsLoopback: boolean;
}

/**
 * A fetch for addresses that come from outside. What a name resolves to is looked at when it is connected to, so that no second answer
 * of a name server leads elsewhere. Follows no redirects.
 * Errors: `ForbiddenAddress`, perhaps as a cause; whatever is late or too long.
 */
export function newOutsideFetch(rules: OutsideRules): CustomFetch {
  const dispatcher = new Agent({ connect: { lookup: lookupWithin(rules) }, maxResponseSize: maxBytes });
  return async (url, { method, headers, body, signal }) => {
    requireOutside(new URL(url), rules);
    const late = AbortSignal.timeout(withinMs);
    const answer = await request(url, {
      dispatcher,
      method: method as 'GET' | 'POST',
      headers,
      body: body === undefined || body === null ? null : String(body),
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    const bytes = await answer.body.arrayBuffer();
    const known = Object.entries(answer.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    );
    return new Response(bodyless.has(answer.statusCode) ? null : bytes, { status: answer.statusCode, headers: known });
  };
}

/** Errors: `ForbiddenAddress`. An address in the name's place is never looked up: it is asked about here. */
export function requireOutside({ protocol, hostname }: URL, rules: OutsideRules): void {
  const name = hostname.replace(/^\[|\]$/g, '');
  const isLocal = rules.allowsLoopback && (name === 'localhost' || rangeOf(name) === 'loopback');
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) throw new ForbiddenAddress();
  if (isIP(name) && !mayReach(name, rules)) throw new ForbiddenAddress();
}

function mayReach(address: string, { allowsLoopback }: OutsideRules): boolean {
  const range = rangeOf(address);
  return range === 'unicast' || (allowsLoopback && range === 'loopback');
}

/** An IPv6 address that stands for an IPv4 one is taken for that. */
function rangeOf(address: string): string | null {
  return ipaddr.isValid(address) ? ipaddr.process(address).range() : null;
}

/** All of a name's addresses have to be outside. */
function lookupWithin(rules: OutsideRules): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Error('expected an address'), []);
      if (!found.every(({ address }) => mayReach(address, rules))) return done(new ForbiddenAddress(), []);
      if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}
