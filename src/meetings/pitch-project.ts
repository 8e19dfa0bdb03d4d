import { authorise, personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOrganisation } from '../society/organisation.reader';
import { needPlace } from '../society/place.reader';
import { kindOf } from './meeting-kinds';
import { refuseLate } from './meeting-times';
import { holdMeeting, MEETING_PATH, needMeeting } from './meeting.reader';
import { PitchRow } from './pitch.entity';
import { isOf, refuseFar, type ForOrganisation } from './represent-organisation';

export interface PitchProject extends ForOrganisation {
  readonly title: string;
  readonly text: string;
}

/**
 * Presents a project at a pitch fair in an organisation's name, from when it is convened until it
 * ends (who holds a role in the organisation; A4, C9). Refuses: `ID_UNKNOWN`, `NOT_HERE`,
 * `TEXT_LENGTH`, `MEETING_CANCELLED`, `MEETING_CLOSED`, `NO_PITCHES`, `MEETING_OVER`.
 */
export async function pitchProject(work: UnitOfWork, input: PitchProject): Promise<PitchRow> {
  const found = await needMeeting(work, input.meetingId);
  const organisation = await needOrganisation(work, input.organisationId, ['organisationId']);
  authorise(work.actor, isOf(work, organisation));
  const pitchedBy = personOf(work.actor);
  await refuseFar(work, organisation, await needPlace(work, found.placeId, MEETING_PATH));
  const title = readName(input.title, ['title']);
  const text = readReason(input.text, ['text']);
  const meeting = await holdMeeting(work, found, 'beside');
  if (!kindOf(meeting.kind).hasPitches) throw new Refusal('NO_PITCHES', {}, MEETING_PATH);
  refuseLate(meeting, work.now, MEETING_PATH);
  const pitch: PitchRow = {
    ...{ communityId: meeting.communityId, id: newId(), meetingId: meeting.id },
    ...{ organisationId: organisation.id, title, text, backers: 0 },
    ...{ pitchedBy, pitchedAt: work.now },
  };
  await work.db.insert(PitchRow, pitch);
  return pitch;
}
