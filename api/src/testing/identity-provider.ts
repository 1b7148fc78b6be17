import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  stop(): Promise<void>;
}

interface ProviderOptions {
  redirectUri: string;
  host?: string;
}

/** A real OpenID Connect provider on this machine, which takes everybody at their word. */
export async function startIdentityProvider({
  redirectUri,
  host = '127.0.0.1',
}: ProviderOptions): Promise<IdentityProvider> {
  const client = { clientId: 'atrium', clientSecret: 'a secret of this test: %&+' };
  const program = join(__dirname, 'identity-provider-process.mjs');
  const child = spawn(process.execPath, [program, JSON.stringify({ host, redirectUri, ...client })], {
    // What it has to say of itself is meant for those who put one on the net.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [issuer] = await Promise.race([once(createInterface(child.stdout), 'line'), failed(child)]);
  return { issuer, ...client, stop: () => end(child) };
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`expected a provider that listens, got exit code ${code}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

/** As a browser that is sent to the provider and says who it is. The address at which it is sent back. */
export async function signInAtProvider(url: string, login: string): Promise<URL> {
  const { origin } = new URL(url);
  const cookies = new Map<string, string>();
  const visit = async (address: string, body?: URLSearchParams): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(body && { method: 'POST', body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`expected to be led on, got ${answer.status}: ${await answer.text()}`);
    return new URL(location, address).href;
  };
  const form = await visit(url);
  let next =
    form.includes('/sign-in/') && form.startsWith(origin) ? await visit(form, new URLSearchParams({ login })) : form;
  while (next.startsWith(origin)) next = await visit(next);
  return new URL(next);
}
