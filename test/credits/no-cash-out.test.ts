import { CHAPTERS } from '../../src/bookkeeping/rules/chapters';
import type { Rule } from '../../src/bookkeeping/rule';
import { credit, debit } from '../../src/bookkeeping/rule';
import { account } from '../../src/bookkeeping/chart';
import { credits, yuan } from '../../src/bookkeeping/rules/examples';

const RULES = CHAPTERS.flatMap(({ rules }) => Object.values(rules));

/**
 * Rules by which credits could become money: those that move both. An exchange may, for goods of
 * the operator: the pool comes to owe the operator, and never whoever spends the credits.
 */
function cashOuts(rules: readonly Rule<unknown>[]): string[] {
  return rules.flatMap(({ name, post, example }) => {
    const legs = post(example);
    const moves = legs.some(({ account: { kind } }) => kind === 'wallet');
    const money = legs.filter(({ asset }) => asset.kind === 'currency');
    const paid = money.map(({ account: { kind } }) => kind);
    if (!moves || money.length === 0) return [];
    return paid.filter((kind) => !OWED_TO_OPERATOR.has(kind)).map((kind) => `${name}: ${kind}`);
  });
}

/** What a pool owes a store's operator, and the pool's own accounts that tell of it. */
const OWED_TO_OPERATOR = new Set(['operatorOwed', 'poolAvailable', 'poolSpent', 'goodsExpense']);

test('no rule turns credits into currency', () => {
  expect(cashOuts(RULES)).toEqual([]);
  // A wallet holds nothing but credits, and what is owed to the operator is not owed by credits.
  const inWallets = RULES.flatMap(({ post, example }) => post(example)).filter(
    ({ account: { kind } }) => kind === 'wallet',
  );
  expect([...new Set(inWallets.map(({ asset }) => asset.kind))]).toEqual(['credits']);
});

test('the guard goes red on a rule that pays for credits from the bank', () => {
  const cashOut: Rule<unknown> = {
    name: 'cashedOut',
    says: 'Credits are paid out.',
    example: {},
    post: () => [
      debit(account('wallet', 'Li'), credits(5)),
      credit(account('creditsRedeemed', 'store'), credits(5)),
      debit(account('poolAvailable', 'pool'), yuan(5)),
      credit(account('bank', 'foundation'), yuan(5)),
    ],
  };
  expect(cashOuts([cashOut])).toEqual(['cashedOut: bank']);
});
