import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { hasContactWork } from '../database/contact-work';
import type { RequestContext } from '../graphql/context';
import { requireId } from '../graphql/user-error';
import { type Payload, write } from '../graphql/write';
import { CustomField } from './custom-field';
import {
  CreateCustomFieldInput,
  DeleteCustomFieldInput,
  MoveCustomFieldInput,
  PurgeCustomFieldInput,
  RestoreCustomFieldInput,
  UpdateCustomFieldInput,
} from './custom-field.inputs';
import {
  CreateCustomFieldPayload,
  DeleteCustomFieldPayload,
  MoveCustomFieldPayload,
  PurgeCustomFieldPayload,
  RestoreCustomFieldPayload,
  UpdateCustomFieldPayload,
} from './custom-field.payloads';
import { purgingAt } from './custom-field.purge';
import {
  deleteField,
  hideField,
  insertField,
  listCustomFields,
  listDeletedFields,
  mostFields,
  moveField,
  restoreField,
  updateField,
  usualFields,
} from './custom-field.repository';
import { checkOptions } from './field-options';
import { forgetFields } from './known-fields';

/** Who may, and what the tenant must have. */
const defining = { can: 'tenant:admin', needs: hasContactWork } as const;

@Resolver(() => CustomField)
export class CustomFieldResolver {
  @Query(() => [CustomField], {
    description: `The custom fields of the company’s contacts, in order; there are at most ${mostFields}.`,
    complexity: ({ childComplexity }) => usualFields * (1 + childComplexity),
  })
  async customFields(@Ctx() { manager, tenant }: RequestContext): Promise<CustomField[]> {
    return hasContactWork(tenant) ? listCustomFields(manager) : [];
  }

  @Query(() => [CustomField], {
    description: 'Those that were deleted and whose values are still there, the latest deletion first.',
    complexity: ({ childComplexity }) => usualFields * (1 + childComplexity),
  })
  async deletedCustomFields(@Ctx() { manager, tenant }: RequestContext): Promise<CustomField[]> {
    return hasContactWork(tenant) ? listDeletedFields(manager) : [];
  }

  @Mutation(() => CreateCustomFieldPayload, {
    description:
      'Makes a field, in the last place; of a name there is one. Contacts that have something under its key in `metadata` already have it as their value. Needs `tenant:admin`.',
  })
  createCustomField(
    @Arg('input', () => CreateCustomFieldInput, { description: 'The custom field.' }) input: CreateCustomFieldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateCustomFieldPayload> {
    return told(
      ctx,
      'create',
      ({ customField }) => customField?.name,
      () =>
        write(
          ctx,
          { customField: null },
          {
            ...defining,
            Input: CreateCustomFieldInput,
            input,
            check: checkOptions(input.kind, input.options),
            work: async (inside) => ({ customField: await insertField(inside, input) }),
          },
        ),
    );
  }

  @Mutation(() => UpdateCustomFieldPayload, {
    description: 'Changes name, options or whether it is required; no contact’s value changes. Needs `tenant:admin`.',
  })
  updateCustomField(
    @Arg('input', () => UpdateCustomFieldInput, { description: 'Which custom field, and what about it.' })
    input: UpdateCustomFieldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateCustomFieldPayload> {
    return told(
      ctx,
      'update',
      ({ customField }) => customField?.name,
      () =>
        write(
          ctx,
          { customField: null },
          {
            ...defining,
            Input: UpdateCustomFieldInput,
            input,
            work: async (inside) => ({ customField: await updateField(inside, idOf(input), input) }),
          },
        ),
    );
  }

  @Mutation(() => MoveCustomFieldPayload, { description: 'Gives a field another place. Needs `tenant:admin`.' })
  moveCustomField(
    @Arg('input', () => MoveCustomFieldInput, { description: 'Which custom field, and where to.' })
    input: MoveCustomFieldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MoveCustomFieldPayload> {
    return write(
      ctx,
      { customFields: null },
      {
        ...defining,
        Input: MoveCustomFieldInput,
        input,
        work: async (inside) => ({ customFields: await moveField(inside, idOf(input), input.position) }),
      },
    );
  }

  @Mutation(() => DeleteCustomFieldPayload, {
    description:
      'Takes a field away. What contacts have in it stays in their `metadata`, until `restoreCustomField` shows it again or `purgeCustomField` removes it. Needs `tenant:admin`.',
  })
  deleteCustomField(
    @Arg('input', () => DeleteCustomFieldInput, { description: 'Which custom field.' }) input: DeleteCustomFieldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteCustomFieldPayload> {
    let name: string | undefined;
    return told(
      ctx,
      'delete',
      () => name,
      () =>
        write(
          ctx,
          { deletedCustomFieldId: null },
          {
            ...defining,
            Input: DeleteCustomFieldInput,
            input,
            async work(inside) {
              const field = await deleteField(inside, idOf(input));
              name = field.name;
              return { deletedCustomFieldId: field.id };
            },
          },
        ),
    );
  }

  @Mutation(() => RestoreCustomFieldPayload, {
    description:
      'Undoes `deleteCustomField`: the field comes back in the last place, with its values. Needs `tenant:admin`.',
  })
  restoreCustomField(
    @Arg('input', () => RestoreCustomFieldInput, { description: 'Which custom field.' })
    input: RestoreCustomFieldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RestoreCustomFieldPayload> {
    return told(
      ctx,
      'restore',
      ({ customField }) => customField?.name,
      () =>
        write(
          ctx,
          { customField: null },
          {
            ...defining,
            Input: RestoreCustomFieldInput,
            input,
            work: async (inside) => ({ customField: await restoreField(inside, idOf(input, 'deleted custom field')) }),
          },
        ),
    );
  }

  @Mutation(() => PurgeCustomFieldPayload, {
    description:
      'Removes a deleted field, and within minutes what contacts have in it, those that can be restored included. For good. Needs `tenant:admin`.',
  })
  purgeCustomField(
    @Arg('input', () => PurgeCustomFieldInput, { description: 'Which custom field.' }) input: PurgeCustomFieldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PurgeCustomFieldPayload> {
    let name: string | undefined;
    return told(
      ctx,
      'purge',
      () => name,
      () =>
        write(
          ctx,
          { purgedCustomFieldId: null },
          {
            ...defining,
            Input: PurgeCustomFieldInput,
            input,
            jobs: { purgeCustomFields: purgingAt(new Date()) },
            async work(inside) {
              const field = await hideField(inside, idOf(input, 'deleted custom field'));
              name = field.name;
              return { purgedCustomFieldId: field.id };
            },
          },
        ),
    );
  }
}

const idOf = ({ id }: { id: string }, what = 'custom field'): string => requireId('id', id, what);

/** Behind the write: the log is the registry's, and a tenant's transaction reaches nothing of that. */
async function told<Result extends object>(
  ctx: RequestContext,
  act: string,
  nameOf: (payload: Payload<Result>) => string | undefined,
  writing: () => Promise<Payload<Result>>,
): Promise<Payload<Result>> {
  const payload = await writing();
  if (payload.userErrors.length > 0) return payload;
  forgetFields(ctx.manager);
  const action = `customField.${act}`;
  await ctx.access.auditLog.add(ctx.asker, ctx.tenant.id, { action, target: nameOf(payload) ?? null });
  return payload;
}
