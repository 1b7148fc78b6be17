import { createServer } from 'node:http';

// Of Node 22, which PostGraphile asks for; nothing else of it is missed.
Promise.withResolvers ??= function withResolvers() {
  let resolve;
  let reject;
  const promise = new this((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
};

const { postgraphile } = await import('postgraphile');
const { makeV4Preset } = await import('postgraphile/presets/v4');
const { makePgService } = await import('postgraphile/adaptors/pg');
const { grafserv } = await import('postgraphile/grafserv/node');
const { jsonPgSmartTags } = await import('postgraphile/utils');

const { gateway, schema } = JSON.parse(process.env.ATRIUM_BENCH_WORLD);
process.on('disconnect', () => process.exit(0));

/** Columns that name an actor are no foreign keys in the database. */
const toActor = (column, field) => `(${column}) references ${schema}.actors (id)|@fieldName ${field}`;
const smartTags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      [`${schema}.messages`]: { tags: { foreignKey: toActor('author_id', 'author') } },
      [`${schema}.conversations`]: { tags: { foreignKey: toActor('assignee_id', 'assignee') } },
      [`${schema}.contacts`]: { tags: { foreignKey: toActor('created_by', 'creator') } },
    },
  },
});

const preset = {
  extends: [
    makeV4Preset({
      disableDefaultMutations: true,
      dynamicJson: true,
      graphiql: false,
      simpleCollections: 'omit',
    }),
  ],
  plugins: [smartTags],
  pgServices: [
    makePgService({
      connectionString: gateway,
      schemas: [schema, 'bench_queries'],
      poolConfig: { max: 10 },
    }),
  ],
  // Of the tenant, in a transaction of each request.
  grafast: { context: () => ({ pgSettings: { role: schema } }) },
};

const pgl = postgraphile(preset);
if (process.argv[2] === 'schema') {
  const { printSchema } = await import('postgraphile/graphql');
  const { schema: graphql } = await pgl.getSchemaResult();
  process.stdout.write(printSchema(graphql));
  process.exit(0);
}
const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(Number(process.env.API_PORT), '127.0.0.1');
