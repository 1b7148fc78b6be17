// An OpenID Connect provider that signs in whoever says who they are. A process of its own, since its library is an ES module.
// usage: node identity-provider-process.mjs '{"host":"127.0.0.1","clientId":"…","clientSecret":"…","redirectUri":"…"}'; prints its issuer
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';

const { host, clientId, clientSecret, redirectUri } = JSON.parse(process.argv[2] ?? '');

const server = createServer().listen(0, host);
await once(server, 'listening');
const issuer = `http://${host}:${server.address().port}`;

/** `ann@people.example`; with `unverified:` before it, an address that is not verified; with any other word, another person of that address. */
function claimsOf(login) {
  const email = login.slice(login.indexOf(':') + 1);
  return { sub: login, name: `Person ${email}`, email, email_verified: !login.startsWith('unverified:') };
}

const provider = new Provider(issuer, {
  clients: [
    { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], response_types: ['code'] },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/sign-in/${uid}` },
  findAccount: (_context, login) => ({ accountId: login, claims: () => claimsOf(login) }),
  /** Nobody is asked for consent. */
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
});

const form = `<!doctype html><html lang="en"><title>The company’s provider</title>
<form method="post"><label>Who are you? <input name="login"></label> <button>Continue</button></form>`;

const answer = provider.callback();
server.on('request', async (request, response) => {
  if (!request.url.startsWith('/sign-in/')) return answer(request, response);
  if (request.method === 'GET') return response.setHeader('content-type', 'text/html; charset=utf-8').end(form);
  const accountId = new URLSearchParams(await text(request)).get('login');
  await provider.interactionFinished(request, response, { login: { accountId } });
});

process.stdout.write(`${issuer}\n`);
