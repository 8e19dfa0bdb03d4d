import type { EntityManager } from 'typeorm';
import { authorise } from '../kernel/actor';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needBooks } from '../society/place.reader';
import { mayReadBooks } from '../society/society.policy';
import type { VerificationRow } from './verification.entity';
import { verificationById } from './verification.reader';

export interface AskForVerificationInput {
  /** The Place whose books shall be verified. */
  readonly communityId: string;
}

/** Books in which nothing is new are recounted no sooner than so long after the last time. */
const REST_MINUTES = 10;

/**
 * Asks for a set of books to be verified (B6; its readers). A job does it; while one request waits,
 * asking again answers that one. Each is a recount of everything, so that the next one may be asked
 * for as soon as new entries are sealed, or else after ten minutes.
 * Refuses: `ID_UNKNOWN`, `KEEPS_NO_BOOKS`, `VERIFIED_LATELY`.
 */
export async function askForVerification(
  work: UnitOfWork,
  input: AskForVerificationInput,
): Promise<VerificationRow> {
  const path = ['communityId'];
  const books = await needBooks(work, cityRef('Place', input.communityId, path), path);
  authorise(work.actor, mayReadBooks(work.actor, books));
  const db = await work.begin();
  await refuseTooSoon(db, books.id, work.now);
  await db.query(
    `insert into verification (community_id, id, asked_at, asked_by) values ($1, $2, $3, $4)
     on conflict (community_id) where ended_at is null do nothing`,
    [books.id, newId(), work.now, work.actor.personId],
  );
  const [waiting]: { id: string }[] = await db.query(
    // The one that waited may just have ended: then that is the answer, and it is new enough.
    `select id from verification where community_id = $1
     order by ended_at is null desc, asked_at desc limit 1`,
    [books.id],
  );
  const [row] = await verificationById.read(db, books.id, [waiting?.id ?? '']);
  if (!row) throw new Error('A verification that waits is gone');
  return row;
}

/** Nothing has come since the last one ended, and it ended a moment ago. */
async function refuseTooSoon(db: EntityManager, booksId: string, now: Date): Promise<void> {
  const [last]: { endedAt: Date | null; isNewer: boolean }[] = await db.query(
    `select ended_at "endedAt", exists (select from ledger_block
       where community_id = $1 and sealed_at > last.ended_at) "isNewer"
     from verification last where community_id = $1 order by id desc limit 1`,
    [booksId],
  );
  if (!last?.endedAt || last.isNewer) return;
  const since = (now.getTime() - last.endedAt.getTime()) / 60_000;
  const minutes = Math.ceil(REST_MINUTES - since);
  if (minutes > 0) throw new Refusal('VERIFIED_LATELY', { minutes }, ['communityId']);
}
