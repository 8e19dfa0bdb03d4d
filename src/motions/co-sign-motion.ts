import { ruleOf } from '../councils/council-rule.reader';
import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { CoSignatureRow } from './co-signature.entity';
import { councilOf, holdMotion } from './hold-motion';
import type { MotionRow } from './motion.entity';
import { needMotion, signaturesOf } from './motion.reader';
import { tabledNow } from './table-motion-for';
import { livesAt } from './tabler';

export interface CoSignMotion {
  readonly motionId: string;
}

/** So long names are gathered. */
const GATHERING_MS = 60 * 86_400_000;

/**
 * A resident puts their name to a motion of residents (C1: ten or more of them together). With the
 * last name that it needs it is tabled. Refuses: `ID_UNKNOWN`, `MOTION_STATE`, `GATHERING_OVER`,
 * `CO_SIGNED_ALREADY`.
 */
export async function coSignMotion(work: UnitOfWork, input: CoSignMotion): Promise<MotionRow> {
  const asked = await needMotion(work, input.motionId);
  const at = await needPlace(work, asked.placeId, ['motionId']);
  const day = dayOf(work.now, at.timeZone);
  authorise(work.actor, (await livesAt(work, asked.communityId, at, day)) !== null);
  return await signUnder(work, await holdMotion(work, asked));
}

/** Puts the actor's name under a motion that is held; they live where it is an affair. */
export async function signUnder(work: UnitOfWork, motion: MotionRow): Promise<MotionRow> {
  const { communityId, id, state, writtenAt } = motion;
  const path = ['motionId'];
  const own = work.actor.residences.find((each) => each.communityId === communityId);
  if (!own) throw new Error('Who does not live here has no name to put under it');
  if (state !== 'gathering') throw new Refusal('MOTION_STATE', { state }, path);
  if (work.now.getTime() >= writtenAt.getTime() + GATHERING_MS)
    throw new Refusal('GATHERING_OVER', {}, path);
  const { residentId } = own;
  const signed = await work.db.existsBy(CoSignatureRow, { communityId, motionId: id, residentId });
  if (signed) throw new Refusal('CO_SIGNED_ALREADY', {}, path);
  const row: CoSignatureRow = { communityId, motionId: id, residentId, signedAt: work.now };
  await work.db.insert(CoSignatureRow, row);
  const [signatures] = await signaturesOf.read(work.db, communityId, [id]);
  return (signatures?.count ?? 0) < motion.coSignersNeeded ? motion : await table(work, motion);
}

/** The names have come together: the motion waits to be screened from here on. */
async function table(work: UnitOfWork, motion: MotionRow): Promise<MotionRow> {
  const { screeningDays } = await ruleOf(work, await councilOf(work, motion), work.now);
  const tabled = { state: 'tabled' as const, ...tabledNow(work.now, screeningDays) };
  await work.db.query(
    `update motion set state = $3, tabled_at = $4, screen_by = $5
     where community_id = $1 and id = $2`,
    [motion.communityId, motion.id, tabled.state, tabled.tabledAt, tabled.screenBy],
  );
  return { ...motion, ...tabled };
}
