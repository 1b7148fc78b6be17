import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Actor } from '../access/actor/actor';
import { Contact } from '../contact/contact';
import { comparing } from '../contact/contact.jobs';
import { knownFields } from '../custom-field/known-fields';
import { hasContactWork } from '../database/contact-work';
import { longRead } from '../database/long-read';
import type { RequestContext } from '../graphql/context';
import { forbidden, tenantUpgrading } from '../graphql/errors';
import { externalIdConflict } from '../graphql/external-id';
import { Connection, connectionTypes, ForwardPageArgs, keyForms, readPageArgs } from '../graphql/pagination';
import { notFound, Refusal, UserErrorCode } from '../graphql/user-error';
import { write } from '../graphql/write';
import { importRows, previewRows } from './batch';
import { type CheckedRow, checkBatch, checkRows } from './batch.check';
import { Import, OnDuplicate } from './import';
import { FinishImportInput, ImportContactsInput, StartImportInput, UndoImportInput } from './import.inputs';
import { FinishImportPayload, ImportContactsPayload, StartImportPayload, UndoImportPayload } from './import.payloads';
import {
  countImports,
  findImports,
  finishImport,
  insertImport,
  listImports,
  noImport,
  positionOfImport,
} from './import.repository';
import { ImportRow } from './import-row';
import { countImportRows, ImportRowsArgs, listImportRows, positionOfRow } from './import-row.list';
import { forgottenAt, requestUndo, undoJobs } from './undo.request';

const ImportConnection = connectionTypes(Import, 'imports');
const ImportRowConnection = connectionTypes(ImportRow, 'rows of an import');

@Resolver(() => Import)
export class ImportResolver {
  @FieldResolver(() => Actor, { nullable: true, description: 'Who started it; null for the operator.' })
  async createdBy(@Root() { actorId }: Import, @Ctx() { loaders }: RequestContext): Promise<Actor | null> {
    return actorId === null ? null : loaders.actor.load(actorId);
  }

  @FieldResolver(() => ImportRowConnection, {
    description: 'What became of its rows, in the order of its file, for 30 days; then there are none.',
  })
  async rows(
    @Root() { id }: Import,
    @Args(() => ImportRowsArgs) args: ImportRowsArgs,
    @Ctx() { manager }: RequestContext,
  ): Promise<Connection<ImportRow>> {
    const page = readPageArgs(args, keyForms.number);
    const rows = await longRead(manager, (inside) => listImportRows(inside, id, args, page));
    return new Connection(rows, page, positionOfRow(id), (atMost) =>
      longRead(manager, (inside) => countImportRows(inside, id, args, atMost)),
    );
  }

  @Query(() => ImportConnection, { description: 'What was brought in, the newest first.' })
  async imports(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { manager, tenant }: RequestContext,
  ): Promise<Connection<Import>> {
    const page = readPageArgs(args, keyForms.time);
    if (!hasContactWork(tenant)) return new Connection<Import>([], page, positionOfImport, async () => 0);
    return new Connection(await listImports(manager, page), page, positionOfImport, (atMost) =>
      longRead(manager, (inside) => countImports(inside, atMost)),
    );
  }

  @Query(() => Import, { nullable: true, description: 'One import; null for an id that is not one of this tenant.' })
  async import(
    @Arg('id', () => ID, { description: 'Of an import.' }) id: string,
    @Ctx() { loaders, tenant }: RequestContext,
  ): Promise<Import | null> {
    return hasContactWork(tenant) ? loaders.import.load(id) : null;
  }

