import { randomBytes } from 'node:crypto';
import { ballotById, type KnownBallot } from '../../src/ballots/ballot.reader';
import { recordPaperBox } from '../../src/ballots/record-paper-box';
import { witnessPaperBox } from '../../src/ballots/witness-paper-box';
import { COUNCIL_KINDS, type CouncilRuleValues } from '../../src/councils/council-kinds';
import type { CouncilRow } from '../../src/councils/council.entity';
import { foundCouncil } from '../../src/councils/found-council';
import { setCouncilRule } from '../../src/councils/set-council-rule';
import { acceptNomination } from '../../src/elections/accept-nomination';
import { callElection, type CallElection } from '../../src/elections/call-election';
import type { CandidateRow } from '../../src/elections/candidate.entity';
import { concludeElection } from '../../src/elections/conclude-election';
import { countElectionBallot } from '../../src/elections/count-election-ballot';
import type { ElectionWardRow } from '../../src/elections/election-ward.entity';
import type { ElectionRow } from '../../src/elections/election.entity';
import { ballotsOfWard, wardById, wardsOfElection } from '../../src/elections/election.reader';
import { nominateCandidate } from '../../src/elections/nominate-candidate';
import { openElectionBallot } from '../../src/elections/open-election-ballot';
import { openRunOff } from '../../src/elections/open-run-off';
import { withdrawCandidacy } from '../../src/elections/withdraw-candidacy';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { startOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { registerHouseholds } from '../../src/society/register-households';
import { registerPlace } from '../../src/society/register-place';
import { boxIdOf, elector, HOUR_MS, residentOf, run, type Polling } from '../ballots/polling';
import { councilId, TODAY, ZONE } from '../councils/chamber';

/** A grid whose people elect a council of their own, in hours instead of weeks. */
export interface Hustings {
  readonly polling: Polling;
  readonly placeId: string;
  readonly voters: readonly Actor[];
  readonly council: CouncilRow;
}

/**
 * Everything happens on one day, whenever that is looked at: at two o'clock in the morning and on.
 */
const BEGIN = startOf(TODAY, ZONE).getTime() + 2 * HOUR_MS;
export const at = (hours: number) => new Date(BEGIN + hours * HOUR_MS);

/** So many grown-ups, each in a household, in a grid of their own with a council of three. */
export async function newHustings(
  polling: Polling,
  people: number,
  perHousehold = 1,
): Promise<Hustings> {
  const { home } = polling.world;
  const name = `Grid ${randomBytes(6).toString('hex')}`;
  const grid = await run(polling, SYSTEM, (work) =>
    registerPlace(work, { parentId: home.place.globalId, kind: 'grid', name }),
  );
  const placeId = toGlobalId('Place', null, grid.id);
  const voters = await settle(polling, placeId, people, perHousehold);
  const council = await run(
    polling,
    SYSTEM,
    (work) => foundCouncil(work, { kind: 'neighbourhood_council', name, placeId }),
    at(-1),
  );
  await setRuleAt(polling, council, -0.5, { minSeats: 1 });
  return { polling, placeId, voters, council };
}

/** Changes what a council follows from an hour on. */
export const setRuleAt = (
  polling: Polling,
  council: CouncilRow,
  hour: number,
  change: Partial<CouncilRuleValues>,
) =>
  run(
    polling,
    SYSTEM,
    (work) =>
      setCouncilRule(work, {
        ...{ ...COUNCIL_KINDS[council.kind].rule, ...change, councilId: councilId(council) },
      }),
    at(hour),
  );

/** Moves people into a grid. */
export async function settle(
  polling: Polling,
  gridId: string,
  people: number,
  perHousehold = 1,
  birthDate = '1970-01-01',
): Promise<Actor[]> {
  const { home } = polling.world;
  const rows = await run(polling, SYSTEM, (work) =>
    registerHouseholds(work, {
      communityId: home.place.globalId,
      households: Array.from({ length: people / perHousehold }, (_, n) => ({
        ...{ address: randomBytes(8).toString('hex'), gridId },
        residents: Array.from({ length: perHousehold }, (_each, m) => ({
          ...{ name: `Voter ${n}.${m}`, movedIn: '2020-01-01', birthDate },
        })),
      })),
    }),
  );
  const residents: { id: string }[] = await polling.database.dataSource.query(
    'select id from resident where community_id = $1 and household_id = any ($2) order by id',
    [home.id, rows.map(({ id }) => id)],
  );
  return residents.map(({ id }) => elector(home.id, id, home.cadre.id));
}

export async function call(
  { polling, council }: Hustings,
  seats: number,
  more: Partial<CallElection> = {},
): Promise<{ election: ElectionRow; ward: ElectionWardRow }> {
  const election = await run(
    polling,
    polling.world.home.cadre.actor,
    (work) =>
      callElection(work, {
        ...{ councilId: councilId(council), termFrom: TODAY, voteBy: 'resident' },
        ...{ nominationsUntil: at(1), wards: [{ seats }], ...more },
      }),
    at(0),
  );
  const { manager } = polling.database.dataSource;
  const [ward] = await wardsOfElection.read(manager, election.communityId, [election.id]);
  return { election, ward: ward! };
}

export const electionId = ({ communityId, id }: ElectionRow) =>
  toGlobalId('Election', communityId, id);
export const wardId = ({ communityId, id }: ElectionWardRow) =>
  toGlobalId('ElectionWard', communityId, id);
export const candidateId = ({ communityId, id }: CandidateRow) =>
  toGlobalId('Candidate', communityId, id);

/** They nominate themselves, one after the other. */
export async function standUp(
  { polling }: Hustings,
  ward: ElectionWardRow,
  people: readonly Actor[],
): Promise<CandidateRow[]> {
  const rows: CandidateRow[] = [];
  for (const who of people)
    rows.push(
      await run(
        polling,
        who,
        (work) => nominateCandidate(work, { wardId: wardId(ward), residentId: residentOf(who) }),
        at(0.5),
      ),
    );
  return rows;
}

export const accept = ({ polling }: Hustings, who: Actor, candidate: CandidateRow, now = at(0.5)) =>
  run(polling, who, (work) => acceptNomination(work, { candidateId: candidateId(candidate) }), now);

export const withdraw = (
  { polling }: Hustings,
  who: Actor,
  candidate: CandidateRow,
  now = at(0.5),
) =>
  run(
    polling,
    who,
    (work) => withdrawCandidacy(work, { candidateId: candidateId(candidate) }),
    now,
  );

/** Opens a ward's ballot, or a run-off, at an hour; it ends an hour later. */
export async function openAt(
  { polling }: Hustings,
  ward: ElectionWardRow,
  hour: number,
  command: typeof openElectionBallot = openElectionBallot,
): Promise<KnownBallot> {
  const asked = { wardId: wardId(ward), question: 'Who shall sit?', closesAt: at(hour + 1) };
  const { cadre } = polling.world.home;
  await run(polling, cadre.actor, (work) => command(work, asked), at(hour));
  const { manager } = polling.database.dataSource;
  const held = await ballotsOfWard.read(manager, ward.communityId, [ward.id]);
  const [ballot] = await ballotById.read(manager, ward.communityId, [held.at(-1)!.ballotId]);
  return ballot!;
}

export const runOffAt = (hustings: Hustings, ward: ElectionWardRow, hour: number) =>
  openAt(hustings, ward, hour, openRunOff);

/** So many papers of these voters, marking each candidate so often, counted and witnessed. */
export async function votePapers(
  { polling }: Hustings,
  ballot: KnownBallot,
  takers: readonly Actor[],
  counts: readonly number[],
): Promise<void> {
  const { home, officer } = polling.world;
  const papers = takers.length;
  const box = await run(polling, home.cadre.actor, (work) =>
    recordPaperBox(work, {
      ...{ ballotId: toGlobalId('Ballot', ballot.communityId, ballot.id), place: 'Gate 1' },
      ...{ counts, papers, takers: takers.map(residentOf) },
    }),
  );
  await run(polling, officer.actor, (work) =>
    witnessPaperBox(work, { paperBoxId: boxIdOf(box), counts, papers }),
  );
}

export async function countAt(
  { polling }: Hustings,
  ward: ElectionWardRow,
  hour: number,
): Promise<ElectionWardRow> {
  const { cadre } = polling.world.home;
  const asked = { wardId: wardId(ward) };
  return await run(polling, cadre.actor, (work) => countElectionBallot(work, asked), at(hour));
}

/** A whole ballot of a ward: opened, voted in on paper, and counted. */
export async function vote(
  hustings: Hustings,
  ward: ElectionWardRow,
  how: { readonly hour: number; readonly papers: number; readonly counts: readonly number[] },
): Promise<ElectionWardRow> {
  const ballot = await openAt(hustings, ward, how.hour);
  await votePapers(hustings, ballot, hustings.voters.slice(0, how.papers), how.counts);
  return await countAt(hustings, ward, how.hour + 1);
}

export const conclude = (
  { polling }: Hustings,
  election: ElectionRow,
  hour: number,
  short?: boolean,
) =>
  run(
    polling,
    polling.world.home.cadre.actor,
    (work) => concludeElection(work, { electionId: electionId(election), ...(short && { short }) }),
    at(hour),
  );

/** What each of some candidates came to, in words: `elected 1`. */
export async function standingsOf(
  { polling }: Hustings,
  candidates: readonly CandidateRow[],
): Promise<string[]> {
  const rows: { id: string; standing: string | null; rank: number | null }[] =
    await polling.database.dataSource.query(
      `select id, case when withdrawn_at is null then standing else 'withdrawn' end standing, rank
       from election_candidate where community_id = $1 and id = any ($2)`,
      [polling.world.home.id, candidates.map(({ id }) => id)],
    );
  return candidates.map(({ id }) => {
    const row = rows.find((each) => each.id === id);
    return [row?.standing, row?.rank].filter((each) => each !== null).join(' ');
  });
}

export async function wardNow({ polling }: Hustings, ward: ElectionWardRow) {
  const { manager } = polling.database.dataSource;
  const [row] = await wardById.read(manager, ward.communityId, [ward.id]);
  return row!;
}
