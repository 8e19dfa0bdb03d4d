import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { monthOf, monthPeriod } from '../kernel/calendar';
import { place } from '../society/place.reader';
import { CreditScheme } from './credit-scheme.graphql';
import type { CreditScheme as Scheme } from './credit-scheme.reader';
import { setTransferRule } from './set-transfer-rule';
import { transferCredits } from './transfer-credits';
import {
  SetTransferRuleInput,
  SetTransferRulePayload,
  TransferCreditsInput,
  TransferCreditsPayload,
  TransferRule,
} from './transfer.graphql';
import { transferRuleIn, type TransferRule as Rule } from './transfer-rule.reader';

@Resolver(() => TransferRule)
export class TransferRuleResolver {
  @FieldResolver(() => String)
  fromMonth(@Root() { fromMonth }: Rule) {
    return fromMonth.slice(0, 7);
  }
}

@Resolver(() => CreditScheme)
export class SchemeTransferResolver {
  @FieldResolver(() => TransferRule, {
    nullable: true,
    description:
      'What a resident may hand on within the household in a month; null: nothing. ' +
      'Codes: MONTH_UNREADABLE.',
  })
  async transferRule(
    @Root() { id, placeId }: Scheme,
    @Arg('month', () => String, {
      nullable: true,
      description: 'The month, `2026-11`; this one if left out.',
    })
    month: string | null,
    @Ctx() context: Context,
  ) {
    const { timeZone = 'utc' } = (await place(context, placeId)) ?? {};
    const { from } = monthPeriod(month ?? monthOf(context.now, timeZone), ['month']);
    return await context.load(transferRuleIn, CITY, `${id} ${from}`);
  }
}

@Resolver()
export class TransferResolver {
  @Mutation(() => SetTransferRulePayload, {
    description:
      'Says how many credits may be handed on within a household in a month, from a coming month ' +
      'on. Codes: ID_UNKNOWN, TRANSFER_LIMIT_RANGE, MONTH_UNREADABLE, TRANSFER_RULE_TOO_EARLY.',
  })
  @Allow(byCommand("Officers of the scheme's place"))
  async setTransferRule(
    @Arg('input', () => SetTransferRuleInput) input: SetTransferRuleInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ scheme: await setTransferRule(work, input) }));
  }

  @Mutation(() => TransferCreditsPayload, {
    description:
      'Hands credits on to another resident of the same household, the oldest first; they keep ' +
      'the day on which they end. Codes: ID_UNKNOWN, KEY_UNUSABLE, KEY_REUSED, OTHER_COMMUNITY, ' +
      'TRANSFER_TO_SELF, OWN_TRANSFER, TRANSFER_RANGE, RESIDENT_GONE, OTHER_HOUSEHOLD, ' +
      'WALLET_FROZEN, NO_SCHEME, TRANSFERS_OFF, CREDITS_END_SOON (some end today or tomorrow, and ' +
      'come first), INSUFFICIENT_CREDITS, TRANSFER_LIMIT_REACHED.',
  })
  @Allow(byCommand('The resident whose credits they are; cadres and officers of the community'))
  async transferCredits(
    @Arg('input', () => TransferCreditsInput) input: TransferCreditsInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, (work) => transferCredits(work, input));
  }
}
