import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { rice } from './examples';
import type { LotPieces } from './stock';

interface Transfer {
  readonly transferId: string;
  /** The store in whose books the entry stands. */
  readonly storeId: string;
  readonly lines: readonly LotPieces[];
}

/** A store of another set of books, or of these. */
export interface OtherStore {
  readonly booksId: string;
  readonly storeId: string;
}

const between = (storeId: string, { booksId, storeId: otherId }: OtherStore) =>
  [storeId, booksId, otherId] as const;

/** How goods go from one store to another, of the same books or of others (A1). */
export const TRANSFERS = chapter({
  goodsSent: rule<Transfer & { to: OtherStore }>({
    says: 'Goods leave their lots for another store: they are on their way until they are counted.',
    example: {
      transferId: 'transfer 3',
      storeId: 'Store One',
      to: { booksId: 'Community Two', storeId: 'Store Two' },
      lines: [{ lotId: 'lot 7', quantity: rice(10) }],
    },
    post: ({ transferId, lines }) =>
      lines.flatMap(({ lotId, quantity }) => [
        debit(account('goodsInTransit', transferId), quantity),
        credit(account('lotStock', lotId), quantity),
      ]),
  }),

  goodsArrived: rule<Transfer & { from: OtherStore }>({
    says: 'Goods are counted in another store of the same books: each lot becomes a new one there.',
    example: {
      transferId: 'transfer 4',
      storeId: 'Store Three',
      from: { booksId: 'Community One', storeId: 'Store One' },
      lines: [{ lotId: 'lot 21', quantity: rice(9) }],
    },
    post: ({ transferId, lines }) =>
      lines.flatMap(({ lotId, quantity }) => [
        debit(account('lotStock', lotId), quantity),
        credit(account('goodsInTransit', transferId), quantity),
      ]),
  }),

  goodsHandedOver: rule<Transfer & { to: OtherStore }>({
    says: 'Goods were counted in a store of another set of books: they are on their way no more.',
    example: {
      transferId: 'transfer 3',
      storeId: 'Store One',
      to: { booksId: 'Community Two', storeId: 'Store Two' },
      lines: [{ lotId: 'lot 7', quantity: rice(9) }],
    },
    post: ({ transferId, storeId, to, lines }) =>
      lines.flatMap(({ quantity }) => [
        debit(account('goodsHandedOver', ...between(storeId, to)), quantity),
        credit(account('goodsInTransit', transferId), quantity),
      ]),
  }),

  goodsTakenOver: rule<Transfer & { from: OtherStore }>({
    says: 'Goods from a store of another set of books are counted: each becomes a new lot here.',
    example: {
      transferId: 'transfer 3',
      storeId: 'Store Two',
      from: { booksId: 'Community One', storeId: 'Store One' },
      lines: [{ lotId: 'lot 21', quantity: rice(9) }],
    },
    post: ({ storeId, from, lines }) =>
      lines.flatMap(({ lotId, quantity }) => [
        debit(account('lotStock', lotId), quantity),
        credit(account('goodsTakenOver', ...between(storeId, from)), quantity),
      ]),
  }),

  goodsCameBack: rule<Transfer>({
    says: 'Goods that were sent did not arrive and are here after all: they are in their lots again.',
    example: {
      transferId: 'transfer 3',
      storeId: 'Store One',
      lines: [{ lotId: 'lot 7', quantity: rice(1) }],
    },
    post: ({ transferId, lines }) =>
      lines.flatMap(({ lotId, quantity }) => [
        debit(account('lotStock', lotId), quantity),
        credit(account('goodsInTransit', transferId), quantity),
      ]),
  }),

  goodsLostOnTheWay: rule<Transfer & { reason: string }>({
    says: 'Goods that were sent and did not arrive are written off where they came from.',
    example: {
      transferId: 'transfer 3',
      storeId: 'Store One',
      reason: 'lost',
      lines: [{ lotId: 'lot 7', quantity: rice(1) }],
    },
    post: ({ transferId, storeId, reason, lines }) =>
      lines.flatMap(({ quantity }) => [
        debit(account('goodsWrittenOff', storeId, reason), quantity),
        credit(account('goodsInTransit', transferId), quantity),
      ]),
  }),
});
