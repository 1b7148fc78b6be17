import { registerEnumType } from 'type-graphql';

/** Names, not numbers: each client has its own shades of them, for light and for dark. */
export enum LabelColour {
  GRAY = 'gray',
  RED = 'red',
  ORANGE = 'orange',
  YELLOW = 'yellow',
  GREEN = 'green',
  TEAL = 'teal',
  BLUE = 'blue',
  PURPLE = 'purple',
  PINK = 'pink',
}

registerEnumType(LabelColour, {
  name: 'LabelColour',
  description:
    'What a label is known by at a glance. Clients choose the shade, so that it can be read on their ground.',
  valuesConfig: Object.fromEntries(
    Object.keys(LabelColour).map((name) => [name, { description: `A shade of ${name.toLowerCase()}.` }]),
  ),
});
