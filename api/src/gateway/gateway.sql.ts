import { requireStorable } from '../graphql/storable';
import { computed, one, type Reads } from '../reads/reads';

const externalId = (alias: string) => computed(() => `${alias}.external_id`);

const byExternalId = (type: string, alias: string) =>
  one(type, ({ externalId: asked }, { bind }) => {
    requireStorable('externalId', [String(asked)]);
    return `${alias}.external_id = ${bind(String(asked).trim())}`;
  });

export const gatewayReads: Reads = {
  rows: {},
  fields: {
    'Query.contactByExternalId': byExternalId('Contact', 'c'),
    'Query.conversationByExternalId': byExternalId('Conversation', 'v'),
    'Query.messageByExternalId': byExternalId('Message', 'm'),
    'Contact.externalId': externalId('c'),
    'Conversation.externalId': externalId('v'),
    'Message.externalId': externalId('m'),
    'Message.deliveryState': computed(() => 'm.delivery_state'),
    'Message.deliveryReason': computed(() => 'm.delivery_reason'),
  },
};
