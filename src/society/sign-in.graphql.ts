import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload, RichRefusal, UserError } from '../api/user-error.graphql';

@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'The login name.' })
  login!: string;

  @Field(() => String, { description: 'The password.' })
  password!: string;
}

@ObjectType({ description: 'A session. Browsers get it as a cookie as well.' })
@Allow(withParent)
export class SignedInSession {
  @Field(() => String, {
    description: 'The bearer token for clients, shown this once: `Authorization: Bearer …`.',
  })
  token!: string;

  @Field(() => MomentScalar, { description: 'When it ends by itself.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'The session that was opened.' })
export class SignInPayload extends Payload {
  @Field(() => SignedInSession, { nullable: true, description: 'The session; null if refused.' })
  session?: SignedInSession;
}

@ObjectType({
  implements: UserError,
  description: 'Too many wrong guesses: nothing is tried for a while, the right password included.',
})
@Allow(withParent)
@RichRefusal('SIGN_IN_LOCKED')
export class SignInLocked extends UserError {
  @Field(() => Int, { description: 'Seconds until signing in may be tried again.' })
  retryAfterSeconds!: number;
}

@InputType({ description: 'Which sessions to end.' })
export class SignOutInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: every session of the person, on every device, at once.',
  })
  everywhere!: boolean;
}

@ObjectType({ description: 'What signing out answers.' })
export class SignOutPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True when the sessions are ended.' })
  signedOut?: boolean;
}
