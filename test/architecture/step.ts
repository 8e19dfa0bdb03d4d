import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../src/kernel/actor';
import { addDays, dayOf } from '../../src/kernel/calendar';
import type { Counter } from '../donations/gifts';
import type { CommunityWorld, World } from '../support/world';

/** What has come to be so far: the world, and the global ids of what the steps have made. */
export interface Life {
  readonly world: World;
  /** Where givers pay. */
  readonly counter: Counter;
  readonly ids: Map<string, string>;
  readonly now: Date;
}

/** One act through the API. The steps together use every mutation, in an order that makes sense. */
export interface Step {
  /** The mutation, or a query that a command guards. */
  readonly does: string;
  /** Whose community it happens in; the right person of the other one may not do it. */
  readonly at?: 'other';
  readonly by: (here: CommunityWorld, life: Life) => Actor;
  readonly input: (get: (name: string) => string, life: Life) => Record<string, unknown>;
  /** True: in the past, so that a month has ended since. */
  readonly past?: true;
  /** So many days ago, where that is another moment. */
  readonly daysAgo?: number;
  /** True: who may do it here may do it elsewhere as well. */
  readonly anywhere?: true;
  /** What happens before with nobody asking for it: a payment arrives. Run for each who tries. */
  readonly first?: (source: DataSource, life: Life) => Promise<unknown>;
  /** What to ask of the payload, and under which names its ids are kept: `pool { id }` → `pool`. */
  readonly keeps?: readonly [name: string, path: string];
  /** More of the payload to keep. */
  readonly keepsToo?: readonly (readonly [name: string, path: string])[];
}

export const ZONE = 'Asia/Shanghai';
const DAY_MS = 24 * 3600_000;
export const PAST_DAYS = 40;

export const cny = (amount: string) => ({ amount, currency: 'CNY' });
export const today = ({ now }: Life, days = 0) => addDays(dayOf(now, ZONE), days);
export const hoursAgo = ({ now }: Life, hours: number) =>
  new Date(now.getTime() - hours * 3600_000);
export const past = ({ now }: Life) => new Date(now.getTime() - PAST_DAYS * DAY_MS);
export const key = () => ({ idempotencyKey: `walk-${randomUUID()}` });

export const officer: Step['by'] = (_here, { world }) => world.officer.actor;
export const cadre: Step['by'] = ({ cadre: { actor } }) => actor;
export const chair: Step['by'] = (here) => here.chair.actor;
export const boardMember: Step['by'] = ({ boardMembers: [first] }) => first.actor;
export const secretary: Step['by'] = (here) => here.secretary.actor;
export const treasurer: Step['by'] = (here) => here.treasurer.actor;
export const director: Step['by'] = (here) => here.director.actor;
export const leader: Step['by'] = (here) => here.leader.actor;
export const storekeeper: Step['by'] = (here) => here.storekeeper.actor;
export const clerk: Step['by'] = (here) => here.clerk.actor;
