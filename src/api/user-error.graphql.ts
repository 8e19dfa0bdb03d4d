import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { Refusal } from '../kernel/refusal';
import { Allow, withParent } from './policy';
import { say, type Language } from './say';

/** Refusals whose facts have a type of their own: code → the name of that type. */
const RICH = new Map<string, string>();

@InterfaceType({
  description:
    'Why nothing was done. Some refusals carry facts: they are types of their own. Every mutation ' +
    'lists the codes that it can return; under a header `Idempotency-Key`, by which somebody who is ' +
    'signed in gets the same answer again for a day, any may also return KEY_UNUSABLE, KEY_REUSED.',
  resolveType: ({ code }: UserError) => RICH.get(code) ?? 'Refused',
})
export abstract class UserError {
  @Field(() => String, { description: 'The reason, stable for programs: `POOL_SHORT`.' })
  code!: string;

  @Field(() => String, { description: 'The reason for people, in the language asked for.' })
  message!: string;

  @Field(() => [String], {
    description:
      'The input field to change, from the root of the input; empty for the whole input.',
  })
  path!: readonly string[];
}

@ObjectType({ implements: UserError, description: 'A refusal without further facts.' })
@Allow(withParent)
export class Refused extends UserError {}

/** Declares a refusal's own type; its fields are read from the refusal's facts. */
export function RichRefusal(...codes: string[]): ClassDecorator {
  return (target) => {
    for (const code of codes) RICH.set(code, target.name);
  };
}

/** A payload's base: what was refused. When it is not empty, nothing was changed. */
@ObjectType({ description: 'What a mutation answers.' })
@Allow(withParent)
export abstract class Payload {
  @Field(() => [UserError], {
    description: 'Why it was refused; empty when it was done. A refusal changes nothing.',
  })
  userErrors!: UserError[];
}

/** A refusal as the API shows it. */
export function toUserError(refusal: Refusal, language: Language): UserError {
  const { code, facts, path } = refusal;
  return { ...facts, code, path, message: say(language, code, facts) };
}
