import { CHAPTERS } from '../../src/bookkeeping/rules/chapters';
import { FLOWS, SHELF_FIGURES, TAKING_PART } from '../../src/reports/figures';

const RULES = CHAPTERS.flatMap(({ rules }) => Object.values(rules));
const named = FLOWS.map(({ rule }) => rule).filter((rule) => rule !== '*');

/** The rules whose example moves accounts of a kind. */
const touching = (kind: string) =>
  RULES.filter((rule) => rule.post(rule.example).some(({ account }) => account.kind === kind));

const flowOf = (rule: string, kind: string) =>
  FLOWS.find((each) => each.kind === kind && (each.rule === rule || each.rule === '*'));

test('every rule that a report names is a rule of the book', () => {
  const known = RULES.map(({ name }) => name);
  const acts = TAKING_PART.map(({ rule }) => rule);
  expect([...named, ...acts].filter((rule) => !known.includes(rule))).toEqual([]);
});

test('whatever moves a lot is a figure of what is on the shelf', () => {
  const rules = touching('lotStock').map(({ name }) => name);
  expect(rules.length).toBeGreaterThan(5);
  const shelf: readonly (string | undefined)[] = SHELF_FIGURES;
  expect(rules.filter((rule) => !shelf.includes(flowOf(rule, 'lotStock')?.figure))).toEqual([]);
});

test('whatever is written off is a figure of what was lost', () => {
  const lost = ['written_off', 'thrown_away', 'lost_on_the_way'];
  const told = (rule: string) =>
    FLOWS.some((each) => each.rule === rule && lost.includes(each.figure));
  const rules = touching('goodsWrittenOff').map(({ name }) => name);
  expect(rules.length).toBeGreaterThan(1);
  expect(rules.filter((rule) => !told(rule))).toEqual([]);
});

test('whoever earns or spends credits takes part in one way', () => {
  const rules = [...touching('creditsIssued'), ...touching('creditsRedeemed')];
  const acts = TAKING_PART.map(({ rule }) => rule);
  expect(rules.map(({ name }) => name).filter((rule) => !acts.includes(rule))).toEqual([]);
  for (const { name, example } of rules)
    expect([name, example]).toEqual([
      name,
      expect.objectContaining({ residentId: expect.any(String) }),
    ]);
});
