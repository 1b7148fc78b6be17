import { Field, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error';

@ObjectType({ description: 'What the caller wants to be told of.', simpleResolvers: true })
export class NotificationSettings {
  @Field(() => Boolean, { description: 'Whether of `ASSIGNED`. True until it is changed.' })
  onAssigned!: boolean;

  @Field(() => Boolean, { description: 'Whether of `MENTIONED`. True until it is changed.' })
  onMentioned!: boolean;

  @Field(() => Boolean, { description: 'Whether of `REPLIED`. True until it is changed.' })
  onReplied!: boolean;

  @Field(() => Boolean, { description: 'Whether of `UNASSIGNED`. False until it is changed.' })
  onUnassigned!: boolean;
}

@InputType({ description: 'What to change about it, from now on. What is left out stays.' })
export class UpdateNotificationSettingsInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether of `ASSIGNED`.' })
  onAssigned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether of `MENTIONED`.' })
  onMentioned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether of `REPLIED`.' })
  onReplied?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether of `UNASSIGNED`.' })
  onUnassigned?: boolean | null;
}

@ObjectType({ description: 'The settings, or what kept them from being changed.', simpleResolvers: true })
export class UpdateNotificationSettingsPayload {
  @Field(() => NotificationSettings, {
    nullable: true,
    description: 'As they are now; null where `userErrors` says why not.',
  })
  notificationSettings!: NotificationSettings | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

export const settingsOfEverybody: NotificationSettings = {
  onAssigned: true,
  onMentioned: true,
  onReplied: true,
  onUnassigned: false,
};
