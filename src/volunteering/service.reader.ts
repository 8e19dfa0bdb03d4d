import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ServiceRow } from './service.entity';
import { confirmation, creditingByKey, stateOf, type Crediting } from './service-state';

const SERVICE = `community_id "communityId", id, resident_id "residentId",
  organisation_id "organisationId", scheme_id "schemeId", service_kind "serviceKind",
  performed_at "performedAt", minutes, credits, note, beneficiary_id "beneficiaryId",
  recorded_by "recordedBy", recorded_at "recordedAt", declined_by "declinedBy",
  declined_at "declinedAt", decline_reason "declineReason"`;

export const serviceById: Batch<ServiceRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${SERVICE} from service where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The service that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needService(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<ServiceRow> {
  return await needRow(work, serviceById, { type: 'Service', globalId, path });
}

/** What the books hold of a service, or null. */
export async function creditingOf(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<Crediting | null> {
  const [found] = await creditingByKey.read(work.db, communityId, [confirmation(id).key]);
  return found ?? null;
}

/** No service is longer than this; so none that began earlier can reach into another. */
export const LONGEST_MINUTES = 720;

/** A service of a resident that takes up part of a time: neither declined nor taken back. */
export async function overlappingService(
  work: UnitOfWork,
  { communityId, id: residentId }: TenantRef,
  from: Date,
  until: Date,
): Promise<ServiceRow | null> {
  const earliest = new Date(from.getTime() - LONGEST_MINUTES * 60_000);
  const rows: ServiceRow[] = await work.db.query(
    `select ${SERVICE} from service
     where community_id = $1 and resident_id = $2 and performed_at > $3 and performed_at < $4
       and performed_at + minutes * interval '1 minute' > $5 and declined_at is null`,
    [communityId, residentId, earliest, until, from],
  );
  if (rows.length === 0) return null;
  const keys = rows.map(({ id }) => confirmation(id).key);
  const held = await creditingByKey.read(work.db, communityId, keys);
  const byKey = new Map(held.map((each) => [each.key, each]));
  const standing = (row: ServiceRow) =>
    stateOf(row, byKey.get(confirmation(row.id).key) ?? null) !== 'cancelled';
  return rows.find(standing) ?? null;
}

/** The moment a service began, in milliseconds since 1970: the first part of its cursor. */
const MOMENT_PART = /^\d{1,14}$/;
const LATEST = 99_999_999_999_999;
const keyOf = ({ performedAt, id }: ServiceRow) => [String(performedAt.getTime()), id];
const parts = [MOMENT_PART, ID_PART];
const cursorOf = (after: readonly string[] | null) => [
  new Date(Number(after?.[0] ?? LATEST)),
  after?.[1] ?? LAST_ID,
];

/** Services in which residents have a part, the latest first. */
const servicesBy = (part: 'resident_id' | 'beneficiary_id'): KeysetList<ServiceRow> => ({
  read: (db, communityId, residentIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${SERVICE} from service
         where community_id = $1 and ${part} = owner.id
           and (performed_at, id) < ($3::timestamptz, $4::uuid)
         order by performed_at desc, id desc limit $5
       ) listed`,
      [communityId, residentIds, ...cursorOf(after), limit],
    ),
  keyOf,
  parts,
});

/** What residents did for others, the latest first. */
export const servicesOfResident = servicesBy('resident_id');

/** What others did for residents, the latest first. */
export const servicesForResident = servicesBy('beneficiary_id');

/** Organisations' services, the latest first. */
export const servicesOfOrganisation: KeysetList<ServiceRow> = {
  read: (db, _city, organisationIds, { after, limit }) =>
    read(
      db,
      `-- every community: members of one organisation may live in several
       select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${SERVICE} from service
         where organisation_id = owner.id and (performed_at, id) < ($2::timestamptz, $3::uuid)
         order by performed_at desc, id desc limit $4
       ) listed`,
      [organisationIds, ...cursorOf(after), limit],
    ),
  keyOf,
  parts,
};
