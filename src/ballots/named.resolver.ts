import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Allow, byCommand } from '../api/policy';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { Resident } from '../society/resident.graphql';
import { residentById } from '../society/resident.reader';
import { Ballot } from './ballot.graphql';
import { readsRoll } from './ballot.policy';
import type { KnownBallot } from './ballot.reader';
import { castRollCallVote } from './cast-roll-call-vote';
import {
  BallotRecusal,
  BallotRecusalConnection,
  CastRollCallVoteInput,
  CastRollCallVotePayload,
  RecuseFromBallotInput,
  RecuseFromBallotPayload,
  RollCallVote,
  RollCallVoteConnection,
} from './named.graphql';
import { onlyOf } from './marks';
import { recusalsOf, rollCallOf, type NamedVote, type Recusal } from './named.reader';
import { recuseFromBallot } from './recuse-from-ballot';

@Resolver(() => Ballot)
export class NamedActsResolver {
  @Mutation(() => RecuseFromBallotPayload, {
    description:
      'Stands aside from a ballot that decides, for all that votes once with whoever asks, before ' +
      'voting in any way: the base is one less. Codes: ID_UNKNOWN, TEXT_LENGTH, NOT_DECIDING, ' +
      'NOT_ON_ROLL, BALLOT_CLOSED, RECUSED_FROM_BALLOT, TOKEN_TAKEN, PAPER_TAKEN, ' +
      'VOTED_ALREADY, LAST_ELECTOR.',
  })
  @Allow(byCommand('Residents of the community'))
  async recuseFromBallot(
    @Arg('input', () => RecuseFromBallotInput) input: RecuseFromBallotInput,
    @Ctx() context: Context,
  ) {
    const act = async (work: UnitOfWork) => ({ ballot: await recuseFromBallot(work, input) });
    return await answer(context.unkept(), act);
  }

  @Mutation(() => CastRollCallVotePayload, {
    description:
      'Votes by name in a roll call, once and never changed; the same vote again is the same ' +
      'answer. Codes: ID_UNKNOWN, BALLOT_SECRET, CHOICE_OR_MARKS, CHOICE_UNKNOWN, CHOICE_TWICE, ' +
      'MARKS_COUNT, NOT_ON_ROLL, BALLOT_CLOSED, RECUSED_FROM_BALLOT, TOKEN_TAKEN, PAPER_TAKEN, VOTED_ALREADY.',
  })
  @Allow(byCommand('Residents of the community'))
  async castRollCallVote(
    @Arg('input', () => CastRollCallVoteInput) input: CastRollCallVoteInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ ballot: await castRollCallVote(work, input) }));
  }

  @FieldResolver(() => BallotRecusalConnection, {
    description: 'Who stands aside, and why; they are not in the base.',
  })
  @Allow(readsRoll)
  async recusals(
    @Root() { communityId, id }: KnownBallot,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, recusalsOf, { communityId, ownerId: id }, page);
  }

  @FieldResolver(() => RollCallVoteConnection, {
    description: 'Who voted what in a roll call, once it is closed. Empty until then.',
  })
  @Allow(readsRoll)
  async rollCall(
    @Root() { communityId, id }: KnownBallot,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, rollCallOf, { communityId, ownerId: id }, page);
  }
}

@Resolver(() => BallotRecusal)
export class BallotRecusalResolver {
  @FieldResolver(() => Resident, { nullable: true, description: 'Who.' })
  async resident(@Root() { communityId, residentId }: Recusal, @Ctx() context: Context) {
    return await context.load(residentById, communityId, residentId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Who had it recorded: the elector, or who opened the ballot.',
  })
  async recordedBy(@Root() { recordedBy }: Recusal, @Ctx() context: Context) {
    return await context.load(personById, CITY, recordedBy);
  }
}

@Resolver(() => RollCallVote)
export class RollCallVoteResolver {
  @FieldResolver(() => String, { nullable: true })
  choice(@Root() { choices }: NamedVote) {
    return onlyOf(choices);
  }

  @FieldResolver(() => Resident, { nullable: true, description: 'Who voted.' })
  async resident(@Root() { communityId, residentId }: NamedVote, @Ctx() context: Context) {
    return await context.load(residentById, communityId, residentId);
  }
}
