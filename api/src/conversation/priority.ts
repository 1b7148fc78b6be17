import { registerEnumType } from 'type-graphql';

/** As the column has them: greater ones come first. */
export enum Priority {
  NONE = 0,
  LOW = 1,
  MEDIUM = 2,
  HIGH = 3,
  URGENT = 4,
}

registerEnumType(Priority, {
  name: 'Priority',
  description: 'How much a conversation matters, in the order of an inbox.',
  valuesConfig: {
    NONE: { description: 'Nobody has said.' },
    LOW: { description: 'Can wait.' },
    MEDIUM: { description: 'In its turn.' },
    HIGH: { description: 'Before others.' },
    URGENT: { description: 'Before all else.' },
  },
});
