import { randomUUID } from 'node:crypto';
import type pino from 'pino';
import { newTenant } from '../testing/new-tenant';
import { behindTheApi, testApi } from '../testing/test-api';
import { TaskStore } from './task-store';
import { TaskFailure, type TaskScope, Tasks, type TaskWork } from './tasks';

/** A kind of this test's own, so that the process's own loop leaves it alone. */
async function newTasks(work: TaskWork) {
  const kind = `test-${randomUUID()}`;
  const { tenancy } = (await testApi()).app;
  const store = new TaskStore(tenancy.budget);
  const logged: unknown[] = [];
  const logger = { warn: (what: unknown) => logged.push(what) } as unknown as pino.Logger;
  const newRunner = () => new Tasks(store, { kinds: { [kind]: work }, tenancy, logger });
  const add = (tenantId: string | null = null, input = {}) => store.add({ kind, tenantId, askedBy: null, input });
  return { kind, store, newRunner, add, logged };
}

const state = (id: string) =>
  behindTheApi(
    'select status, done::int as done, total::int as total, step, result, failure, attempts from public.tasks where id = $1',
    [id],
  ).then(([row]) => row);

const outlive = (kind: string) =>
  behindTheApi(`update public.tasks set leased_until = now() - interval '1 second' where kind = $1`, [kind]);

test('work is done with its input, says how far it is, and keeps what came of it', async () => {
  const seen: unknown[] = [];
  const { newRunner, add } = await newTasks(async ({ task, report }) => {
    report(1, 4, 'Reading');
    await new Promise((resolve) => setTimeout(resolve, 100));
    seen.push(await state(task.id));
    report(4, 4);
    return { rows: task.input['rows'] };
  });
  const { id } = await add(null, { rows: 7 });

  await newRunner().runWaiting();

  expect(seen).toEqual([expect.objectContaining({ status: 'running', done: 1, total: 4, step: 'Reading' })]);
  expect(await state(id)).toEqual({
    status: 'done',
    done: 4,
    total: 4,
    step: null,
    result: { rows: 7 },
    failure: null,
    attempts: 1,
  });
});

test('of one company one runs at a time, of several several', async () => {
  const running = new Map<string, number>();
  let most = 0;
  const { newRunner, add } = await newTasks(async ({ task }) => {
    const key = task.tenantId as string;
    running.set(key, (running.get(key) ?? 0) + 1);
    expect(running.get(key)).toBe(1);
    most = Math.max(
      most,
      [...running.values()].reduce((sum, n) => sum + n),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    running.set(key, 0);
  });
  const [one, two] = [randomUUID(), randomUUID()];
  for (const tenantId of [one, one, one, two, two]) await add(tenantId);

  const runners = [newRunner(), newRunner(), newRunner()];
  await Promise.all(runners.map((runner) => runner.runWaiting()));
  await newRunner().runWaiting();

  expect(most).toBe(2);
  await expect(
    add(one)
      .then(() => add(one))
      .then(() => add(one))
      .then(() => add(one)),
  ).rejects.toThrow('under way or waiting');
});

test('a failure that can be told is told; any other is ours, and in the log', async () => {
  const { newRunner, add, logged } = await newTasks(async ({ task }) => {
    throw task.input['told'] ? new TaskFailure('The file ends too early.') : new Error('secret detail');
  });
  const [told, untold] = [await add(null, { told: true }), await add()];

  await newRunner().runWaiting();

  expect(await state(told.id)).toMatchObject({ status: 'failed', failure: 'The file ends too early.' });
  expect(await state(untold.id)).toMatchObject({ status: 'failed', failure: expect.stringMatching(/ours/) });
  expect(JSON.stringify(await state(untold.id))).not.toContain('secret');
  expect(logged).toHaveLength(1);
});

test('what a dead process was at is begun again by another; what kills each of five is given up', async () => {
  const { kind, store, newRunner, add } = await newTasks(async () => 'done');
  const { id } = await add();
  await store.lease([kind]);

  await newRunner().runWaiting();
  expect(await state(id)).toMatchObject({ status: 'running', attempts: 1 });
  await outlive(kind);
  await newRunner().runWaiting();
  expect(await state(id)).toMatchObject({ status: 'done', attempts: 2 });

  const deadly = await add();
  for (let i = 0; i < 5; i += 1) {
    await store.lease([kind]);
    await outlive(kind);
  }
  await newRunner().runWaiting();
  expect(await state(deadly.id)).toMatchObject({ status: 'failed', failure: expect.stringContaining('5 times') });
});

test('what is cancelled is given up; what a process leaves in order is another’s', async () => {
  const started: TaskScope[] = [];
  const untilAborted: TaskWork = (scope) =>
    new Promise((_, reject) => {
      started.push(scope);
      const alive = setInterval(() => scope.report(1, null), 20);
      scope.signal.addEventListener('abort', () => {
        clearInterval(alive);
        reject(new Error('aborted'));
      });
    });
  const { newRunner, add, store } = await newTasks(untilAborted);
  const cancelled = await add();
  const working = newRunner().runWaiting();
  while (started.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await store.cancel(cancelled.id, null);
  await working;
  expect(await state(cancelled.id)).toMatchObject({ status: 'cancelled' });

  const left = await add();
  const runner = newRunner();
  runner.start();
  while (started.length === 1) await new Promise((resolve) => setTimeout(resolve, 10));
  await runner.close();
  expect(await state(left.id)).toMatchObject({ status: 'waiting', attempts: 0 });
});

test('an owner sees and cancels their company’s, and nobody else’s', async () => {
  const { add } = await newTasks(async () => null);
  const [mine, theirs] = [await newTenant(), await newTenant()];
  const task = await add(mine.id);
  const document =
    'query ($id: ID!) { task(id: $id) { kind status done total failure } tasks { nodes { id } totalCount } }';
  const cancel =
    'mutation ($id: ID!) { cancelTask(input: { id: $id }) { task { status endedAt } userErrors { code field } } }';

  const seen = await mine.query(document, { id: task.id });
  const unseen = await theirs.query(document, { id: task.id });
  const refused = await theirs.query(cancel, { id: task.id });
  const done = await mine.query(cancel, { id: task.id });
  const again = await mine.query(cancel, { id: task.id });

  expect(seen).toEqual({
    task: { kind: task.kind, status: 'WAITING', done: 0, total: null, failure: null },
    tasks: { nodes: [{ id: task.id }], totalCount: 1 },
  });
  expect(unseen).toEqual({ task: null, tasks: { nodes: [], totalCount: 0 } });
  expect(refused.cancelTask).toEqual({ task: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] });
  expect(done.cancelTask).toEqual({ task: { status: 'CANCELLED', endedAt: expect.any(String) }, userErrors: [] });
  expect(again.cancelTask.userErrors).toHaveLength(1);
});
