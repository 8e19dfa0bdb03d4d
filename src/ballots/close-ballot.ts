import { authorise, personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import { ballotById, needBallot, type KnownBallot } from './ballot.reader';

/**
 * Counts a ballot whose last moment has passed (cadres and officers of the community), publishes
 * its boxes, and throws its key away, so that nobody can sign one more token. Refuses:
 * `ID_UNKNOWN`, `BALLOT_OPEN`, `BALLOT_CLOSED`.
 */
export async function closeBallot(
  work: UnitOfWork,
  input: { readonly ballotId: string },
): Promise<KnownBallot> {
  const asked = await needBallot(work, input.ballotId);
  const { communityId, id } = asked;
  const at = await needPlace(work, communityId, ['ballotId']);
  authorise(work.actor, isRegistrar(work.actor, at));
  const { closesAt } = asked;
  if (work.now < closesAt) throw new Refusal('BALLOT_OPEN', { closesAt }, ['ballotId']);
  const db = await work.begin();
  const votes = await hold(work, asked);
  const [ballot] = await ballotById.read(db, communityId, [id]);
  if (ballot?.closedAt !== null) throw new Refusal('BALLOT_CLOSED', {}, ['ballotId']);
  const counted = asked.choices.map((_, n) => votes.filter((each) => each === n).length);
  const closed = { closedBy: personOf(work.actor), closedAt: work.now, votes: counted };
  await read(
    db,
    `update ballot set closed_by = $3, closed_at = $4, votes = $5, signing_key = null
     where community_id = $1 and id = $2`,
    [communityId, id, closed.closedBy, closed.closedAt, closed.votes],
  );
  return { ...ballot, ...closed };
}

/** Holds the roll's pages and the boxes, each in order, and tells what lies in these. */
async function hold(work: UnitOfWork, { communityId, id }: KnownBallot): Promise<number[]> {
  const key = [communityId, id];
  await read(
    work.db,
    `select 1 from ballot_roll_page where community_id = $1 and ballot_id = $2
     order by page for no key update`,
    key,
  );
  const boxes = await read<{ choices: number[] }>(
    work.db,
    `select choices from ballot_box where community_id = $1 and ballot_id = $2
     order by box for no key update`,
    key,
  );
  return boxes.flatMap(({ choices }) => choices);
}
