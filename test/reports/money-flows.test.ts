import { CHAPTERS } from '../../src/bookkeeping/rules/chapters';
import { MONEY_FLOWS, type MoneyItem } from '../../src/reports/money-flows';

const RULES = CHAPTERS.flatMap(({ rules }) => Object.values(rules));

/** Where a pool's money stands until it is used; with what is used, all that it received. */
const HELD = ['poolAvailable', 'grantCommitted', 'projectGifts', 'operatorOwed'];
const INCOME: readonly MoneyItem[] = ['surplus', 'gifts', 'matches', 'public_money'];
const USES: readonly MoneyItem[] = ['grants', 'welfare_goods', 'operator_goods'];

/** What a rule's worked example adds to accounts of pools, in minor units. */
function grows(rule: (typeof RULES)[number], kinds: readonly string[]): bigint {
  return rule
    .post(rule.example)
    .filter(({ account }) => kinds.includes(account.kind))
    .reduce((sum, { minor }) => sum - minor, 0n);
}

/** What the open book makes of the same. */
function told(rule: (typeof RULES)[number], items: readonly MoneyItem[]): bigint {
  return rule.post(rule.example).reduce((sum, { account, minor }) => {
    const flows = MONEY_FLOWS.filter(
      (flow) => flow.rule === rule.name && flow.kind === account.kind && items.includes(flow.item),
    );
    return flows.reduce((all, { times }) => all + minor * BigInt(account.normalSide * times), sum);
  }, 0n);
}

test('every rule that the open book names is a rule of the textbook', () => {
  const known = RULES.map(({ name }) => name);
  expect(MONEY_FLOWS.filter(({ rule }) => !known.includes(rule))).toEqual([]);
});

test.each(RULES.map((rule) => [rule.name, rule] as const))(
  '%s: what it brings to pools and what it uses of them is told',
  (_name, rule) => {
    expect(grows(rule, [...HELD, 'poolSpent'])).toBe(told(rule, INCOME) - told(rule, ['returned']));
    expect(grows(rule, ['poolSpent'])).toBe(told(rule, USES));
  },
);

test('each item has a rule, and names at its other end what the facts hold', () => {
  for (const { rule: name, about } of MONEY_FLOWS) {
    const rule = RULES.find((each) => each.name === name);
    if (about)
      expect([name, rule?.example]).toEqual([
        name,
        expect.objectContaining({ [about]: expect.any(String) }),
      ]);
  }
  expect(new Set(MONEY_FLOWS.map(({ item }) => item)).size).toBe(9);
});
