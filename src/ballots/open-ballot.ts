import { authorise } from '../kernel/actor';
import { cityRef, sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needCommunity, needPlace } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import type { BallotRow } from './ballot.entity';
import { openBallotFor, type OpenBallotFor } from './open-ballot-for';

/** The same as `OpenBallotFor`, with global ids. */
export type OpenBallot = Omit<OpenBallotFor, 'vacant' | 'rollOf'>;

/**
 * Opens a ballot of a community or of some of its residents (cadres and officers of the community;
 * C3 step 2: one household, one ballot). Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`, and what
 * `openBallotFor` refuses.
 */
export async function openBallot(work: UnitOfWork, input: OpenBallot): Promise<BallotRow> {
  const at = await needCommunity(work.db, input.communityId, ['communityId']);
  authorise(work.actor, isRegistrar(work.actor, at));
  const resident = (globalId: string, path: readonly string[]) =>
    sameCommunity(tenantRef('Resident', globalId, path), at.id, path);
  return await openBallotFor(work, {
    ...input,
    communityId: at.id,
    placeId: input.placeId ? await insideOf(work, at, input.placeId) : null,
    electors: input.electors?.map((each, n) => resident(each, ['electors', String(n)])) ?? null,
    recused: (input.recused ?? []).map(({ residentId, ground }, n) => ({
      residentId: resident(residentId, ['recused', String(n), 'residentId']),
      ground,
    })),
  });
}

/** The courtyard or grid that is asked; none of this community's: `OTHER_COMMUNITY`. */
async function insideOf(work: UnitOfWork, { id }: PlaceRow, given: string): Promise<string | null> {
  const path = ['placeId'];
  const place = await needPlace(work, cityRef('Place', given, path), path);
  if (!place.lineage.includes(id)) throw new Refusal('OTHER_COMMUNITY', {}, path);
  return place.id === id ? null : place.id;
}
