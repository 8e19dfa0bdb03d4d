import { CITY } from '../api/context';
import { authorise } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import { dayNamed, isMandated } from '../kernel/mandate';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MembershipRow } from './membership.entity';
import { mayAppoint } from './membership.policy';
import { needMembership } from './membership.reader';
import { lockOrganisation, organisationById } from './organisation.reader';
import { needPlace } from './place.reader';
import { isOfEverybody, refuseReservedRole } from './refuse-reserved';
import { readEnd } from './term';

/**
 * Ends a role on a day, the first on which it is held no longer; today ends it at once. By who may
 * appoint to it (see `mayAppoint`), by its holder, and by a resolution, where the body serves
 * everybody.
 *
 * Refuses: `ID_UNKNOWN`, `RESOLUTION_NEEDED`, `DAY_UNREADABLE`, `TERM_ENDED`, `PERIOD_EMPTY`,
 * `DAY_PAST`.
 */
export async function endMembership(
  work: UnitOfWork,
  input: { membershipId: string; validUntil: Day },
): Promise<MembershipRow> {
  const path = ['membershipId'];
  const { id, organisationId, personId, role } = await needMembership(
    work,
    input.membershipId,
    path,
  );
  const [organisation] = await organisationById.read(work.db, CITY, [organisationId]);
  if (!organisation) throw new Error(`Membership ${id} is of no organisation`);
  const at = await needPlace(work, organisation.placeId, path);
  const own = work.actor.personId === personId;
  const mandated = isOfEverybody(organisation) && isMandated(work, 'endMembership', input);
  authorise(work.actor, own || mandated || mayAppoint(work.actor, organisation, at, role));
  if (!own) await refuseReservedRole(work, { organisation, at }, 'endMembership', input);
  await work.begin();
  await lockOrganisation(work, organisationId);
  const locked = await needMembership(work, input.membershipId, path);
  const day = dayNamed(input.validUntil, dayOf(work.now, at.timeZone), mandated);
  const validUntil = readEnd(locked, day, work.now, at.timeZone);
  await work.db.query('update membership set valid_until = $2 where id = $1', [id, validUntil]);
  return { ...locked, validUntil };
}
