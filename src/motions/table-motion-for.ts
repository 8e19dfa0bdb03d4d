import { ruleOf } from '../councils/council-rule.reader';
import type { CouncilRow } from '../councils/council.entity';
import { newId } from '../kernel/id';
import { readName, readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MotionInputs, MotionKind } from './motion-kinds';
import { MotionRow } from './motion.entity';
import type { Tabler } from './states';

/** A motion to table. Ids are those of rows; `input` is the whole input of the act. */
export interface TableMotionFor<Kind extends MotionKind = MotionKind> {
  readonly council: CouncilRow;
  readonly placeId: string;
  readonly title: string;
  readonly text: string;
  readonly kind: Kind;
  readonly input: MotionInputs[Kind];
  readonly tabledAs: Tabler;
  /** Whether a procedure has seen to what screening is for. */
  readonly admitted?: boolean;
  /** Whether it must be heard in public before it is voted on; of one that is admitted here. */
  readonly hearingFirst?: boolean;
}

export const LONGEST_MOTION = 5_000;
const DAY_MS = 86_400_000;

/**
 * Puts a motion before a council, for whoever has been found to be allowed to. Residents' motions
 * gather names first; others are tabled at once. Refuses: `TEXT_LENGTH`.
 */
export async function tableMotionFor(work: UnitOfWork, given: TableMotionFor): Promise<MotionRow> {
  const { council, placeId, kind, input, tabledAs } = given;
  const { coSigners, screeningDays } = await ruleOf(work, council, work.now);
  const gathers = tabledAs === 'residents';
  const admitted = given.admitted === true;
  const motion: MotionRow = {
    ...{ communityId: council.communityId, id: newId(), councilId: council.id, placeId },
    ...{ title: readName(given.title, ['title']), kind, input, tabledAs },
    text: readText(given.text, LONGEST_MOTION, ['text']),
    ...{ tabledBy: work.actor.personId, writtenAt: work.now },
    coSignersNeeded: gathers ? coSigners : 0,
    ...(gathers ? NOT_TABLED : tabledNow(work.now, screeningDays)),
    state: gathers ? 'gathering' : admitted ? 'admitted' : 'tabled',
    ...{ screenedBy: null, screenedAt: admitted ? work.now : null, screeningReason: null },
    ...{ hearingFirst: given.hearingFirst === true, heardAt: null },
    ...{ mergedInto: null, endedBecause: null },
  };
  const db = await work.begin();
  await db.insert(MotionRow, motion);
  return motion;
}

const NOT_TABLED = { tabledAt: null, screenBy: null };

/** When something that is tabled now must have been screened. */
export function tabledNow(now: Date, screeningDays: number) {
  return { tabledAt: now, screenBy: new Date(now.getTime() + screeningDays * DAY_MS) };
}
