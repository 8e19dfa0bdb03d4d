import { monthOf } from '../../src/kernel/calendar';
import {
  chair,
  clerk,
  cny,
  key,
  officer,
  past,
  secretary,
  storekeeper,
  today,
  ZONE,
  type Life,
  type Step,
} from './step';

const month = (life: Life) => monthOf(past(life), ZONE);

const state = (name: string): Step => ({
  does: 'issueStatement',
  by: storekeeper,
  input: (get, life) => ({ storeId: get('store'), month: month(life) }),
  keeps: [name, 'statement.id'],
});

const dispute = (name: string, statement: string): Step => ({
  does: 'disputeStatementLine',
  by: secretary,
  input: (get) => ({
    ...key(),
    ...{ statementId: get(statement), line: 1, pieces: 1, reason: 'We counted one less.' },
  }),
  keeps: [name, 'dispute.id'],
});

/** A month that the operator states and the foundation disputes a line of, before it is paid. */
export const STATED: Step[] = [
  state('statement'),
  dispute('operator dispute', 'statement'),
  {
    does: 'answerDispute',
    by: storekeeper,
    input: (get) => ({
      ...key(),
      ...{ disputeId: get('operator dispute'), answer: 'INSIST', says: 'The slips are there.' },
    }),
  },
  {
    does: 'settleDispute',
    by: chair,
    input: (get) => ({
      ...key(),
      ...{ disputeId: get('operator dispute'), decision: 'REDUCE', reason: 'One is missing.' },
    }),
  },
  {
    does: 'checkStatement',
    by: secretary,
    input: (get) => ({ statementId: get('statement') }),
  },
];

const lend = (name: string, store: string, from: number, until: number): Step => ({
  does: 'recordPremisesAgreement',
  by: officer,
  input: (get, life) => ({
    ...{ storeId: get(store), address: 'Zhanqian Street 1', terms: 'Free of rent.' },
    period: { from: today(life, from), until: today(life, until) },
  }),
  keeps: [name, 'agreement.id'],
});

/** Who lends a store its premises, and for how long. */
export const PREMISES: Step[] = [
  lend('first premises', 'store', -400, -200),
  lend('premises agreement', 'store', -200, 30),
  {
    does: 'renewPremisesAgreement',
    by: officer,
    input: (get, life) => ({
      ...{ agreementId: get('premises agreement'), until: today(life, 400) },
      monthlyRent: cny('100.00'),
    }),
    keeps: ['renewed premises', 'agreement.id'],
  },
  {
    does: 'endPremisesAgreement',
    by: officer,
    input: (get, life) => ({
      ...{ agreementId: get('renewed premises'), on: today(life, 300), reason: 'They rebuild.' },
    }),
  },
];

/** More of the same, so that lists have three rows at least. */
export const moreOperators = (n: number): Step[] => [
  {
    does: 'addProduct',
    by: storekeeper,
    past: true,
    input: (get) => ({ communityId: get('home'), name: `Tea ${n}`, unit: 'tin', price: 1 }),
    keeps: [`tea ${n}`, 'product.id'],
  },
  {
    does: 'receiveGoods',
    by: clerk,
    past: true,
    input: (get) => ({
      ...key(),
      ...{ storeId: get('store'), productId: get(`tea ${n}`), quantity: 1 },
      ...{ source: 'OPERATOR_OWNED', unitCost: cny('2.00') },
    }),
  },
  {
    does: 'recordExchange',
    by: clerk,
    past: true,
    input: (get, life) => ({
      ...key(),
      ...{ storeId: get('store'), residentId: get('resident'), occurredAt: past(life) },
      lines: [{ productId: get(`tea ${n}`), quantity: 1 }],
    }),
  },
  state(`statement ${n}`),
  dispute(`operator dispute ${n}`, `statement ${n}`),
  {
    does: 'openStore',
    by: officer,
    input: (get) => ({
      ...{ communityId: get('home'), name: `Kiosk ${n}`, code: `KI${n}`, poolId: get('pool') },
      ...{ operatorId: get('operator'), premisesOwnerId: get('committee') },
    }),
    keeps: [`kiosk ${n}`, 'store.id'],
  },
  lend(`kiosk premises ${n}`, `kiosk ${n}`, -n, 20 + n),
];
