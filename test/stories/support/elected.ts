import { recordPaperBox } from '../../../src/ballots/record-paper-box';
import { witnessPaperBox } from '../../../src/ballots/witness-paper-box';
import { COUNCIL_KINDS } from '../../../src/councils/council-kinds';
import { seatsOfCouncil } from '../../../src/councils/council-seat.reader';
import { foundCouncil } from '../../../src/councils/found-council';
import { setCouncilRule } from '../../../src/councils/set-council-rule';
import { callElection } from '../../../src/elections/call-election';
import { concludeElection } from '../../../src/elections/conclude-election';
import { countElectionBallot } from '../../../src/elections/count-election-ballot';
import { demandSeatRecall } from '../../../src/elections/demand-seat-recall';
import { ballotsOfWard, wardsOfElection } from '../../../src/elections/election.reader';
import { nominateCandidate } from '../../../src/elections/nominate-candidate';
import { openElectionBallot } from '../../../src/elections/open-election-ballot';
import { openSeatRecallBallot } from '../../../src/elections/open-seat-recall-ballot';
import { readGlobalId, toGlobalId } from '../../../src/kernel/global-id';
import { registerPlace } from '../../../src/society/register-place';
import type { CommunityWorld, World } from '../../support/world';
import type { Run } from './furnish';
import { day, hours } from './moments';

/** An election and its one ward. */
export interface SomeElection {
  readonly election: string;
  readonly ward: string;
}

/** Elections in every stage in which something can go wrong, and seats that electors gave. */
export interface Elected {
  /** They have no election; their members are to come by the grid, and by a group. */
  readonly toCall: string;
  readonly toCallByGroups: string;
  readonly grid: string;
  /** People are nominated: the leader stands, and a member was asked to by the leader. */
  readonly nominating: SomeElection;
  /** Its council. */
  readonly busy: string;
  readonly candidate: string;
  readonly nominee: string;
  /** Nominations are over; the ballot runs; it ended; two are tied; all seats are won. */
  readonly toOpen: SomeElection;
  readonly voting: SomeElection;
  readonly toCount: SomeElection;
  readonly tied: SomeElection;
  readonly toConclude: SomeElection;
  readonly ended: SomeElection;
  /** Nobody has said anything of who sits there. */
  readonly seat: string;
  /** Electors sign that it be given back; and it is voted on, until an hour ago. */
  readonly recall: string;
  readonly recallToCount: string;
  /** Whose recall that is. */
  readonly askedSeat: string;
}

/** Whoever comes decides. */
const ANY = { num: 0, den: 1, strict: false };
const RULE = { turnout: ANY, wins: ANY, recall: ANY, moreCandidates: false, supporters: 1 };

/** Hours from now: people were nominated from the first to the second, and voted then. */
const [CALLED, OPENED, CLOSED] = [-12, -8, -5] as const;

const electionsOf = (run: Run, { officer }: World, home: CommunityWorld) => {
  const { cadre, leader, members } = home;
  const at = (hour: number) => new Date(hours(hour));
  const found = async (name: string) => {
    const kind = 'neighbourhood_council' as const;
    const asked = { kind, name, placeId: home.place.globalId };
    const { id } = await run(officer, (work) => foundCouncil(work, asked), at(CALLED - 1));
    const councilId = toGlobalId('Council', home.id, id);
    const rule = { ...COUNCIL_KINDS[kind].rule, councilId, minSeats: 1 };
    await run(officer, (work) => setCouncilRule(work, rule), at(CALLED - 1));
    return councilId;
  };
  const call = async (councilId: string, seats: number, from: number = CALLED) => {
    const asked = {
      ...{ councilId, termFrom: day(), voteBy: 'resident' as const, wards: [{ seats }] },
      ...{ nominationsUntil: at(from + 3), rule: RULE },
    };
    const { id } = await run(cadre, (work) => callElection(work, asked), at(from));
    const wards = await run(cadre, (work) => wardsOfElection.read(work.db, home.id, [id]));
    return {
      election: toGlobalId('Election', home.id, id),
      ward: toGlobalId('ElectionWard', home.id, wards[0]?.id ?? ''),
    };
  };
  const nominate = async (wardId: string, residentId: string, from: number, by = leader) => {
    const asked = { wardId, residentId, statement: 'For the lane' };
    const { id } = await run(by, (work) => nominateCandidate(work, asked), at(from));
    return toGlobalId('Candidate', home.id, id);
  };
  /** Called long enough ago, with leader and members as candidates, or the first of them. */
  const stood = async (name: string, seats: number, candidates: number) => {
    const called = await call(await found(name), seats);
    for (const each of [leader, ...members].slice(0, candidates))
      await nominate(called.ward, each.resident.globalId, CALLED, each);
    return called;
  };
  const open = async ({ ward }: SomeElection, closes: number = CLOSED) => {
    const asked = { wardId: ward, question: 'Who shall sit?', closesAt: at(closes) };
    await run(cadre, (work) => openElectionBallot(work, asked), at(OPENED));
  };
  return { at, found, call, nominate, stood, open };
};

