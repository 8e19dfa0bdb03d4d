import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { lockHousehold } from './household.reader';
import {
  insertResidents,
  LARGEST_HOUSEHOLD,
  readResidents,
  type ResidentInput,
} from './new-residents';
import { needPlace } from './place.reader';
import type { ResidentRow } from './resident.entity';
import { residentsOfHousehold } from './resident.reader';
import { isRegistrar } from './society.policy';

/**
 * Registers people who move into a household that is on the register, or are born there (cadres and
 * officers of the community).
 *
 * Refuses: `ID_UNKNOWN`, `LIST_LENGTH` (a household holds 20), `TEXT_LENGTH`, `DAY_UNREADABLE`,
 * `DAY_FUTURE`, `PHONE_UNREADABLE`.
 */
export async function registerResidents(
  work: UnitOfWork,
  input: { householdId: string; residents: readonly ResidentInput[] },
): Promise<ResidentRow[]> {
  const path = ['householdId'];
  const { communityId, id } = tenantRef('Household', input.householdId, path);
  const community = await needPlace(work, communityId, path);
  authorise(work.actor, isRegistrar(work.actor, community));
  const today = dayOf(work.now, community.timeZone);
  const home = { communityId, householdId: id };
  const residents = readResidents(input.residents, home, today, ['residents']);
  await work.begin();
  await lockHousehold(work, { communityId, id }, path);
  const living = await residentsOfHousehold.read(work.db, communityId, [id]);
  const largest = LARGEST_HOUSEHOLD - living.length;
  if (residents.length < 1 || residents.length > largest)
    throw new Refusal('LIST_LENGTH', { least: 1, largest }, ['residents']);
  await insertResidents(work, communityId, residents);
  return residents;
}
