import type { Amount } from '../../kernel/amount';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { rice } from './examples';

interface GivenLot {
  readonly productId: string;
  readonly lotId: string;
  readonly quantity: Amount;
}

/** How goods come that one giver brings at once (A1). */
export const GOODS_GIFTS = chapter({
  goodsGiftReceived: rule<{
    readonly giftId: string;
    readonly storeId: string;
    readonly driveId: string | null;
    readonly lines: readonly GivenLot[];
  }>({
    says: 'A giver brings goods of several kinds at once: each kind stands in a lot of its own.',
    example: {
      giftId: 'gift 12',
      storeId: 'Store One',
      driveId: null,
      lines: [
        { productId: 'rice', lotId: 'lot 7', quantity: rice(10) },
        { productId: 'rice', lotId: 'lot 8', quantity: rice(5) },
      ],
    },
    post: ({ storeId, lines }) =>
      lines.flatMap(({ lotId, quantity }) => [
        debit(account('lotStock', lotId), quantity),
        credit(account('goodsReceived', storeId, 'DONATED'), quantity),
      ]),
  }),
});
