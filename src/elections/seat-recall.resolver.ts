import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Ballot } from '../ballots/ballot.graphql';
import { readsRoll } from '../ballots/ballot.policy';
import { ballotById } from '../ballots/ballot.reader';
import type { CouncilSeatRow } from '../councils/council-seat.entity';
import { CouncilSeat } from '../councils/council-seat.graphql';
import { seatById } from '../councils/council-seat.reader';
import { whoMay } from '../councils/layers';
import { coSignSeatRecall } from './co-sign-seat-recall';
import { concludeSeatRecall } from './conclude-seat-recall';
import { demandSeatRecall } from './demand-seat-recall';
import { ElectionWard } from './election.graphql';
import { wardById } from './election.reader';
import { openSeatRecallBallot } from './open-seat-recall-ballot';
import type { SeatRecallRow } from './seat-recall.entity';
import {
  ConcludeSeatRecallInput,
  ConcludeSeatRecallPayload,
  CoSignSeatRecallInput,
  CoSignSeatRecallPayload,
  DemandSeatRecallInput,
  DemandSeatRecallPayload,
  OpenSeatRecallBallotInput,
  OpenSeatRecallBallotPayload,
  SeatRecall,
  SeatRecallConnection,
} from './seat-recall.graphql';
import { recallsOfSeat, seatRecallById, signaturesOf } from './seat-recall.reader';

tenantNode('SeatRecall', (context, ref) => context.load(seatRecallById, ref.communityId, ref.id));

const ELECTORS = 'Residents of the community: electors of the ward that gave the seat';

@Resolver(() => SeatRecall)
export class SeatRecallResolver {
  @Mutation(() => DemandSeatRecallPayload, {
    description:
      'Demands that the electors vote whether an elected member keeps the seat, and signs first. ' +
      'Codes: ID_UNKNOWN, TEXT_LENGTH, COUNCIL_DISSOLVED, SEAT_NOT_ELECTED, SEAT_VACANT, ' +
      'TERM_ENDED, ROLL_EMPTY, NOT_ELECTOR, RECALL_UNDER_WAY, RECALL_TOO_SOON.',
  })
  @Allow(byCommand(ELECTORS))
  async demandSeatRecall(
    @Arg('input', () => DemandSeatRecallInput) input: DemandSeatRecallInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ recall: await demandSeatRecall(work, input) }));
  }

  @Mutation(() => CoSignSeatRecallPayload, {
    description:
      'Signs a demand for a recall, once for all that votes once with whoever asks. Codes: ' +
      'ID_UNKNOWN, RECALL_ENDED, RECALL_VOTES, RECALL_LAPSED, NOT_ELECTOR, SIGNED_ALREADY.',
  })
  @Allow(byCommand(ELECTORS))
  async coSignSeatRecall(
    @Arg('input', () => CoSignSeatRecallInput) input: CoSignSeatRecallInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ recall: await coSignSeatRecall(work, input) }));
  }

  @Mutation(() => OpenSeatRecallBallotPayload, {
    description:
      'Puts a recall that enough have signed to the vote, in secret, of the electors of the ward: ' +
      'to recall (罢免), to keep (留任), or to abstain (弃权). ' +
      'Codes: ID_UNKNOWN, RECALL_ENDED, RECALL_VOTES, SIGNATURES_TOO_FEW, SEAT_VACANT, ' +
      'TEXT_LENGTH, BALLOT_TIME, ROLL_EMPTY.',
  })
  @Allow(byCommand(whoMay('openSeatRecallBallot')))
  async openSeatRecallBallot(
    @Arg('input', () => OpenSeatRecallBallotInput) input: OpenSeatRecallBallotInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      recall: await openSeatRecallBallot(work, input),
    }));
  }

  @Mutation(() => ConcludeSeatRecallPayload, {
    description:
      'Counts the ballot of a recall; where it passes, the seat is vacant from tomorrow on. ' +
      'Codes: ID_UNKNOWN, RECALL_ENDED, RECALL_VOTES_NOT, BALLOT_OPEN, BOX_WAITING, ' +
      'COUNCIL_DISSOLVED.',
  })
  @Allow(byCommand(whoMay('concludeSeatRecall')))
  async concludeSeatRecall(
    @Arg('input', () => ConcludeSeatRecallInput) input: ConcludeSeatRecallInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      recall: await concludeSeatRecall(work, input),
    }));
  }

  @FieldResolver(() => String, { description: 'Why it was demanded.' })
  @Allow(readsRoll)
  ground(@Root() { ground }: SeatRecallRow) {
    return ground;
  }

  @FieldResolver(() => Int, { description: 'How many have signed; who, is not told.' })
  async signatures(@Root() { communityId, id }: SeatRecallRow, @Ctx() context: Context) {
    return (await context.load(signaturesOf, communityId, id))?.signatures ?? 0;
  }

  @FieldResolver(() => CouncilSeat, { nullable: true, description: 'The seat.' })
  async seat(@Root() { communityId, seatId }: SeatRecallRow, @Ctx() context: Context) {
    return await context.load(seatById, communityId, seatId);
  }

  @FieldResolver(() => ElectionWard, {
    nullable: true,
    description: 'The ward whose electors gave the seat, and vote on it.',
  })
  async ward(@Root() { communityId, wardId }: SeatRecallRow, @Ctx() context: Context) {
    return await context.load(wardById, communityId, wardId);
  }

  @FieldResolver(() => Ballot, { nullable: true, description: 'The ballot, once it is opened.' })
  async ballot(@Root() { communityId, ballotId }: SeatRecallRow, @Ctx() context: Context) {
    return ballotId && (await context.load(ballotById, communityId, ballotId));
  }
}

@Resolver(() => CouncilSeat)
export class CouncilSeatRecallsResolver {
  @FieldResolver(() => SeatRecallConnection, {
    description: 'The demands that its electors vote on it again, in their order.',
  })
  async recalls(
    @Root() { communityId, id }: CouncilSeatRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, recallsOfSeat, { communityId, ownerId: id }, page);
  }
}
