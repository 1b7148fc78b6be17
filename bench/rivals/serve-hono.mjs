import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import knexFor from 'knex';
import pg from 'pg';
import { dashboard } from './hono-dashboard.mjs';
import { reads } from './hono-reads.mjs';
import { writes } from './hono-writes.mjs';

const world = JSON.parse(process.env.ATRIUM_BENCH_WORLD);
process.on('disconnect', () => process.exit(0));

// Counts are numbers, and moments are handed on as they come: the usual settings of a REST service.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const knex = knexFor({
  client: 'pg',
  connection: world.gateway,
  pool: { min: 0, max: 10 },
  searchPath: [world.schema, 'public'],
});

/** Each request in a transaction of the tenant's role. */
const asTenant = (work) =>
  knex.transaction(async (trx) => {
    await trx.raw('set local role ??', [world.schema]);
    return work(trx);
  });

const app = new Hono();
app.onError((error, context) => context.text(String(error), 500));
app.get('/contact/:id', async (c) => c.json(await asTenant((trx) => reads.contact(trx, c.req.param('id')))));
app.get('/list', async (c) => c.json(await asTenant((trx) => reads.list(trx))));
app.get('/search/:text', async (c) => c.json(await asTenant((trx) => reads.list(trx, c.req.param('text')))));
app.get('/conversation/:id', async (c) => c.json(await asTenant((trx) => reads.conversation(trx, c.req.param('id')))));
app.get('/inbox', async (c) => c.json(await asTenant((trx) => reads.inbox(trx))));
app.get('/desk', async (c) => c.json(await asTenant((trx) => reads.desk(trx, world.actorId))));
app.get('/dashboard', async (c) => c.json(await asTenant((trx) => dashboard(trx))));
app.post('/send', async (c) => {
  const ask = await c.req.json();
  return c.json(await asTenant((trx) => writes.send(trx, ask, world.actorId)));
});
app.post('/create', async (c) => {
  const ask = await c.req.json();
  return c.json(await asTenant((trx) => writes.create(trx, { ...ask, id: randomUUID() }, world.actorId)));
});

serve({ fetch: app.fetch, port: Number(process.env.API_PORT), hostname: '127.0.0.1' });
