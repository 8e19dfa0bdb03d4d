import { ballotById, type KnownBallot } from '../ballots/ballot.reader';
import { ruleOf as ballotRuleOf } from '../ballots/ballot-rule';
import { closeBallotFor } from '../ballots/close-ballot-for';
import { tally } from '../ballots/tally';
import { ruleOf } from '../councils/council-rule.reader';
import { addDays, dayOf } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { councilOf } from './hold-motion';
import { motionFor } from './motion-at';
import type { MotionRow } from './motion.entity';
import { ballotsOfMotion } from './motion.reader';
import { rejectAct } from './reject-act';
import { ResolutionRow } from './resolution.entity';
import type { MotionState } from './states';

export interface ConcludeMotion {
  readonly motionId: string;
}

/** What follows for a motion from what its ballot came to. */
const FOLLOWS = {
  passed: 'passed',
  rejected: 'rejected',
  // Too few took part: nothing is decided, and it may be put to the vote again.
  no_quorum: 'admitted',
} as const satisfies Record<string, MotionState>;

/**
 * Counts the ballot on a motion whose last moment has passed, and writes the resolution down if it
 * passed: it is shown from that day on (C1: the result is posted). Refuses: `ID_UNKNOWN`,
 * `MOTION_STATE`, `BALLOT_OPEN`, `BOX_WAITING`.
 */
export async function concludeMotion(work: UnitOfWork, input: ConcludeMotion): Promise<MotionRow> {
  const { motion, at } = await motionFor(work, input.motionId, 'concludeMotion');
  if (motion.state !== 'voting')
    throw new Refusal('MOTION_STATE', { state: motion.state }, ['motionId']);
  const ballot = await counted(work, motion);
  const rule = ballotRuleOf(ballot);
  if (!rule) throw new Error(`Ballot ${ballot.id} on motion ${motion.id} decides nothing`);
  const { outcome } = tally(rule, ballot.base, ballot.votes ?? []);
  const state = FOLLOWS[outcome];
  await work.db.query('update motion set state = $3 where community_id = $1 and id = $2', [
    motion.communityId,
    motion.id,
    state,
  ]);
  if (outcome === 'passed') await resolve(work, motion, ballot, at);
  if (outcome === 'rejected') await rejectAct(work, motion);
  return { ...motion, state };
}

/** The last ballot on a motion, counted now if nobody has. */
async function counted(work: UnitOfWork, { communityId, id }: MotionRow): Promise<KnownBallot> {
  const voted = await ballotsOfMotion.read(work.db, communityId, [id]);
  const last = voted.at(-1);
  const [ballot] = last ? await ballotById.read(work.db, communityId, [last.ballotId]) : [];
  if (!ballot) throw new Error(`Motion ${id} is voted on without a ballot`);
  return ballot.closedAt === null ? await closeBallotFor(work, ballot, ['motionId']) : ballot;
}

async function resolve(
  work: UnitOfWork,
  motion: MotionRow,
  ballot: KnownBallot,
  { timeZone }: PlaceRow,
): Promise<void> {
  const { communityId, id: motionId, councilId } = motion;
  // One rule from the first vote to the notice: nobody shortens it when the count is foreseen.
  const { noticeDays, lapseDays } = await ruleOf(
    work,
    await councilOf(work, motion),
    ballot.openedAt,
  );
  const noticeUntil = addDays(dayOf(work.now, timeZone), noticeDays);
  await work.db.insert(ResolutionRow, {
    ...{ communityId, id: newId(), motionId, councilId, ballotId: ballot.id },
    ...{ number: await nextNumber(work, motion), adoptedAt: work.now, noticeUntil },
    ...{ lapsesOn: addDays(noticeUntil, lapseDays), state: 'adopted' },
    ...{ endedBy: null, endedAt: null, endedBecause: null, key: null, fingerprint: null },
  });
}

/** Resolutions of a council are numbered without a gap: its row is held. */
async function nextNumber(
  work: UnitOfWork,
  { communityId, councilId }: MotionRow,
): Promise<number> {
  await read(
    work.db,
    'select 1 from council where community_id = $1 and id = $2 for no key update',
    [communityId, councilId],
  );
  const [last] = await read<{ number: number }>(
    work.db,
    `select number from resolution where community_id = $1 and council_id = $2
     order by number desc limit 1`,
    [communityId, councilId],
  );
  return (last?.number ?? 0) + 1;
}
