import type { GraphQLSchema } from 'graphql';

/** What a program needs to know before it reads the types: `schema.graphql` and the playground begin with it. */
const guide = `
The API of Atrium: contacts, conversations and messages of many companies, called tenants.

Address: POST or GET \`/graphql\`; subscriptions by WebSocket (\`graphql-transport-ws\`) on the same path; events without
WebSockets at \`GET /events?after=CURSOR\` (\`text/event-stream\`).
Headers: \`Authorization: Bearer TOKEN\` with the token of \`signIn\` or of \`createApiKey\`; \`X-Tenant-Id\` with a tenant's
id or slug. On a WebSocket both go into \`connectionParams\`, the latter as \`tenantId\`. People of a company with an
OpenID Connect provider sign in by \`beginSingleSignOn\` and \`finishSingleSignOn\`; such a session opens that company alone.
Second step: \`signIn\` asks for a \`code\` (\`REQUIRED\`) where the account has one. A passkey stands for both steps, in browsers.
Errors: what a sender can put right in an input is in the payload's \`userErrors\`; all else is in \`errors\` with a code of
\`ErrorCode\` in \`extensions.code\`. \`INTERNAL_SERVER_ERROR\` brings a \`requestId\`, under which the operator finds the cause.
Retries: after \`TOO_MANY_REQUESTS\` (429) and \`SERVICE_UNAVAILABLE\` (503) nothing was done; come again after
\`extensions.retryAfterMs\`. A write whose answer was lost is sent again with the same \`idempotencyKey\`, and done once.
Limits: 256 KiB, 2,000 tokens, 30 aliases, 20 fields at the root, depth 12, and a cost of 5,000 an operation; pages of at most 100.
A tenant and a caller have so much in a minute; \`extensions.cost\` says what the operation \`requested\`, what is \`remaining\` of it,
and when it begins anew (\`resetAt\`). Whoever has asked for all of it is told \`TOO_MANY_REQUESTS\`.
Events are numbered without gaps; whoever goes on with \`after\` and the cursor of the last one it has gets each once.
`.trim();

const roots = {
  Query:
    'Reading. Fields that belong to a tenant need X-Tenant-Id; what the caller may not see is as if it did not exist.',
  Mutation: 'Writing. Each does all of what it says or nothing, and answers `userErrors` where the input is at fault.',
  Subscription:
    'What happens in the tenant, from now on or from a cursor on. Ends when the tenant is closed, or the caller no longer may.',
};

export function describeSchema(schema: GraphQLSchema): GraphQLSchema {
  schema.description = guide;
  for (const [name, description] of Object.entries(roots)) {
    const type = schema.getType(name);
    if (type) type.description = description;
  }
  return schema;
}
