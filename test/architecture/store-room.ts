import { clerk, cny, key, officer, storekeeper, treasurer, type Step } from './step';

const writeOff = (name: string, quantity: number): Step => ({
  does: 'writeOffGoods',
  by: clerk,
  input: (get) => ({
    ...key(),
    ...{ lotId: get('spare lot'), quantity, reason: 'OTHER', note: 'A mouse was at it.' },
  }),
  keeps: [name, 'writeOff.id'],
});

const send = (name: string, lot = 'spare lot'): Step => ({
  does: 'sendGoods',
  by: storekeeper,
  input: (get) => ({
    ...key(),
    ...{ fromStoreId: get('store'), toStoreId: get('second store'), blind: true },
    lines: [{ lotId: get(lot), quantity: 2 }],
  }),
  keeps: [name, 'transfer.id'],
});

const receive = (name: string, pieces: number, lot = 'spare lot'): Step => ({
  does: 'receiveTransfer',
  by: clerk,
  input: (get) => ({ ...key(), transferId: get(name), lines: [{ lotId: get(lot), pieces }] }),
});

const minimum = (product: string): Step => ({
  does: 'setMinimumStock',
  by: storekeeper,
  input: (get) => ({ storeId: get('store'), productId: get(product), pieces: 1000 }),
});

/** What a storekeeper does in a year besides counting: write off, send on, keep a minimum. */
export const STORE_ROOM: Step[] = [
  {
    does: 'receiveGoods',
    by: clerk,
    input: (get) => ({
      ...key(),
      ...{ storeId: get('store'), productId: get('product'), quantity: 100, source: 'DONATED' },
    }),
    keeps: ['spare lot', 'lot.id'],
  },
  writeOff('declined write-off', 3),
  {
    does: 'declineWriteOff',
    by: storekeeper,
    input: (get) => ({ writeOffId: get('declined write-off'), reason: 'They are good.' }),
  },
  writeOff('write-off', 3),
  {
    does: 'approveWriteOff',
    by: treasurer,
    input: (get) => ({ ...key(), writeOffId: get('write-off') }),
  },
  {
    does: 'setWriteOffLimit',
    by: treasurer,
    input: (get) => ({ storeId: get('store'), pieces: 5, value: cny('100.00') }),
  },
  writeOff('wrong write-off', 2),
  {
    does: 'reverseWriteOff',
    by: storekeeper,
    input: (get) => ({ ...key(), writeOffId: get('wrong write-off'), reason: 'Another lot.' }),
  },
  {
    does: 'openStore',
    by: officer,
    input: (get) => ({
      ...{ communityId: get('home'), name: 'Second Store', code: 'YL2' },
      ...{ operatorId: get('operator'), premisesOwnerId: get('committee'), poolId: get('pool') },
    }),
    keeps: ['second store', 'store.id'],
  },
  send('cancelled transfer'),
  {
    does: 'cancelTransfer',
    by: storekeeper,
    input: (get) => ({ ...key(), transferId: get('cancelled transfer'), reason: 'It rains.' }),
  },
  send('transfer'),
  receive('transfer', 1),
  {
    does: 'settleTransferDifference',
    by: treasurer,
    input: (get) => ({
      ...{ ...key(), transferId: get('transfer'), difference: 'LOST', reason: 'It fell off.' },
    }),
  },
  send('open transfer'),
  minimum('product'),
];

/** More of the same, so that lists have three rows at least. */
export const moreStoreRoom = (n: number): Step[] => [
  send(`transfer ${n}`, 'lot'),
  receive(`transfer ${n}`, 2, 'lot'),
  {
    does: 'addProduct',
    by: storekeeper,
    input: (get) => ({ communityId: get('home'), name: `Salt ${n}`, unit: 'bag', price: n }),
    keeps: [`salt ${n}`, 'product.id'],
  },
  minimum(`salt ${n}`),
];
