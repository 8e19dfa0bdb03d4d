import { authorise, personOf } from '../kernel/actor';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import { needBallot, needSecret, type KnownBallot } from './ballot.reader';
import { holdBallot, holdUnits, refuseStanding, standingsOf } from './elector-standing';
import { refuseList } from './freeze-roll';
import { readCounts, type GivenCounts } from './paper-counts';
import { PaperBoxRow } from './paper-box.entity';
import { unitsOf } from './roll.reader';

export interface RecordPaperBox extends GivenCounts {
  readonly ballotId: string;
  /** Where the box stood. */
  readonly place: string;
  /** The residents who took a paper, for what votes once with them. */
  readonly takers: readonly string[];
}

/** Fewer papers would tell what one person voted. */
const SMALLEST_BOX = 3;

/**
 * Records what a clerk counted in a box of papers (cadres and officers of the community), and marks
 * on the roll who took one: nobody who took a token, or stands aside. It counts once another person
 * has witnessed it. A box is recorded until the ballot is closed, also after its last moment, when
 * boxes are opened. Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`, `BALLOT_ROLL_CALL`, `TEXT_LENGTH`,
 * `ELECTORS_COUNT`, `ELECTOR_TWICE`, `COUNTS_UNLIKE_CHOICES`, `PAPERS_RANGE`,
 * `PAPERS_UNLIKE_COUNTS`, `PAPERS_TOO_MANY`, `ELECTOR_UNKNOWN`, `BALLOT_CLOSED`,
 * `RECUSED_FROM_BALLOT`, `TOKEN_TAKEN`, `PAPER_TAKEN`, `VOTED_ALREADY`, `BOX_TOO_SMALL`.
 */
export async function recordPaperBox(
  work: UnitOfWork,
  input: RecordPaperBox,
): Promise<PaperBoxRow> {
  const ballot = await needBallot(work, input.ballotId);
  const at = await needPlace(work, ballot.communityId, ['ballotId']);
  authorise(work.actor, isRegistrar(work.actor, at));
  needSecret(ballot);
  const place = readName(input.place, ['place']);
  const { counts, papers } = readCounts(ballot, input);
  const units = await unitsOfTakers(work, ballot, input.takers);
  if (papers > units.length)
    throw new Refusal('PAPERS_TOO_MANY', { marked: units.length }, ['counts']);
  const now = await holdUnits(work, ballot, units);
  if (now.closedAt !== null) throw new Refusal('BALLOT_CLOSED', {}, ['ballotId']);
  for (const [n, standing] of (await standingsOf(work, ballot, units)).entries())
    refuseStanding(standing, ['takers', String(n)]);
  const tooFew = papers < SMALLEST_BOX && (papers < 1 || (await canBeMore(work, now, units)));
  if (tooFew) throw new Refusal('BOX_TOO_SMALL', { smallest: SMALLEST_BOX }, ['counts']);
  const box: PaperBoxRow = {
    ...{ communityId: ballot.communityId, id: newId(), ballotId: ballot.id, place, counts, papers },
    ...{ marked: units.length, state: 'waiting', recordedBy: personOf(work.actor) },
    ...{ recordedAt: work.now, decidedBy: null, decidedAt: null, rejectReason: null },
  };
  await work.db.insert(PaperBoxRow, box);
  await mark(work, box, units);
  return box;
}

/** What votes once with those who took a paper, each once. */
async function unitsOfTakers(
  work: UnitOfWork,
  ballot: KnownBallot,
  takers: readonly string[],
): Promise<string[]> {
  const residents = takers.map((each, n) => {
    const path = ['takers', String(n)];
    return sameCommunity(tenantRef('Resident', each, path), ballot.communityId, path);
  });
  refuseList(residents, ['takers']);
  const found = await unitsOf(work.db, ballot, residents);
  const units = residents.map((each, n) => {
    const unitId = found.get(each);
    if (unitId !== undefined) return unitId;
    throw new Refusal('ELECTOR_UNKNOWN', {}, ['takers', String(n)]);
  });
  refuseList(units, ['takers']);
  return units;
}

/**
 * Whether more papers could come into a small box: while anyone but these could still vote, and
 * after the last moment where another box of so few stands already. One such box is taken then, so
 * that its votes are not lost; a second, and a third, would tell of each voter apart.
 */
async function canBeMore(
  work: UnitOfWork,
  ballot: KnownBallot,
  units: readonly string[],
): Promise<boolean> {
  if (work.now < ballot.closesAt) return await othersLeft(work, ballot, units);
  await holdBallot(work, ballot);
  const other = await read(
    work.db,
    `select 1 from ballot_paper_box
     where community_id = $1 and ballot_id = $2 and papers < $3 and state <> 'rejected' limit 1`,
    [ballot.communityId, ballot.id, SMALLEST_BOX],
  );
  return other.length > 0;
}

/** Whether anyone but these could still vote. */
async function othersLeft(
  work: UnitOfWork,
  { communityId, id, base, vacant }: KnownBallot,
  units: readonly string[],
): Promise<boolean> {
  const [row] = await read<{ voted: number }>(
    work.db,
    `select (coalesce((select sum(cardinality(units)) from ballot_roll_page
         where community_id = $1 and ballot_id = $2), 0)
       + (select count(*) from ballot_paper_mark
         where community_id = $1 and ballot_id = $2))::integer voted`,
    [communityId, id],
  );
  return (row?.voted ?? 0) + units.length < base - vacant;
}

/** Marks all at once, in the order of their ids: nothing tells who of them came when. */
async function mark(work: UnitOfWork, box: PaperBoxRow, units: readonly string[]): Promise<void> {
  await read(
    work.db,
    `insert into ballot_paper_mark (community_id, ballot_id, unit_id, paper_box_id)
     select $1, $2, unit.id, $3 from unnest($4::uuid[]) unit (id) order by unit.id`,
    [box.communityId, box.ballotId, box.id, units],
  );
}
