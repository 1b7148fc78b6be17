import 'reflect-metadata';
import { accessFeature } from './access/access.feature';
import { contactFeature } from './contact/contact.feature';
import { conversationFeature } from './conversation/conversation.feature';
import { eventsFeature } from './events/events.feature';
import type { Feature } from './graphql/feature';
import { writeFeature } from './graphql/write.feature';
import { messageFeature } from './message/message.feature';
import { statsFeature } from './stats/stats.feature';
import { tenancyFeature } from './tenancy/tenancy.feature';

/** What the API is made of: a noun is added here, in one line, and in a folder of its own. */
export const features: readonly Feature[] = [
  accessFeature,
  tenancyFeature,
  statsFeature,
  contactFeature,
  conversationFeature,
  messageFeature,
  eventsFeature,
  writeFeature,
];
