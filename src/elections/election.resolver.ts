import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Ballot } from '../ballots/ballot.graphql';
import { ballotById } from '../ballots/ballot.reader';
import type { CouncilRow } from '../councils/council.entity';
import { Council } from '../councils/council.graphql';
import { councilById } from '../councils/council.reader';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import { CandidateConnection } from './candidate.graphql';
import { candidatesOfWard } from './candidate.reader';
import type { ElectionBallotRow } from './election-ballot.entity';
import { electionRuleOf } from './election-rule';
import type { ElectionWardRow } from './election-ward.entity';
import type { ElectionRow } from './election.entity';
import {
  Election,
  ElectionBallot,
  ElectionConnection,
  ElectionCount,
  ElectionRule,
  ElectionWard,
} from './election.graphql';
import {
  ballotsOfWard,
  electionById,
  electionsOfCouncil,
  electionsOfPlace,
  wardById,
  wardsOfElection,
} from './election.reader';
import { neededIn } from './reckon';

tenantNode('Election', (context, ref) => context.load(electionById, ref.communityId, ref.id));
tenantNode('ElectionWard', (context, ref) => context.load(wardById, ref.communityId, ref.id));

@Resolver(() => Election)
export class ElectionResolver {
  @FieldResolver(() => Council, { nullable: true, description: 'The council.' })
  async council(@Root() { communityId, councilId }: ElectionRow, @Ctx() context: Context) {
    return await context.load(councilById, communityId, councilId);
  }

  @FieldResolver(() => ElectionRule, { description: 'What it goes by.' })
  rule(@Root() election: ElectionRow) {
    return electionRuleOf(election);
  }

  @FieldResolver(() => [ElectionWard], { description: 'Its wards, in the order of the seats.' })
  async wards(@Root() { communityId, id }: ElectionRow, @Ctx() context: Context) {
    return await context.loadMany(wardsOfElection, communityId, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who called it.' })
  async calledBy(@Root() { calledBy }: ElectionRow, @Ctx() context: Context) {
    return calledBy && (await context.load(personById, CITY, calledBy));
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who ended it.' })
  async endedBy(@Root() { endedBy }: ElectionRow, @Ctx() context: Context) {
    return endedBy && (await context.load(personById, CITY, endedBy));
  }
}

@Resolver(() => ElectionWard)
export class ElectionWardResolver {
  @FieldResolver(() => Election, { nullable: true, description: 'The election.' })
  async election(@Root() { communityId, electionId }: ElectionWardRow, @Ctx() context: Context) {
    return await context.load(electionById, communityId, electionId);
  }

  @FieldResolver(() => Place, {
    nullable: true,
    description: 'Whose people vote; null of a group.',
  })
  async place(@Root() { communityId, placeId, groupId }: ElectionWardRow, @Ctx() context: Context) {
    return groupId === null ? await place(context, placeId ?? communityId) : null;
  }

  @FieldResolver(() => Council, {
    nullable: true,
    description: "The group's council, whose members vote and stand; null of a place.",
  })
  async group(@Root() { communityId, groupId }: ElectionWardRow, @Ctx() context: Context) {
    return groupId && (await context.load(councilById, communityId, groupId));
  }

  @FieldResolver(() => CandidateConnection, {
    description: 'Who was nominated, in that order; those who withdrew included.',
  })
  async candidates(
    @Root() { communityId, id }: ElectionWardRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, candidatesOfWard, { communityId, ownerId: id }, page);
  }

  @FieldResolver(() => [ElectionBallot], { description: 'Its ballots, the first first.' })
  async ballots(@Root() { communityId, id }: ElectionWardRow, @Ctx() context: Context) {
    return await context.loadMany(ballotsOfWard, communityId, id);
  }
}

@Resolver(() => ElectionBallot)
export class ElectionBallotResolver {
  @FieldResolver(() => Ballot, { nullable: true, description: 'The ballot, with its result.' })
  async ballot(@Root() { communityId, ballotId }: ElectionBallotRow, @Ctx() context: Context) {
    return await context.load(ballotById, communityId, ballotId);
  }

  @FieldResolver(() => ElectionCount, {
    nullable: true,
    description: 'The arithmetic of its count; null until it was counted.',
  })
  async count(
    @Root() { communityId, ballotId, wardId, kind, countedAt }: ElectionBallotRow,
    @Ctx() context: Context,
  ) {
    if (countedAt === null) return null;
    const [ballot, ward] = await Promise.all([
      context.load(ballotById, communityId, ballotId),
      context.load(wardById, communityId, wardId),
    ]);
    const election = ward && (await context.load(electionById, communityId, ward.electionId));
    if (!ballot || !election) return null;
    const { base, tookPart } = ballot;
    const counted = { base, tookPart: tookPart ?? 0, kind };
    return { ...counted, ...neededIn(electionRuleOf(election), counted) };
  }
}

@Resolver(() => Council)
export class CouncilElectionsResolver {
  @FieldResolver(() => ElectionConnection, { description: 'Its elections, the newest first.' })
  async elections(
    @Root() { communityId, id }: CouncilRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, electionsOfCouncil, { communityId, ownerId: id }, page);
  }
}

@Resolver(() => Place)
export class PlaceElectionsResolver {
  @FieldResolver(() => ElectionConnection, {
    description:
      'The elections of its councils, the newest first; of a community also those of its ' +
      'courtyards and grids.',
  })
  async elections(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, electionsOfPlace, { communityId: CITY, ownerId: id }, page);
  }
}
