import { good, home, type Good } from './good-input';
import { cny, key } from './furnish';
import { day, month } from './moments';

const officer: Good['as'] = ({ world }) => world.officer;
const chair = home((at) => at.chair);
const secretary = home((at) => at.secretary);
const storekeeper = home((at) => at.storekeeper);

/** What is owed to operators, and the houses that their stores are in. */
export const OPERATORS: Record<string, Good> = {
  issueStatement: good('issueStatement', storekeeper, (at) => ({
    storeId: at.stated.store,
    month: month(-1),
  })),
  disputeStatementLine: good('disputeStatementLine', secretary, (at) => ({
    idempotencyKey: key(),
    statementId: at.stated.toDispute,
    line: 1,
    pieces: 1,
    reason: 'It was never on the shelf',
  })),
  'disputeStatementLine, an amount': good('disputeStatementLine', secretary, (at) => ({
    idempotencyKey: key(),
    statementId: at.stated.toCheck,
    line: 1,
    amount: cny('0.50'),
    reason: 'The price was another one',
  })),
  checkStatement: good('checkStatement', secretary, (at) => ({
    statementId: at.stated.toCheck,
  })),
  answerDispute: good('answerDispute', storekeeper, (at) => ({
    idempotencyKey: key(),
    disputeId: at.stated.toAnswer,
    answer: 'ACCEPT',
    says: 'That is so',
  })),
  settleDispute: good('settleDispute', chair, (at) => ({
    idempotencyKey: key(),
    disputeId: at.stated.toSettle,
    decision: 'REDUCE',
    reason: 'The slip is of another day',
  })),
  recordPremisesAgreement: good('recordPremisesAgreement', officer, (at) => ({
    storeId: at.goods.store,
    ownerId: at.committee.globalId,
    address: 'Building 3, ground floor',
    period: { from: day(), until: day(365) },
    monthlyRent: cny('100.00'),
    terms: 'The committee lends it',
  })),
  renewPremisesAgreement: good('renewPremisesAgreement', officer, (at) => ({
    agreementId: at.front.toRenew,
    until: day(400),
    monthlyRent: cny('110.00'),
    terms: 'The committee lends it for a little more',
  })),
  endPremisesAgreement: good('endPremisesAgreement', officer, (at) => ({
    agreementId: at.front.toEndEarly,
    on: day(10),
    reason: 'The house is torn down',
  })),
};
