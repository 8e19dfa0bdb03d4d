import type { DataSource } from 'typeorm';
import { read } from '../kernel/read';
import type { Locale } from './letter';
import { render } from './render';
import type { Sender } from './sender';
import { letterOf } from './templates';

/** What became of the letters that waited. */
export interface Sendings {
  readonly sent: number;
  readonly kept: number;
  /** Did not leave; tried again later, or given up. */
  readonly failed: number;
}

interface Claimed {
  readonly id: string;
  readonly recipient: string;
  readonly locale: Locale;
  readonly template: string;
  readonly facts: unknown;
  readonly tries: number;
}

const MINUTE_MS = 60_000;

/** Whoever takes a letter has it for so long; who died with it leaves it to others after that. */
const LEASE_MS = 10 * MINUTE_MS;

export const MOST_TRIES = 10;

/** After each failure three times as long, at most six hours: ten tries reach over a day. */
export function pauseAfter(tries: number): number {
  return Math.min(MINUTE_MS * 3 ** (tries - 1), 6 * 60 * MINUTE_MS);
}

/**
 * Sends what waits, one letter after the other. Several processes may do it at once: a letter is
 * taken by a single conditional update that only one of them can win, and no transaction stays open
 * while a post office thinks.
 *
 * A process that dies between sending and marking leaves a letter that has left and still waits; it
 * is then sent a second time, with the same Message-ID, by which mail readers know it for the same.
 * The other way round (marking first) it might never be sent.
 */
export async function sendMails(
  source: DataSource,
  sender: Sender,
  { now = new Date(), limit = 50 }: { now?: Date; limit?: number } = {},
): Promise<Sendings> {
  const began = performance.now();
  // The clock goes on while letters are sent, or the last ones' leases would be over at once.
  const clock = () => new Date(now.getTime() + performance.now() - began);
  const counts = { sent: 0, kept: 0, failed: 0 };
  for (const { communityId, id } of await waiting(source, now, limit)) {
    const mail = await claim(source, communityId, id, clock());
    if (mail) counts[await sendOne(source, sender, communityId, mail, clock)] += 1;
  }
  return counts;
}

async function waiting(
  source: DataSource,
  now: Date,
  limit: number,
): Promise<{ communityId: string; id: string }[]> {
  return await read(
    source.manager,
    `-- every community: one process sends for all of them, oldest first
     select community_id as "communityId", id from mail
     where state = 'waiting' and next_try_at <= $1 order by next_try_at limit $2`,
    [now, limit],
  );
}

/** Takes a letter, unless somebody else has taken it meanwhile. */
async function claim(
  source: DataSource,
  communityId: string,
  id: string,
  now: Date,
): Promise<Claimed | undefined> {
  const rows = await read<Claimed>(
    source.manager,
    `update mail set tries = tries + 1, next_try_at = $4
     where community_id = $1 and id = $2 and state = 'waiting' and next_try_at <= $3
     returning id, recipient, locale, template, facts, tries`,
    [communityId, id, now, new Date(now.getTime() + LEASE_MS)],
  );
  return rows[0];
}

async function sendOne(
  source: DataSource,
  sender: Sender,
  communityId: string,
  mail: Claimed,
  clock: () => Date,
): Promise<keyof Sendings> {
  let outcome: 'sent' | 'kept';
  try {
    outcome = await sender.send({
      ...render(letterOf(mail), mail.locale),
      to: addressOf(mail.recipient),
      id: mail.id,
    });
  } catch (error) {
    await failed(source, communityId, mail, String(error), clock());
    return 'failed';
  }
  await read(
    source.manager,
    `update mail set state = $3, sent_at = $4, last_error = null
     where community_id = $1 and id = $2 and state = 'waiting'`,
    [communityId, mail.id, outcome, outcome === 'sent' ? clock() : null],
  );
  return outcome;
}

/** A giver's address comes as it was typed; one that is none must not become several. */
function addressOf(recipient: string): string {
  if (!/^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(recipient)) throw new Error('This is no mail address');
  return recipient;
}

/** Longer answers of a post office say nothing more. */
const LONGEST_ERROR = 500;

/** Marks a failure, unless the lease is over and somebody else has tried meanwhile. */
async function failed(
  source: DataSource,
  communityId: string,
  { id, tries }: Claimed,
  error: string,
  now: Date,
): Promise<void> {
  const state = tries >= MOST_TRIES ? 'failed' : 'waiting';
  const again = new Date(now.getTime() + pauseAfter(tries));
  await read(
    source.manager,
    `update mail set state = $4, next_try_at = $5, last_error = $6
     where community_id = $1 and id = $2 and state = 'waiting' and tries = $3`,
    [communityId, id, tries, state, again, error.slice(0, LONGEST_ERROR)],
  );
}
