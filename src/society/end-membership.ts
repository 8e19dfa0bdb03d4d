import { CITY } from '../api/context';
import { authorise } from '../kernel/actor';
import type { Day } from '../kernel/calendar';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MembershipRow } from './membership.entity';
import { mayAppoint } from './membership.policy';
import { needMembership } from './membership.reader';
import { lockOrganisation, organisationById } from './organisation.reader';
import { needPlace } from './place.reader';
import { readEnd } from './term';

/**
 * Ends a role on a day, the first on which it is held no longer; today ends it at once. By who may
 * appoint to it (see `mayAppoint`), and by its holder.
 *
 * Refuses: `ID_UNKNOWN`, `DAY_UNREADABLE`, `TERM_ENDED`, `PERIOD_EMPTY`, `DAY_PAST`.
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
  authorise(work.actor, own || mayAppoint(work.actor, organisation, at, role));
  await work.begin();
  await lockOrganisation(work, organisationId);
  const locked = await needMembership(work, input.membershipId, path);
  const validUntil = readEnd(locked, input.validUntil, work.now, at.timeZone);
  await work.db.query('update membership set valid_until = $2 where id = $1', [id, validUntil]);
  return { ...locked, validUntil };
}
