import type { EntityManager } from 'typeorm';
import type { GroupBatch } from '../api/context';
import { remittanceById, type Remittance } from '../enterprises/remittance.reader';
import { read } from '../kernel/read';
import { entriesById } from '../ledger/entry.reader';
import { legsOfEntriesOn } from '../ledger/leg.reader';
import type { Currency } from '../kernel/currency';
import { atOneMoment } from './at-one-moment';
import { follow } from './follow';
import { summed, type FollowedRow } from './parts';
import type { Stretch } from './stretch';
import { zoneOf } from './zone';

/**
 * Where an enterprise's surplus went: parts that add up to each remittance, over all sets of books
 * that got a share of it, in as many statements for many remittances as for one.
 */
export const surplusFollowed: GroupBatch<FollowedRow> = {
  many: true,
  read: (db, communityId, ids) =>
    atOneMoment(db, (snapshot) => followRemittances(snapshot, communityId, ids)),
  keyOf: ({ ownerId }) => ownerId,
};

async function followRemittances(
  db: EntityManager,
  communityId: string,
  ids: readonly string[],
): Promise<FollowedRow[]> {
  const remittances = await remittanceById.read(db, communityId, ids);
  const entries = await entriesById(db, communityId, ids);
  const keys = new Map(entries.map(({ id, key }) => [key, id]));
  const books = new Set(remittances.flatMap(({ shares }) => shares.map(({ booksId }) => booksId)));
  const rows: FollowedRow[] = [];
  for (const booksId of [...books].sort())
    rows.push(...(await followIn(db, booksId, await arrivals(db, booksId, keys), remittances)));
  return rows;
}

/** A remittance stands in each set of books under one key; by the entry there, the one here. */
async function arrivals(
  db: EntityManager,
  booksId: string,
  keys: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const found = await read<{ id: string; key: string }>(
    db,
    `select id, key from ledger_entry where community_id = $1 and key = any ($2)`,
    [booksId, [...keys.keys()]],
  );
  return new Map(found.map(({ id, key }) => [id, keys.get(key) ?? '']));
}

async function followIn(
  db: EntityManager,
  communityId: string,
  arrived: ReadonlyMap<string, string>,
  remittances: readonly Remittance[],
): Promise<FollowedRow[]> {
  const byId = new Map(remittances.map((each) => [each.id, each]));
  const legs = await legsOfEntriesOn(db, communityId, [...arrived.keys()], ['poolAvailable']);
  const stretches = legs.flatMap((leg): Stretch[] => {
    const origin = arrived.get(leg.entryId) ?? '';
    const since = byId.get(origin)?.receivedAt;
    if (!since || leg.amount > 0n) return [];
    const { accountId, holderId, about, credits: end } = leg;
    const where = { origin, accountId, kind: 'poolAvailable' as const, holderId, about };
    return [{ ...where, start: end + leg.amount, end, since }];
  });
  const owners = new Map(
    remittances.map(({ id, amount }) => [
      id,
      { ownerId: id, currency: amount.asset.code as Currency },
    ]),
  );
  const timeZone = await zoneOf(db, communityId);
  return summed(await follow(db, communityId, stretches), { communityId, owners, timeZone });
}
