import type { UnitOfWork } from '../kernel/unit-of-work';
import { hearingsOfMotion } from '../meetings/meeting.reader';
import { approvedMinutes } from '../meetings/minutes.reader';
import type { FundProjectRow } from './fund-project.entity';
import type { FundStepEventRow } from './fund-step-event.entity';
import { wholeList } from './whole-list';

/**
 * The hearings of a project that were held, the first first, each with its approved minutes: of
 * its motion, and of those that were set aside when it was sent back.
 */
export async function hearingsOf(
  work: UnitOfWork,
  { communityId, motionId: last }: FundProjectRow,
  events: readonly FundStepEventRow[],
): Promise<object[]> {
  const motionIds = [...events.map(({ motionId }) => motionId), last];
  const held = [];
  for (const motionId of motionIds) {
    if (motionId === null) continue;
    const meetings = await wholeList(work.db, hearingsOfMotion, communityId, motionId);
    held.push(...meetings.filter(({ closedAt }) => closedAt !== null));
  }
  const ids = held.map(({ id }) => id);
  const minutes = await approvedMinutes.read(work.db, communityId, ids);
  return held
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ id, title, agenda, venue, startsAt, closedAt }) => {
      const said = minutes.find(({ meetingId }) => meetingId === id);
      return {
        ...{ title, agenda, venue, startsAt, closedAt },
        minutes: said ? { version: said.version, text: said.text, at: said.approvedAt } : null,
      };
    });
}