type Elections = ReturnType<typeof electionsOf>;

/** Votes on papers of four people of the first two households, and counts them. */
async function count(
  run: Run,
  { officer }: World,
  home: CommunityWorld,
  { ward }: SomeElection,
  counts: readonly number[],
): Promise<void> {
  const wardId = readGlobalId(ward)?.id ?? '';
  const held = await run(home.cadre, (work) => ballotsOfWard.read(work.db, home.id, [wardId]));
  const takers = home.households
    .slice(0, 2)
    .flatMap(({ residents }) => residents.slice(1).map(({ globalId }) => globalId));
  const papers = takers.length;
  const then = new Date(hours(OPENED + 1));
  const asked = {
    ...{ ballotId: toGlobalId('Ballot', home.id, held[0]?.ballotId ?? ''), place: 'Gate 1' },
    ...{ counts, papers, takers },
  };
  const { id } = await run(home.cadre, (work) => recordPaperBox(work, asked), then);
  const paperBoxId = toGlobalId('PaperBox', home.id, id);
  await run(officer, (work) => witnessPaperBox(work, { paperBoxId, counts, papers }), then);
  const done = new Date(hours(CLOSED + 0.2));
  await run(home.cadre, (work) => countElectionBallot(work, { wardId: ward }), done);
}

/** Whom an election seated, and what electors say of two of them. */
async function recall(run: Run, home: CommunityWorld, councilId: string, { at }: Elections) {
  const council = readGlobalId(councilId)?.id ?? '';
  const page = { after: null, limit: 3, about: '' };
  const rows = await run(home.cadre, (work) =>
    seatsOfCouncil.read(work.db, home.id, [council], page),
  );
  const [seat, askedSeat, voted] = rows.map(({ id }) => toGlobalId('CouncilSeat', home.id, id));
  if (!seat || !askedSeat || !voted) throw new Error('The election seated too few');
  const demand = async (seatId: string, from: number) => {
    const asked = { seatId, ground: 'Never came' };
    const { id } = await run(home.leader, (work) => demandSeatRecall(work, asked), at(from));
    return toGlobalId('SeatRecall', home.id, id);
  };
  const recallToCount = await demand(voted, -4);
  const asked = {
    ...{ recallId: recallToCount, question: 'Shall the member be recalled?' },
    closesAt: at(-1),
  };
  await run(home.cadre, (work) => openSeatRecallBallot(work, asked), at(-3));
  return { seat, askedSeat, recall: await demand(askedSeat, 0), recallToCount };
}

export async function elect(run: Run, world: World, home: CommunityWorld): Promise<Elected> {
  const elections = electionsOf(run, world, home);
  const { found, call, nominate, stood, open } = elections;
  const grid = await run(world.officer, (work) =>
    registerPlace(work, { kind: 'grid', name: 'East grid', parentId: home.place.globalId }),
  );
  const toCall = await found('Council of the grid');
  const toCallByGroups = await found('Council of groups');
  const busy = await found('Council to be elected');
  const nominating = await call(busy, 1, 0);
  const [member] = home.members;
  const toOpen = await stood('Nominated council', 1, 2);
  const voting = await stood('Voted council', 1, 2);
  const toCount = await stood('Counted council', 1, 2);
  const tied = await stood('Tied council', 1, 2);
  const toConclude = await stood('Won council', 1, 1);
  const seated = await found('Seated council');
  const ended = await call(seated, 3);
  for (const each of [home.leader, ...home.members])
    await nominate(ended.ward, each.resident.globalId, CALLED, each);
  // Their keys are made at once: each takes a while.
  await Promise.all([
    open(voting, 48),
    ...[toCount, tied, toConclude, ended].map((each) => open(each)),
  ]);
  await count(run, world, home, tied, [2, 2]);
  await count(run, world, home, toConclude, [4]);
  await count(run, world, home, ended, [4, 4, 4]);
  const last = { electionId: ended.election };
  await run(home.cadre, (work) => concludeElection(work, last), elections.at(-4.5));
  return {
    ...{ toCall, toCallByGroups, grid: toGlobalId('Place', null, grid.id), nominating, busy },
    candidate: await nominate(nominating.ward, home.leader.resident.globalId, 0),
    nominee: await nominate(nominating.ward, member.resident.globalId, 0),
    ...{ toOpen, voting, toCount, tied, toConclude, ended },
    ...(await recall(run, home, seated, elections)),
  };
}
