import type { Context } from '../api/context';
import { dayOf, type Day } from '../kernel/calendar';
import { sameCommunity, type TenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { place } from '../society/place.reader';
import type { ResidentRow } from '../society/resident.entity';
import { allowancesOfHousehold, householdOn, type HouseholdAllowance } from './allowance.reader';
import { inForce, isAbout } from './rules-in-force';
import { storeById } from './store.reader';
import { rulesOfStore, storeAt, type FollowedRule } from './till-rule.reader';
import { ageOn } from './till-rules';

/** What a resident may still take of a class of goods. */
export interface MayTake extends HouseholdAllowance {
  readonly refusedBy: FollowedRule | null;
}

/**
 * What a resident may still take at a store, class by class: what is left to the household, and the
 * rule that stands against it, so that nobody at the till need know a day of birth. Refuses:
 * `OTHER_COMMUNITY`, `ID_UNKNOWN`.
 */
export async function mayTake(
  context: Context,
  { communityId, householdId, birthDate }: ResidentRow,
  ref: TenantRef,
): Promise<MayTake[]> {
  const path = ['storeId'];
  const storeId = sameCommunity(ref, communityId, path);
  const day = dayOf(context.now, (await place(context, communityId))?.timeZone ?? 'utc');
  const [store, allowances, holding] = await Promise.all([
    context.load(storeById, communityId, storeId),
    context.loadMany(allowancesOfHousehold, communityId, householdOn(householdId, day)),
    context.loadMany(rulesOfStore, communityId, storeAt(storeId, context.now)),
  ]);
  if (!store) throw new Refusal('ID_UNKNOWN', { type: 'Store' }, path);
  const against = inForce(holding).filter((rule) => forbids(rule, birthDate, day));
  return allowances.map((allowance) => ({
    ...allowance,
    refusedBy:
      against.find((rule) => isAbout(rule, { allowanceClassId: allowance.classId })) ?? null,
  }));
}

/** Whether a rule lets nothing be given to somebody born on a day, or nobody knows when. */
function forbids({ kind, value }: FollowedRule, born: Day | null, today: Day): boolean {
  if (kind === 'blackout') return true;
  return kind === 'minimum_age' && (born === null || ageOn(today, born) < Number(value));
}
