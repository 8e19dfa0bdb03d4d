import type { DataSource } from 'typeorm';
import { read } from '../kernel/read';
import { alone } from '../payments/one-by-one';
import type { Processor } from '../payments/processor';
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
  for (const due of await attemptsDue(source, processor, now))
    if (!(await alone(source, due, now, () => lookAtAttempt(source, processor, due, now))))
      failed += 1;
  for (const due of await pledgesDue(source, processor, now)) {
    if (await alone(source, due, now, () => lookAtPledge(source, processor, due, now))) continue;
    failed += 1;
    await lookTomorrow(source, due, now);
  }
  return failed;
}

/** Each is taken by moving its next look ahead: of several processes one has it. */
async function attemptsDue(source: DataSource, { provider }: Processor, now: Date): Promise<Due[]> {
  return await read<Due>(
    source.manager,
    `-- every community: the sweep is the city's
     update attempt set next_check_at = $2
     from (select attempt.community_id, attempt.id from attempt
       join donation on donation.community_id = attempt.community_id
         and donation.id = attempt.donation_id and donation.provider = $4
       where attempt.next_check_at <= $1 order by attempt.next_check_at limit $3) due
     where attempt.community_id = due.community_id and attempt.id = due.id
       and attempt.next_check_at <= $1
     returning attempt.community_id "communityId", attempt.donation_id id,
       attempt.session_id "sessionId"`,
    [now, new Date(now.getTime() + EVERY_MS), AT_MOST, provider],
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

async function pledgesDue(source: DataSource, { provider }: Processor, now: Date): Promise<Due[]> {
  return await read<Due>(
    source.manager,
    `-- every community: the sweep is the city's
     select pledge.community_id "communityId", pledge.id, pledge.way from pledge
     join place on place.id = pledge.community_id
     where pledge.next_look_on <= ($1::timestamptz at time zone place.time_zone)::date
       and exists (select 1 from donation where donation.community_id = pledge.community_id
         and donation.pledge_id = pledge.id and donation.provider = $3)
     order by pledge.next_look_on limit $2`,
    [now, AT_MOST, provider],
  );
}

/** One that could not be looked at waits a day, so that it does not stand before all others. */
async function lookTomorrow(source: DataSource, { communityId, id }: Due, now: Date) {
  await source.query(
    `update pledge set next_look_on = $3::date + 1
     where community_id = $1 and id = $2 and next_look_on <= $3::date`,
    [communityId, id, now.toISOString().slice(0, 10)],
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
