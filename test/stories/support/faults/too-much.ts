import { cny } from '../furnish';
import { line, type Row } from './row';

/** More than there is, and what does not add up or go together. */
export const TOO_MUCH: readonly Row[] = [
  [
    'more than was promised',
    'remitSurplus',
    () => ({ amount: cny('40000.01') }),
    'PLEDGE_EXCEEDED amount',
  ],
  [
    'less than was remitted',
    'amendDeclaration',
    () => ({ 'commitment.amount': cny('59999.99') }),
    'PLEDGE_EXCEEDED commitment',
  ],
  [
    'figures that do not add up',
    'declareSurplus',
    () => ({ surplus: cny('5999.99') }),
    'SURPLUS_MISMATCH surplus',
  ],
  [
    'more promised than earned',
    'declareSurplus',
    () => ({ 'commitment.amount': cny('6000.01') }),
    'COMMITMENT_TOO_LARGE commitment.amount',
  ],
  [
    'a share and an amount',
    'declareSurplus',
    () => ({ 'commitment.shareBasisPoints': 5000 }),
    'COMMITMENT_UNCLEAR commitment',
  ],
  [
    'more than the whole',
    'declareSurplus',
    () => ({ commitment: { shareBasisPoints: 10_001 } }),
    'SHARE_RANGE commitment.shareBasisPoints',
  ],
  [
    'less than nothing',
    'declareSurplus',
    () => ({ commitment: { shareBasisPoints: -1 } }),
    'SHARE_RANGE commitment.shareBasisPoints',
  ],
  [
    'yen with decimals',
    'settleClearing',
    () => ({ amount: { amount: '1.5', currency: 'JPY' } }),
    'AMOUNT_TOO_FINE amount.amount',
  ],
  [
    'a threshold of yen with decimals',
    'openPool',
    () => ({
      currency: 'JPY',
      thresholds: [
        { from: { amount: '0', currency: 'JPY' }, approvals: 1 },
        { from: { amount: '100.01', currency: 'JPY' }, approvals: 2 },
      ],
    }),
    'AMOUNT_TOO_FINE thresholds.1.from.amount',
  ],
  [
    'yuan from a pool of yen',
    'applyForGrant',
    ({ pools }) => ({ poolId: pools.yen }),
    'WRONG_CURRENCY requested.currency',
  ],
  [
    'a plan over yuan and yen',
    'setRoutingPlan',
    ({ pools }) => ({ 'shares.1.poolId': pools.yen }),
    'WRONG_CURRENCY shares.1.poolId',
  ],
  [
    'more than is owed',
    'settleClearing',
    () => ({ amount: cny('6000.01') }),
    'DUE_EXCEEDED amount',
  ],
  [
    'a debt to oneself',
    'settleClearing',
    (home) => ({
      payee: { communityId: home.place.globalId, foundationId: home.foundation.globalId },
    }),
    'SAME_PARTY payee.foundationId',
  ],
  [
    'more than a pool has',
    'reviewApplication',
    ({ grants }) => ({ applicationId: grants.tooMuch }),
    'POOL_SHORT applicationId',
  ],
  ['more than was paid', 'returnUnspent', () => ({ amount: cny('50.01') }), 'EXPENSE_SHORT amount'],
  [
    'goods dearer than the pool',
    'receiveGoods, bought',
    () => ({ unitCost: cny('5600') }),
    'POOL_SHORT unitCost',
  ],
  [
    'goods dearer than money goes',
    'receiveGoods, bought',
    () => ({ unitCost: cny('99999999999'), quantity: 100_000 }),
    'AMOUNT_TOO_LARGE unitCost.amount',
  ],
  [
    'a budget that does not add up',
    'applyForGrant',
    () => ({ 'budget.0.amount': cny('20.01') }),
    'SUMS_DIFFER budget',
  ],
  [
    'tranches that do not add up',
    'applyForGrant',
    () => ({ 'tranches.0.amount': cny('14.99') }),
    'SUMS_DIFFER tranches',
  ],
  [
    'a price beyond the wallet',
    'recordExchange',
    ({ goods }) => ({ lines: [line(goods.soap, 97)] }),
    'INSUFFICIENT_CREDITS lines',
  ],
  [
    'a price beyond the wallet, before the allowance of the month is open',
    'recordExchange',
    ({ goods, members }) => ({
      residentId: members[1].resident.globalId,
      lines: [line(goods.rice, 5)],
    }),
    'INSUFFICIENT_CREDITS lines',
  ],
  [
    'more than the allowance',
    'recordExchange',
    ({ goods }) => ({ lines: [line(goods.rice, 20)] }),
    'ALLOWANCE_EXCEEDED lines.0.quantity',
  ],
  [
    'the same on two lines',
    'recordExchange',
    ({ goods }) => ({ lines: [line(goods.soap), line(goods.rice, 11), line(goods.rice, 10)] }),
    'ALLOWANCE_EXCEEDED lines.1.quantity',
  ],
  [
    'two of the last piece',
    'recordExchange',
    ({ goods }) => ({ lines: [line(goods.lastPiece, 2)] }),
    'OUT_OF_STOCK lines.0.quantity',
  ],
  [
    'a piece of an expired lot',
    'recordExchange',
    ({ goods }) => ({ lines: [line(goods.soap), line(goods.stale)] }),
    'OUT_OF_STOCK lines.1.quantity',
  ],
  [
    'a piece the pool cannot pay',
    'recordExchange',
    ({ goods }) => ({ lines: [line(goods.dear)] }),
    'POOL_SHORT lines',
  ],
  [
    'a source without its cost',
    'receiveGoods',
    () => ({ source: 'OPERATOR_OWNED', donorName: null, donorOrganisationId: null }),
    'NEEDED_FOR_SOURCE unitCost',
  ],
  [
    'a gift with a price',
    'receiveGoods',
    () => ({ unitCost: cny('1') }),
    'NOT_FOR_SOURCE unitCost',
  ],
  [
    'bought from a donor',
    'receiveGoods, bought',
    () => ({ donorName: 'Somebody' }),
    'NOT_FOR_SOURCE donorName',
  ],
  [
    'bought by nobody',
    'receiveGoods, bought',
    () => ({ paidByPoolId: null }),
    'NEEDED_FOR_SOURCE paidByPoolId',
  ],
  ['a wrong check digit', 'addProduct', () => ({ ean: '4006381333932' }), 'EAN_CHECK_DIGIT ean'],
  [
    'a minute that earns nothing',
    'recordService',
    () => ({ minutes: 14 }),
    'MINUTES_RANGE minutes',
  ],
  [
    'a service to oneself',
    'recordService',
    ({ services }) => ({ beneficiaryId: services.customer.resident.globalId }),
    'OWN_BENEFICIARY beneficiaryId',
  ],
  [
    'a kind without a rate',
    'recordService',
    () => ({ serviceKind: 'dancing' }),
    'NO_RATE serviceKind',
  ],
];
