import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { answerDispute } from './answer-dispute';
import { checkStatement } from './check-statement';
import { disputeStatementLine } from './dispute-statement-line';
import { issueStatement } from './issue-statement';
import {
  AnswerDisputeInput,
  AnswerDisputePayload,
  CheckStatementInput,
  CheckStatementPayload,
  DisputeStatementLineInput,
  DisputeStatementLinePayload,
  IssueStatementInput,
  IssueStatementPayload,
  SettleDisputeInput,
  SettleDisputePayload,
} from './operator-acts.graphql';
import { settleDispute } from './settle-dispute';

const STOREKEEPERS = "The storekeepers of the store's operator";
const CHECKERS =
  'The chair and the secretary of the foundation that holds the pool, who neither issued it nor ' +
  'work for the operator';

@Resolver()
export class OperatorActsResolver {
  @Mutation(() => IssueStatementPayload, {
    description:
      'States what the pool came to owe the operator in a month that has ended, since the last ' +
      'statement of that month. Codes: ID_UNKNOWN, MONTH_UNREADABLE, MONTH_OPEN, NOTHING_TO_STATE.',
  })
  @Allow(byCommand(STOREKEEPERS))
  async issueStatement(
    @Arg('input', () => IssueStatementInput) input: IssueStatementInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      statement: await issueStatement(work, input),
    }));
  }

  @Mutation(() => CheckStatementPayload, {
    description:
      'Accepts a statement, but for the lines that were disputed: so much may be paid. ' +
      'Codes: ID_UNKNOWN, SECOND_PERSON_NEEDED, STATEMENT_CHECKED, EARLIER_UNCHECKED.',
  })
  @Allow(byCommand(CHECKERS))
  async checkStatement(
    @Arg('input', () => CheckStatementInput) input: CheckStatementInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      statement: await checkStatement(work, input),
    }));
  }

  @Mutation(() => DisputeStatementLinePayload, {
    description:
      'Disputes a line of a statement that is not checked yet, once: so much waits for the ' +
      'operator. Codes: ID_UNKNOWN, SECOND_PERSON_NEEDED, STATEMENT_CHECKED, LINE_UNKNOWN, ' +
      'PIECES_OR_AMOUNT, DISPUTE_RANGE, LINE_DISPUTED_BEFORE, LESS_IS_OWED, TEXT_LENGTH, ' +
      'WRONG_CURRENCY, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, ' +
      'KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand(CHECKERS))
  async disputeStatementLine(
    @Arg('input', () => DisputeStatementLineInput) input: DisputeStatementLineInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      dispute: await disputeStatementLine(work, input),
    }));
  }

  @Mutation(() => AnswerDisputePayload, {
    description:
      'The operator accepts, and the disputed part goes back to the pool, or insists, and the board ' +
      'decides. Codes: ID_UNKNOWN, DISPUTE_OVER, DISPUTE_ANSWERED, DISPUTED_VOIDED (what was ' +
      'voided since is not taken twice), TEXT_LENGTH, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand(STOREKEEPERS))
  async answerDispute(
    @Arg('input', () => AnswerDisputeInput) input: AnswerDisputeInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ dispute: await answerDispute(work, input) }));
  }

  @Mutation(() => SettleDisputePayload, {
    description:
      'The board reduces a disputed line, once the operator has been heard, or keeps it. ' +
      'Codes: ID_UNKNOWN, SECOND_PERSON_NEEDED, DISPUTE_OVER, DISPUTE_UNANSWERED, ' +
      'DISPUTED_VOIDED (what was voided since is not taken twice), TEXT_LENGTH, ' +
      'KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(
    byCommand(
      'The chair and board members of the foundation that holds the pool, but for who raised it ' +
        'or works for the operator',
    ),
  )
  async settleDispute(
    @Arg('input', () => SettleDisputeInput) input: SettleDisputeInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ dispute: await settleDispute(work, input) }));
  }
}
