import type { Context } from '../api/context';
import { seated } from '../foundations/board.reader';
import { loadDecider } from '../foundations/pool-decider.reader';
import { poolById } from '../foundations/pool.reader';
import { place } from '../society/place.reader';
import type { ApplicationRow } from './application.entity';
import { boardroomOf, type Boardroom } from './boardroom';
import type { Review } from './review.graphql';

/** What a board says of what it does not decide. */
const NOT_THEIRS: Review = {
  ...{ needed: 0, possible: 0, approvals: [], declines: [], recused: [], pending: [] },
};

/** The boardroom of an application as the API shows it, with the members' names. */
export async function showReview(context: Context, application: ApplicationRow): Promise<Review> {
  const { communityId, poolId } = application;
  const decider = await loadDecider(context, { communityId, id: poolId }, application.submittedAt);
  if (decider.decidedBy !== 'board') return NOT_THEIRS;
  const pool = await context.load(poolById, communityId, poolId);
  const at = await place(context, communityId);
  if (!pool || !at) throw new Error(`The application ${application.id} has no pool`);
  const boardroom = await boardroomOf(context, application, pool, at, context.now);
  const [opinions, recused, pending] = await Promise.all([
    opinionsIn(context, boardroom),
    Promise.all(
      boardroom.recusals.map(async ({ seat, ground: because, declared }) => ({
        member: await seated(context, seat),
        because,
        declared,
      })),
    ),
    Promise.all(pendingIn(boardroom).map((seat) => seated(context, seat))),
  ]);
  const { needed, possible } = boardroom.tally;
  const approvals = opinions.filter(({ verdict }) => verdict === 'approve');
  const declines = opinions.filter(({ verdict }) => verdict === 'decline');
  return { needed, possible, approvals, declines, recused, pending };
}

/** The votes that count: of members who sit and do not stand aside. */
async function opinionsIn(context: Context, boardroom: Boardroom) {
  const seats = new Map(votersIn(boardroom).map((seat) => [seat.personId, seat]));
  const counted = boardroom.reviews.flatMap((review) => {
    const seat = seats.get(review.personId);
    return seat ? [{ review, seat }] : [];
  });
  return await Promise.all(
    counted.map(async ({ review: { verdict, reason, reviewedAt: at }, seat }) => ({
      member: await seated(context, seat),
      verdict,
      reason,
      at,
    })),
  );
}

function votersIn({ seats, recusals }: Boardroom) {
  const aside = new Set(recusals.map(({ seat }) => seat.personId));
  return seats.filter(({ personId }) => !aside.has(personId));
}

function pendingIn(boardroom: Boardroom) {
  const voted = new Set(boardroom.reviews.map(({ personId }) => personId));
  return votersIn(boardroom).filter(({ personId }) => !voted.has(personId));
}
