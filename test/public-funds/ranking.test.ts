import type { WeighedProject } from '../../src/public-funds/fund-project.reader';
import type { PublicFundRow } from '../../src/public-funds/public-fund.entity';
import { linesOf, rankProjects } from '../../src/public-funds/ranking';
import { readWeights } from '../../src/public-funds/weights';
import { refusalOf } from '../support/refusal-of';

/** Projects are ranked by arithmetic that anyone can do again (C3, step 4). */

const fund = {
  ...{ allottedMinor: '1000000', weighUrgency: 30, weighWill: 40 },
  ...{ weighSelfRaised: 20, weighMoney: 10 },
} as PublicFundRow;

let made = 0;
const project = (more: Partial<WeighedProject> = {}) =>
  ({
    ...{ id: `project ${(made += 1)}`, urgency: 3, forIt: 50, households: 100 },
    ...{ costMinor: '200000', selfRaisedMinor: '20000' },
    ...more,
  }) as WeighedProject;

test('each line is a part of a whole in thousandths, by its weight', () => {
  const [urgency, will, raised, needed] = linesOf(project(), fund);
  expect(urgency).toMatchObject({ value: 3n, whole: 5n, points: 600, weight: 30 });
  expect(will).toMatchObject({ value: 50n, whole: 100n, points: 500, weight: 40 });
  expect(raised).toMatchObject({ value: 20000n, whole: 200000n, points: 100, weight: 20 });
  expect(needed).toMatchObject({ value: 180000n, whole: 1000000n, points: 820, weight: 10 });
  const [first] = rankProjects(fund, [project()]);
  expect(first).toMatchObject({ score: 18000 + 20000 + 2000 + 8200, most: 100_000, rank: 1 });
});

test('what is not whole is rounded down, and of nothing there is nothing', () => {
  const points = (more: Partial<WeighedProject>) =>
    linesOf(project(more), fund).map((line) => line.points);
  expect(points({ forIt: 2, households: 3 })[1]).toBe(666);
  expect(points({ forIt: 0, households: 0 })[1]).toBe(0);
  expect(points({ costMinor: '1000000', selfRaisedMinor: '0' })).toEqual([600, 500, 0, 0]);
});

test.each([
  ['urgency', { urgency: 4 }],
  ['will', { forIt: 51 }],
  ['self-raised money', { selfRaisedMinor: '40000' }],
  ['money needed', { costMinor: '100000', selfRaisedMinor: '10000' }],
])('more %s, and it stands first', (_what, more) => {
  const [less, better] = [project(), project(more)];
  expect(rankProjects(fund, [less, better]).map((each) => each.project)).toEqual([better, less]);
});

test('equal scores share a rank, and the one that began first stands first', () => {
  const all = [project({ id: 'b' }), project({ id: 'a' }), project({ id: 'c', urgency: 1 })];
  expect(rankProjects(fund, all).map(({ project: { id }, rank }) => [id, rank])).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 3],
  ]);
});

test('weights are whole numbers, 0 to 100, and not all of them nothing', () => {
  const weights =
    (urgency: number, will = 0) =>
    () =>
      readWeights({ urgency, will, selfRaised: 0, moneyNeeded: 0 });
  expect(weights(1)()).toMatchObject({ weighUrgency: 1, weighWill: 0 });
  expect(weights(100, 100)()).toMatchObject({ weighUrgency: 100, weighWill: 100 });
  for (const wrong of [weights(0), weights(-1), weights(101), weights(1.5)])
    expect(refusalOf(wrong)).toMatchObject({ code: 'WEIGHTS_RANGE' });
  expect(readWeights(null)).toEqual({
    ...{ weighUrgency: 30, weighWill: 40, weighSelfRaised: 20, weighMoney: 10 },
  });
});
