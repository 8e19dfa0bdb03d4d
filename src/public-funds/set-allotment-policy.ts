import { authorise } from '../kernel/actor';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { AllotmentPolicyRow, type Unspent } from './allotment-policy.entity';
import { readWeights, type WeightsInput } from './weights';

export interface SetAllotmentPolicy {
  readonly placeId: string;
  readonly validFrom: Day;
  readonly perHundred: MoneyInput;
  /** What a community gets at least; left out: nothing. */
  readonly floor?: MoneyInput | null;
  readonly unspent: Unspent;
  readonly weights?: WeightsInput | null;
}

/** Below these nobody is allotted anything. */
const BELOW = ['courtyard', 'grid'];

/**
 * Says what the communities of a place get for a hundred households from a day on, never before
 * today (C2; officers of the place or above). Refuses: `ID_UNKNOWN`, `POLICY_PLACE`,
 * `DAY_UNREADABLE`, `DAY_PAST`, `POLICY_DAY_TAKEN`, `WEIGHTS_RANGE`, and what readMoney refuses.
 */
export async function setAllotmentPolicy(
  work: UnitOfWork,
  input: SetAllotmentPolicy,
): Promise<AllotmentPolicyRow> {
  const at = await needPlace(work, cityRef('Place', input.placeId, ['placeId']), ['placeId']);
  authorise(work.actor, isOfficer(work.actor, at));
  if (BELOW.includes(at.kind)) throw new Refusal('POLICY_PLACE', { place: at.name }, ['placeId']);
  const yuan = currency('CNY');
  const weights = readWeights(input.weights);
  const row: AllotmentPolicyRow = {
    ...{ id: newId(), placeId: at.id },
    validFrom: readStart(input.validFrom, dayOf(work.now, at.timeZone)),
    perHundredMinor: readMoney(input.perHundred, yuan, ['perHundred']).minor.toString(),
    floorMinor: input.floor ? readMoney(input.floor, yuan, ['floor']).minor.toString() : '0',
    ...{ unspent: input.unspent, ...weights },
    ...{ setBy: work.actor.personId, setAt: work.now },
  };
  const db = await work.begin();
  await refuseTaken(work, row);
  await db.insert(AllotmentPolicyRow, row);
  return row;
}

function readStart(given: Day, today: Day): Day {
  const day = readDay(given, ['validFrom']);
  if (day < today) throw new Refusal('DAY_PAST', { today }, ['validFrom']);
  return day;
}

/** One policy begins on a day; of two who set it at once, the second comes again and finds it. */
async function refuseTaken(
  work: UnitOfWork,
  { placeId, validFrom: day }: AllotmentPolicyRow,
): Promise<void> {
  const taken = await work.db.existsBy(AllotmentPolicyRow, { placeId, validFrom: day });
  if (taken) throw new Refusal('POLICY_DAY_TAKEN', { day }, ['validFrom']);
}
