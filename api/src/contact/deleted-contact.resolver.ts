import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { longRead } from '../database/long-read';
import type { RequestContext } from '../graphql/context';
import { Connection, connectionTypes, ForwardPageArgs, keyForms, readPageArgs } from '../graphql/pagination';
import { DeletedContact } from './deleted-contact';
import { countDeletedContacts, listDeletedContacts, positionOfDeleted } from './deleted-contact.list';

const DeletedContactConnection = connectionTypes(DeletedContact, 'deleted contacts');

@Resolver(() => DeletedContact)
export class DeletedContactResolver {
  @Query(() => DeletedContactConnection, {
    description: 'The contacts that can be restored, the latest deletion first.',
  })
  async deletedContacts(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { manager }: RequestContext,
  ): Promise<Connection<DeletedContact>> {
    const page = readPageArgs(args, keyForms.time);
    const rows = await listDeletedContacts(manager, page);
    return new Connection(rows, page, positionOfDeleted, (atMost) =>
      longRead(manager, (inside) => countDeletedContacts(inside, atMost)),
    );
  }
}
