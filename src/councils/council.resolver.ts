import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import type { Day } from '../kernel/calendar';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import { compositionToday, dayAt, termToday, type LineOf, type TermToday } from './council-today';
import { membersToMeet, votesToPass } from './council-kinds';
import type { CouncilRuleRow } from './council-rule.entity';
import { CouncilRule, CouncilRuleConnection, CouncilShare } from './council-rule.graphql';
import { councilAt, ruleAt, rulesOfCouncil } from './council-rule.reader';
import { CouncilSeatConnection } from './council-seat.graphql';
import { seatsOfCouncil } from './council-seat.reader';
import type { CouncilRow } from './council.entity';
import { CompositionLine, Council, CouncilConnection, CouncilTerm } from './council.graphql';
import { councilById, councilsOfPlace } from './council.reader';

tenantNode('Council', (context, ref) => context.load(councilById, ref.communityId, ref.id));

@Resolver(() => Council)
export class CouncilResolver {
  @FieldResolver(() => Place, {
    nullable: true,
    description: 'Whose people it is of: a community, or a courtyard or grid of it.',
  })
  async place(@Root() { placeId }: CouncilRow, @Ctx() context: Context) {
    return await place(context, placeId);
  }

  @FieldResolver(() => CouncilRule, {
    nullable: true,
    description: 'What it follows at a moment; null before it was founded.',
  })
  async rule(
    @Root() { communityId, id }: CouncilRow,
    @Arg('at', () => MomentScalar, { nullable: true, description: 'When; now if left out.' })
    at: Date | null | undefined,
    @Ctx() context: Context,
  ) {
    return await context.load(ruleAt, communityId, councilAt(id, at ?? context.now));
  }

  @FieldResolver(() => CouncilRuleConnection, {
    description: 'All versions of its rule, the one that was set last first.',
  })
  async rules(
    @Root() { communityId, id }: CouncilRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, rulesOfCouncil, { communityId, ownerId: id }, page);
  }

  @FieldResolver(() => CouncilTerm, {
    nullable: true,
    description: 'The term that it sits for today; null where it was not seated, or dissolved.',
  })
  async term(@Root() council: CouncilRow, @Ctx() context: Context) {
    return await termToday(context, council);
  }

  @FieldResolver(() => [CompositionLine], {
    description:
      'What it must be made of by its rule, and what it is made of today. A member who moved away ' +
      'or became a cadre makes a line stop holding.',
  })
  async composition(@Root() council: CouncilRow, @Ctx() context: Context) {
    return await compositionToday(context, council);
  }

  @FieldResolver(() => CouncilSeatConnection, {
    description: 'Its seats, in the order in which they were given.',
  })
  async seats(
    @Root() council: CouncilRow,
    @Arg('inForceOn', () => DayScalar, {
      nullable: true,
      description: 'Only those held on this day; past and coming ones as well if left out.',
    })
    inForceOn: Day | null | undefined,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const { communityId, id: ownerId } = council;
    const owner = { communityId, ownerId, about: inForceOn ?? '' };
    return await loadKeyset(context, seatsOfCouncil, owner, page);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it is seated today and every line of its composition holds.',
  })
  async isComposed(@Root() council: CouncilRow, @Ctx() context: Context) {
    return (await compositionToday(context, council)).every(({ holds }) => holds);
  }

  @FieldResolver(() => DayScalar, {
    description: 'The day it is there, for which its composition and term are told.',
  })
  async today(@Root() council: CouncilRow, @Ctx() context: Context) {
    return await dayAt(context, council);
  }
}

@Resolver(() => CouncilTerm)
export class CouncilTermResolver {
  @FieldResolver(() => Int)
  membersToMeet(@Root() { rule, seats }: TermToday) {
    return membersToMeet(rule, seats);
  }

  @FieldResolver(() => Int)
  votesToPass(@Root() { rule, seats }: TermToday) {
    return votesToPass(rule, seats);
  }
}

@Resolver(() => CompositionLine)
export class CompositionLineResolver {
  @FieldResolver(() => Council, {
    nullable: true,
    description: 'The council of the group that it is about; null: it is about all members.',
  })
  async group(@Root() { communityId, groupId }: LineOf, @Ctx() context: Context) {
    return groupId === null ? null : await context.load(councilById, communityId, groupId);
  }
}

@Resolver(() => CouncilRule)
export class CouncilRuleResolver {
  @FieldResolver(() => CouncilShare, { description: 'What part of the members must be present.' })
  quorum(@Root() { quorumParts, quorumOf }: CouncilRuleRow) {
    return { parts: quorumParts, of: quorumOf };
  }

  @FieldResolver(() => CouncilShare, {
    description: 'Of the full membership, present or not, more than this part must say yes.',
  })
  passesWithMoreThan(@Root() { passParts, passOf }: CouncilRuleRow) {
    return { parts: passParts, of: passOf };
  }
}

@Resolver(() => Place)
export class PlaceCouncilsResolver {
  @FieldResolver(() => CouncilConnection, {
    description:
      'Its councils, the oldest first, those dissolved included; of a community also those of its ' +
      'courtyards and grids.',
  })
  async councils(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, councilsOfPlace, { communityId: CITY, ownerId: id }, page);
  }
}
