import { mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { communityOf } from '../society/place-of-community';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import { CourtyardBodyRow } from './courtyard-body.entity';
import { bodyNow } from './courtyard-body.reader';
import { sitsInCouncilOf } from './courtyard.policy';

/**
 * The body that stands for a courtyard does so no longer, and no other follows it yet (C4; who may
 * name one). Refuses: `ID_UNKNOWN`, `PLACE_KIND`, `NO_COURTYARD_BODY`.
 */
export async function endCourtyardBody(
  work: UnitOfWork,
  input: { readonly placeId: string },
): Promise<CourtyardBodyRow> {
  const path = ['placeId'];
  const at = await needPlace(work, cityRef('Place', input.placeId, path), path);
  authorise(
    work.actor,
    mayAct(work.actor, at, 'endCourtyardBody') || (await sitsInCouncilOf(work, at)),
  );
  communityOf(at, ['courtyard'], path);
  await work.begin();
  const body = await bodyNow(work, at);
  if (body === null) throw new Refusal('NO_COURTYARD_BODY', {}, path);
  return await endBody(work, body, at);
}

/** From today on; one that was named today never stood for it. */
export async function endBody(
  work: UnitOfWork,
  body: CourtyardBodyRow,
  { timeZone }: PlaceRow,
): Promise<CourtyardBodyRow> {
  const { communityId, id } = body;
  const validUntil = dayOf(work.now, timeZone);
  await work.db.update(CourtyardBodyRow, { communityId, id }, { validUntil });
  return { ...body, validUntil };
}
