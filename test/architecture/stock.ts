import { clerk, key, storekeeper, treasurer, type Step } from './step';

const startStockTake = (name: string): Step => ({
  does: 'startStockTake',
  by: storekeeper,
  input: (get) => ({ storeId: get('store') }),
  keeps: [name, 'stockTake.id'],
});

const declineStockTake = (name: string): Step => ({
  does: 'declineStockTake',
  by: storekeeper,
  input: (get) => ({ stockTakeId: get(name), reason: 'The lights went out.' }),
});

const gift = (name: string): Step => ({
  does: 'receiveGoods',
  by: clerk,
  input: (get) => ({
    ...key(),
    ...{ storeId: get('store'), productId: get('product'), quantity: 10, source: 'DONATED' },
  }),
  keeps: [name, 'lot.id'],
});

/** A store's stock in a life. */
export const STOCK: Step[] = [
  gift('second lot'),
  gift('third lot'),
  startStockTake('declined stock-take'),
  declineStockTake('declined stock-take'),
  startStockTake('stock-take'),
  {
    does: 'recordCount',
    by: clerk,
    input: (get) => ({
      stockTakeId: get('stock-take'),
      lines: ['lot', 'second lot', 'third lot'].map((name) => ({
        ...{ productId: get('product'), lotId: get(name), pieces: 8 },
      })),
    }),
  },
  {
    does: 'closeStockTake',
    by: storekeeper,
    input: (get) => ({ stockTakeId: get('stock-take') }),
  },
  {
    does: 'approveStockTake',
    by: treasurer,
    input: (get) => ({ ...key(), stockTakeId: get('stock-take') }),
  },
  gift('bad lot'),
  {
    does: 'recallLot',
    by: storekeeper,
    input: (get) => ({ ...key(), lotId: get('bad lot'), reason: 'Glass was found in one.' }),
  },
  {
    does: 'clearRecalled',
    by: treasurer,
    input: (get) => ({ ...key(), lotId: get('bad lot'), quantity: 4, end: 'RETURNED' }),
  },
];

/** More of the same, so that lists have three rows at least. */
export const moreStock = (n: number): Step[] => [
  startStockTake(`stock-take ${n}`),
  declineStockTake(`stock-take ${n}`),
];
