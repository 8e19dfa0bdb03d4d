import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { toGlobalId } from '../kernel/global-id';
import { cardCodeInGroups } from './card-code';
import { endCard } from './end-card';
import { issueCard } from './issue-card';
import { Person } from './person.graphql';
import { personById } from './person.reader';
import type { ResidentCardRow } from './resident-card.entity';
import {
  EndCardInput,
  EndCardPayload,
  IssueCardInput,
  IssueCardPayload,
  ResidentCard,
  ResidentCardConnection,
} from './resident-card.graphql';
import { holdsCard } from './resident-card.policy';
import { cardById, cardInForce, cardsOfResident } from './resident-card.reader';
import type { ResidentRow } from './resident.entity';
import { Resident } from './resident.graphql';
import { servesResident } from './resident.policy';
import { residentById } from './resident.reader';

tenantNode('ResidentCard', (context, ref) => context.load(cardById, ref.communityId, ref.id));

@Resolver(() => ResidentCard)
export class ResidentCardResolver {
  @FieldResolver(() => Resident, { description: 'Whose it is.' })
  resident(@Root() { communityId, residentId }: ResidentCardRow, @Ctx() context: Context) {
    return context.lookUp(residentById, communityId, residentId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What stands on it, as it is printed: `7K3QF9-0ZT4MB-X2WJ8C`.',
  })
  @Allow(holdsCard)
  code(@Root() { code }: ResidentCardRow) {
    return cardCodeInGroups(code);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to print it from, under the server’s address, signed in; ending in `.pdf` instead of ' +
      '`.html`, as a PDF. Null of one that has ended.',
  })
  @Allow(holdsCard)
  paper(@Root() { communityId, id, endedAt }: ResidentCardRow) {
    if (endedAt !== null) return null;
    return `/cards/${toGlobalId('ResidentCard', communityId, id)}.html`;
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who gave it out.' })
  async issuedBy(@Root() { issuedBy }: ResidentCardRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, issuedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who ended it.' })
  async endedBy(@Root() { endedBy }: ResidentCardRow, @Ctx() context: Context) {
    return endedBy && (await context.load(personById, CITY, endedBy));
  }

  @Mutation(() => IssueCardPayload, {
    description:
      'Gives a resident a card with a new code; the one before it ends. Codes: ID_UNKNOWN, ' +
      'RESIDENT_GONE.',
  })
  @Allow(byCommand("Cadres of the community, officers above, and its supermarket's storekeepers"))
  async issueCard(
    @Arg('input', () => IssueCardInput) input: IssueCardInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ card: await issueCard(work, input) }));
  }

  @Mutation(() => EndCardPayload, {
    description: 'Ends a card: nobody is found by it any more. Codes: ID_UNKNOWN, CARD_ENDED.',
  })
  @Allow(
    byCommand("The resident, cadres of the community, officers above, its supermarket's staff"),
  )
  async endCard(@Arg('input', () => EndCardInput) input: EndCardInput, @Ctx() context: Context) {
    return await answer(context, async (work) => ({ card: await endCard(work, input) }));
  }
}

@Resolver(() => Resident)
export class ResidentCardsResolver {
  @FieldResolver(() => ResidentCard, {
    nullable: true,
    description: 'The card by which the till finds the resident; null: there is none.',
  })
  @Allow(servesResident)
  card(@Root() { communityId, id }: ResidentRow, @Ctx() context: Context) {
    return context.lookUp(cardInForce, communityId, id);
  }

  @FieldResolver(() => ResidentCardConnection, {
    nullable: true,
    description: 'All cards there were, the latest first.',
  })
  @Allow(servesResident)
  async cards(
    @Root() { communityId, id: ownerId }: ResidentRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, cardsOfResident, { communityId, ownerId }, page);
  }
}
