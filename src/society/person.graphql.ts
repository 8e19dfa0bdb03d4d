import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { keepsPerson, knowsPerson } from './person.policy';

@ObjectType({
  implements: Node,
  description:
    'Someone who acts or belongs. Fields that do not concern the asker are null, with an error.',
})
@Allow(knowsPerson)
export class Person extends Node {
  @Field(() => ID, { description: 'The opaque, global id.' })
  @Allow(anyone)
  override id!: string;

  @Field(() => String, { nullable: true, description: 'The full name.' })
  name?: string;

  @Field(() => String, { nullable: true, description: 'The name to sign in with, if any.' })
  @Allow(keepsPerson)
  login?: string | null;
}

@InputType({ description: 'Someone to put on the register.' })
export class RegisterPersonInput {
  @Field(() => String, { description: 'The name, 1 to 100 characters.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name to sign in with: 3 to 100 letters, digits or `. _ @ + -`.',
  })
  login?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The first password, 10 to 200 characters; given together with a login.',
  })
  password?: string | null;
}

@ObjectType({ description: 'The person who was registered.' })
export class RegisterPersonPayload extends Payload {
  @Field(() => Person, { nullable: true, description: 'The person; null if refused.' })
  person?: Person;
}

@InputType({
  description: 'A login for someone who has none: a person or a resident, one of them.',
})
export class GiveLoginInput {
  @Field(() => ID, { nullable: true, description: 'The person.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The resident, who becomes a person by it.' })
  residentId?: string | null;

  @Field(() => String, {
    description: 'The name to sign in with: 3 to 100 letters, digits or `. _ @ + -`.',
  })
  login!: string;

  @Field(() => String, { description: 'The first password, 10 to 200 characters.' })
  password!: string;
}

@ObjectType({ description: 'The person who may now sign in.' })
export class GiveLoginPayload extends Payload {
  @Field(() => Person, { nullable: true, description: 'The person; null if refused.' })
  person?: Person;
}

@InputType({ description: "A new password of one's own." })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password so far.' })
  oldPassword!: string;

  @Field(() => String, { description: 'The new password, 10 to 200 characters.' })
  newPassword!: string;
}

@ObjectType({ description: 'What changing the password answers.' })
export class ChangePasswordPayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True when it is changed; every other session of the person has ended.',
  })
  changed?: boolean;
}
