import type { Context } from '../api/context';
import { policy } from '../api/policy';
import { meetingKeeper } from './meeting.policy';
import { meetingById } from './meeting.reader';
import type { MinutesRow } from './minutes.entity';

/** Minutes: everyone's business once a second person has approved them. */
export const minutesReader = policy<MinutesRow>(
  'Anyone, once they are approved; before, who sees to the meeting.',
  async (context: Context, { communityId, meetingId, approvedAt }) => {
    if (approvedAt !== null) return true;
    if (context.actor.kind === 'stranger') return false;
    const meeting = await context.load(meetingById, communityId, meetingId);
    return meeting !== null && (await meetingKeeper.allows(context, meeting as never));
  },
);
