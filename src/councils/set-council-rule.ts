import { authorise } from '../kernel/actor';
import { newId } from '../kernel/id';
import { isMandated, momentOf } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { refuseReserved } from '../society/refuse-reserved';
import type { CouncilRuleValues, Share, Silence } from './council-kinds';
import { CouncilRuleRow } from './council-rule.entity';
import { ruleOf } from './council-rule.reader';
import type { CouncilRow } from './council.entity';
import { holdCouncil, needCouncil } from './council.reader';
import { mayAct } from './layers';

/** How motions go through a council; what is left out stays as it is. */
type OfMotions = 'screeningDays' | 'silence' | 'rollCall' | 'noticeDays' | 'lapseDays';

export interface SetCouncilRule extends Omit<CouncilRuleValues, OfMotions> {
  readonly councilId: string;
  readonly screeningDays?: number | null;
  readonly silence?: Silence | null;
  readonly rollCall?: boolean | null;
  readonly noticeDays?: number | null;
  readonly lapseDays?: number | null;
  /** From when on; left out: now. */
  readonly from?: Date | null;
}

/** The least and the most of each value. */
const RANGES = {
  minSeats: [1, 200],
  seatsPerGroup: [0, 50],
  cadrePercent: [0, 100],
  termYears: [1, 10],
  coSigners: [1, 1000],
  screeningDays: [1, 60],
  noticeDays: [0, 60],
  lapseDays: [1, 730],
} as const;

const MOST_PARTS = 100;

/**
 * Sets what a council follows from a moment on, never before now: what was decided is judged by the
 * rule of its time (C1; who may stands in the table of layers: the street's officers; and a
 * resolution: where its moment has passed, from now). Refuses: `ID_UNKNOWN`, `RESOLUTION_NEEDED`,
 * `COUNCIL_DISSOLVED`, `COUNCIL_RULE_RANGE`, `COUNCIL_SHARE_RANGE`, `RULE_IN_PAST`.
 */
export async function setCouncilRule(
  work: UnitOfWork,
  input: SetCouncilRule,
): Promise<CouncilRuleRow> {
  const path = ['councilId'];
  const found = await needCouncil(work, input.councilId, path);
  const at = await needPlace(work, found.placeId, path);
  const mandated = isMandated(work, 'setCouncilRule', input);
  authorise(work.actor, mandated || mayAct(work.actor, at, 'setCouncilRule'));
  await refuseReserved(work, found.communityId, 'setCouncilRule', input);
  const from = momentOf(work, input.from, mandated);
  if (from < work.now) throw new Refusal('RULE_IN_PAST', {}, ['from']);
  const before = await ruleOf(work, found, from);
  const values = readValues(input, before);
  const council = await holdCouncil(work, found, path);
  return await writeRule(work, council, values, from);
}

/** Adds a version to a council's rule. */
export async function writeRule(
  work: UnitOfWork,
  { communityId, id: councilId }: CouncilRow,
  values: CouncilRuleValues,
  validFrom: Date,
): Promise<CouncilRuleRow> {
  const { quorum, passesWithMoreThan: pass } = values;
  const { minSeats, seatsPerGroup, cadrePercent, termYears, coSigners } = values;
  const { screeningDays, silence, rollCall, noticeDays, lapseDays } = values;
  const row: CouncilRuleRow = {
    ...{ communityId, id: newId(), councilId, validFrom },
    ...{ minSeats, seatsPerGroup, cadrePercent, termYears, coSigners },
    ...{ screeningDays, silence, rollCall, noticeDays, lapseDays },
    ...{ quorumParts: quorum.parts, quorumOf: quorum.of },
    ...{ passParts: pass.parts, passOf: pass.of },
    ...{ setBy: work.actor.personId, setAt: work.now },
  };
  await work.db.insert(CouncilRuleRow, row);
  return row;
}

function readValues(input: SetCouncilRule, before: CouncilRuleValues): CouncilRuleValues {
  const whole = (name: keyof typeof RANGES): number => {
    const [least, highest] = RANGES[name];
    const value = input[name] ?? before[name];
    if (!Number.isInteger(value) || value < least || value > highest)
      throw new Refusal('COUNCIL_RULE_RANGE', { least, highest }, [name]);
    return value;
  };
  return {
    minSeats: whole('minSeats'),
    seatsPerGroup: whole('seatsPerGroup'),
    cadrePercent: whole('cadrePercent'),
    termYears: whole('termYears'),
    coSigners: whole('coSigners'),
    screeningDays: whole('screeningDays'),
    silence: input.silence ?? before.silence,
    rollCall: input.rollCall ?? before.rollCall,
    noticeDays: whole('noticeDays'),
    lapseDays: whole('lapseDays'),
    quorum: readShare(input.quorum, 1, 'quorum'),
    // More than all of them is never reached.
    passesWithMoreThan: readShare(input.passesWithMoreThan, 2, 'passesWithMoreThan'),
  };
}

/** A part of a whole; of a whole that begins with 2, all of it is no part. */
function readShare({ parts, of }: Share, least: 1 | 2, field: string): Share {
  const isWithin = (value: number, from: number, most: number) =>
    Number.isInteger(value) && value >= from && value <= most;
  const facts = { most: MOST_PARTS };
  if (!isWithin(of, least, MOST_PARTS))
    throw new Refusal('COUNCIL_SHARE_RANGE', facts, [field, 'of']);
  if (!isWithin(parts, 1, of - least + 1))
    throw new Refusal('COUNCIL_SHARE_RANGE', facts, [field, 'parts']);
  return { parts, of };
}
