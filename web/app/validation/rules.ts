import { constraints } from '../generated/constraints';

/** What the schema says about one field of an input. */
export interface Rules {
  isRequired?: boolean;
  /** Fewest characters after trimming; 1 means that blank is refused. */
  minLength?: number;
  /** Most characters after trimming, as Unicode code points. */
  maxLength?: number;
  /** Most bytes of the value's JSON text in UTF-8. */
  maxBytes?: number;
  format?: 'EMAIL' | 'PHONE';
}

export type ConstrainedInput = keyof typeof constraints;
export type FieldOf<I extends ConstrainedInput> = keyof (typeof constraints)[I] & string;

export const rulesOf = <I extends ConstrainedInput>(input: I, field: FieldOf<I>): Rules =>
  (constraints[input] as Record<string, Rules>)[field] ?? {};
