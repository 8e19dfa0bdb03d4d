import { addMonths, type Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { BallotRow, VoteBy } from './ballot.entity';
import { readGround } from './recuse-from-ballot';
import type { RuleColumns } from './ballot-rule';

/** Who is known to be younger has no vote. */
export const VOTING_AGE = 18;

/** So many may be named one by one; more are a community. */
const MOST_ELECTORS = 500;

/** A line of a roll. */
export interface Elector {
  readonly residentId: string;
  readonly unitId: string;
}

/** An elector who stands aside from the beginning, and why. */
export interface GivenRecusal {
  readonly residentId: string;
  readonly ground: string;
}

const UNIT = { household: 'household_id', resident: 'id' } as const;

/**
 * Who may vote: whoever lives in the community, or in a courtyard or grid of it, on the day and is
 * not known to be under 18, or of those the ones that are named. Refuses: `ELECTORS_COUNT`,
 * `ELECTOR_TWICE`, `NOT_ELIGIBLE`, `ROLL_EMPTY`.
 */
export async function electorsOf(
  work: UnitOfWork,
  at: {
    readonly communityId: string;
    readonly placeId?: string | null;
    readonly today: Day;
    readonly voteBy: VoteBy;
  },
  named: readonly string[] | null,
): Promise<Elector[]> {
  if (named) refuseList(named, ['electors']);
  const found: Elector[] = await work.db.query(
    `select id "residentId", ${UNIT[at.voteBy]} "unitId" from resident
     where community_id = $1 and moved_in <= $2 and (moved_out is null or moved_out > $2)
       and (birth_date is null or birth_date <= $3) and ($4::uuid[] is null or id = any ($4))
       and ($5::uuid is null or exists (select 1 from household
         join place grid on grid.id = household.grid_id
         where household.community_id = $1 and household.id = resident.household_id
           and $5 = any (grid.lineage)))`,
    [
      ...[at.communityId, at.today, addMonths(at.today, -12 * VOTING_AGE), named],
      at.placeId ?? null,
    ],
  );
  const eligible = new Set(found.map(({ residentId }) => residentId));
  const not = named?.findIndex((each) => !eligible.has(each)) ?? -1;
  if (not >= 0) throw new Refusal('NOT_ELIGIBLE', {}, ['electors', String(not)]);
  if (found.length === 0) throw new Refusal('ROLL_EMPTY', {}, ['communityId']);
  return found;
}

/** The lines of the roll of another ballot, as they were frozen for it. */
export async function rollAgain(
  work: UnitOfWork,
  communityId: string,
  ballotId: string,
): Promise<Elector[]> {
  return await work.db.query(
    `select resident_id "residentId", unit_id "unitId" from ballot_elector
     where community_id = $1 and ballot_id = $2`,
    [communityId, ballotId],
  );
}

/** A list of residents: some, not too many, none of them twice. */
export function refuseList(residentIds: readonly string[], path: readonly string[]): void {
  if (residentIds.length < 1 || residentIds.length > MOST_ELECTORS)
    throw new Refusal('ELECTORS_COUNT', { largest: MOST_ELECTORS }, path);
  const twice = residentIds.findIndex((each, n) => residentIds.indexOf(each) !== n);
  if (twice >= 0) throw new Refusal('ELECTOR_TWICE', {}, [...path, String(twice)]);
}

export interface Recused extends Elector {
  readonly ground: string;
}

/**
 * Who of the electors stands aside when a ballot opens. Refuses: `NOT_DECIDING`, `ELECTOR_UNKNOWN`,
 * `TEXT_LENGTH`, `RECUSED_FROM_BALLOT`, `LAST_ELECTOR`.
 */
export function recusedAmong(
  electors: readonly Elector[],
  { passesOf }: RuleColumns,
  given: readonly GivenRecusal[],
): Recused[] {
  if (passesOf === null && given.length > 0) throw new Refusal('NOT_DECIDING', {}, ['recused']);
  const unitOf = new Map(electors.map(({ residentId, unitId }) => [residentId, unitId]));
  const gone = new Set<string>();
  const recused = given.map(({ residentId, ground }, n) => {
    const path = ['recused', String(n)];
    const unitId = unitOf.get(residentId);
    if (unitId === undefined) throw new Refusal('ELECTOR_UNKNOWN', {}, [...path, 'residentId']);
    if (gone.has(unitId)) throw new Refusal('RECUSED_FROM_BALLOT', {}, [...path, 'residentId']);
    gone.add(unitId);
    return { residentId, unitId, ground: readGround(ground, [...path, 'ground']) };
  });
  if (electors.every(({ unitId }) => gone.has(unitId)))
    throw new Refusal('LAST_ELECTOR', {}, ['recused']);
  return recused;
}

/** Writes the roll, and its pages and the boxes while they are empty: a vote only fills them. */
export async function layOut(
  work: UnitOfWork,
  { communityId, id, boxes, openedBy }: BallotRow,
  electors: readonly Elector[],
  recused: readonly Recused[],
): Promise<void> {
  await work.db.query(
    `insert into ballot_elector (community_id, ballot_id, resident_id, unit_id)
     select $1, $2, * from unnest($3::uuid[], $4::uuid[])`,
    [communityId, id, electors.map((each) => each.residentId), electors.map((each) => each.unitId)],
  );
  await work.db.query(
    `insert into ballot_recusal
       (community_id, ballot_id, unit_id, resident_id, ground, recorded_by)
     select $1, $2, given.*, $6 from unnest($3::uuid[], $4::uuid[], $5::text[]) given`,
    [
      ...[communityId, id, recused.map((each) => each.unitId)],
      ...[recused.map((each) => each.residentId), recused.map((each) => each.ground), openedBy],
    ],
  );
  await work.db.query(
    `insert into ballot_roll_page (community_id, ballot_id, page)
     select $1, $2, n from generate_series(0, $3::integer - 1) n`,
    [communityId, id, boxes],
  );
  await work.db.query(
    `insert into ballot_box (community_id, ballot_id, box)
     select $1, $2, n from generate_series(0, $3::integer - 1) n`,
    [communityId, id, boxes],
  );
}
