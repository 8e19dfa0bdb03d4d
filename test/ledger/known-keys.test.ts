import { randomUUID } from 'node:crypto';
import { ownRequest } from '../../src/kernel/request';
import type { Outcome } from '../../src/ledger/batch';
import { KnownKeys, type Waiting } from '../../src/ledger/known-keys';

/** What a process remembers of the keys it posts. */

const books: string = randomUUID();

function asker(key: string): Waiting & { readonly heard: Outcome[][] } {
  const heard: Outcome[][] = [];
  const entry = {
    ...{ id: randomUUID(), actorId: null, rule: 'test', request: ownRequest(key), facts: '{}' },
    ...{ occurredAt: new Date(), reversalOf: null, legs: [] },
  };
  return {
    ...{ group: [entry], followers: [], again: false, heard },
    done: (outcomes) => void heard.push(outcomes),
    failed: () => undefined,
  };
}

const posted = (): Outcome => ({
  ...{ outcome: 'posted', entryId: randomUUID(), recordedAt: new Date() },
});

test('who asks for a key that is being posted hears what became of it, and later askers as well', () => {
  const keys = new KnownKeys();
  const [leader, follower, late] = [asker('one'), asker('one'), asker('one')];
  expect(keys.joins(books, leader)).toBe(false);
  expect(keys.joins(books, follower)).toBe(true);
  expect([keys.following, follower.heard]).toEqual([1, []]);
  const outcome = posted();
  expect(keys.settle(books, leader, outcome)).toEqual([]);
  expect(keys.joins(books, late)).toBe(true);
  const repeated = [{ ...outcome, outcome: 'repeated' }];
  expect([keys.following, follower.heard, late.heard]).toEqual([0, [repeated], [repeated]]);
});

test('a key of other books, or one that was refused, is asked for anew', () => {
  const keys = new KnownKeys();
  const [leader, follower] = [asker('one'), asker('one')];
  keys.joins(books, leader);
  keys.joins(books, follower);
  expect(keys.joins(randomUUID(), asker('one'))).toBe(false);
  const [back] = keys.settle(books, leader, { outcome: 'withdrawn' });
  expect(back).toMatchObject({ again: true });
  expect(follower.heard).toEqual([]);
  expect(keys.joins(books, back!)).toBe(false);
  expect(keys.joins(books, asker('one'))).toBe(false);
});

test('it remembers thousands, and not more: the oldest are asked for anew', () => {
  const keys = new KnownKeys();
  const post = (key: string) => {
    const each = asker(key);
    const known = keys.joins(books, each);
    if (!known) keys.settle(books, each, posted());
    return known;
  };
  post('first');
  for (let n = 0; n < 4_000; n += 1) post(`next ${n}`);
  expect(post('first')).toBe(true);
  for (let n = 0; n < 12_000; n += 1) post(`later ${n}`);
  expect(post('first')).toBe(false);
});
