import type { DataSource } from 'typeorm';
import type { StartDonation } from '../../src/donations/start-donation';
import type { PledgeRow } from '../../src/donations/pledge.entity';
import { pledgeById } from '../../src/donations/pledge.reader';
import type { Desk, Gift } from './desk';

/** A monthly gift, as it stood when it was looked at. */
export type Pledge = PledgeRow & { readonly first: Gift };

const MONTHLY = { schedule: 'monthly', email: 'wang@example.org', locale: 'en' } as const;

/** Somebody begins a monthly gift, and has not paid yet. */
export async function pledged(desk: Desk, input: Partial<StartDonation> = {}): Promise<Pledge> {
  const first = await desk.started({ ...MONTHLY, payWith: 'card', ...input });
  return { ...(await pledgeRow(desk.source, first)), first };
}

/** Somebody gives every month, and has paid for the first. */
export async function running(desk: Desk, input: Partial<StartDonation> = {}): Promise<Pledge> {
  const { first } = await pledged(desk, input);
  await desk.counter.standIn.pay(first.session, { method: input.payWith ?? 'card' });
  await desk.counter.deliver();
  return { ...(await pledgeRow(desk.source, first)), first };
}

export async function pledgeRow(source: DataSource, { communityId, pledgeId }: Gift) {
  const [row] = await pledgeById.read(source.manager, communityId, [pledgeId ?? '']);
  return row!;
}

/** The gifts of a pledge, in the order they came. */
export async function giftsOf(source: DataSource, { communityId, id }: PledgeRow) {
  return await source.query<{ id: string; token: string; state: string; minor: string }[]>(
    `select id, token, state, amount_minor minor from donation
     where community_id = $1 and pledge_id = $2 order by id`,
    [communityId, id],
  );
}

/** The letters about a pledge and its gifts, by name, in the order they were written. */
export async function lettersAbout(source: DataSource, pledge: PledgeRow): Promise<string[]> {
  const ids = [pledge.id, ...(await giftsOf(source, pledge)).map(({ id }) => id)];
  const rows = await source.query<{ template: string }[]>(
    `select template from mail where split_part(key, '/', 2) = any ($1) order by created_at, id`,
    [ids],
  );
  return rows.map(({ template }) => template);
}
