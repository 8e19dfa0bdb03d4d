import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, anyone, byCommand } from '../api/policy';
import {
  CastVoteInput,
  CastVotePayload,
  CloseBallotInput,
  CloseBallotPayload,
  OpenBallotInput,
  OpenBallotPayload,
  TakeVotingTokenInput,
  TakeVotingTokenPayload,
} from './ballot-acts.graphql';
import { Ballot } from './ballot.graphql';
import { castVote } from './cast-vote';
import { closeBallot } from './close-ballot';
import { openBallot } from './open-ballot';
import { takeVotingToken } from './take-voting-token';

@Resolver(() => Ballot)
export class BallotActsResolver {
  @Mutation(() => OpenBallotPayload, {
    description:
      'Opens a ballot of a community and freezes its roll: whoever lives there today and is not ' +
      'known to be under 18, or of those the residents that are named. With a rule it decides. ' +
      'Codes: ID_UNKNOWN, OTHER_COMMUNITY, TEXT_LENGTH, CHOICES_COUNT, ' +
      'CHOICE_TWICE, MARKS_COUNT, RULE_OF_ONE_CHOICE, BALLOT_TIME, SHARE_OUT_OF_RANGE, CHOICE_UNKNOWN, ELECTORS_COUNT, ELECTOR_TWICE, NOT_ELIGIBLE, ' +
      'ROLL_EMPTY, NOT_DECIDING, ELECTOR_UNKNOWN, RECUSED_FROM_BALLOT, LAST_ELECTOR.',
  })
  @Allow(byCommand('Cadres and officers of the community'))
  async openBallot(
    @Arg('input', () => OpenBallotInput) input: OpenBallotInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ ballot: await openBallot(work, input) }));
  }

  @Mutation(() => TakeVotingTokenPayload, {
    description:
      'Signs a blinded voting token and marks the roll: once for each that votes. The same ' +
      'blinded token is signed again, so that a lost answer loses no vote. Codes: ID_UNKNOWN, ' +
      'BALLOT_ROLL_CALL, NOT_ON_ROLL, BALLOT_CLOSED, TOKEN_UNREADABLE, TOKEN_TAKEN, ' +
      'RECUSED_FROM_BALLOT, PAPER_TAKEN, VOTED_ALREADY.',
  })
  @Allow(byCommand('Residents of the community'))
  async takeVotingToken(
    @Arg('input', () => TakeVotingTokenInput) input: TakeVotingTokenInput,
    @Ctx() context: Context,
  ) {
    return await answer(context.unkept(), async (work) => {
      const { ballot, blindSignature } = await takeVotingToken(work, input);
      return { ballot, blindSignature: blindSignature.toString('base64url') };
    });
  }

  @Mutation(() => CastVotePayload, {
    description:
      'Puts a vote into its box. To be asked without a name: no session, no cookie. The same vote ' +
      'again is the same answer. Codes: SIGNED_IN, ID_UNKNOWN, BALLOT_ROLL_CALL, BALLOT_CLOSED, ' +
      'CHOICE_OR_MARKS, CHOICE_UNKNOWN, CHOICE_TWICE, MARKS_COUNT, TOKEN_FORGED, TOKEN_USED.',
  })
  @Allow(anyone)
  async castVote(@Arg('input', () => CastVoteInput) input: CastVoteInput, @Ctx() context: Context) {
    return await answer(context, async (work) => ({ ballot: await castVote(work, input) }));
  }

  @Mutation(() => CloseBallotPayload, {
    description:
      'Counts a ballot whose last moment has passed, and publishes its boxes; none of papers may ' +
      'wait. Codes: ID_UNKNOWN, BALLOT_OPEN, BALLOT_CLOSED, BOX_WAITING.',
  })
  @Allow(byCommand('Cadres and officers of the community'))
  async closeBallot(
    @Arg('input', () => CloseBallotInput) input: CloseBallotInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ ballot: await closeBallot(work, input) }));
  }
}
