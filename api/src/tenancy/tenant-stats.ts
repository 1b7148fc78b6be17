import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { type ConversationCounts, countConversations, listTables } from './tenant-stats.repository';

@ObjectType({ description: 'What happened on one day.', simpleResolvers: true })
export class DayCount {
  @Field(() => GraphQLLocalDate, { description: 'The day, in UTC.' })
  date!: string;

  @Field(() => Int, { description: 'How many there were; 0 on days without any.' })
  count!: number;
}

@ObjectType({
  description: 'How much a tenant holds. Counted when asked for, exactly, and each field only where it is selected.',
})
export class TenantStats {
  private counts: Promise<ConversationCounts> | null = null;

  constructor(readonly manager: EntityManager) {}

  /** Three fields, one query. */
  conversationCounts(): Promise<ConversationCounts> {
    this.counts ??= countConversations(this.manager);
    return this.counts;
  }
}

@ObjectType({ description: 'A table of the tenant’s schema.', simpleResolvers: true })
export class TenantTable {
  @Field(() => String, { description: 'Its name within the schema.' })
  name!: string;

  @Field(() => Int, { description: 'How many columns it has.' })
  columnCount!: number;

  @Field(() => Float, {
    description: "PostgreSQL's estimate of its rows; right to a few percent soon after larger changes.",
  })
  estimatedRowCount!: number;

  @Field(() => Float, { description: 'Bytes on disk, indexes included.' })
  sizeBytes!: number;
}

@ObjectType({ description: 'The PostgreSQL schema that holds a tenant’s rows, and nobody else’s.' })
export class TenantSchema {
  private listed: Promise<TenantTable[]> | null = null;

  constructor(
    private readonly manager: EntityManager,
    name: string,
    version: string,
  ) {
    this.name = name;
    this.version = version;
  }

  /** Two fields, one query. */
  listTables(): Promise<TenantTable[]> {
    this.listed ??= listTables(this.manager, this.name);
    return this.listed;
  }

  @Field(() => String, {
    description: "Generated from the tenant's id; also the name of the database role that may use it.",
  })
  name: string;

  @Field(() => String, { description: 'The newest migration that ran in it: the milliseconds in its file name.' })
  version: string;
}
