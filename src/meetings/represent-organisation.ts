import { authorise, personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OrganisationRow } from '../society/organisation.entity';
import { needOrganisation } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import { refuseOrganisations } from './attendees';
import { refuseOutside } from './meeting-times';
import type { MeetingRow } from './meeting.entity';
import { holdMeeting, MEETING_PATH, needMeeting } from './meeting.reader';

export interface ForOrganisation {
  readonly meetingId: string;
  readonly organisationId: string;
}

const PATH = ['organisationId'];

/**
 * Comes to a meeting in an organisation's name, while it is held (who holds a role in it; A3:
 * enterprises and employers of the neighbourhood). The first to come stands for it. Refuses:
 * `ID_UNKNOWN`, `NOT_HERE`, `MEETING_CANCELLED`, `MEETING_CLOSED`, `MEETING_NOT_BEGUN`,
 * `MEETING_OVER`, `NOT_FOR_ORGANISATIONS`.
 */
export async function representOrganisation(
  work: UnitOfWork,
  input: ForOrganisation,
): Promise<MeetingRow> {
  const found = await needMeeting(work, input.meetingId);
  const organisation = await needOrganisation(work, input.organisationId, PATH);
  authorise(work.actor, isOf(work, organisation));
  const personId = personOf(work.actor);
  const at = await needPlace(work, found.placeId, MEETING_PATH);
  await refuseFar(work, organisation, at);
  const meeting = await holdMeeting(work, found, 'beside');
  refuseOrganisations(meeting);
  refuseOutside(meeting, work.now, MEETING_PATH);
  await read(
    work.db,
    `insert into meeting_representative
       (community_id, meeting_id, organisation_id, person_id, represented_at)
     values ($1, $2, $3, $4, $5)
     on conflict (community_id, meeting_id, organisation_id) do nothing`,
    [meeting.communityId, meeting.id, organisation.id, personId, work.now],
  );
  return meeting;
}

/** Whether somebody holds a role in an organisation. */
export function isOf({ actor }: UnitOfWork, { id }: Pick<OrganisationRow, 'id'>): boolean {
  return actor.standings.some(({ organisationId }) => organisationId === id);
}

/** An organisation sits where a meeting is, above it, or within it: any other is `NOT_HERE`. */
export async function refuseFar(
  work: UnitOfWork,
  organisation: OrganisationRow,
  at: PlaceRow,
): Promise<void> {
  const seat = await needPlace(work, organisation.placeId, PATH);
  if (!at.lineage.includes(seat.id) && !seat.lineage.includes(at.id))
    throw new Refusal('NOT_HERE', { place: at.name }, PATH);
}
