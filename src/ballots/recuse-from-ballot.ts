import { authorise, personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needBallot, refuseClosed, type KnownBallot } from './ballot.reader';
import { ownResidence } from './ballot.policy';
import { ruleOf } from './ballot-rule';
import { BallotRecusalRow } from './ballot-recusal.entity';
import { holdUnits, refuseStanding, standingsOf } from './elector-standing';
import { lineOf } from './roll.reader';

export interface RecuseFromBallot {
  readonly ballotId: string;
  /** Why, 1 to 500 characters: shown to the community. */
  readonly ground: string;
}

const LONGEST_GROUND = 500;

export const readGround = (ground: string, path: readonly string[]) =>
  readText(ground, LONGEST_GROUND, path);

/**
 * Stands aside from a ballot that decides (an elector, for all that votes once with them), before
 * voting in any way: the base is one less from here on, also where others have voted. Refuses:
 * `ID_UNKNOWN`, `TEXT_LENGTH`, `NOT_DECIDING`, `NOT_ON_ROLL`, `BALLOT_CLOSED`,
 * `RECUSED_FROM_BALLOT`, `TOKEN_TAKEN`, `PAPER_TAKEN`, `VOTED_ALREADY`, `LAST_ELECTOR`.
 */
export async function recuseFromBallot(
  work: UnitOfWork,
  input: RecuseFromBallot,
): Promise<KnownBallot> {
  const ballot = await needBallot(work, input.ballotId);
  const own = await lineOf(work.db, ballot, work.actor);
  authorise(work.actor, (own ?? ownResidence(work.actor, ballot.communityId)) !== null);
  const ground = readGround(input.ground, ['ground']);
  const path = ['ballotId'];
  if (!ruleOf(ballot)) throw new Refusal('NOT_DECIDING', {}, path);
  if (!own) throw new Refusal('NOT_ON_ROLL', {}, path);
  const { residentId, unitId } = own;
  const now = await holdUnits(work, ballot, [unitId]);
  refuseClosed(now, work.now);
  const [standing] = await standingsOf(work, ballot, [unitId]);
  refuseStanding(standing, path);
  const base = await lowerBase(work, ballot);
  await work.db.insert(BallotRecusalRow, {
    ...{ communityId: ballot.communityId, ballotId: ballot.id, unitId },
    ...{ residentId, ground, recordedBy: personOf(work.actor) },
  });
  return { ...now, base };
}

/** Takes one out of the base; one at least remains. */
async function lowerBase(work: UnitOfWork, { communityId, id }: KnownBallot): Promise<number> {
  const [row] = await read<{ base: number }>(
    work.db,
    `update ballot set base = base - 1
     where community_id = $1 and id = $2 and base > vacant + 1 returning base`,
    [communityId, id],
  );
  if (!row) throw new Refusal('LAST_ELECTOR', {}, ['ballotId']);
  return row.base;
}
