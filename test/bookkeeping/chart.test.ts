import { printBook, printExample } from '../../src/bookkeeping/book';
import { account, CHART, chartLine } from '../../src/bookkeeping/chart';
import { chapter, credit, debit, rule } from '../../src/bookkeeping/rule';
import { CHAPTERS, ruleSays } from '../../src/bookkeeping/rules/chapters';
import { yuan } from '../../src/bookkeeping/rules/examples';

test('an account is named by its kind, its holder and what else tells it apart', () => {
  expect(account('grantCommitted', 'pool', 'grant', '2026')).toEqual({
    kind: 'grantCommitted',
    holderId: 'pool',
    about: 'grant/2026',
    normalSide: -1,
    floored: true,
  });
  expect(account('bank', 'foundation')).toMatchObject({ about: '', normalSide: 1, floored: true });
  expect(account('creditsIssued', 'scheme')).toMatchObject({ floored: false });
});

test('what is limited has a refusal, and only that', () => {
  for (const [kind, { refusal }] of Object.entries(CHART))
    expect([kind, account(kind as keyof typeof CHART, 'x').floored]).toEqual([
      kind,
      refusal !== null,
    ]);
});

test('a kind that the chart does not have is a mistake of ours', () => {
  expect(() => chartLine('moneyTree')).toThrow('no account kind moneyTree');
});

test('a chapter names its rules by their keys', () => {
  const rules = chapter({
    given: rule<{ poolId: string }>({
      says: 'Someone gives five yuan.',
      example: { poolId: 'welfare pool' },
      post: ({ poolId }) => [
        debit(account('bank', 'Zhanqian Foundation'), yuan(5)),
        credit(account('poolAvailable', poolId), yuan(5)),
      ],
    }),
  });
  expect(rules.given.name).toBe('given');
  expect(printExample(rules.given)).toBe(
    [
      'Dr Bank · Zhanqian Foundation                                             5.00              CNY',
      '    Cr Pool available · welfare pool                                                  5.00  CNY',
    ].join('\n'),
  );
});

test('the sentence of a rule is found by its name; a reversal has one of its own', () => {
  for (const { rules } of CHAPTERS)
    for (const each of Object.values(rules)) expect(ruleSays(each.name)).toBe(each.says);
  expect(ruleSays('reversal')).toContain('mirror image');
});

test('the book holds every account and every rule', () => {
  const book = printBook();
  for (const { title } of Object.values(CHART)) expect(book).toContain(`| ${title} |`);
  for (const { rules } of CHAPTERS)
    for (const name of Object.keys(rules)) expect(book).toContain(`### ${name}\n`);
});
