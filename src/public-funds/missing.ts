import { addDays, dayOf, type Day } from '../kernel/calendar';
import type { ProjectFacts } from './facts';
import type { FundStepRow } from './fund-step.entity';
import type { FundCondition, FundConditionName, FundDocumentKind } from './procedure-spec';

/** What may be missing before a step is passed: a condition, a document, or days of notice. */
export type FundNeed = FundConditionName | 'document' | 'notice_days';

/** Something that is missing, with how far it is. */
export interface Missing {
  readonly need: FundNeed;
  readonly document: FundDocumentKind | null;
  readonly have: number;
  readonly needed: number;
  /** The first day on which it can be there; null: somebody has to act. */
  readonly from: Day | null;
}

/** The day it is, where the project is. */
export interface Today {
  readonly day: Day;
  readonly timeZone: string;
}

/** What is still missing before a project can pass the step that it stands at. */
export function missingFor(facts: ProjectFacts, step: FundStepRow, today: Today): Missing[] {
  return [
    ...documentsMissing(facts, step),
    ...noticeMissing(step, today),
    ...step.spec.conditions.flatMap((each) => conditionMissing(facts, each, today)),
  ];
}

/** What was written before the step was begun again does not count. */
function documentsMissing({ written }: ProjectFacts, step: FundStepRow): Missing[] {
  const { since } = step;
  const has = (kind: FundDocumentKind) =>
    written.some((each) => each.step === step.n && each.kind === kind && since && each.at >= since);
  return step.spec.documents
    .filter((kind) => !has(kind))
    .map((document) => ({ need: 'document', document, have: 0, needed: 1, from: null }));
}

function noticeMissing({ since, spec }: FundStepRow, { day, timeZone }: Today): Missing[] {
  if (!since || spec.noticeDays === 0) return [];
  const begun = dayOf(since, timeZone);
  const from = addDays(begun, spec.noticeDays);
  if (day >= from) return [];
  const have = (Date.parse(day) - Date.parse(begun)) / DAY_MS;
  return [{ need: 'notice_days', document: null, have, needed: spec.noticeDays, from }];
}

const DAY_MS = 86_400_000;

function conditionMissing(
  facts: ProjectFacts,
  { name, atLeast }: FundCondition,
  { day }: Today,
): Missing[] {
  const have = HOLDS[name](facts, day);
  const needed = COUNTED.includes(name) ? atLeast : 1;
  if (have >= needed) return [];
  const from = name === 'notice_over' ? (standing(facts, day)?.noticeUntil ?? null) : null;
  return [{ need: name, document: null, have, needed, from: from && from > day ? from : null }];
}

/** Those of which there may be several. */
const COUNTED: readonly FundConditionName[] = ['opinions_gathered', 'visits_made', 'evaluated'];

/** The resolution that stands: set aside or lapsed, it does not. */
function standing({ resolution }: ProjectFacts, day: Day) {
  if (resolution?.state === 'executed') return resolution;
  return resolution?.state === 'adopted' && day < resolution.lapsesOn ? resolution : null;
}

/** How many households answered when they were asked; none before it is counted. */
export function answersOf(ballot: ProjectFacts['ballot']): number {
  return ballot === null || ballot.closedAt === null ? 0 : (ballot.tookPart ?? 0);
}

/** How far each condition is; 1 where it holds and is not counted. */
const HOLDS: Readonly<Record<FundConditionName, (facts: ProjectFacts, day: Day) => number>> = {
  opinions_gathered: ({ ballot }) => answersOf(ballot),
  weighed: ({ project }) => Number(project.urgency !== null),
  resolution_passed: (facts, day) => Number(standing(facts, day) !== null),
  notice_over: (facts, day) => {
    const stands = standing(facts, day);
    const answered = facts.counted.objections === 0;
    return Number(stands !== null && day >= stands.noticeUntil && answered);
  },
  hearing_held: ({ motion, counted }) =>
    Number(motion !== null && motion.heardAt !== null && counted.heardSince),
  money_awarded: ({ grant }) => Number(grant !== null),
  money_spent: ({ grant }) => Number(grant !== null && grant.state !== 'active'),
  visits_made: ({ counted }) => counted.visits,
  findings_settled: ({ counted }) => Number(counted.open === 0),
  evaluated: ({ counted }) => counted.evaluations,
};
