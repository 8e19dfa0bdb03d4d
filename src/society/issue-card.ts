import { authorise, personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { newCardCode } from './card-code';
import { needPlace } from './place.reader';
import { ResidentCardRow } from './resident-card.entity';
import { mayIssueCards } from './resident-card.policy';
import { lockResident, needResident } from './resident.reader';

/**
 * Gives a resident a card with a new code; one that is good ends with it (A1; cadres and officers
 * of the community, and storekeepers of its supermarket).
 *
 * Refuses: `ID_UNKNOWN`, `RESIDENT_GONE`.
 */
export async function issueCard(
  work: UnitOfWork,
  input: { residentId: string },
): Promise<ResidentCardRow> {
  const path = ['residentId'];
  const { communityId, id: residentId } = await needResident(work, input.residentId, path);
  const at = await needPlace(work, communityId, path);
  authorise(work.actor, mayIssueCards(work.actor, at));
  const issuedBy = personOf(work.actor);
  const db = await work.begin();
  const resident = await lockResident(work, { communityId, id: residentId }, path);
  if (resident.movedOut !== null) throw new Refusal('RESIDENT_GONE', {}, path);
  const [[replaced]]: [{ endedAt: Date }[], number] = await db.query(
    `update resident_card set ended_by = $3, ended_at = greatest(issued_at, $4)
     where community_id = $1 and resident_id = $2 and ended_at is null
     returning ended_at "endedAt"`,
    [communityId, residentId, issuedBy, work.now],
  );
  const card: ResidentCardRow = {
    ...{ communityId, id: newId(), residentId, code: newCardCode() },
    // Who asked first may have waited longest: each card begins where the one before it ends.
    ...{ issuedBy, issuedAt: replaced?.endedAt ?? work.now },
    ...{ endedBy: null, endedAt: null, endedBecause: null },
  };
  await db.insert(ResidentCardRow, card);
  return card;
}
