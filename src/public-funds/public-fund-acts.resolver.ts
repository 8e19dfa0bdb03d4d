import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { allotPublicFund } from './allot-public-fund';
import { SetAllotmentPolicyInput, SetAllotmentPolicyPayload } from './allotment.graphql';
import { PublishFundProcedureInput, PublishFundProcedurePayload } from './fund-procedure.graphql';
import {
  AllotPublicFundInput,
  AllotPublicFundPayload,
  RecordAllotmentReceivedInput,
  RecordAllotmentReceivedPayload,
  SettlePublicFundInput,
  SettlePublicFundPayload,
} from './public-fund.graphql';
import { publishFundProcedure } from './publish-fund-procedure';
import { recordAllotmentReceived } from './record-allotment-received';
import { setAllotmentPolicy } from './set-allotment-policy';
import { settlePublicFund } from './settle-public-fund';

@Resolver()
export class PublicFundActsResolver {
  @Mutation(() => SetAllotmentPolicyPayload, {
    description:
      'Says what the communities of a place get for a year from a day on. Codes: ID_UNKNOWN, ' +
      'POLICY_PLACE, DAY_UNREADABLE, DAY_PAST, POLICY_DAY_TAKEN, WEIGHTS_RANGE, ' +
      'AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, WRONG_CURRENCY.',
  })
  @Allow(byCommand('Officers of the place or above'))
  async setAllotmentPolicy(
    @Arg('input', () => SetAllotmentPolicyInput) input: SetAllotmentPolicyInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      policy: await setAllotmentPolicy(work, input),
    }));
  }

  @Mutation(() => AllotPublicFundPayload, {
    description:
      'Allots a community its public money for a year, from its households, and opens its pool. ' +
      'Codes: ID_UNKNOWN, ORGANISATION_KIND, OFFICE_ELSEWHERE, FUND_YEAR, DAY_UNREADABLE, ' +
      'COUNT_DAY, FUND_ALLOTTED, NO_ALLOTMENT_POLICY, NOBODY_LIVES_HERE, TEXT_LENGTH, ' +
      'POOL_NAME_TAKEN, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand('Officers of the community or above'))
  async allotPublicFund(
    @Arg('input', () => AllotPublicFundInput) input: AllotPublicFundInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ fund: await allotPublicFund(work, input) }));
  }

  @Mutation(() => RecordAllotmentReceivedPayload, {
    description:
      'Records that a part of an allotment has arrived. Codes: ID_UNKNOWN, AMOUNT_UNREADABLE, ' +
      'AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, WRONG_CURRENCY, DAY_UNREADABLE, ' +
      'OCCURRED_IN_FUTURE, OCCURRED_TOO_EARLY, ALLOTMENT_EXCEEDED, ACCOUNT_CLOSED, KEY_UNUSABLE, ' +
      'KEY_REUSED.',
  })
  @Allow(byCommand("The treasurer of the fund's office"))
  async recordAllotmentReceived(
    @Arg('input', () => RecordAllotmentReceivedInput) input: RecordAllotmentReceivedInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      fund: await recordAllotmentReceived(work, input),
    }));
  }

  @Mutation(() => SettlePublicFundPayload, {
    description:
      'When the year of a fund is over, carries what nobody was promised into the next, or pays it ' +
      'back. Codes: ID_UNKNOWN, FUND_YEAR_RUNNING, NOTHING_UNSPENT, NO_NEXT_FUND, POOL_SHORT, ' +
      'BANK_SHORT, ACCOUNT_CLOSED, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The treasurer of the fund's office"))
  async settlePublicFund(
    @Arg('input', () => SettlePublicFundInput) input: SettlePublicFundInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ fund: await settlePublicFund(work, input) }));
  }

  @Mutation(() => PublishFundProcedurePayload, {
    description:
      'Publishes a version of the steps by which public money is spent in a place. Codes: ' +
      'ID_UNKNOWN, PROCEDURE_UNCLEAR, CODE_SHAPE, CODE_TWICE, LIST_LENGTH, TEXT_LENGTH, ' +
      'NOTICE_RANGE, AT_LEAST_RANGE, SEND_BACK_UNKNOWN, PROCEDURE_LACKS, AMOUNT_UNREADABLE, ' +
      'AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, WRONG_CURRENCY.',
  })
  @Allow(byCommand('Officers of the place or above'))
  async publishFundProcedure(
    @Arg('input', () => PublishFundProcedureInput) input: PublishFundProcedureInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      procedure: await publishFundProcedure(work, input),
    }));
  }
}
