import { computed, type Reads } from '../../reads/reads';

const draftOf = (isNote: boolean) =>
  computed(
    (_, { tables, bind }, { askerId }) =>
      `(select d.content from ${tables.conversation_drafts} d
        where d.conversation_id = v.id and d.writer_id = ${bind(askerId)}::uuid and d.is_note = ${isNote})`,
  );

export const draftReads: Reads = {
  rows: {},
  fields: { 'Conversation.draft': draftOf(false), 'Conversation.noteDraft': draftOf(true) },
};
