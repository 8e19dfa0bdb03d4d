import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { ballotById, type KnownBallot } from './ballot.reader';
import { pageOf } from './roll.reader';

/** How something that votes once stands in a ballot. */
export interface Standing {
  readonly unitId: string;
  readonly tokenTaken: boolean;
  readonly paperTaken: boolean;
  readonly recused: boolean;
  readonly voted: boolean;
}

/**
 * Holds what has a vote until the work is done, and reads the ballot as it then stands. In a secret
 * one the pages of the roll are held, in order, so that most people do not wait for each other; a
 * roll call is held whole. Who counts holds all of them first.
 */
export async function holdUnits(
  work: UnitOfWork,
  ballot: KnownBallot,
  unitIds: readonly string[],
): Promise<KnownBallot> {
  const { communityId, id, kind } = ballot;
  const db = await work.begin();
  if (kind === 'secret')
    await read(
      db,
      `select 1 from ballot_roll_page
       where community_id = $1 and ballot_id = $2 and page = any ($3)
       order by page for no key update`,
      [communityId, id, [...new Set(unitIds.map((unitId) => pageOf(unitId, ballot)))]],
    );
  else await holdBallot(work, ballot);
  const [now] = await ballotById.read(db, communityId, [id]);
  return now ?? ballot;
}

/** Holds a ballot's own row. */
export async function holdBallot(work: UnitOfWork, ballot: KnownBallot): Promise<void> {
  await read(
    work.db,
    'select 1 from ballot where community_id = $1 and id = $2 for no key update',
    [ballot.communityId, ballot.id],
  );
}

/** How units stand, to be asked while they are held. */
export async function standingsOf(
  work: UnitOfWork,
  { communityId, id }: KnownBallot,
  unitIds: readonly string[],
): Promise<Standing[]> {
  return await read(
    work.db,
    `select unit.id "unitId",
       exists (select 1 from ballot_roll_page page where page.community_id = $1
         and page.ballot_id = $2 and unit.id = any (page.units)) "tokenTaken",
       paper.unit_id is not null "paperTaken", recusal.unit_id is not null recused,
       vote.unit_id is not null voted
     from unnest($3::uuid[]) with ordinality unit (id, n)
     left join ballot_paper_mark paper on paper.community_id = $1
       and paper.ballot_id = $2 and paper.unit_id = unit.id
     left join ballot_recusal recusal on recusal.community_id = $1
       and recusal.ballot_id = $2 and recusal.unit_id = unit.id
     left join roll_call_vote vote on vote.community_id = $1
       and vote.ballot_id = $2 and vote.unit_id = unit.id
     order by unit.n`,
    [communityId, id, unitIds],
  );
}

/** Who has voted, or stands aside, does not vote again or stand aside any more. */
export function refuseStanding(standing: Standing | undefined, path: readonly string[]): void {
  if (standing?.recused) throw new Refusal('RECUSED_FROM_BALLOT', {}, path);
  if (standing?.tokenTaken) throw new Refusal('TOKEN_TAKEN', {}, path);
  if (standing?.paperTaken) throw new Refusal('PAPER_TAKEN', {}, path);
  if (standing?.voted) throw new Refusal('VOTED_ALREADY', {}, path);
}
