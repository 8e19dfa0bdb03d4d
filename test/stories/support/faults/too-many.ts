import { cny } from '../furnish';
import { day } from '../moments';
import { line, type Row } from './row';

/** So many of something. */
const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Lists that are too long, empty, or hold something twice. */
export const TOO_MANY: readonly Row[] = [
  ['no lines', 'recordExchange', () => ({ lines: [] }), 'NO_LINES lines'],
  [
    '101 lines',
    'recordExchange',
    ({ goods }) => ({ lines: many(101, () => line(goods.soap)) }),
    'TOO_MANY_LINES lines',
  ],
  [
    '10,000 lines',
    'recordExchange',
    ({ goods }) => ({ lines: many(10_000, () => line(goods.soap)) }),
    'TOO_MANY_LINES lines',
  ],
  ['no shares', 'setRoutingPlan', () => ({ shares: [] }), 'PLAN_SIZE shares'],
  [
    '21 shares',
    'setRoutingPlan',
    ({ pools }) => ({ shares: many(21, () => ({ poolId: pools.welfare, weight: 1 })) }),
    'PLAN_SIZE shares',
  ],
  [
    'a pool twice',
    'setRoutingPlan',
    ({ pools }) => ({ 'shares.1.poolId': pools.welfare }),
    'POOL_TWICE shares.1.poolId',
  ],
  ['no thresholds', 'openPool', () => ({ thresholds: [] }), 'THRESHOLDS_COUNT thresholds'],
  [
    '11 thresholds',
    'openPool',
    () => ({ thresholds: many(11, (i) => ({ from: cny(String(i)), approvals: 1 })) }),
    'THRESHOLDS_COUNT thresholds',
  ],
  [
    'thresholds that begin at one',
    'openPool',
    () => ({ 'thresholds.0.from': cny('1') }),
    'THRESHOLDS_START thresholds.0.from.amount',
  ],
  ['no budget', 'applyForGrant', () => ({ budget: [] }), 'BUDGET_LINES budget'],
  [
    '51 budget lines',
    'applyForGrant',
    () => ({ budget: many(51, () => ({ label: 'One', amount: cny('1') })) }),
    'BUDGET_LINES budget',
  ],
  ['no tranches', 'applyForGrant', () => ({ tranches: [] }), 'TRANCHE_COUNT tranches'],
  [
    '13 tranches',
    'applyForGrant',
    () => ({ tranches: many(13, () => ({ amount: cny('1'), milestone: 'One', dueOn: day(1) })) }),
    'TRANCHE_COUNT tranches',
  ],
  [
    '51 rates',
    'setServiceRates',
    () => ({ rates: many(51, (i) => ({ serviceKind: `kind ${i}`, creditsPerHour: 1 })) }),
    'RATES_COUNT rates',
  ],
  [
    'a rate twice',
    'setServiceRates',
    () => ({ rates: many(2, () => ({ serviceKind: 'repair', creditsPerHour: 1 })) }),
    'RATE_TWICE rates.1.serviceKind',
  ],
  ['no households', 'registerHouseholds', () => ({ households: [] }), 'LIST_LENGTH households'],
  [
    '501 households',
    'registerHouseholds',
    () => ({ households: many(501, (i) => ({ address: `Flat ${i}`, residents: [] })) }),
    'LIST_LENGTH households',
  ],
  [
    'an address twice',
    'registerHouseholds',
    () => ({ households: many(2, () => ({ address: 'Flat 1', residents: [] })) }),
    'ADDRESS_TAKEN households.1.address',
  ],
  [
    '21 in one household',
    'registerResidents',
    () => ({ residents: many(21, () => ({ name: 'One' })) }),
    'LIST_LENGTH residents',
  ],
];
