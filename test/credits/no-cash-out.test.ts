import { CHAPTERS } from '../../src/bookkeeping/rules/chapters';
import type { Rule } from '../../src/bookkeeping/rule';
import { credit, debit } from '../../src/bookkeeping/rule';
import { account } from '../../src/bookkeeping/chart';
import { credits, yuan } from '../../src/bookkeeping/rules/examples';
import { createSchema } from '../../src/server/schema';
import { reachOfMutations, type Reach } from '../architecture/reach';
import { filesIn } from '../architecture/source';

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

/** The kinds of account that hold money, as the textbook's examples use them. */
const MONEY = new Set(
  RULES.flatMap(({ post, example }) => post(example))
    .filter(({ asset }) => asset.kind === 'currency')
    .map(({ account: { kind } }) => kind),
);

/** Mutations that could touch wallets and pay somebody, by whatever their commands can reach. */
const paying = (reach: ReadonlyMap<string, Reach>) =>
  [...reach].flatMap(([name, { accounts }]) => {
    const paid = [...accounts].filter((kind) => MONEY.has(kind) && !OWED_TO_OPERATOR.has(kind));
    return accounts.has('wallet') && paid.length > 0 ? [`${name}: ${paid.join(', ')}`] : [];
  });

describe('of all mutations of the schema', () => {
  const reach = reachOfMutations(filesIn('src', '.ts'));
  const touching = [...reach].filter(([, { accounts }]) => accounts.has('wallet'));

  test('none that can touch a wallet can pay money to anybody', () => {
    const all = Object.keys(createSchema().getMutationType()?.getFields() ?? {});
    expect(all.filter((name) => !reach.has(name))).toEqual([]);
    // What reaches nothing proves nothing: these are the ones whose postings are looked at.
    expect(touching.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        ...['confirmService', 'confirmServices', 'confirmAttendance', 'thankForGoods'],
        ...['transferCredits', 'recordExchange', 'recordExchanges'],
      ]),
    );
    expect(MONEY.size).toBeGreaterThan(10);
    expect(paying(reach)).toEqual([]);
  });

  test('the guard goes red on one that hands credits on and pays from the bank', () => {
    const transfer = reach.get('transferCredits')!;
    const bad = { ...transfer, accounts: new Set([...transfer.accounts, 'bank']) };
    expect(paying(new Map([['transferCredits', bad]]))).toEqual(['transferCredits: bank']);
  });
});

test('credits that move between wallets move nothing else of anybody', () => {
  const between = RULES.filter(({ post, example }) => {
    const legs = post(example).filter(({ account: { kind } }) => kind === 'wallet');
    return legs.some(({ minor }) => minor > 0n) && legs.some(({ minor }) => minor < 0n);
  });
  expect(between.map(({ name }) => name)).toEqual(['creditsTransferred']);
  const kinds = between.flatMap(({ post, example }) =>
    post(example).map((leg) => leg.account.kind),
  );
  expect([...new Set(kinds)].sort()).toEqual(['transferRoom', 'transferRoomUsed', 'wallet']);
});
