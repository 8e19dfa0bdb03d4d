import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { endPremisesAgreement } from './end-premises-agreement';
import {
  EndPremisesAgreementInput,
  EndPremisesAgreementPayload,
  RecordPremisesAgreementInput,
  RecordPremisesAgreementPayload,
  RenewPremisesAgreementInput,
  RenewPremisesAgreementPayload,
} from './premises-agreement.graphql';
import { recordPremisesAgreement } from './record-premises-agreement';
import { renewPremisesAgreement } from './renew-premises-agreement';

const OFFICERS = byCommand('Officers of the place');

@Resolver()
export class PremisesActsResolver {
  @Mutation(() => RecordPremisesAgreementPayload, {
    description:
      'Writes down who lends a store its premises, from when until when. Codes: ID_UNKNOWN, ' +
      'TEXT_LENGTH, DAY_UNREADABLE, PERIOD_EMPTY, PREMISES_OVERLAP, WRONG_CURRENCY, ' +
      'AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE.',
  })
  @Allow(OFFICERS)
  async recordPremisesAgreement(
    @Arg('input', () => RecordPremisesAgreementInput) input: RecordPremisesAgreementInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      agreement: await recordPremisesAgreement(work, input),
    }));
  }

  @Mutation(() => RenewPremisesAgreementPayload, {
    description:
      'Lets an agreement go on by a new one that begins where it ends. Codes: ID_UNKNOWN, ' +
      'DAY_UNREADABLE, PERIOD_EMPTY, TEXT_LENGTH, PREMISES_ENDED, PREMISES_RENEWED, ' +
      'PREMISES_OVERLAP, WRONG_CURRENCY, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, ' +
      'AMOUNT_TOO_LARGE.',
  })
  @Allow(OFFICERS)
  async renewPremisesAgreement(
    @Arg('input', () => RenewPremisesAgreementInput) input: RenewPremisesAgreementInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      agreement: await renewPremisesAgreement(work, input),
    }));
  }

  @Mutation(() => EndPremisesAgreementPayload, {
    description:
      'Ends an agreement early, with a reason. Codes: ID_UNKNOWN, DAY_UNREADABLE, ' +
      'PREMISES_END_RANGE, PREMISES_ENDED, TEXT_LENGTH.',
  })
  @Allow(OFFICERS)
  async endPremisesAgreement(
    @Arg('input', () => EndPremisesAgreementInput) input: EndPremisesAgreementInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      agreement: await endPremisesAgreement(work, input),
    }));
  }
}
