import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printBook } from '../../src/bookkeeping/book';
import { account, CHART } from '../../src/bookkeeping/chart';
import { credit, debit, type Rule } from '../../src/bookkeeping/rule';
import { CHAPTERS } from '../../src/bookkeeping/rules/chapters';
import { yuan, credits } from '../../src/bookkeeping/rules/examples';
import type { Leg } from '../../src/ledger/draft';
import { drift } from './drift';
import { filesIn, importsOf, ROOT } from './source';

const RULES = CHAPTERS.flatMap(({ rules }) => Object.values(rules));

/** What is wrong with a rule as a textbook's lesson. */
function badRule(rule: Rule<unknown>): string[] {
  const faults: string[] = [];
  const legs = rule.post(rule.example);
  if (!/^[A-Z].{20,}[.]$/s.test(rule.says)) faults.push(`${rule.name} is not said in a sentence`);
  if (legs.length < 2) faults.push(`${rule.name} has fewer than two legs`);
  if (legs.some(({ minor }) => minor === 0n)) faults.push(`${rule.name} has a leg of nothing`);
  for (const [asset, off] of sums(legs))
    if (off !== 0n) faults.push(`${rule.name} is off by ${off} ${asset}`);
  return faults;
}

function sums(legs: readonly Leg[]): Map<string, bigint> {
  const found = new Map<string, bigint>();
  for (const { asset, minor } of legs) found.set(asset.code, (found.get(asset.code) ?? 0n) + minor);
  return found;
}

function unusedAccounts(kinds: readonly string[], rules: readonly Rule<unknown>[]): string[] {
  const used = new Set(
    rules.flatMap((rule) => rule.post(rule.example)).map((leg) => leg.account.kind),
  );
  return kinds.filter((kind) => !used.has(kind));
}

test('schema/posting-rules.md is what the rules print', () => {
  const committed = readFileSync(join(ROOT, 'schema', 'posting-rules.md'), 'utf8');
  // When this fails: `npm run book`, and commit what changed.
  expect(drift(committed, printBook())).toEqual([]);
});

test('every rule is a sentence whose example balances in every asset', () => {
  expect(RULES.length).toBeGreaterThan(10);
  expect(RULES.flatMap(badRule)).toEqual([]);
});

test('rules have names of their own', () => {
  const names = RULES.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(names).not.toContain('reversal');
});

test('every account of the chart is used by a rule', () => {
  expect(unusedAccounts(Object.keys(CHART), RULES)).toEqual([]);
});

test('only bookkeeping posts', () => {
  const posting = filesIn('src', '.ts')
    .filter((file) => importsOf(file).some((each) => /ledger\/post$/.test(each)))
    .filter(({ text }) => /import (?!type)[^;]*\bpost\b[^;]*ledger\/post/.test(text));
  expect(posting.map(({ path }) => path)).toEqual(['src/bookkeeping/record.ts']);
  const writing = filesIn('src', '.ts').filter(({ text }) =>
    /(insert into|update|delete from)\s+(public\.)?ledger_(entry|leg|account)\b/i.test(text),
  );
  const outside = writing.filter(({ path }) => !path.startsWith('src/ledger/'));
  expect(outside.map(({ path }) => path)).toEqual([]);
});

describe('the guard goes red', () => {
  const rule = (legs: Leg[], says = 'Money moves from one place to another.'): Rule<unknown> => ({
    name: 'sample',
    says,
    example: {},
    post: () => legs,
  });
  const bank = account('bank', 'a');
  const pool = account('poolAvailable', 'b');

  test('on a rule that does not balance, in one asset only', () => {
    const paid = [debit(bank, yuan(5)), credit(pool, yuan(5))];
    expect(badRule(rule(paid))).toEqual([]);
    expect(badRule(rule([debit(bank, yuan(5)), credit(pool, yuan(4))]))).toEqual([
      'sample is off by 100 CNY',
    ]);
    expect(badRule(rule([...paid, debit(bank, credits(1))]))).toEqual([
      'sample is off by 1 credit',
    ]);
    expect(badRule(rule([]))).toHaveLength(1);
    expect(badRule(rule([debit(bank, yuan(0)), credit(pool, yuan(0))]))).toHaveLength(1);
    expect(badRule(rule(paid, 'money'))).toHaveLength(1);
  });

  test('on an account that no rule uses', () => {
    const paid = rule([debit(bank, yuan(5)), credit(pool, yuan(5))]);
    expect(unusedAccounts(['bank', 'poolAvailable', 'wallet'], [paid])).toEqual(['wallet']);
  });
});
