import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Constraint } from '../../graphql/constraint';
import { JSONObject } from '../../graphql/json-object';

const response = { maxBytes: 16_384 };

@ObjectType({ description: 'What to ask the browser for.', simpleResolvers: true })
export class PasskeyOptionsPayload {
  @Field(() => JSONObject, {
    description:
      'For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`; good for five minutes.',
  })
  options!: object;
}

@InputType({ description: 'A passkey that the browser has made.' })
export class AddPasskeyInput {
  @Field(() => String, { description: 'What it is, for people.' })
  @Constraint({ minLength: 1, maxLength: 100 })
  name!: string;

  @Field(() => JSONObject, { description: 'The browser’s answer to the options of `beginPasskey`, as JSON.' })
  @Constraint(response)
  response!: object;
}

@InputType({ description: 'A passkey to remove.' })
export class RemovePasskeyInput {
  @Field(() => ID, { description: 'One of `viewer.passkeys`.' })
  id!: string;
}

@InputType({ description: 'Somebody who has a passkey.' })
export class SignInWithPasskeyInput {
  @Field(() => JSONObject, { description: 'The browser’s answer to the options of `beginPasskeySignIn`, as JSON.' })
  @Constraint(response)
  response!: object;
}
