import { needCouncil } from '../councils/council.reader';
import { mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOrganisation } from '../society/organisation.reader';
import { communityOf } from '../society/place-of-community';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import { CourtyardBodyRow } from './courtyard-body.entity';
import { bodyNow } from './courtyard-body.reader';
import { sitsInCouncilOf } from './courtyard.policy';
import { endBody } from './end-courtyard-body';

export interface NameCourtyardBody {
  readonly placeId: string;
  readonly organisationId?: string | null;
  readonly councilId?: string | null;
}

/**
 * Names the body that stands for a courtyard from today on, in place of the one before: residents'
 * own organisation, or a council of the courtyard (C4; who may stands in the table of layers, and
 * members of the courtyard's councils). Refuses: `ID_UNKNOWN`, `PLACE_KIND`, `BODY_UNCLEAR`,
 * `ORGANISATION_KIND`, `NOT_HERE`, `COUNCIL_DISSOLVED`, `BODY_NAMED`.
 */
export async function nameCourtyardBody(
  work: UnitOfWork,
  input: NameCourtyardBody,
): Promise<CourtyardBodyRow> {
  const path = ['placeId'];
  const at = await needPlace(work, cityRef('Place', input.placeId, path), path);
  authorise(
    work.actor,
    mayAct(work.actor, at, 'nameCourtyardBody') || (await sitsInCouncilOf(work, at)),
  );
  const communityId = communityOf(at, ['courtyard'], path);
  const body = await readBody(work, at, input);
  const db = await work.begin();
  const before = await bodyNow(work, at);
  const isSame =
    before?.organisationId === body.organisationId && before.councilId === body.councilId;
  if (before && isSame) throw new Refusal('BODY_NAMED', {}, path);
  if (before) await endBody(work, before, at);
  const row: CourtyardBodyRow = {
    ...{ communityId, id: newId(), placeId: at.id, ...body },
    ...{ validFrom: dayOf(work.now, at.timeZone), validUntil: null },
    ...{ namedBy: work.actor.personId, namedAt: work.now },
  };
  await db.insert(CourtyardBodyRow, row);
  return row;
}

type Body = Pick<CourtyardBodyRow, 'organisationId' | 'councilId'>;

/** One of the two, and of this courtyard. */
async function readBody(
  work: UnitOfWork,
  at: PlaceRow,
  { organisationId, councilId }: NameCourtyardBody,
): Promise<Body> {
  if (organisationId && !councilId) return await readOrganisation(work, at, organisationId);
  if (councilId && !organisationId) return await readCouncil(work, at, councilId);
  throw new Refusal('BODY_UNCLEAR', {}, ['organisationId']);
}

async function readOrganisation(work: UnitOfWork, at: PlaceRow, globalId: string): Promise<Body> {
  const path = ['organisationId'];
  const organisation = await needOrganisation(work, globalId, path, 'self_organisation');
  const community = at.lineage[3];
  const isHere = organisation.placeId === at.id || organisation.placeId === community;
  if (!isHere) throw new Refusal('NOT_HERE', { place: at.name }, path);
  return { organisationId: organisation.id, councilId: null };
}

async function readCouncil(work: UnitOfWork, at: PlaceRow, globalId: string): Promise<Body> {
  const path = ['councilId'];
  const council = await needCouncil(work, globalId, path);
  if (council.placeId !== at.id) throw new Refusal('NOT_HERE', { place: at.name }, path);
  if (council.dissolvedAt !== null) throw new Refusal('COUNCIL_DISSOLVED', {}, path);
  return { organisationId: null, councilId: council.id };
}