  @Mutation(() => StartImportPayload, { description: 'Starts an import, whose rows `importContacts` then brings.' })
  startImport(
    @Arg('input', () => StartImportInput, { description: 'The import.' }) input: StartImportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StartImportPayload> {
    return write(
      ctx,
      { import: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: StartImportInput,
        input,
        check:
          (input.rowCount ?? 0) < 0
            ? [{ code: UserErrorCode.INVALID, field: ['rowCount'], message: 'Row count is 0 or more.' }]
            : [],
        jobs: { forgetImportRows: forgottenAt(new Date()) },
        work: async (inside) => ({ import: await insertImport(inside, input) }),
        repeat: {
          operation: 'startImport',
          async answer(manager, id) {
            const [started] = await findImports(manager, [id]);
            if (!started) throw new Refusal(notFound('idempotencyKey', 'import'));
            return { import: started };
          },
        },
      },
    );
  }

  @Mutation(() => ImportContactsPayload, {
    description: `Brings rows of an import, or says in a dry run what would become of them. A row means the contact with its external id; else the oldest with its email address, in any case; else the oldest with its telephone number in E.164. One that has another external id than the row is never meant. Where none is meant, a contact is made, without a conversation. All of a batch is written, or nothing; each row by itself may be refused, and a row that was written before is not written again, so that a batch can be sent until it is answered.`,
    complexity: ({ args, childComplexity }) => rowCountOf(args) + childComplexity,
  })
  async importContacts(
    @Arg('input', () => ImportContactsInput, { description: 'The rows, and of which import they are.' })
    input: ImportContactsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ImportContactsPayload> {
    if (input.isDryRun) return preview(ctx, input);
    ctx.requireWrite('contacts:write');
    const userErrors = checkBatch(input);
    if (userErrors.length > 0) return { results: null, import: null, userErrors };
    // Before the transaction, in which others would wait for it.
    const rows = await checkRows(input.rows, await fieldsOf(ctx));
    for (let attempt = 1; ; attempt += 1) {
      const payload = await bring(ctx, input, rows);
      // Somebody made a contact with one of the external ids at this very moment: by now, it is found.
      const isBeaten = payload.userErrors.some(({ field }) => field[0] === 'externalId');
      if (!isBeaten || attempt === mostAttempts) return payload;
    }
  }

  @Mutation(() => FinishImportPayload, {
    description: 'Ends an import whose rows were not counted before, or of which no more are to come.',
  })
  finishImport(
    @Arg('input', () => FinishImportInput, { description: 'Which import.' }) input: FinishImportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<FinishImportPayload> {
    return write(
      ctx,
      { import: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: FinishImportInput,
        input,
        work: async (inside) => ({ import: await finishImport(inside, input.importId) }),
      },
    );
  }

  @Mutation(() => UndoImportPayload, {
    description:
      'Takes an import back: what it has made is deleted for good, what it has changed becomes as it was. What somebody has changed or written to since is kept. It goes on by itself, for however many contacts; for 30 days. Of an import that somebody else has started it needs `tenant:admin`.',
  })
  undoImport(
    @Arg('input', () => UndoImportInput, { description: 'Which import, and what of it.' }) input: UndoImportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UndoImportPayload> {
    const requireOwner = (ownerId: string | null): void => {
      if (ownerId !== ctx.askerId && !ctx.may('tenant:admin')) throw forbidden('tenant:admin');
    };
    return write(
      ctx,
      { import: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: UndoImportInput,
        input,
        jobs: undoJobs(new Date()),
        work: async (inside) => ({ import: await requestUndo(inside, input, requireOwner) }),
      },
    );
  }
}

@Resolver(() => ImportRow)
export class ImportRowResolver {
  @FieldResolver(() => Contact, { nullable: true, description: 'Its contact as it is now; null where it is gone.' })
  async contact(@Root() { contactId }: ImportRow, @Ctx() { loaders }: RequestContext): Promise<Contact | null> {
    return contactId === null ? null : loaders.contact.load(contactId);
  }
}

const mostAttempts = 3;

const fieldsOf = async ({ manager, tenant }: RequestContext) => (hasContactWork(tenant) ? knownFields(manager) : []);

const rowCountOf = ({ input }: { input?: { rows?: unknown[] } }): number => input?.rows?.length ?? 0;

function bring(ctx: RequestContext, input: ImportContactsInput, rows: CheckedRow[]): Promise<ImportContactsPayload> {
  return write(
    ctx,
    { results: null, import: null },
    {
      can: 'contacts:write',
      needs: hasContactWork,
      Input: ImportContactsInput,
      // Each row is checked by itself: what is wrong with one keeps none of the others.
      input: { ...input, rows: [] },
      conflicts: externalIdConflict('contact'),
      jobs: comparing(),
      work: (inside) => importRows(inside, input.importId ?? '', rows),
    },
  );
}

async function preview(ctx: RequestContext, input: ImportContactsInput): Promise<ImportContactsPayload> {
  ctx.requireWrite('contacts:write');
  if (!hasContactWork(ctx.tenant)) throw tenantUpgrading();
  const nothing = { results: null, import: null };
  const userErrors = checkBatch(input);
  if (userErrors.length > 0) return { ...nothing, userErrors };
  const of = input.importId ? await ctx.loaders.import.load(input.importId) : null;
  if (input.importId && !of) return { ...nothing, userErrors: [noImport()] };
  const onDuplicate = of?.onDuplicate ?? input.onDuplicate ?? OnDuplicate.SKIP;
  const rows = await checkRows(input.rows, await fieldsOf(ctx));
  const results = await longRead(ctx.manager, (inside) => previewRows(inside, rows, onDuplicate));
  return { results, import: of, userErrors: [] };
}
