import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { toUserError } from '../api/user-error.graphql';
import { advanceFundProject } from './advance-fund-project';
import { dropFundProject } from './drop-fund-project';
import { executeFundProject } from './execute-fund-project';
import {
  AdvanceFundProjectInput,
  AdvanceFundProjectPayload,
  DropFundProjectInput,
  DropFundProjectPayload,
  ExecuteFundProjectInput,
  ExecuteFundProjectPayload,
  OpenOpinionBallotInput,
  OpenOpinionBallotPayload,
  SendFundProjectBackInput,
  SendFundProjectBackPayload,
  StartFundProjectInput,
  StartFundProjectPayload,
  TableFundProjectInput,
  TableFundProjectPayload,
} from './fund-project-acts.graphql';
import { openOpinionBallot } from './open-opinion-ballot';
import { sendFundProjectBack } from './send-fund-project-back';
import { startFundProject } from './start-fund-project';
import { tableFundProject } from './table-fund-project';

const AT_STEP = 'Those whom the procedure names for the step at which the project stands';

@Resolver()
export class FundProjectActsResolver {
  @Mutation(() => StartFundProjectPayload, {
    description:
      'Begins a project of a public fund. Codes: ID_UNKNOWN, PROCEDURE_ELSEWHERE, ' +
      'PROCEDURE_REPLACED, FUND_YEAR_OVER, COST_TOO_LARGE, SELF_RAISED_ALL, BEYOND_ALLOTMENT, ' +
      'TEXT_LENGTH, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, ' +
      'WRONG_CURRENCY.',
  })
  @Allow(byCommand('Those whom the procedure names for its first step'))
  async startFundProject(
    @Arg('input', () => StartFundProjectInput) input: StartFundProjectInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      project: await startFundProject(work, input),
    }));
  }

  @Mutation(() => OpenOpinionBallotPayload, {
    description:
      'Asks every household what it thinks of a project: one household, one ballot. Codes: ' +
      'ID_UNKNOWN, PROJECT_ENDED, STEP_ELSEWHERE, OPINIONS_ASKED, TEXT_LENGTH, CHOICES_COUNT, ' +
      'CHOICE_TWICE, BALLOT_TIME, ROLL_EMPTY.',
  })
  @Allow(byCommand(AT_STEP))
  async openOpinionBallot(
    @Arg('input', () => OpenOpinionBallotInput) input: OpenOpinionBallotInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      project: await openOpinionBallot(work, input),
    }));
  }

  @Mutation(() => TableFundProjectPayload, {
    description:
      'Puts a project before the council of the community. Codes: ID_UNKNOWN, PROJECT_ENDED, ' +
      'STEP_ELSEWHERE, TABLED_BEFORE, NO_BODY, ORGANISATION_KIND, POOL_CLOSED, ' +
      'APPLICANT_ELSEWHERE, TEXT_LENGTH, BUDGET_LINES, TRANCHE_COUNT, SUMS_DIFFER, DUE_ORDER, ' +
      'DUE_PAST, DAY_UNREADABLE, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, ' +
      'AMOUNT_TOO_LARGE, WRONG_CURRENCY.',
  })
  @Allow(byCommand(AT_STEP))
  async tableFundProject(
    @Arg('input', () => TableFundProjectInput) input: TableFundProjectInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      project: await tableFundProject(work, input),
    }));
  }

  @Mutation(() => AdvanceFundProjectPayload, {
    description:
      'Passes the step that a project stands at when nothing is missing. Codes: ID_UNKNOWN, ' +
      'PROJECT_ENDED, LAST_STEP, STEP_INCOMPLETE.',
  })
  @Allow(byCommand(AT_STEP))
  async advanceFundProject(
    @Arg('input', () => AdvanceFundProjectInput) input: AdvanceFundProjectInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      project: await advanceFundProject(work, input),
    }));
  }

  @Mutation(() => SendFundProjectBackPayload, {
    description:
      'Sends a project back to an earlier step that its step allows. Codes: ID_UNKNOWN, ' +
      'PROJECT_ENDED, TEXT_LENGTH, NO_WAY_BACK, MONEY_AWARDED, ' +
      'HOUSEHOLDS_VOTE, COUNCIL_VOTES.',
  })
  @Allow(byCommand(AT_STEP))
  async sendFundProjectBack(
    @Arg('input', () => SendFundProjectBackInput) input: SendFundProjectBackInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      project: await sendFundProjectBack(work, input),
    }));
  }

  @Mutation(() => DropFundProjectPayload, {
    description:
      'Gives a project up before money was awarded to it. Codes: ID_UNKNOWN, PROJECT_ENDED, ' +
      'TEXT_LENGTH, MONEY_AWARDED, HOUSEHOLDS_VOTE, COUNCIL_VOTES.',
  })
  @Allow(byCommand(AT_STEP))
  async dropFundProject(
    @Arg('input', () => DropFundProjectInput) input: DropFundProjectInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ project: await dropFundProject(work, input) }));
  }

  @Mutation(() => ExecuteFundProjectPayload, {
    description:
      'Begins to carry out a project: what its council resolved is awarded to it. Where its act is ' +
      'refused, `notDone` says why. Codes: ID_UNKNOWN, PROJECT_ENDED, STEP_ELSEWHERE, NOT_RESOLVED, RESOLUTION_STATE, NOTICE_RUNS, ' +
      'OBJECTION_WAITING, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand(AT_STEP))
  async executeFundProject(
    @Arg('input', () => ExecuteFundProjectInput) input: ExecuteFundProjectInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => {
      const { project, refusal } = await executeFundProject(work, input);
      return { project, notDone: refusal && toUserError(refusal, context.language) };
    });
  }
}
