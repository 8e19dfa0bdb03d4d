import { books, findings } from './support/books';
import { CLOSED } from './support/faults/closed';
import { DAYS } from './support/faults/days';
import { ENDED } from './support/faults/ended';
import type { Row } from './support/faults/row';
import { TOO_MANY } from './support/faults/too-many';
import { TOO_MUCH } from './support/faults/too-much';
import { WRONG_KIND } from './support/faults/wrong-kind';
import { GOOD, withValue, type Input } from './support/good';
import { refusals } from './support/mutate';
import { newStage, type Stage } from './support/stage';

/**
 * What a field may hold, but not as things stand: days in the wrong period, what is closed, ended,
 * expired, used up, too much or too many. Each is answered with its own code at its own field, in
 * two languages, and nothing is different afterwards.
 */

let stage: Stage;
beforeAll(async () => {
  stage = await newStage();
}, 60_000);
afterAll(() => stage.close());

/** Puts what is wrong into an input that is right. */
const wronged = (input: Input, wrong: Input): Input =>
  Object.entries(wrong).reduce((so, [path, value]) => withValue(so, path, value), input);

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'a day in the wrong period': DAYS,
  'what is closed, or done': CLOSED,
  'what has ended': ENDED,
  'too much': TOO_MUCH,
  'too many': TOO_MANY,
  'the wrong kind': WRONG_KIND,
};

describe.each(Object.keys(TABLES))('%s', (table) => {
  const rows = TABLES[table]!.map(([what, act, wrong, answer, who]) => {
    return { what, act, wrong, answer, who };
  });

  test.each(rows)('$what: $act', async ({ act, wrong, answer, who }) => {
    const { home } = stage;
    const { mutation, as, input } = GOOD[act]!;
    const client = await stage.as((who ?? as)(stage));
    const asked = wronged(input(home, stage), wrong(home, stage));
    const before = await books(stage.source);
    expect(await refusals(client, mutation, [asked])).toEqual([answer]);
    expect(await books(stage.source)).toEqual(before);
    expect(stage.logged.splice(0)).toEqual([]);
  });
});

test('the books are right', async () => {
  expect(await findings(stage.source)).toEqual([]);
});
