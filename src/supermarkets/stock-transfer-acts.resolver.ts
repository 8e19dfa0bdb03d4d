import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { cancelTransfer } from './cancel-transfer';
import { receiveTransfer } from './receive-transfer';
import { sendGoods } from './send-goods';
import { settleTransferDifference } from './settle-transfer-difference';
import {
  CancelTransferInput,
  CancelTransferPayload,
  ReceiveTransferInput,
  ReceiveTransferPayload,
  SendGoodsInput,
  SendGoodsPayload,
  SettleTransferDifferenceInput,
  SettleTransferDifferencePayload,
} from './stock-transfer-acts.graphql';

@Resolver()
export class StockTransferActsResolver {
  @Mutation(() => SendGoodsPayload, {
    description:
      'Sends goods to another store, of the same books or of others: they leave their lots. The ' +
      "operator's own goods go between its own stores, and what a pool bought stays in its books. " +
      'Codes: ID_UNKNOWN, OTHER_COMMUNITY, SAME_STORE, TEXT_LENGTH, NO_LINES, TOO_MANY_LINES, ' +
      'QUANTITY_OUT_OF_RANGE, LOT_TWICE, LOT_ELSEWHERE, LOT_RECALLED, LOT_EXPIRED, ' +
      'LOT_SHORT, OPERATOR_OWNS_GOODS, POOL_OWNS_GOODS, PRODUCT_UNMATCHED, PRODUCT_DIFFERS, ' +
      'KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The storekeepers of the sending store's operator"))
  async sendGoods(
    @Arg('input', () => SendGoodsInput) input: SendGoodsInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ transfer: await sendGoods(work, input) }));
  }

  @Mutation(() => ReceiveTransferPayload, {
    description:
      'Counts what arrived of a transfer, once, as another person than the one who sent it: each ' +
      'lot becomes a new one here. Codes: ID_UNKNOWN, OTHER_COMMUNITY, SECOND_PERSON_NEEDED, ' +
      'TRANSFER_RECEIVED, TRANSFER_CANCELLED, TEXT_LENGTH, LOT_NOT_SENT, LOT_TWICE, ' +
      'LOT_UNCOUNTED, COUNT_RANGE, MORE_THAN_SENT, NOTHING_ARRIVED, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The storekeepers and clerks of the receiving store's operator"))
  async receiveTransfer(
    @Arg('input', () => ReceiveTransferInput) input: ReceiveTransferInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      transfer: await receiveTransfer(work, input),
    }));
  }

  @Mutation(() => CancelTransferPayload, {
    description:
      'Calls a transfer off before it is counted, or sends it back unopened: the goods are in ' +
      'their lots again. Codes: ID_UNKNOWN, TEXT_LENGTH, TRANSFER_RECEIVED, TRANSFER_CANCELLED, ' +
      'KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The storekeepers of both stores' operators"))
  async cancelTransfer(
    @Arg('input', () => CancelTransferInput) input: CancelTransferInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ transfer: await cancelTransfer(work, input) }));
  }

  @Mutation(() => SettleTransferDifferencePayload, {
    description:
      'Says what became of what did not arrive: it never left, or it is written off; neither by ' +
      'who sent it nor by who received it. Codes: ID_UNKNOWN, SECOND_PERSON_NEEDED, TEXT_LENGTH, ' +
      'NO_DIFFERENCE, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(
    byCommand(
      "The storekeepers of the sending store's operator, and the treasurer of the foundation " +
        'behind its pool',
    ),
  )
  async settleTransferDifference(
    @Arg('input', () => SettleTransferDifferenceInput) input: SettleTransferDifferenceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      transfer: await settleTransferDifference(work, input),
    }));
  }
}
