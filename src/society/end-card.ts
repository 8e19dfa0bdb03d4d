import { authorise, personOf } from '../kernel/actor';
import { tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from './place.reader';
import { ResidentCardRow, type CardEnd } from './resident-card.entity';
import { mayEndCard } from './resident-card.policy';
import { cardById } from './resident-card.reader';
import { lockResident } from './resident.reader';

/**
 * Ends a card, so that nobody is found by it any more (A1; the resident, cadres and officers of the
 * community, and the staff of its supermarket). It is kept.
 *
 * Refuses: `ID_UNKNOWN`, `CARD_ENDED`.
 */
export async function endCard(
  work: UnitOfWork,
  input: { cardId: string; because: CardEnd },
): Promise<ResidentCardRow> {
  const path = ['cardId'];
  const { communityId, id } = tenantRef('ResidentCard', input.cardId, path);
  const found = await work.row(cardById, communityId, id);
  if (!found) throw new Refusal('ID_UNKNOWN', { type: 'ResidentCard' }, path);
  const at = await needPlace(work, communityId, path);
  authorise(work.actor, mayEndCard(work.actor, at, found));
  const endedBy = personOf(work.actor);
  const db = await work.begin();
  await lockResident(work, { communityId, id: found.residentId }, path);
  const [card] = await cardById.read(db, communityId, [id]);
  if (card?.endedAt !== null) throw new Refusal('CARD_ENDED', {}, path);
  // It may have been given out while this waited for the lock.
  const endedAt = work.now < card.issuedAt ? card.issuedAt : work.now;
  const ended = { endedBy, endedAt, endedBecause: input.because };
  await db.update(ResidentCardRow, { communityId, id }, ended);
  return { ...card, ...ended };
}
