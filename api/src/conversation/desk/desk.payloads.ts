import { conversationPayload } from '../conversation.payloads';

export const AssignConversationPayload = conversationPayload(
  'AssignConversationPayload',
  'The assigned conversation, or what kept it from being assigned.',
);

export const RenameConversationPayload = conversationPayload(
  'RenameConversationPayload',
  'The renamed conversation, or what kept it from being renamed.',
);

export const SetConversationPriorityPayload = conversationPayload(
  'SetConversationPriorityPayload',
  'The conversation with its priority, or what kept it from having that.',
);

export const SetConversationLabelsPayload = conversationPayload(
  'SetConversationLabelsPayload',
  'The conversation with its labels, or what kept it from having them.',
);
