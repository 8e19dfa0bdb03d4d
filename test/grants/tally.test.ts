import fc from 'fast-check';
import { outcome, tally } from '../../src/grants/tally';
import type { Verdict } from '../../src/grants/states';

const vote = (personId: string, verdict: Verdict) => ({ personId, verdict });
const board = (...names: string[]) => new Set(names);

test.each<[string, number, string[], [string, Verdict][], ReturnType<typeof outcome>]>([
  ['nobody has voted', 2, ['a', 'b', 'c'], [], 'open'],
  ['one of two needed', 2, ['a', 'b', 'c'], [['a', 'approve']], 'open'],
  [
    'the second of two',
    2,
    ['a', 'b', 'c'],
    [
      ['a', 'approve'],
      ['b', 'approve'],
    ],
    'awarded',
  ],
  ['one decline leaves two', 2, ['a', 'b', 'c'], [['a', 'decline']], 'open'],
  [
    'two declines leave one',
    2,
    ['a', 'b', 'c'],
    [
      ['a', 'decline'],
      ['b', 'decline'],
    ],
    'declined',
  ],
  ['all are needed and one declines', 3, ['a', 'b', 'c'], [['a', 'decline']], 'declined'],
  ['fewer members than needed', 3, ['a', 'b'], [['a', 'decline']], 'too_small'],
  ['nobody may vote', 1, [], [], 'too_small'],
  ['a vote of someone who stands aside', 1, ['b'], [['a', 'approve']], 'open'],
])('%s', (_why, needed, voters, votes, expected) => {
  const said = votes.map(([personId, verdict]) => vote(personId, verdict));
  expect(outcome(tally(needed, board(...voters), said))).toBe(expected);
});

test('whatever is said: awarded with N approvals of voters, declined only when N cannot be', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const votes = fc.dictionary(
    fc.constantFrom(...names),
    fc.constantFrom<Verdict>('approve', 'decline'),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.subarray(names),
      votes,
      (needed, voters, said) => {
        const cast = Object.entries(said).map(([personId, verdict]) => vote(personId, verdict));
        const counted = tally(needed, new Set(voters), cast);
        expect(counted.approvals + counted.declines + counted.pending).toBe(counted.possible);
        const result = outcome(counted);
        expect(result === 'awarded').toBe(counted.approvals >= needed);
        if (result === 'declined') {
          expect(counted.possible).toBeGreaterThanOrEqual(needed);
          expect(counted.declines).toBeGreaterThan(counted.possible - needed);
        }
        if (result === 'open') expect(counted.pending).toBeGreaterThan(0);
      },
    ),
  );
});
