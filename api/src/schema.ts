import 'reflect-metadata';
import { type GraphQLSchema, specifiedDirectives } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { ViewerResolver } from './access/viewer.resolver';
import { ContactResolver } from './contact/contact.resolver';
import { ConversationResolver, ConversationsOfContactResolver } from './conversation/conversation.resolver';
import { StartConversationResolver } from './conversation/start-conversation.resolver';
import { DateTimeISO } from './date-time';
import { MessageResolver, MessagesOfConversationResolver } from './message/message.resolver';
import { TenantResolver } from './tenancy/tenant.resolver';
import { TenantSchemaResolver, TenantStatsResolver } from './tenancy/tenant-stats.resolver';
import { constraintDirective } from './validation/constraint';

/** One schema for all tenants; which rows it shows is the context's business alone. */
export function buildApiSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      ViewerResolver,
      TenantResolver,
      TenantStatsResolver,
      TenantSchemaResolver,
      ContactResolver,
      ConversationsOfContactResolver,
      ConversationResolver,
      StartConversationResolver,
      MessagesOfConversationResolver,
      MessageResolver,
    ],
    scalarsMap: [{ type: Date, scalar: DateTimeISO }],
    directives: [...specifiedDirectives, constraintDirective],
    validate: false,
    // Subscriptions bring their own sources (`subscribe:`); type-graphql asks for a hub all the same.
    pubSub: {
      publish: () => undefined,
      subscribe: () => {
        throw new Error('expected a subscription with its own source');
      },
    },
  });
}
