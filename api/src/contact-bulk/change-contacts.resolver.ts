import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { comparing } from '../contact/contact.jobs';
import { purgedAt, seenToAt } from '../contact/contact.trash';
import { hasContactWork } from '../database/contact-work';
import type { RequestContext } from '../graphql/context';
import { isUuid } from '../graphql/text';
import { notFound, type UserError, UserErrorCode } from '../graphql/user-error';
import { write } from '../graphql/write';
import { ChangeContactsInput, ChangeContactsPayload, mostAtOnce } from './change-contacts.inputs';
import { changeContacts } from './change-contacts.repository';

@Resolver()
export class ChangeContactsResolver {
  @Mutation(() => ChangeContactsPayload, {
    description:
      'Changes many contacts alike, in one transaction, and says of each what it was before. Those that are not there are told one by one, and keep none of the others.',
  })
  changeContacts(
    @Arg('input', () => ChangeContactsInput, { description: 'Which contacts, and what about them.' })
    input: ChangeContactsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ChangeContactsPayload> {
    return write(
      ctx,
      { results: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: ChangeContactsInput,
        input,
        check: checkChange(input),
        jobs: jobsOf(input),
        work: async (inside) => ({ results: await changeContacts(inside, input) }),
      },
    );
  }
}

/** What is deleted is purged one day; what comes back may be due before anything else, and be somebody who is there by now. */
function jobsOf({ isDeleted }: ChangeContactsInput): Record<string, Date> {
  const now = new Date();
  if (isDeleted === true) return { purgeDeletedContacts: purgedAt(now) };
  if (isDeleted === false) return { sendOverdueMessages: seenToAt(now), ...comparing() };
  return {};
}

function checkChange(input: ChangeContactsInput): UserError[] {
  const errors = input.ids.length > mostAtOnce ? [tooMany] : [];
  for (const field of ['addLabelIds', 'removeLabelIds'] as const)
    if (input[field]?.some((id) => !isUuid(id))) errors.push(notFound(field, 'label'));
  return errors;
}

const tooMany: UserError = {
  code: UserErrorCode.INVALID,
  field: ['ids'],
  message: `At most ${mostAtOnce} contacts can be changed at once.`,
};
