import { clerk, key, storekeeper, today, type Step } from './step';

const drive = (name: string): Step => ({
  does: 'openGoodsDrive',
  by: storekeeper,
  input: (get, life) => ({
    ...{ communityId: get('home'), title: 'Coats for the winter', place: 'The gate of court 3' },
    ...{ organiserId: get('team'), startsOn: today(life), endsOn: today(life, 3) },
  }),
  keeps: [name, 'drive.id'],
});

const gift = (name: string, under: string): Step => ({
  does: 'receiveGoodsGift',
  by: clerk,
  input: (get) => ({
    ...{ ...key(), storeId: get('store'), driveId: get(under), residentId: get('resident') },
    lines: [
      { productId: get('product'), quantity: 2 },
      { productId: get('product'), quantity: 1 },
    ],
  }),
  keeps: [name, 'gift.id'],
});

const shift = (name: string): Step[] => [
  {
    does: 'openShift',
    by: clerk,
    input: (get) => ({
      storeId: get('store'),
      counted: [{ productId: get('product'), pieces: 3 }],
    }),
    keeps: [name, 'shift.id'],
  },
  {
    does: 'closeShift',
    by: clerk,
    input: (get) => ({ shiftId: get(name), slips: 100, note: 'One slip blew away.' }),
  },
];

/** Givers of goods with their slips and drives, and the shifts of a till. */
export const GIVERS: Step[] = [
  drive('drive'),
  gift('goods gift', 'drive'),
  { does: 'printGoodsSlip', by: clerk, input: (get) => ({ giftId: get('goods gift') }) },
  { does: 'endGoodsDrive', by: storekeeper, input: (get) => ({ driveId: get('drive') }) },
  ...shift('shift'),
  {
    does: 'settleShift',
    by: storekeeper,
    input: (get) => ({ shiftId: get('shift'), note: 'It was found.' }),
  },
];

/** More of the same, so that lists have three rows at least. */
export const moreGivers = (n: number): Step[] => [
  drive(`drive ${n}`),
  gift(`goods gift ${n}`, 'drive'),
  ...shift(`shift ${n}`),
];
