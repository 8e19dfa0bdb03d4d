import type { DataSource } from 'typeorm';
import { read } from '../kernel/read';
import type { Processor } from '../payments/processor';
import { ProcessorFailed, ProcessorRefused } from '../payments/processor';
import { converge } from './converge';
import { convergePledge } from './converge-pledge';
import { giveUpAttempt } from './give-up-attempt';
import { remindPledge } from './remind-pledge';

interface Due {
  readonly communityId: string;
  readonly id: string;
  readonly sessionId?: string | null;
  readonly way?: 'card' | 'reminder';
}

const EVERY_MS = 5 * 60_000;
const AT_MOST = 200;

/**
 * Looks at what should have been heard of and was not: attempts that are open for more than ten
 * minutes, every five for two days and once after they have run out; pledges by card once a day;
 * and reminds those whose gift is due and is not taken by itself. Events may all be lost: this
 * finds the same. Returns how many could not be looked at.
 */
export async function sweep(source: DataSource, processor: Processor, now: Date): Promise<number> {
  let failed = 0;
  for (const due of await attemptsDue(source, now))
    if (!(await tried(() => lookAtAttempt(source, processor, due, now)))) failed += 1;
  for (const due of await pledgesDue(source, now))
    if (!(await tried(() => lookAtPledge(source, processor, due, now)))) failed += 1;
  return failed;
}

async function tried(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof ProcessorFailed || error instanceof ProcessorRefused) return false;
    throw error;
  }
}

/** Each is taken by moving its next look ahead: of several processes one has it. */
async function attemptsDue(source: DataSource, now: Date): Promise<Due[]> {
  return await read<Due>(
    source.manager,
    `-- every community: the sweep is the city's
     update attempt set next_check_at = $2
     from (select community_id, id from attempt where next_check_at <= $1
       order by next_check_at limit $3) due
     where attempt.community_id = due.community_id and attempt.id = due.id
       and attempt.next_check_at <= $1
     returning attempt.community_id "communityId", attempt.donation_id id,
       attempt.session_id "sessionId"`,
    [now, new Date(now.getTime() + EVERY_MS), AT_MOST],
  );
}

async function lookAtAttempt(
  source: DataSource,
  processor: Processor,
  { communityId, id, sessionId }: Due,
  now: Date,
): Promise<void> {
  await converge(source, processor, { communityId, id }, now);
  if (!sessionId) await giveUpAttempt(source, { communityId, id }, now);
}

async function pledgesDue(source: DataSource, now: Date): Promise<Due[]> {
  return await read<Due>(
    source.manager,
    `-- every community: the sweep is the city's
     select pledge.community_id "communityId", pledge.id, pledge.way from pledge
     join place on place.id = pledge.community_id
     where pledge.next_look_on <= ($1::timestamptz at time zone place.time_zone)::date
     order by pledge.next_look_on limit $2`,
    [now, AT_MOST],
  );
}

async function lookAtPledge(
  source: DataSource,
  processor: Processor,
  { communityId, id, way }: Due,
  now: Date,
): Promise<void> {
  if (way === 'card') await convergePledge(source, processor, { communityId, id }, now);
  else await remindPledge(source, { communityId, id }, now);
}
