import type { DataSource } from 'typeorm';
import { SYSTEM } from '../kernel/actor';
import { read } from '../kernel/read';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import { keyOf, type ObjectStore } from './object-store';

/** What nobody has attached to anything by then was given up. */
const KEPT_MS = 24 * 3600_000;
const AT_ONCE = 200;

/**
 * Deletes attachments that were attached to nothing for a day, and then the objects that no
 * attachment of their community is of any more. Answers how many objects have gone.
 */
export async function sweepAttachments(
  source: DataSource,
  store: ObjectStore,
  now: Date,
  isOver: () => boolean = () => false,
): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS);
  for (let more = true; more && !isOver();) {
    const given = await givenUp(source, before);
    for (const row of given)
      await inUnitOfWork(source, SYSTEM, (work) => drop(work, row, before), now);
    more = given.length === AT_ONCE;
  }
  let gone = 0;
  for (let more = true; more && !isOver();) {
    const contents = await unused(source, now);
    for (const content of contents)
      gone += await inUnitOfWork(source, SYSTEM, (work) => empty(work, store, content), now);
    more = contents.length === AT_ONCE;
  }
  return gone;
}

interface Content {
  readonly communityId: string;
  readonly sha256: string;
}

interface Dropped extends Content {
  readonly id: string;
}

async function givenUp(source: DataSource, before: Date): Promise<Dropped[]> {
  return await read(
    source.manager,
    `-- every community: the day after an upload ends in each of them
     select community_id "communityId", id, sha256 from attachment
     where about_kind is null and uploaded_at < $1 limit ${AT_ONCE}`,
    [before],
  );
}

/**
 * The row first: an object without a row is found again, a row without its object never. With the
 * object's row held, so that of the last two that go one sees that nothing is left.
 */
async function drop(work: UnitOfWork, dropped: Dropped, before: Date): Promise<void> {
  const { communityId, id, sha256 } = dropped;
  const db = await work.begin();
  await db.query(
    'select from attachment_content where community_id = $1 and sha256 = $2 for update',
    [communityId, sha256],
  );
  await db.query(
    `delete from attachment
     where community_id = $1 and id = $2 and about_kind is null and uploaded_at < $3`,
    [communityId, id, before],
  );
  await db.query(
    `update attachment_content set unused_since = $3
     where community_id = $1 and sha256 = $2 and not exists (
       select from attachment where community_id = $1 and sha256 = $2)`,
    [communityId, sha256, work.now],
  );
}

async function unused(source: DataSource, now: Date): Promise<Content[]> {
  return await read(
    source.manager,
    `-- every community: objects are unused in each of them
     select community_id "communityId", sha256 from attachment_content
     where unused_since <= $1 order by unused_since limit ${AT_ONCE}`,
    [now],
  );
}

/** Removes an object with its row held; whoever uploads the same waits, and writes it anew. */
async function empty(
  work: UnitOfWork,
  store: ObjectStore,
  { communityId, sha256 }: Content,
): Promise<number> {
  const db = await work.begin();
  const rows: unknown[] = await db.query(
    `select sha256 from attachment_content
     where community_id = $1 and sha256 = $2 and unused_since is not null for update`,
    [communityId, sha256],
  );
  if (rows.length === 0) return 0;
  await store.remove(keyOf(communityId, sha256));
  await db.query('delete from attachment_content where community_id = $1 and sha256 = $2', [
    communityId,
    sha256,
  ]);
  return 1;
}
