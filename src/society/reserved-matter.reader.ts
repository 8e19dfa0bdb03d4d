import type { EntityManager } from 'typeorm';
import type { Batch, GroupBatch } from '../api/context';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ReservedAct, ReservedMatterRow } from './reserved-matter.entity';

/** A reservation's columns; its table is called `matter`. */
const MATTER = `matter.community_id "communityId", matter.id, matter.act,
  matter.valid_from "validFrom", matter.valid_until "validUntil",
  matter.reserved_by "reservedBy", matter.reserved_at "reservedAt",
  matter.released_by "releasedBy", matter.released_at "releasedAt"`;

export const reservedMatterById: Batch<ReservedMatterRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${MATTER} from reserved_matter matter
       where matter.community_id = $1 and matter.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** A reservation that holds at the moment of its key. */
export interface HeldMatter extends ReservedMatterRow {
  readonly key: string;
}

/** The key of a community's reservations at a moment. */
export const mattersKey = (moment: Date) => String(moment.getTime());

/** What is reserved in a community at moments; keys are made by `mattersKey`. */
export const mattersAt: GroupBatch<HeldMatter> = {
  many: true,
  read: (db, communityId, keys) =>
    read(
      db,
      `select asked.key, ${MATTER}
       from unnest($2::text[], $3::timestamptz[]) as asked (key, moment)
       join reserved_matter matter on matter.community_id = $1
         and matter.valid_from <= asked.moment
         and (matter.valid_until is null or matter.valid_until > asked.moment)
       order by asked.key, matter.act, matter.id`,
      [communityId, keys, keys.map((key) => new Date(Number(key)))],
    ),
  keyOf: ({ key }) => key,
};

/** The reservation of an act that meets a period, if there is one; `until` null: for ever. */
export async function reservedDuring(
  db: EntityManager,
  communityId: string,
  act: ReservedAct,
  { from, until }: { readonly from: Date; readonly until: Date | null },
): Promise<ReservedMatterRow | null> {
  const rows: ReservedMatterRow[] = await read(
    db,
    `select ${MATTER} from reserved_matter matter
     where matter.community_id = $1 and matter.act = $2
       and ($4::timestamptz is null or matter.valid_from < $4)
       and (matter.valid_until is null
         or (matter.valid_until > $3 and matter.valid_until > matter.valid_from))
     order by matter.valid_from limit 1`,
    [communityId, act, from, until],
  );
  return rows[0] ?? null;
}

/** The reservation that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needReservedMatter(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<ReservedMatterRow> {
  return await needRow(work, reservedMatterById, { type: 'ReservedMatter', globalId, path });
}
