import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { wakeWorker } from '../kernel/wake';
import { cancelPledge, pausePledge, resumePledge, type ChangePledge } from './change-pledge';
import type { DonationRow } from './donation.entity';
import { Donation, DonationConnection } from './donation.graphql';
import { tokenHolder, seenAs, seenByToken } from './donation.policy';
import { donationsOfPledge } from './donation.reader';
import type { PledgeRow } from './pledge.entity';
import {
  CancelPledgeInput,
  CancelPledgePayload,
  PausePledgeInput,
  PausePledgePayload,
  Pledge,
  ResumePledgeInput,
  ResumePledgePayload,
} from './pledge.graphql';
import { pledgeById, pledgeByToken } from './pledge.reader';

tenantNode('Pledge', (context, ref) => context.load(pledgeById, ref.communityId, ref.id));

/** Answers with a monthly gift; its giver is written to of what was changed. */
async function changed(
  context: Context,
  input: ChangePledge,
  command: (work: UnitOfWork, input: ChangePledge) => Promise<PledgeRow>,
) {
  const payload = await answer(context, async (work) => ({
    pledge: seenByToken(await command(work, input)),
  }));
  if (payload.pledge) wakeWorker(context.source, 'mails');
  return payload;
}

@Resolver(() => Pledge)
export class PledgeResolver {
  @Query(() => Pledge, {
    nullable: true,
    description: 'A monthly gift by its token: no account is needed. Null: unknown.',
  })
  @Allow(anyone)
  async pledge(
    @Arg('pledgeToken', () => String, { description: 'The word of the link to manage it.' })
    token: string,
    @Ctx() context: Context,
  ) {
    const row = await pledgeByToken(context.db, token);
    return row ? seenByToken(row) : null;
  }

  @FieldResolver(() => Money, { description: 'What is given each month.' })
  amount(@Root() { currency: code, amountMinor }: PledgeRow) {
    return toMoney(amount(currency(code), BigInt(amountMinor)));
  }

  @FieldResolver(() => DonationConnection, { description: 'Its gifts, in the order they came.' })
  async donations(@Root() pledge: PledgeRow, @Args() args: PageArgs, @Ctx() context: Context) {
    const { communityId, id: ownerId } = pledge;
    const page = await loadKeyset(context, donationsOfPledge, { communityId, ownerId }, args);
    const edges = page.edges.map((edge) => ({ ...edge, node: seenAs(pledge, edge.node) }));
    return { ...page, edges };
  }

  @Mutation(() => PausePledgePayload, {
    description:
      'Pauses a monthly gift. Codes: TOKEN_UNKNOWN, PLEDGE_NOT_RUNNING, PLEDGE_CANCELLED, ' +
      'PAYMENTS_UNAVAILABLE, PROCESSOR_UNREACHABLE.',
  })
  @Allow(anyone)
  async pausePledge(
    @Arg('input', () => PausePledgeInput) input: PausePledgeInput,
    @Ctx() context: Context,
  ) {
    return await changed(context, input, pausePledge);
  }

  @Mutation(() => ResumePledgePayload, {
    description:
      'Lets a paused monthly gift go on. Codes: TOKEN_UNKNOWN, PLEDGE_NOT_PAUSED, ' +
      'PLEDGE_CANCELLED, PAYMENTS_UNAVAILABLE, PROCESSOR_UNREACHABLE.',
  })
  @Allow(anyone)
  async resumePledge(
    @Arg('input', () => ResumePledgeInput) input: ResumePledgeInput,
    @Ctx() context: Context,
  ) {
    return await changed(context, input, resumePledge);
  }

  @Mutation(() => CancelPledgePayload, {
    description:
      'Ends a monthly gift, for good. Codes: TOKEN_UNKNOWN, PAYMENTS_UNAVAILABLE, ' +
      'PROCESSOR_UNREACHABLE.',
  })
  @Allow(anyone)
  async cancelPledge(
    @Arg('input', () => CancelPledgeInput) input: CancelPledgeInput,
    @Ctx() context: Context,
  ) {
    return await changed(context, input, cancelPledge);
  }
}

@Resolver(() => Donation)
export class DonationPledgeResolver {
  @FieldResolver(() => Pledge, { nullable: true, description: 'The monthly gift it is a part of.' })
  async pledge(@Root() donation: DonationRow, @Ctx() context: Context) {
    const { communityId, pledgeId } = donation;
    const row = pledgeId ? await context.load(pledgeById, communityId, pledgeId) : null;
    return row && seenAs(donation, row);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The word of the link to manage the monthly gift; only for whoever follows it.',
  })
  @Allow(tokenHolder)
  async pledgeToken(@Root() { communityId, pledgeId }: DonationRow, @Ctx() context: Context) {
    const row = pledgeId ? await context.load(pledgeById, communityId, pledgeId) : null;
    return row?.token ?? null;
  }
}
