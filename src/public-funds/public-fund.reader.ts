import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PublicFundRow } from './public-fund.entity';

/** A fund's columns; its table is called `fund`. */
const FUND = `fund.community_id "communityId", fund.id, fund.year, fund.office_id "officeId",
  fund.policy_id "policyId", fund.counted_on "countedOn", fund.households,
  fund.per_hundred_minor "perHundredMinor", fund.floor_minor "floorMinor",
  fund.allotted_minor "allottedMinor", fund.unspent, fund.weigh_urgency "weighUrgency",
  fund.weigh_will "weighWill", fund.weigh_self_raised "weighSelfRaised",
  fund.weigh_money "weighMoney", fund.allotted_by "allottedBy", fund.allotted_at "allottedAt",
  fund.entry_id "entryId"`;

export const publicFundById: Batch<PublicFundRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${FUND} from public_fund fund where fund.community_id = $1 and fund.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The fund that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needPublicFund(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[] = ['fundId'],
): Promise<PublicFundRow> {
  return await needRow(work, publicFundById, { type: 'PublicFund', globalId, path });
}

/** A community's fund of a year. */
export async function fundOfYear(
  { db }: UnitOfWork,
  communityId: string,
  year: number,
): Promise<PublicFundRow | null> {
  const rows = await read<PublicFundRow>(
    db,
    `select ${FUND} from public_fund fund where fund.community_id = $1 and fund.year = $2`,
    [communityId, year],
  );
  return rows[0] ?? null;
}

/** The public money of places (owners), the last that was allotted first. */
export const fundsOfPlace: KeysetList<PublicFundRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${FUND} from public_fund fund
         where fund.community_id = owner.id and fund.id < $2::uuid
         order by fund.id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};
