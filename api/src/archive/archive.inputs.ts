import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Constraint } from '../graphql/constraint';
import { UserError } from '../graphql/user-error';
import { Task } from '../task/task';

@InputType({ description: 'The company that the request names, to be written into a file.' })
export class ExportArchiveInput {
  @Field(() => String, { nullable: true, description: 'What it is for, as the audit log tells of it.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  purpose?: string | null;
}

@InputType({ description: 'A file that was sent to `/archives`, to be brought in as a new company.' })
export class ImportArchiveInput {
  @Field(() => ID, { description: 'The UUID under which it was sent.' })
  uploadId!: string;

  @Field(() => String, { nullable: true, description: 'What the new company is called, unless as in the file.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  name?: string | null;
}

@InputType({
  description: 'A copy of the company that the request names, in which whatever tells of people is invented.',
})
export class CreateSandboxInput {
  @Field(() => String, { description: 'What it is called.' })
  @Constraint({ minLength: 1, maxLength: 200 })
  name!: string;
}

@InputType({ description: 'A sandbox that is not wanted any more.' })
export class DeleteSandboxInput {
  @Field(() => String, { description: 'Its slug once more, since nothing brings it back.' })
  slug!: string;
}

@ObjectType({ description: 'The work that was begun, or why it was not.', simpleResolvers: true })
export class ArchiveTaskPayload {
  @Field(() => Task, { nullable: true, description: 'Under way from here on; null where `userErrors` says why not.' })
  task!: Task | null;

  @Field(() => [UserError], { description: 'What kept it from being begun.' })
  userErrors!: UserError[];
}
