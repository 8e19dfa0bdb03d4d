import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type {
  Dimension,
  FundActor,
  FundCondition,
  FundConditionName,
  FundDocumentKind,
  ProcedureSpec,
  Says,
  StepSpec,
} from './procedure-spec';

/** A procedure as a client writes it. */
export interface ProcedureInput {
  readonly says: Says;
  readonly largest?: MoneyInput | null;
  readonly steps: readonly StepInput[];
  readonly dimensions: readonly { readonly code: string; readonly says: Says }[];
}

export interface StepInput {
  readonly code: string;
  readonly says: Says;
  readonly actors: readonly FundActor[];
  readonly documents: readonly FundDocumentKind[];
  readonly conditions: readonly {
    readonly name: FundConditionName;
    readonly atLeast?: number | null;
  }[];
  readonly noticeDays?: number | null;
  readonly sendsBackTo: readonly string[];
}

const STEPS = { least: 3, largest: 20 };
const DIMENSIONS = { least: 1, largest: 12 };
const LISTED = 12;
const LONGEST_NOTICE = 60;
const MOST_COUNTED = 100;

/** What every way to public money passes, in this order. */
const INDISPENSABLE = ['resolution_passed', 'notice_over', 'money_awarded'] as const;

/**
 * Reads a procedure: codes that differ, somebody who acts at each step, ways back that lead back,
 * and money only after a resolution that was shown. Refuses: `LIST_LENGTH`, `CODE_SHAPE`,
 * `CODE_TWICE`, `TEXT_LENGTH`, `NOTICE_RANGE`, `AT_LEAST_RANGE`, `SEND_BACK_UNKNOWN`,
 * `PROCEDURE_LACKS`, and what readMoney refuses.
 */
export function readProcedure(given: ProcedureInput, path: readonly string[]): ProcedureSpec {
  const at = [...path, 'steps'];
  refuseLength(given.steps, STEPS, at);
  refuseLength(given.dimensions, DIMENSIONS, [...path, 'dimensions']);
  const steps = given.steps.map((each, i) =>
    readStep(each, given.steps.slice(0, i), [...at, `${i}`]),
  );
  refuseLacking(steps, at);
  const { largest } = given;
  return {
    says: readSays(given.says, [...path, 'says']),
    largestMinor: largest
      ? readMoney(largest, currency('CNY'), [...path, 'largest']).minor.toString()
      : null,
    steps,
    dimensions: given.dimensions.map((each, i) => ({
      code: readCode(each.code, given.dimensions.slice(0, i), [...path, 'dimensions', `${i}`]),
      says: readSays(each.says, [...path, 'dimensions', `${i}`, 'says']),
    })),
  };
}

function readStep(
  given: StepInput,
  before: readonly StepInput[],
  path: readonly string[],
): StepSpec {
  const code = readCode(given.code, before, path);
  refuseLength(given.actors, { least: 1, largest: LISTED }, [...path, 'actors']);
  refuseLength(given.documents, { least: 0, largest: LISTED }, [...path, 'documents']);
  refuseLength(given.conditions, { least: 0, largest: LISTED }, [...path, 'conditions']);
  const unknown = given.sendsBackTo.findIndex((each) => !before.some((one) => one.code === each));
  if (unknown >= 0)
    throw new Refusal('SEND_BACK_UNKNOWN', {}, [...path, 'sendsBackTo', String(unknown)]);
  const noticeDays = given.noticeDays ?? 0;
  refuseRange('NOTICE_RANGE', noticeDays, [0, LONGEST_NOTICE], [...path, 'noticeDays']);
  return {
    ...{ code, says: readSays(given.says, [...path, 'says']), noticeDays },
    ...{ actors: [...new Set(given.actors)], documents: [...new Set(given.documents)] },
    conditions: given.conditions.map((each, i) =>
      readCondition(each, [...path, 'conditions', `${i}`]),
    ),
    sendsBackTo: [...new Set(given.sendsBackTo)],
  };
}

function readCondition(
  { name, atLeast }: StepInput['conditions'][number],
  path: readonly string[],
): FundCondition {
  const count = atLeast ?? 1;
  refuseRange('AT_LEAST_RANGE', count, [1, MOST_COUNTED], [...path, 'atLeast']);
  return { name, atLeast: count };
}

function refuseRange(
  code: 'NOTICE_RANGE' | 'AT_LEAST_RANGE',
  given: number,
  [least, most]: readonly [number, number],
  path: readonly string[],
): void {
  if (Number.isInteger(given) && given >= least && given <= most) return;
  if (code === 'NOTICE_RANGE') throw new Refusal('NOTICE_RANGE', { least, most }, path);
  throw new Refusal('AT_LEAST_RANGE', { least, most }, path);
}

/** Each of the indispensable conditions stands at some step, and none before the one above it. */
function refuseLacking(steps: readonly StepSpec[], path: readonly string[]): void {
  let reached = 0;
  for (const name of INDISPENSABLE) {
    const found = steps.findIndex(({ conditions }) =>
      conditions.some((each) => each.name === name),
    );
    if (found < reached) throw new Refusal('PROCEDURE_LACKS', { condition: name }, path);
    reached = found;
  }
}

function readSays({ zh, en }: Says, path: readonly string[]): Says {
  return { zh: readName(zh, [...path, 'zh']), en: readName(en, [...path, 'en']) };
}

function readCode(
  code: string,
  before: readonly Pick<Dimension, 'code'>[],
  path: readonly string[],
): string {
  const at = [...path, 'code'];
  if (!/^[a-z][a-z0-9_]{1,39}$/.test(code)) throw new Refusal('CODE_SHAPE', {}, at);
  if (before.some((each) => each.code === code)) throw new Refusal('CODE_TWICE', { code }, at);
  return code;
}

function refuseLength(
  list: readonly unknown[],
  { least, largest }: { readonly least: number; readonly largest: number },
  path: readonly string[],
): void {
  if (list.length < least || list.length > largest)
    throw new Refusal('LIST_LENGTH', { least, largest }, path);
}
