import { CITY, type Context } from '../api/context';
import { seatKey, seatsOn, type Seat } from '../foundations/board.reader';
import type { PoolRow } from '../foundations/pool.entity';
import { poolAt } from '../foundations/pool-decider.reader';
import { thresholdsAt } from '../foundations/pool-threshold.reader';
import { approvalsFor } from '../foundations/threshold';
import { dayOf } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import type { ApplicationRow } from './application.entity';
import type { InterestRow } from './interest.entity';
import type { ReviewRow } from './review.entity';
import { belongingKey, belongingsDuring, interestsOf, reviewsOf } from './review.reader';
import type { RecusalGround } from './states';
import { tally, type Tally } from './tally';

/** A member of the board who stands aside, and why. */
export interface Recusal {
  readonly seat: Seat;
  readonly ground: RecusalGround;
  /** What the member declared, where it is that. */
  readonly declared: string | null;
}

/** An application before its board: who sits, who stands aside, who said what. */
export interface Boardroom {
  readonly seats: readonly Seat[];
  readonly recusals: readonly Recusal[];
  readonly reviews: readonly ReviewRow[];
  readonly tally: Tally;
}

/** How rows are read: by a request's loaders, or by a command inside its unit of work. */
export type Loads = Pick<Context, 'loadMany'>;

/** Reads for a command, one after the other: a transaction has one connection. */
export function loadsOf(work: UnitOfWork): Loads {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    loadMany: async (batch, communityId, key) => {
      const rows = turn.then(() => batch.read(work.db, communityId, [key]));
      turn = rows.catch(() => undefined);
      return [...(await rows)];
    },
  };
}

/**
 * The board as it stands on the day (for a decided application: as it stood on that day). M is the
 * board without the recused; N comes from the pool's table, as it was when the application was
 * submitted, by the amount requested.
 */
export async function boardroomOf(
  loads: Loads,
  application: ApplicationRow,
  pool: PoolRow,
  { timeZone }: Pick<PlaceRow, 'timeZone'>,
  now: Date,
): Promise<Boardroom> {
  const { communityId, id } = application;
  const day = dayOf(application.decidedAt ?? now, timeZone);
  const [seats, thresholds, reviews, grounds] = await Promise.all([
    loads.loadMany(seatsOn, CITY, seatKey(pool.foundationId, day)),
    loads.loadMany(thresholdsAt, communityId, poolAt(pool.id, application.submittedAt)),
    loads.loadMany(reviewsOf, communityId, id),
    groundsOf(loads, application, timeZone, application.decidedAt ?? now),
  ]);
  const table = thresholds.map(({ fromMinor, approvals }) => ({
    fromMinor: BigInt(fromMinor),
    approvals,
  }));
  const recusals = seats.flatMap((seat) => {
    const ground = grounds.of(seat.personId);
    return ground ? [{ seat, ...ground }] : [];
  });
  const aside = new Set(recusals.map(({ seat }) => seat.personId));
  const voters = new Set(seats.map(({ personId }) => personId).filter((each) => !aside.has(each)));
  const needed = approvalsFor(table, BigInt(application.requestedMinor));
  return { seats, recusals, reviews, tally: tally(needed, voters, reviews) };
}

/** Why people have to stand aside from an application: each by the strongest ground. */
export async function groundsOf(
  loads: Loads,
  application: ApplicationRow,
  timeZone: string,
  until: Date,
): Promise<{ of(personId: string): Omit<Recusal, 'seat'> | null }> {
  const { communityId, id, applicantId, submittedBy, submittedAt } = application;
  const key = belongingKey(applicantId, dayOf(submittedAt, timeZone), dayOf(until, timeZone));
  const [interests, belongings] = await Promise.all([
    loads.loadMany(interestsOf, communityId, id),
    loads.loadMany(belongingsDuring, CITY, key),
  ]);
  const belongs = new Set(belongings.map(({ personId }) => personId));
  const declared = new Map(interests.map((each: InterestRow) => [each.personId, each.reason]));
  return {
    of: (personId) => {
      if (personId === submittedBy) return { ground: 'applied', declared: null };
      if (belongs.has(personId)) return { ground: 'member_of_applicant', declared: null };
      const reason = declared.get(personId);
      return reason === undefined ? null : { ground: 'declared_interest', declared: reason };
    },
  };
}

/** Refuses who has to stand aside from an application and the grant that came of it: `RECUSED`. */
export async function refuseRecused(
  work: UnitOfWork,
  application: ApplicationRow,
  { timeZone }: PlaceRow,
  personId: string,
  path: readonly string[],
): Promise<void> {
  const grounds = await groundsOf(loadsOf(work), application, timeZone, work.now);
  const ground = grounds.of(personId);
  if (ground) throw new Refusal('RECUSED', { because: ground.ground }, path);
}
