import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import {
  ApplyForGrantInput,
  ApplyForGrantPayload,
  DeclareInterestPayload,
  ReviewApplicationPayload,
  WithdrawApplicationInput,
  WithdrawApplicationPayload,
} from './application.graphql';
import { applyForGrant } from './apply-for-grant';
import { declareInterest } from './declare-interest';
import { reviewApplication } from './review-application';
import { DeclareInterestInput, ReviewApplicationInput } from './review.graphql';
import { withdrawApplication } from './withdraw-application';

@Resolver()
export class ApplicationActsResolver {
  @Mutation(() => ApplyForGrantPayload, {
    description:
      'An organisation asks a pool for money. Codes: ID_UNKNOWN, ORGANISATION_KIND, POOL_CLOSED, ' +
      'POOL_EARMARKED, BY_PROCEDURE_ONLY, APPLICANT_ELSEWHERE, TEXT_LENGTH, BUDGET_LINES, ' +
      'TRANCHE_COUNT, SUMS_DIFFER, DUE_ORDER, DUE_PAST, DAY_UNREADABLE, AMOUNT_UNREADABLE, ' +
      'AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, WRONG_CURRENCY.',
  })
  @Allow(byCommand("The self-organisation's leader, the social organisation's director"))
  async applyForGrant(
    @Arg('input', () => ApplyForGrantInput) input: ApplyForGrantInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      application: await applyForGrant(work, input),
    }));
  }

  @Mutation(() => WithdrawApplicationPayload, {
    description:
      'The applicant takes an undecided application back. Codes: ID_UNKNOWN, APPLICATION_DECIDED, ' +
      'BY_PROCEDURE_ONLY.',
  })
  @Allow(byCommand("The applicant's leader or director"))
  async withdrawApplication(
    @Arg('input', () => WithdrawApplicationInput) input: WithdrawApplicationInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      application: await withdrawApplication(work, input),
    }));
  }

  @Mutation(() => DeclareInterestPayload, {
    description:
      'A member of the board stands aside from an application, out of the vote and its base; a vote ' +
      'cast before counts no longer. Codes: ID_UNKNOWN, APPLICATION_DECIDED, DECIDED_BY_COUNCIL, ' +
      'BY_PROCEDURE_ONLY, ALREADY_DECLARED, TEXT_LENGTH.',
  })
  @Allow(byCommand("A member of the board of the pool's foundation"))
  async declareInterest(
    @Arg('input', () => DeclareInterestInput) input: DeclareInterestInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      application: await declareInterest(work, input),
    }));
  }

  @Mutation(() => ReviewApplicationPayload, {
    description:
      'A member of the board approves or declines an application. The N-th approval awards it; it is ' +
      'declined when approvals can no longer reach N. Codes: ID_UNKNOWN, APPLICATION_DECIDED, ' +
      'DECIDED_BY_COUNCIL, BY_PROCEDURE_ONLY, POOL_CLOSED, RECUSED, ALREADY_REVIEWED, BOARD_TOO_SMALL, POOL_SHORT, ACCOUNT_CLOSED, ' +
      'TEXT_LENGTH, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("A member of the board of the pool's foundation"))
  async reviewApplication(
    @Arg('input', () => ReviewApplicationInput) input: ReviewApplicationInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      application: await reviewApplication(work, input),
    }));
  }
}
