import { authorise, personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOrganisation } from '../society/organisation.reader';
import { needCommunity, needPlace } from '../society/place.reader';
import { CourseRow } from './course.entity';
import { GIVER_KINDS, givesCourse } from './course.policy';
import { CourseSessionRow } from './course-session.entity';
import { MOST_SESSIONS, readSession, type SessionInput } from './session-input';

export interface OpenCourseInput {
  readonly communityId: string;
  readonly organisationId: string;
  readonly title: string;
  readonly lecturer: string;
  readonly about?: string | null;
  readonly capacity: number;
  readonly sessions: readonly SessionInput[];
}

const MOST_SEATS = 1000;

/**
 * Opens a course in a community in an organisation's name, with its sessions (N3, A7; leaders of
 * self-organisations, people of social organisations, and of the offices there). The organisation
 * sits in the community, or above it.
 *
 * Refuses: `ID_UNKNOWN`, `ORGANISATION_KIND`, `NOT_HERE`, `TEXT_LENGTH`, `CAPACITY_RANGE`,
 * `SESSIONS_COUNT`, `SESSION_MINUTES`, `SESSION_DAY`, `SESSION_OVERLAPS`.
 */
export async function openCourse(work: UnitOfWork, input: OpenCourseInput): Promise<CourseRow> {
  const path = ['organisationId'];
  const giver = await needOrganisation(work, input.organisationId, path, ...GIVER_KINDS);
  authorise(work.actor, givesCourse(work.actor, { organisationId: giver.id }));
  const openedBy = personOf(work.actor);
  const community = await needCommunity(work.db, input.communityId, ['communityId']);
  const seat = await needPlace(work, giver.placeId, path);
  if (!community.lineage.includes(seat.id) && !seat.lineage.includes(community.id))
    throw new Refusal('NOT_HERE', { place: community.name }, path);
  const { capacity } = input;
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > MOST_SEATS)
    throw new Refusal('CAPACITY_RANGE', { most: MOST_SEATS }, ['capacity']);
  const course: CourseRow = {
    ...{ communityId: community.id, id: newId(), organisationId: giver.id, capacity, enrolled: 0 },
    title: readName(input.title, ['title']),
    lecturer: readName(input.lecturer, ['lecturer']),
    about: input.about ? readText(input.about, 1000, ['about']) : null,
    ...{ openedBy, openedAt: work.now },
  };
  const sessions = readSessions(work, input.sessions);
  const db = await work.begin();
  await db.insert(CourseRow, course);
  await db.insert(
    CourseSessionRow,
    sessions.map((each) => ({
      ...each,
      ...{ communityId: community.id, id: newId(), courseId: course.id },
    })),
  );
  return course;
}

function readSessions(work: UnitOfWork, given: readonly SessionInput[]): SessionInput[] {
  if (given.length < 1 || given.length > MOST_SESSIONS)
    throw new Refusal('SESSIONS_COUNT', { most: MOST_SESSIONS }, ['sessions']);
  return given.map((each, i) =>
    readSession(work, each, given.slice(0, i), ['sessions', String(i)]),
  );
}
