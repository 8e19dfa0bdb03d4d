import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Allow, byCommand } from '../api/policy';
import { account } from '../bookkeeping/chart';
import { accountById } from '../books/entry.reader';
import { accountId } from '../ledger/account-ref';
import { clearRecalled } from './clear-recalled';
import { ExchangeConnection } from './exchange.graphql';
import { exchangesOn } from './exchange.reader';
import { Lot } from './lot.graphql';
import type { Lot as LotState } from './lot.reader';
import { recallLot } from './recall-lot';
import {
  ClearRecalledInput,
  ClearRecalledPayload,
  RecallLotInput,
  RecallLotPayload,
} from './recall.graphql';
import { goodsAsset } from './supermarket-assets';
import { inStore, isStorekeeperOf } from './supermarkets.policy';

const STOREKEEPERS = "The storekeepers of the store's operator";

/** Who took what home is told to whoever has to find them, and to nobody else. */
const finder = inStore<LotState>(
  `${STOREKEEPERS}.`,
  ({ storeId }) => storeId,
  (actor, _at, operatorId) => isStorekeeperOf(actor, operatorId),
);

const heldOn = ({ communityId, id, productId }: LotState, kind: 'lotStock' | 'goodsRecalled') =>
  accountId(communityId, account(kind, id), goodsAsset(productId).id);

@Resolver(() => Lot)
export class LotRecallResolver {
  @FieldResolver(() => Int, {
    description: 'Pieces that were called back and have neither been thrown away nor returned.',
  })
  async recalled(@Root() lot: LotState, @Ctx() context: Context): Promise<number> {
    if (!lot.recalledAt) return 0;
    const id = heldOn(lot, 'goodsRecalled');
    return Number((await context.load(accountById, lot.communityId, id))?.balance ?? 0n);
  }

  @FieldResolver(() => ExchangeConnection, {
    nullable: true,
    description: 'The exchanges that took from it, the latest first, so that they can be told.',
  })
  @Allow(finder)
  async exchanges(@Root() lot: LotState, @Args() page: PageArgs, @Ctx() context: Context) {
    const owner = { communityId: lot.communityId, ownerId: heldOn(lot, 'lotStock') };
    return await loadKeyset(context, exchangesOn, owner, page);
  }

  @Mutation(() => RecallLotPayload, {
    description:
      'Calls a lot back: what is left of it leaves the shelf, and nothing of it is given any more; ' +
      'once more: also what voided exchanges have brought back. ' +
      'Codes: ID_UNKNOWN, TEXT_LENGTH, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand(STOREKEEPERS))
  async recallLot(
    @Arg('input', () => RecallLotInput) input: RecallLotInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ lot: await recallLot(work, input) }));
  }

  @Mutation(() => ClearRecalledPayload, {
    description:
      'Says what became of pieces that were called back, as another person than the one who called ' +
      'them back. Codes: ID_UNKNOWN, LOT_NOT_RECALLED, SECOND_PERSON_NEEDED, ' +
      'QUANTITY_OUT_OF_RANGE, RECALLED_SHORT, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand(`${STOREKEEPERS}, and the treasurer of the foundation behind its pool`))
  async clearRecalled(
    @Arg('input', () => ClearRecalledInput) input: ClearRecalledInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ lot: await clearRecalled(work, input) }));
  }
}
