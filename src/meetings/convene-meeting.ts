import { needCouncil } from '../councils/council.reader';
import type { CouncilRow } from '../councils/council.entity';
import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needMotion } from '../motions/motion.reader';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import { kindOf, type MeetingKind } from './meeting-kinds';
import { readAnnounced, refuseNotice, type Announced } from './meeting-times';
import { MeetingRow } from './meeting.entity';
import { convenes, sitsIn } from './meeting.policy';
import { refuseUnseated } from './refuse-unseated';

export interface ConveneMeeting extends Announced {
  readonly kind: MeetingKind;
  readonly placeId: string;
  /** The council that meets; of a council's meeting only. */
  readonly councilId?: string | null;
  /** The motion that is heard; of a hearing only. */
  readonly motionId?: string | null;
  readonly title: string;
}

/** Where the community stands among what a place lies in: city, district, street, community. */
const COMMUNITY = 3;

/**
 * Convenes a meeting in a community, or in a courtyard or grid of it, with the notice that its kind
 * asks for (A4, B6, B10, N1; who may follows from the table of layers, and a council's members
 * convene their own). Refuses: `ID_UNKNOWN`, `MEETING_PLACE`, `COUNCIL_NEEDED`, `COUNCIL_UNASKED`,
 * `COUNCIL_ELSEWHERE`, `COUNCIL_DISSOLVED`, `COUNCIL_NOT_SITTING`, `MOTION_UNASKED`,
 * `OTHER_COMMUNITY`, `MOTION_ELSEWHERE`, `TEXT_LENGTH`, `AGENDA_NEEDED`, `LINK_UNREADABLE`,
 * `MEETING_LENGTH`, `NOTICE_TOO_SHORT`, `MEETING_TOO_FAR`.
 */
export async function conveneMeeting(work: UnitOfWork, input: ConveneMeeting): Promise<MeetingRow> {
  const path = ['placeId'];
  const at = await needPlace(work, cityRef('Place', input.placeId, path), path);
  const council = input.councilId ? await needCouncil(work, input.councilId, ['councilId']) : null;
  authorise(work.actor, convenes(work.actor, input.kind, at) || (await isOwn(work, council, at)));
  const communityId = at.lineage[COMMUNITY];
  if (communityId === undefined) throw new Refusal('MEETING_PLACE', { place: at.name }, path);
  refuseCouncil(input.kind, council, at);
  const motionId = await readMotion(work, input, at);
  const kind = kindOf(input.kind);
  const announced = readAnnounced(kind, input);
  const title = readName(input.title, ['title']);
  refuseNotice(work, kind, announced.startsAt, at);
  if (council) await refuseUnseated(work, council, announced.startsAt, at);
  const meeting: MeetingRow = {
    ...{ communityId, id: newId(), kind: input.kind, placeId: at.id, title, ...announced },
    ...{ councilId: council?.id ?? null, motionId },
    ...{ convenedBy: work.actor.personId, convenedAt: work.now },
    ...{ cancelledBy: null, cancelledAt: null, cancelReason: null },
    ...{ closedBy: null, closedAt: null },
  };
  const db = await work.begin();
  await db.insert(MeetingRow, meeting);
  return meeting;
}

async function isOwn(work: UnitOfWork, council: CouncilRow | null, at: PlaceRow): Promise<boolean> {
  if (council?.placeId !== at.id) return false;
  return await sitsIn(work, council, dayOf(work.now, at.timeZone));
}

function refuseCouncil(kind: MeetingKind, council: CouncilRow | null, at: PlaceRow): void {
  const path = ['councilId'];
  if (kind === 'council_meeting' && !council) throw new Refusal('COUNCIL_NEEDED', {}, path);
  if (kind !== 'council_meeting' && council) throw new Refusal('COUNCIL_UNASKED', {}, path);
  if (council && council.placeId !== at.id)
    throw new Refusal('COUNCIL_ELSEWHERE', { place: at.name }, path);
}

/** A motion is heard by all whom it concerns, or more, and not by a part of them. */
async function readMotion(
  work: UnitOfWork,
  { kind, motionId }: ConveneMeeting,
  at: PlaceRow,
): Promise<string | null> {
  if (!motionId) return null;
  const path = ['motionId'];
  if (kind !== 'hearing') throw new Refusal('MOTION_UNASKED', {}, path);
  const motion = await needMotion(work, motionId, path);
  if (motion.communityId !== at.lineage[COMMUNITY]) throw new Refusal('OTHER_COMMUNITY', {}, path);
  const { lineage } = await needPlace(work, motion.placeId, path);
  if (!lineage.includes(at.id)) throw new Refusal('MOTION_ELSEWHERE', { place: at.name }, path);
  return motion.id;
}
