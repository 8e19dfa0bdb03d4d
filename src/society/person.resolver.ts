import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { cityNode } from '../api/node.graphql';
import { Allow, anyone, byCommand, signedIn } from '../api/policy';
import { changePassword } from './change-password';
import { displayName } from './display-name';
import { giveLogin } from './give-login';
import type { PersonRow } from './person.entity';
import {
  ChangePasswordInput,
  ChangePasswordPayload,
  GiveLoginInput,
  GiveLoginPayload,
  Person,
  RegisterPersonInput,
  RegisterPersonPayload,
} from './person.graphql';
import { personById } from './person.reader';
import { registerPerson } from './register-person';

cityNode('Person', (context, id) => context.load(personById, CITY, id));

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => String, { description: 'The name as the public sees it: 张**.' })
  @Allow(anyone)
  displayName(@Root() { name }: PersonRow) {
    return displayName(name);
  }

  @Mutation(() => RegisterPersonPayload, {
    description:
      'Puts someone who acts on the register, with a login or without. Codes: TEXT_LENGTH, ' +
      'LOGIN_UNUSABLE, LOGIN_TAKEN, PASSWORD_LENGTH.',
  })
  @Allow(byCommand("Cadres of a residents' committee and officers of a street office"))
  async registerPerson(
    @Arg('input', () => RegisterPersonInput) input: RegisterPersonInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ person: await registerPerson(work, input) }));
  }

  @Mutation(() => GiveLoginPayload, {
    description:
      'Gives a resident or a person who has none a login. Codes: ID_UNKNOWN, WHO_UNCLEAR, ' +
      'RESIDENT_GONE, LOGIN_UNUSABLE, PASSWORD_LENGTH, LOGIN_GIVEN, LOGIN_TAKEN.',
  })
  @Allow(
    byCommand(
      'Officers over every place the person is tied to; cadres for residents with no role but in ' +
        "residents' own groups",
    ),
  )
  async giveLogin(
    @Arg('input', () => GiveLoginInput) input: GiveLoginInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ person: await giveLogin(work, input) }));
  }

  @Mutation(() => ChangePasswordPayload, {
    description:
      "Changes one's own password and ends one's other sessions. Codes: PASSWORD_WRONG, " +
      'SIGN_IN_LOCKED (wrong guesses count here too), PASSWORD_LENGTH.',
  })
  @Allow(signedIn)
  async changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => {
      await changePassword(context.source, work, input, context.session);
      return { changed: true };
    });
  }
}
