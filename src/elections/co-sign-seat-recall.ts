import { ownResidence } from '../ballots/ballot.policy';
import { electorsOf } from '../ballots/freeze-roll';
import { authorise } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { isEligible } from './eligible';
import { recallAt } from './recall-at';
import { unitIn } from './recall-electors';
import type { SeatRecallRow } from './seat-recall.entity';
import { holdRecall, RECALL_PATH } from './seat-recall.reader';

/**
 * Signs a demand for a recall (an elector of the ward that gave the seat, once for all that votes
 * once with them). Refuses: `ID_UNKNOWN`, `RECALL_ENDED`, `RECALL_VOTES`, `RECALL_LAPSED`,
 * `NOT_ELECTOR`, `SIGNED_ALREADY`.
 */
export async function coSignSeatRecall(
  work: UnitOfWork,
  input: { readonly recallId: string },
): Promise<SeatRecallRow> {
  const asked = await recallAt(work, input.recallId);
  const { communityId, id } = asked.recall;
  const own = ownResidence(work.actor, communityId);
  authorise(work.actor, own !== null);
  const recall = await holdRecall(work, asked.recall);
  const { gathersUntil: until } = recall;
  if (recall.state !== 'gathering') throw new Refusal('RECALL_VOTES', {}, RECALL_PATH);
  if (work.now >= until) throw new Refusal('RECALL_LAPSED', { until }, RECALL_PATH);
  const { ward, today } = asked;
  if (!own || !(await isEligible(work, { ward, day: today }, own.residentId)))
    throw new Refusal('NOT_ELECTOR', {}, RECALL_PATH);
  const where = { communityId, placeId: ward.placeId, today, voteBy: unitIn(asked) };
  const [signer] = await electorsOf(work, where, [own.residentId]);
  const added = await read(
    work.db,
    `insert into seat_recall_signature (community_id, recall_id, unit_id, resident_id)
     values ($1, $2, $3, $4) on conflict do nothing returning 1`,
    [communityId, id, signer?.unitId, own.residentId],
  );
  if (added.length === 0) throw new Refusal('SIGNED_ALREADY', {}, RECALL_PATH);
  return recall;
}
