import { registerEnumType } from 'type-graphql';

export enum CustomFieldKind {
  TEXT = 'text',
  LONG_TEXT = 'long_text',
  NUMBER = 'number',
  DATE = 'date',
  BOOLEAN = 'boolean',
  CHOICE = 'choice',
  CHOICES = 'choices',
  LINK = 'link',
}

registerEnumType(CustomFieldKind, {
  name: 'CustomFieldKind',
  description: 'What a custom field takes. Whatever the kind, its value may be given as text too, as a file has it.',
  valuesConfig: {
    TEXT: { description: 'One line, at most 500 characters.' },
    LONG_TEXT: { description: 'Several lines, at most 5,000 characters.' },
    NUMBER: { description: 'A JSON number.' },
    DATE: { description: 'A day of the calendar as text: `2026-11-30`.' },
    BOOLEAN: { description: '`true` or `false`; null is neither.' },
    CHOICE: { description: 'One of the field’s options, as text.' },
    CHOICES: { description: 'Any of the field’s options, as a list of texts in the order of the options.' },
    LINK: { description: 'An address that begins with `https://` or `http://`, at most 2,000 characters.' },
  },
});

/** Those that have options. */
export const isChosen = (kind: CustomFieldKind): boolean =>
  kind === CustomFieldKind.CHOICE || kind === CustomFieldKind.CHOICES;
