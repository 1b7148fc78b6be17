import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { Contact } from '../contact/contact';
import { Conversation } from '../conversation/conversation';
import { Message } from '../message/message';

const usualMarks = 3;

@ObjectType({ description: 'Where a word that was searched for stands.', simpleResolvers: true })
export class TextRange {
  @Field(() => Int, { description: 'Of its first character, in UTF-16 units from 0.' })
  start!: number;

  @Field(() => Int, { description: 'Behind its last character.' })
  end!: number;
}

@ObjectType({
  description: 'What was found, in short. Plain text, never to be shown as HTML: the marks are positions in it.',
  simpleResolvers: true,
})
export class Snippet {
  @Field(() => String, {
    description: 'On one line; what was left out in front or behind is shown as an ellipsis.',
  })
  text!: string;

  @Field(() => [TextRange], {
    description: 'The words that were searched for, in order, none within another.',
    complexity: ({ childComplexity }) => usualMarks * (1 + childComplexity),
  })
  marks!: TextRange[];
}

@ObjectType({ description: 'A contact, as the search of `contacts` finds it.', simpleResolvers: true })
export class ContactHit {
  @Field(() => Contact, { description: 'Whom.' })
  contact!: Contact;
}

@ObjectType({ description: 'A conversation whose subject has the words.', simpleResolvers: true })
export class ConversationHit {
  @Field(() => Conversation, { description: 'Which.' })
  conversation!: Conversation;

  @Field(() => Snippet, { description: 'Of the subject.' })
  snippet!: Snippet;
}

@ObjectType({
  description:
    'A line that a person wrote and that has the words. It may be a note (`message.isNote`), which no contact is to see.',
  simpleResolvers: true,
})
export class MessageHit {
  @Field(() => Message, { description: 'Which.' })
  message!: Message;

  @Field(() => Snippet, { description: 'Of the content, around the first of the words.' })
  snippet!: Snippet;
}

export const SearchHit = createUnionType({
  name: 'SearchHit',
  description: 'What a search has found.',
  types: () => [ContactHit, ConversationHit, MessageHit] as const,
});
export type SearchHit = ContactHit | ConversationHit | MessageHit;
