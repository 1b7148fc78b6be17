import { DirectiveLocation, GraphQLDirective, GraphQLEnumType, GraphQLInt } from 'graphql';
import { Directive } from 'type-graphql';

export interface Constraints {
  minLength?: number;
  maxLength?: number;
  maxBytes?: number;
  format?: 'EMAIL' | 'PHONE';
}

const metadataKey = 'atrium:constraints';

/** States a rule once: it is printed into the schema, where clients read it, and it is what `checkInput` enforces. */
export function Constraint(constraints: Constraints): PropertyDecorator {
  return (prototype, name) => {
    const args = Object.entries(constraints).map(([argument, value]) => `${argument}: ${value}`);
    Directive(`@constraint(${args.join(', ')})`)(prototype, name);
    const known = Reflect.getMetadata(metadataKey, prototype) as Record<string, Constraints> | undefined;
    Reflect.defineMetadata(metadataKey, { ...known, [String(name)]: constraints }, prototype);
  };
}

/** The constraints of an input class, by field. */
export function constraintsOf(Input: new () => object): Record<string, Constraints> {
  return (Reflect.getMetadata(metadataKey, Input.prototype) as Record<string, Constraints> | undefined) ?? {};
}

const textFormat = new GraphQLEnumType({
  name: 'TextFormat',
  description: 'The formats that `@constraint` knows.',
  values: {
    EMAIL: { description: 'An email address. Stored as given, compared without regard to case.' },
    PHONE: {
      description: 'A telephone number with its country code: `+49 30 901820`. Stored as given; found by its digits.',
    },
  },
});

export const constraintDirective = new GraphQLDirective({
  name: 'constraint',
  description:
    'A rule that the value keeps, after white space around it is taken off. The API answers `userErrors` where it does not; forms show it before sending.',
  locations: [DirectiveLocation.INPUT_FIELD_DEFINITION],
  args: {
    minLength: { type: GraphQLInt, description: 'Fewest characters; 1 refuses blank text.' },
    maxLength: { type: GraphQLInt, description: 'Most characters, counted as Unicode code points.' },
    maxBytes: { type: GraphQLInt, description: "Most bytes of the value's JSON text in UTF-8." },
    format: { type: textFormat, description: 'The form the text has.' },
  },
});
