import { cny } from '../furnish';
import { day, month } from '../moments';
import type { Row } from './row';

/** What is owed to operators, the houses of their stores, and campaigns. */
export const OWED: readonly Row[] = [
  [
    'a month that is stated',
    'issueStatement',
    () => ({ month: month(-2) }),
    'NOTHING_TO_STATE month',
  ],
  ['a month that goes on', 'issueStatement', () => ({ month: month() }), 'MONTH_OPEN month'],
  [
    'pieces and an amount',
    'disputeStatementLine',
    () => ({ amount: cny('1.00') }),
    'PIECES_OR_AMOUNT amount',
  ],
  ['neither', 'disputeStatementLine', () => ({ pieces: null }), 'PIECES_OR_AMOUNT pieces'],
  ['more pieces', 'disputeStatementLine', () => ({ pieces: 2 }), 'DISPUTE_RANGE pieces'],
  [
    'more money than the line is',
    'disputeStatementLine, an amount',
    () => ({ 'amount.amount': '3.01' }),
    'DISPUTE_RANGE amount',
  ],
  ['a line of none', 'disputeStatementLine', () => ({ line: 2 }), 'LINE_UNKNOWN line'],
  ['who issued it', 'checkStatement', () => ({}), 'FORBIDDEN', ({ home }) => home.storekeeper],
  [
    'who insists',
    'answerDispute',
    ({ stated }) => ({ disputeId: stated.toSettle }),
    'DISPUTE_ANSWERED disputeId',
  ],
  [
    'what nobody has answered',
    'settleDispute',
    ({ stated }) => ({ disputeId: stated.toAnswer }),
    'DISPUTE_UNANSWERED disputeId',
  ],
  ['who raised it', 'settleDispute', () => ({}), 'FORBIDDEN', ({ home }) => home.secretary],
  [
    'a house that is lent already',
    'recordPremisesAgreement',
    ({ room }) => ({ storeId: room.store }),
    'PREMISES_OVERLAP period',
  ],
  [
    'no day at all',
    'recordPremisesAgreement',
    () => ({ 'period.until': day() }),
    'PERIOD_EMPTY period.until',
  ],
  [
    'a day before its end',
    'renewPremisesAgreement',
    () => ({ until: day(20) }),
    'PERIOD_EMPTY until',
  ],
  ['yesterday', 'endPremisesAgreement', () => ({ on: day(-1) }), 'PREMISES_END_RANGE on'],
  ['its own end', 'endPremisesAgreement', () => ({ on: day(30) }), 'PREMISES_END_RANGE on'],
  [
    'the rent of another currency',
    'renewPremisesAgreement',
    () => ({ monthlyRent: { amount: '1', currency: 'JPY' } }),
    'WRONG_CURRENCY monthlyRent.currency',
  ],
  ['yesterday', 'openCampaign', () => ({ startsOn: day(-1) }), 'DAY_PAST startsOn'],
  ['an end on its first day', 'openCampaign', () => ({ endsOn: day(1) }), 'PERIOD_EMPTY endsOn'],
  [
    'the title of another',
    'openCampaign',
    () => ({ title: 'Hot meals' }),
    'CAMPAIGN_TITLE_TAKEN title',
  ],
  [
    'a closed pool',
    'openCampaign',
    ({ pools }) => ({ poolId: pools.closed }),
    'POOL_CLOSED poolId',
  ],
];
