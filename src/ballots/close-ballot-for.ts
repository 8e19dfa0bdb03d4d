import { personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { ballotById, type KnownBallot } from './ballot.reader';
import { holdBallot } from './elector-standing';
import { countMarks } from './marks';
import type { PaperBoxRow } from './paper-box.entity';
import type { PaperCounts } from './paper-counts';

/**
 * Counts a ballot for whoever has been found to be allowed to: here nobody is asked again. Its
 * boxes are published and its key is thrown away, so that nobody can sign one more token. Refuses:
 * `BALLOT_OPEN`, `BALLOT_CLOSED`, `BOX_WAITING`.
 */
export async function closeBallotFor(
  work: UnitOfWork,
  asked: KnownBallot,
  path: readonly string[] = ['ballotId'],
): Promise<KnownBallot> {
  const { communityId, id, closesAt } = asked;
  if (work.now < closesAt) throw new Refusal('BALLOT_OPEN', { closesAt }, path);
  const db = await work.begin();
  const cast = await hold(work, asked);
  const [ballot] = await ballotById.read(db, communityId, [id]);
  if (ballot?.closedAt !== null) throw new Refusal('BALLOT_CLOSED', {}, path);
  const papers = await papersOf(work, asked);
  if (!papers) throw new Refusal('BOX_WAITING', {}, path);
  const paperVotes = asked.choices.map((_, n) =>
    papers.reduce((sum, { counts }) => sum + (counts[n] ?? 0), 0),
  );
  const votes = countMarks(asked, cast).map((each, n) => each + (paperVotes[n] ?? 0));
  const tookPart = papers.reduce((sum, box) => sum + box.papers, cast.length);
  const closed = {
    ...{ closedBy: personOf(work.actor), closedAt: work.now, votes, paperVotes, tookPart },
  };
  await read(
    db,
    `update ballot set closed_by = $3, closed_at = $4, votes = $5, paper_votes = $6,
       took_part = $7, signing_key = null
     where community_id = $1 and id = $2`,
    [communityId, id, closed.closedBy, closed.closedAt, votes, paperVotes, tookPart],
  );
  return { ...ballot, ...closed };
}

/** Holds the roll's pages, the boxes, each in order, and the ballot, and tells what was voted. */
async function hold(work: UnitOfWork, ballot: KnownBallot): Promise<number[]> {
  const key = [ballot.communityId, ballot.id];
  await read(
    work.db,
    `select 1 from ballot_roll_page where community_id = $1 and ballot_id = $2
     order by page for no key update`,
    key,
  );
  const boxes = await read<{ marks: number[] }>(
    work.db,
    `select marks from ballot_box where community_id = $1 and ballot_id = $2
     order by box for no key update`,
    key,
  );
  await holdBallot(work, ballot);
  const named = await read<{ marks: number }>(
    work.db,
    'select marks from roll_call_vote where community_id = $1 and ballot_id = $2',
    key,
  );
  return [...boxes, ...named].flatMap(({ marks }) => marks);
}

/** Holds the boxes of papers; what the witnessed ones hold, or null while one still waits. */
async function papersOf(
  work: UnitOfWork,
  { communityId, id }: KnownBallot,
): Promise<PaperCounts[] | null> {
  const boxes = await read<Pick<PaperBoxRow, 'state' | 'counts' | 'papers'>>(
    work.db,
    `select state, counts, papers from ballot_paper_box where community_id = $1 and ballot_id = $2
     order by id for no key update`,
    [communityId, id],
  );
  if (boxes.some(({ state }) => state === 'waiting')) return null;
  return boxes.filter(({ state }) => state === 'witnessed');
}
