import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { MomentScalar } from '../api/day.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import type { PlaceRow } from './place.entity';
import { Place } from './place.graphql';
import { releaseMatter } from './release-matter';
import { reserveMatter } from './reserve-matter';
import {
  ReleaseMatterInput,
  ReleaseMatterPayload,
  ReservedMatter,
  ReserveMatterInput,
  ReserveMatterPayload,
} from './reserved-matter.graphql';
import { mattersAt, mattersKey, reservedMatterById } from './reserved-matter.reader';

tenantNode('ReservedMatter', (context, ref) =>
  context.load(reservedMatterById, ref.communityId, ref.id),
);

/** Where the community stands among what a place lies in: city, district, street, community. */
const COMMUNITY = 3;

@Resolver(() => Place)
export class PlaceReservedMattersResolver {
  @FieldResolver(() => [ReservedMatter], {
    description:
      'What needs a resolution here at a moment, each act once at most; of a courtyard or a grid, ' +
      'what its community keeps for resolutions.',
  })
  async reservedMatters(
    @Root() { id, lineage }: PlaceRow,
    @Arg('at', () => MomentScalar, { nullable: true, description: 'When; now if left out.' })
    at: Date | null | undefined,
    @Ctx() context: Context,
  ) {
    return await context.loadMany(
      mattersAt,
      lineage[COMMUNITY] ?? id,
      mattersKey(at ?? context.now),
    );
  }

  @Mutation(() => ReserveMatterPayload, {
    description:
      'Keeps an act of a community for resolutions: nobody does it there without one. Codes: ' +
      'ID_UNKNOWN, KEEPS_NO_BOOKS, RULE_IN_PAST, PERIOD_EMPTY, MATTER_RESERVED.',
  })
  @Allow(byCommand('Officers of the place or above'))
  async reserveMatter(
    @Arg('input', () => ReserveMatterInput) input: ReserveMatterInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ matter: await reserveMatter(work, input) }));
  }

  @Mutation(() => ReleaseMatterPayload, {
    description:
      'Frees an act that was kept for resolutions. Codes: ID_UNKNOWN, RULE_IN_PAST, MATTER_FREE.',
  })
  @Allow(byCommand('Officers of the place or above'))
  async releaseMatter(
    @Arg('input', () => ReleaseMatterInput) input: ReleaseMatterInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ matter: await releaseMatter(work, input) }));
  }
}
