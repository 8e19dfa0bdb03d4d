import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, anyone, signedIn } from '../api/policy';
import { signIn } from './sign-in';
import { SignInInput, SignInPayload, SignOutInput, SignOutPayload } from './sign-in.graphql';
import { signOut } from './sign-out';

@Resolver()
export class SignInResolver {
  @Mutation(() => SignInPayload, {
    description:
      'Signs a person in. Codes: SIGN_IN_FAILED, SIGN_IN_LOCKED (five wrong guesses at a login, ' +
      'or fifty from an address).',
  })
  @Allow(anyone)
  async signIn(@Arg('input', () => SignInInput) input: SignInInput, @Ctx() context: Context) {
    const { source, session } = context;
    return await answer(context, async (work) => {
      const opened = await signIn(source, work, input, session.address);
      session.cookie.set(opened.token, opened.expiresAt);
      return { session: opened };
    });
  }

  @Mutation(() => SignOutPayload, {
    description: 'Ends this session, or all of them. Codes: none.',
  })
  @Allow(signedIn)
  async signOut(@Arg('input', () => SignOutInput) input: SignOutInput, @Ctx() context: Context) {
    return await answer(context, async (work) => {
      await signOut(work, input, context.session.tokenHash);
      context.session.cookie.clear();
      return { signedOut: true };
    });
  }
}
