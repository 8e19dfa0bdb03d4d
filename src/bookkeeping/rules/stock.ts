import type { Amount } from '../../kernel/amount';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { rice } from './examples';

/** Pieces of one lot. */
export interface LotPieces {
  readonly lotId: string;
  readonly quantity: Amount;
}

interface Recalled extends LotPieces {
  readonly storeId: string;
}

interface Counted {
  readonly stockTakeId: string;
  readonly storeId: string;
  readonly lines: readonly LotPieces[];
}

interface WrittenOff extends Recalled {
  readonly writeOffId: string;
  readonly reason: string;
}

/** How the books follow what lies on the shelf: counting and losses (A1). */
export const STOCK = chapter({
  stockMissing: rule<Counted>({
    says: 'A stock-take found less of a lot than the books said: the difference leaves the lot.',
    example: {
      stockTakeId: 'stock-take of March',
      storeId: 'Store One',
      lines: [{ lotId: 'lot 7', quantity: rice(2) }],
    },
    post: ({ storeId, lines }) =>
      lines.flatMap(({ lotId, quantity }) => [
        debit(account('stockDifferences', storeId), quantity),
        credit(account('lotStock', lotId), quantity),
      ]),
  }),

  stockFound: rule<Counted>({
    says: 'A stock-take found more of a lot than the books said: the difference joins the lot.',
    example: {
      stockTakeId: 'stock-take of March',
      storeId: 'Store One',
      lines: [{ lotId: 'lot 8', quantity: rice(1) }],
    },
    post: ({ storeId, lines }) =>
      lines.flatMap(({ lotId, quantity }) => [
        debit(account('lotStock', lotId), quantity),
        credit(account('stockDifferences', storeId), quantity),
      ]),
  }),

  lotRecalled: rule<Recalled>({
    says: 'A lot is called back: what is left of it leaves the shelf.',
    example: { storeId: 'Store One', lotId: 'lot 7', quantity: rice(30) },
    post: ({ lotId, quantity }) => [
      debit(account('goodsRecalled', lotId), quantity),
      credit(account('lotStock', lotId), quantity),
    ],
  }),

  recalledThrownAway: rule<Recalled>({
    says: 'Pieces that were called back are thrown away.',
    example: { storeId: 'Store One', lotId: 'lot 7', quantity: rice(10) },
    post: ({ storeId, lotId, quantity }) => [
      debit(account('goodsWrittenOff', storeId, 'recalled'), quantity),
      credit(account('goodsRecalled', lotId), quantity),
    ],
  }),

  recalledReturned: rule<Recalled>({
    says: 'Pieces that were called back are returned to where they came from.',
    example: { storeId: 'Store One', lotId: 'lot 7', quantity: rice(20) },
    post: ({ storeId, lotId, quantity }) => [
      debit(account('goodsReturned', storeId), quantity),
      credit(account('goodsRecalled', lotId), quantity),
    ],
  }),

  goodsWrittenOff: rule<WrittenOff>({
    says: 'Pieces that nobody can use any more are written off: they leave the lot, by reason.',
    example: {
      writeOffId: 'write-off of March',
      storeId: 'Store One',
      lotId: 'lot 7',
      reason: 'spoiled',
      quantity: rice(3),
    },
    post: ({ storeId, lotId, reason, quantity }) => [
      debit(account('goodsWrittenOff', storeId, reason), quantity),
      credit(account('lotStock', lotId), quantity),
    ],
  }),
});
