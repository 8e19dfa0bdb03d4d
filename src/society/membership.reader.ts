import { CITY, type Batch } from '../api/context';
import type { Day } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MembershipRow } from './membership.entity';
import type { PagedList } from '../api/paged';

const COLUMNS = `id, organisation_id "organisationId", person_id "personId", role,
  valid_from "validFrom", valid_until "validUntil"`;

export const membershipById: Batch<MembershipRow> = {
  read: (db, _city, ids) =>
    read(db, `select ${COLUMNS} from membership where id = any ($1)`, [ids]),
  keyOf: ({ id }) => id,
};

/** The memberships that an organisation (or a person) has, on a day or at any time. */
const membershipsBy = (
  owner: 'organisation_id' | 'person_id',
): PagedList<MembershipRow, Day | null> => ({
  read: (db, ownerIds, inForceOn, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) as owner (id) cross join lateral (
         select ${COLUMNS} from membership
         where ${owner} = owner.id and id > $2 and ($3::date is null
           or (valid_from <= $3 and (valid_until is null or valid_until > $3)))
         order by id limit $4
       ) listed order by owner.id, listed.id`,
      [ownerIds, after, inForceOn, limit],
    ),
});

export const membershipsOfOrganisation = membershipsBy('organisation_id');
export const membershipsOfPerson = membershipsBy('person_id');

/** The membership that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needMembership(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<MembershipRow> {
  const id = cityRef('Membership', globalId, path);
  const [row] = await membershipById.read(work.db, CITY, [id]);
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Membership' }, path);
  return row;
}
