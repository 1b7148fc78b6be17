import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Actor } from '../access/actor/actor';
import { Contact } from '../contact/contact';
import { ContactNote } from '../contact-note/contact-note';
import { Conversation } from '../conversation/conversation';
import { longRead } from '../database/long-read';
import type { RequestContext } from '../graphql/context';
import { changedMeanwhile } from '../graphql/errors';
import { Connection, connectionTypes, ForwardPageArgs, keyForms, readPageArgs } from '../graphql/pagination';
import { countTimeline, positionOfEntry } from './timeline.list';
import {
  ContactChangedEntry,
  ContactFieldChange,
  ContactImportedEntry,
  ContactMergedEntry,
  ContactNoteEntry,
  ConversationStartedEntry,
  entryOf,
  fieldChanges,
  TimelineEntry,
} from './timeline-entry';

// An interface is an abstract class, of which type-graphql takes the name.
const Entry = TimelineEntry as unknown as new () => TimelineEntry;
const TimelineEntryConnection = connectionTypes(Entry, 'timeline entries');

@Resolver(() => Contact)
export class TimelineResolver {
  @FieldResolver(() => TimelineEntryConnection, {
    description:
      'What happened with this contact, the newest first: what it was created and changed by, its conversations, and what was noted.',
  })
  async timeline(
    @Root() { id }: Contact,
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { loaders, manager, tenant }: RequestContext,
  ): Promise<Connection<TimelineEntry>> {
    const page = readPageArgs(args, keyForms.time);
    const rows = await loaders.timeline.load({ parentId: id, page, tenant });
    return new Connection(rows.map(entryOf), page, positionOfEntry, (atMost) =>
      longRead(manager, (inside) => countTimeline(inside, id, atMost, tenant)),
    );
  }
}

@Resolver(() => Entry)
export class TimelineActorResolver {
  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'Who did it; null for the operator, for what came by itself, and from before there were accounts.',
  })
  async actor(@Root() { row }: TimelineEntry, @Ctx() { loaders }: RequestContext): Promise<Actor | null> {
    return row.actorId === null ? null : loaders.actor.load(row.actorId);
  }
}

@Resolver(() => ConversationStartedEntry)
export class ConversationStartedResolver {
  @FieldResolver(() => Conversation, { description: 'As it is now.' })
  async conversation(
    @Root() { id }: ConversationStartedEntry,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Conversation> {
    const conversation = await loaders.conversation.load(id);
    if (!conversation) throw changedMeanwhile('conversation');
    return conversation;
  }
}

@Resolver(() => ContactNoteEntry)
export class ContactNoteEntryResolver {
  @FieldResolver(() => ContactNote, { description: 'What it says.' })
  note(@Root() { row }: ContactNoteEntry): ContactNote {
    const { id, contactId, actorId: authorId, content, occurredAt: createdAt } = row;
    return Object.assign(new ContactNote(), { id, contactId, authorId, content: content ?? '', createdAt });
  }
}

const changes = {
  description: 'What it changed; empty where nothing is known of it.',
  complexity: ({ childComplexity }: { childComplexity: number }) => usualChanges * (1 + childComplexity),
};
const usualChanges = 2;

@Resolver(() => ContactChangedEntry)
export class ContactChangedResolver {
  @FieldResolver(() => [ContactFieldChange], changes)
  changes(@Root() { row }: ContactChangedEntry): ContactFieldChange[] {
    return fieldChanges(row);
  }
}

@Resolver(() => ContactImportedEntry)
export class ContactImportedResolver {
  @FieldResolver(() => [ContactFieldChange], changes)
  changes(@Root() { row }: ContactImportedEntry): ContactFieldChange[] {
    return fieldChanges(row);
  }
}

@Resolver(() => ContactMergedEntry)
export class ContactMergedResolver {
  @FieldResolver(() => [ContactFieldChange], changes)
  changes(@Root() { row }: ContactMergedEntry): ContactFieldChange[] {
    return fieldChanges(row);
  }
}
