import { authorise } from '../kernel/actor';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceKind } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import { COUNCIL_KINDS, type CouncilKind } from './council-kinds';
import { CouncilRow } from './council.entity';
import { mayAct } from './layers';
import { writeRule } from './set-council-rule';

export interface FoundCouncil {
  readonly kind: CouncilKind;
  readonly name: string;
  readonly placeId: string;
}

/** Where the community stands among what a place lies in: city, district, street, community. */
const COMMUNITY = 3;

/**
 * Founds a council in a community, or in a courtyard or grid of it, with the rule that its kind
 * begins with (C1, N1, N4, B4; who may stands in the table of layers). Refuses: `ID_UNKNOWN`,
 * `COUNCIL_PLACE`, `TEXT_LENGTH`, `COUNCIL_NAME_TAKEN`.
 */
export async function foundCouncil(work: UnitOfWork, input: FoundCouncil): Promise<CouncilRow> {
  const path = ['placeId'];
  const at = await needPlace(work, cityRef('Place', input.placeId, path), path);
  authorise(work.actor, mayAct(work.actor, at, 'foundCouncil'));
  const { sitsIn, rule } = COUNCIL_KINDS[input.kind];
  const communityId = at.lineage[COMMUNITY];
  if (communityId === undefined || !(sitsIn as readonly PlaceKind[]).includes(at.kind))
    throw new Refusal('COUNCIL_PLACE', { place: at.name }, path);
  const name = readName(input.name, ['name']);
  const db = await work.begin();
  const taken: unknown[] = await db.query(
    'select 1 from council where community_id = $1 and name = $2 and dissolved_at is null',
    [communityId, name],
  );
  if (taken.length > 0) throw new Refusal('COUNCIL_NAME_TAKEN', { name }, ['name']);
  const council: CouncilRow = {
    ...{ communityId, id: newId(), kind: input.kind, name, placeId: at.id },
    ...{ foundedBy: work.actor.personId, foundedAt: work.now },
    ...{ dissolvedBy: null, dissolvedAt: null, dissolveReason: null, electsSince: null },
  };
  await db.insert(CouncilRow, council);
  await writeRule(work, council, rule, work.now);
  return council;
}
