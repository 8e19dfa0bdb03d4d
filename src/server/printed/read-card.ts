import type { Context } from '../../api/context';
import { authorise } from '../../kernel/actor';
import type { TenantRef } from '../../kernel/global-id';
import { Refusal } from '../../kernel/refusal';
import type { CardFacts } from '../../papers/card';
import { cardCodeInGroups } from '../../society/card-code';
import { displayName } from '../../society/display-name';
import { place } from '../../society/place.reader';
import { holdsCard } from '../../society/resident-card.policy';
import { cardById } from '../../society/resident-card.reader';
import { residentById } from '../../society/resident.reader';

/**
 * What a card says, to whoever may read its code. A card is lost more easily than it is read: the
 * name on it is what the public sees of it, for everybody. Refuses: `ID_UNKNOWN`, `CARD_ENDED`.
 */
export async function readCard(
  context: Context,
  { communityId, id }: TenantRef,
  locale: CardFacts['locale'],
): Promise<CardFacts> {
  const path = ['cardId'];
  const card = await context.load(cardById, communityId, id);
  if (!card) throw new Refusal('ID_UNKNOWN', { type: 'ResidentCard' }, path);
  authorise(context.actor, await holdsCard.allows(context, card as never));
  if (card.endedAt !== null) throw new Refusal('CARD_ENDED', {}, path);
  const [at, resident] = await Promise.all([
    place(context, communityId),
    context.load(residentById, communityId, card.residentId),
  ]);
  if (!at || !resident) throw new Error(`The card ${id} is nobody's`);
  return {
    ...{ locale, community: at.name, displayName: displayName(resident.name) },
    ...{ code: cardCodeInGroups(card.code), issuedAt: card.issuedAt },
  };
}
