import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { whoMay } from '../councils/layers';
import type { GivenAct } from './act-of';
import { coSignMotion } from './co-sign-motion';
import { concludeMotion } from './conclude-motion';
import { mergeMotion } from './merge-motion';
import {
  ConcludeMotionInput,
  ConcludeMotionPayload,
  CoSignMotionInput,
  CoSignMotionPayload,
  MergeMotionInput,
  MergeMotionPayload,
  PutMotionToVoteInput,
  PutMotionToVotePayload,
  ScreenMotionInput,
  ScreenMotionPayload,
  TableMotionInput,
  TableMotionPayload,
  WithdrawMotionInput,
  WithdrawMotionPayload,
} from './motion-acts.graphql';
import { putMotionToVote } from './put-motion-to-vote';
import { screenMotion } from './screen-motion';
import { tableMotion } from './table-motion';
import { withdrawMotion } from './withdraw-motion';

@Resolver()
export class MotionActsResolver {
  @Mutation(() => TableMotionPayload, {
    description:
      'Puts a motion before the body that decides it; its act is tried and undone first. Codes: ' +
      'ID_UNKNOWN, NO_BODY, ONE_ACT, ACT_ELSEWHERE, BEYOND_COUNCIL, NOT_RESERVED, ' +
      'DECIDED_BY_BOARD, TEXT_LENGTH, MOTION_TWICE, and those of its act.',
  })
  @Allow(
    byCommand(
      "The committee of the party organisation, cadres of the residents' committee, members of " +
        'councils of the community, and residents together',
    ),
  )
  async tableMotion(
    @Arg('input', () => TableMotionInput) input: TableMotionInput,
    @Ctx() context: Context,
  ) {
    const given = { ...input, act: input.act as GivenAct | null | undefined };
    return await answer(context, async (work) => ({ motion: await tableMotion(work, given) }));
  }

  @Mutation(() => CoSignMotionPayload, {
    description:
      'Puts a name to a motion of residents; with the last one that it needs it is tabled. Codes: ' +
      'ID_UNKNOWN, MOTION_STATE, GATHERING_OVER, CO_SIGNED_ALREADY.',
  })
  @Allow(byCommand('Residents of the place whose affair it is, for themselves'))
  async coSignMotion(
    @Arg('input', () => CoSignMotionInput) input: CoSignMotionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ motion: await coSignMotion(work, input) }));
  }

  @Mutation(() => ScreenMotionPayload, {
    description:
      'Admits a motion or returns it. Codes: ID_UNKNOWN, MOTION_STATE, OWN_MOTION, TEXT_LENGTH.',
  })
  @Allow(byCommand(whoMay('screenMotion')))
  async screenMotion(
    @Arg('input', () => ScreenMotionInput) input: ScreenMotionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ motion: await screenMotion(work, input) }));
  }

  @Mutation(() => MergeMotionPayload, {
    description:
      'Has a motion dealt with together with another one. Codes: ID_UNKNOWN, OTHER_COMMUNITY, ' +
      'MOTION_STATE, MERGE_TARGET, TEXT_LENGTH.',
  })
  @Allow(byCommand(whoMay('mergeMotion')))
  async mergeMotion(
    @Arg('input', () => MergeMotionInput) input: MergeMotionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ motion: await mergeMotion(work, input) }));
  }

  @Mutation(() => WithdrawMotionPayload, {
    description:
      'Takes a motion back before it is voted on. Codes: ID_UNKNOWN, MOTION_STATE, MOTION_OF_MANY, ' +
      'TEXT_LENGTH.',
  })
  @Allow(byCommand('Who tabled it, or wrote it while names are gathered'))
  async withdrawMotion(
    @Arg('input', () => WithdrawMotionInput) input: WithdrawMotionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ motion: await withdrawMotion(work, input) }));
  }

  @Mutation(() => PutMotionToVotePayload, {
    description:
      "Opens the ballot of the council's members. Codes: ID_UNKNOWN, MOTION_STATE, HEARING_FIRST, " +
      'ACT_UNDER_WAY, COUNCIL_DISSOLVED, COUNCIL_UNSEATED, COUNCIL_NOT_COMPOSED, BALLOT_TIME, NOT_ELIGIBLE, ' +
      'LAST_ELECTOR.',
  })
  @Allow(byCommand(whoMay('putMotionToVote')))
  async putMotionToVote(
    @Arg('input', () => PutMotionToVoteInput) input: PutMotionToVoteInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ motion: await putMotionToVote(work, input) }));
  }

  @Mutation(() => ConcludeMotionPayload, {
    description:
      'Counts a ballot whose time is over, and writes down what was resolved. Codes: ID_UNKNOWN, ' +
      'MOTION_STATE, BALLOT_OPEN, BOX_WAITING.',
  })
  @Allow(byCommand(whoMay('concludeMotion')))
  async concludeMotion(
    @Arg('input', () => ConcludeMotionInput) input: ConcludeMotionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ motion: await concludeMotion(work, input) }));
  }
}
