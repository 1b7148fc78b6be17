import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { requireWholeAccount } from '../access/account/accounts';
import { answer } from '../graphql/answer';
import type { RequestContext } from '../graphql/context';
import { notFound, Refusal, requireId, UserErrorCode } from '../graphql/user-error';
import { Archive } from './archive';
import {
  ArchiveTaskPayload,
  CreateSandboxInput,
  DeleteSandboxInput,
  ExportArchiveInput,
  ImportArchiveInput,
} from './archive.inputs';
import { beginArchiveTask } from './begin-task';

/** A week of nights, and some that somebody asked for: who has more pays for these. */
const usualArchives = 25;

@Resolver(() => Archive)
export class ArchiveResolver {
  @Query(() => [Archive], {
    description: 'The company’s archives that are kept, the newest first, at most 200.',
    complexity: ({ childComplexity }) => usualArchives * (1 + childComplexity),
  })
  archives(@Ctx() { archives, tenant }: RequestContext): Promise<Archive[]> {
    return archives.list(tenant.id);
  }

  @Mutation(() => ArchiveTaskPayload, {
    description:
      'Writes the company whole into a file. The task’s result is `{ archiveId, bytes, checksum }`; the file is at `/archives/ID`. Needs `tenant:own`.',
  })
  exportArchive(
    @Arg('input', () => ExportArchiveInput, { description: 'What it is for.' }) input: ExportArchiveInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ArchiveTaskPayload> {
    return answer(
      { task: null },
      ExportArchiveInput,
      input,
      () => beginArchiveTask(ctx, { kind: 'exportArchive' }, input.purpose ?? undefined),
      () => ctx.require('tenant:own'),
    );
  }

  @Mutation(() => ArchiveTaskPayload, {
    description:
      'Brings a file in as a new company that the asker owns; a file that is damaged changes nothing. The task’s result is `{ tenantId, slug, rows }`. Needs `tenant:own`, and an account of one’s own.',
  })
  importArchive(
    @Arg('input', () => ImportArchiveInput, { description: 'Which file, and its new name.' }) input: ImportArchiveInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ArchiveTaskPayload> {
    return answer(
      { task: null },
      ImportArchiveInput,
      input,
      async () => {
        const uploadId = requireId('uploadId', input.uploadId, 'file that was sent');
        const size = await ctx.uploads?.sizeOf(ctx.tenant.id, uploadId);
        if (size === undefined || size === null) throw new Refusal(notFound('uploadId', 'file that was sent'));
        return beginArchiveTask(ctx, { kind: 'importArchive', input: { uploadId, name: input.name?.trim() ?? null } });
      },
      () => requireOwnAccount(ctx),
    );
  }

  @Mutation(() => ArchiveTaskPayload, {
    description:
      'Makes a sandbox: a copy of the company with invented names, addresses, numbers and texts, which the asker owns and which is dropped after 14 days. The task’s result is `{ tenantId, slug, endsAt }`. Needs `tenant:own`, and an account of one’s own.',
  })
  createSandbox(
    @Arg('input', () => CreateSandboxInput, { description: 'What it is called.' }) input: CreateSandboxInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ArchiveTaskPayload> {
    return answer(
      { task: null },
      CreateSandboxInput,
      input,
      () => beginArchiveTask(ctx, { kind: 'createSandbox', input: { name: input.name.trim() } }, input.name.trim()),
      () => requireOwnAccount(ctx),
    );
  }

  @Mutation(() => ArchiveTaskPayload, {
    description: 'Drops the sandbox that the request names, before its time. Needs `tenant:own`.',
  })
  deleteSandbox(
    @Arg('input', () => DeleteSandboxInput, { description: 'Which one it is.' }) input: DeleteSandboxInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ArchiveTaskPayload> {
    return answer(
      { task: null },
      DeleteSandboxInput,
      input,
      () => {
        const { isSandbox, slug } = ctx.tenant;
        if (!isSandbox || slug !== input.slug) throw new Refusal(noSandbox());
        return beginArchiveTask(ctx, { kind: 'deleteSandbox' }, slug);
      },
      () => ctx.require('tenant:own'),
    );
  }
}

const noSandbox = () => ({
  code: UserErrorCode.INVALID,
  field: ['slug'],
  message: 'The request has to name a sandbox, and this field the same one.',
});

/** Whoever owns the company, and is to own another. */
function requireOwnAccount(ctx: RequestContext): void {
  ctx.require('tenant:own');
  if (ctx.asker.principal?.kind !== 'operator') requireWholeAccount(ctx.asker);
}
