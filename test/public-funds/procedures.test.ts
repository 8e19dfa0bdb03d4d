import type { ProcedureSpec } from '../../src/public-funds/procedure-spec';
import { NINE_STEPS } from '../../src/public-funds/procedures/nine-steps';
import { readProcedure, type ProcedureInput } from '../../src/public-funds/read-procedure';
import { SHIPPED } from '../../src/public-funds/shipped';
import { refusalOf } from '../support/refusal-of';

/** Procedures are data, and data may be wrong. */

const inputOf = ({ says, steps, dimensions, largestMinor }: ProcedureSpec): ProcedureInput => ({
  ...{ says, steps, dimensions },
  largest: largestMinor ? { amount: `${Number(largestMinor) / 100}`, currency: 'CNY' } : null,
});

test.each(Object.entries(SHIPPED))('what is shipped as %s is such data', (_name, spec) => {
  expect(readProcedure(inputOf(spec), [])).toEqual(spec);
});

test('the nine steps are nine, in the order of row C3', () => {
  expect(NINE_STEPS.steps.map(({ code }) => code)).toEqual([
    ...['publicity', 'opinions', 'sorting', 'resolution', 'hearing'],
    ...['implementation', 'supervision', 'evaluation', 'archive'],
  ]);
});

const nine = inputOf(NINE_STEPS);
const withStep = (n: number, change: object) => ({
  ...nine,
  steps: nine.steps.map((step, i) => (i === n ? { ...step, ...change } : step)),
});

test.each([
  ['two steps', { ...nine, steps: nine.steps.slice(0, 2) }, 'LIST_LENGTH', 'steps'],
  ['no dimension', { ...nine, dimensions: [] }, 'LIST_LENGTH', 'dimensions'],
  ['a code in capitals', withStep(0, { code: 'Publicity' }), 'CODE_SHAPE', 'steps.0.code'],
  ['a code of one letter', withStep(0, { code: 'p' }), 'CODE_SHAPE', 'steps.0.code'],
  ['a code twice', withStep(1, { code: 'publicity' }), 'CODE_TWICE', 'steps.1.code'],
  ['nobody who acts', withStep(0, { actors: [] }), 'LIST_LENGTH', 'steps.0.actors'],
  ['a notice of 61 days', withStep(0, { noticeDays: 61 }), 'NOTICE_RANGE', 'steps.0.noticeDays'],
  [
    'a notice of less than none',
    withStep(0, { noticeDays: -1 }),
    'NOTICE_RANGE',
    'steps.0.noticeDays',
  ],
  [
    'a way back that leads forward',
    withStep(1, { sendsBackTo: ['sorting'] }),
    'SEND_BACK_UNKNOWN',
    'steps.1.sendsBackTo.0',
  ],
  [
    'a count of nothing',
    withStep(6, { conditions: [{ name: 'visits_made', atLeast: 0 }] }),
    'AT_LEAST_RANGE',
    'steps.6.conditions.0.atLeast',
  ],
  ['no name', withStep(0, { says: { zh: '宣传', en: ' ' } }), 'TEXT_LENGTH', 'steps.0.says.en'],
  ['no resolution', withStep(3, { conditions: [] }), 'PROCEDURE_LACKS', 'steps'],
  ['no award', withStep(5, { conditions: [] }), 'PROCEDURE_LACKS', 'steps'],
  [
    'money before the notice is over',
    { ...nine, steps: [nine.steps[5]!, ...nine.steps.slice(0, 5)].map(free) },
    'PROCEDURE_LACKS',
    'steps',
  ],
])('%s is refused', (_what, given, code, path) => {
  const refusal = refusalOf(() => readProcedure(given as ProcedureInput, []));
  expect({ code: refusal?.code, path: refusal?.path.join('.') }).toEqual({ code, path });
});

function free(step: ProcedureInput['steps'][number]) {
  return { ...step, sendsBackTo: [] };
}

test('60 days of notice, 100 visits and 20 steps are the most', () => {
  const steps = Array.from({ length: 11 }, (_, n) => ({
    ...free(nine.steps[0]!),
    code: `more_${n}`,
  }));
  const most = { ...withStep(0, { noticeDays: 60 }) };
  expect(readProcedure({ ...most, steps: [...most.steps, ...steps] }, []).steps).toHaveLength(20);
  const visits = withStep(6, { conditions: [{ name: 'visits_made', atLeast: 100 }] });
  expect(readProcedure(visits, []).steps[6]?.conditions).toEqual([
    { name: 'visits_made', atLeast: 100 },
  ]);
});
