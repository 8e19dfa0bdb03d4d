import { cadre, leader, officer, today, type Life, type Step } from './step';

const HOUR_MS = 3_600_000;

/** A moment so many days ago, and some hours after that. */
const ago = ({ now }: Life, days: number, hours = 0) =>
  new Date(now.getTime() - days * 24 * HOUR_MS + hours * HOUR_MS);

/** Every share is reached by whoever comes. Where nobody does, a turnout is missed. */
const ANY = { num: 0, den: 1, strict: false };
const RULE = {
  ...{
    turnout: { ...ANY, num: 1, den: 100 },
    wins: ANY,
    recall: ANY,
    moreCandidates: false,
    supporters: 1,
  },
};

const founded = (name: string): Step[] => [
  {
    ...{ does: 'foundCouncil', by: cadre, daysAgo: 40 },
    input: (get) => ({ kind: 'NEIGHBOURHOOD_COUNCIL', name, placeId: get('home') }),
    keeps: [name, 'council.id'],
  },
  {
    ...{ does: 'setCouncilRule', by: officer, daysAgo: 40 },
    input: (get) => ({
      ...{ councilId: get(name), minSeats: 1, seatsPerGroup: 0, cadrePercent: 100 },
      ...{ quorum: { parts: 4, of: 5 }, passesWithMoreThan: { parts: 1, of: 2 } },
      ...{ termYears: 3, coSigners: 10 },
    }),
  },
];

const called = (council: string, name: string): Step => ({
  ...{ does: 'callElection', by: cadre, daysAgo: 40 },
  input: (get, life) => ({
    ...{ councilId: get(council), termFrom: today(life, -40), voteBy: 'RESIDENT' },
    ...{ nominationsUntil: ago(life, 40, 2), wards: [{ seats: 1 }], rule: RULE },
  }),
  keeps: [name, 'election.id'],
  keepsToo: [[`${name} ward`, 'election.wards.0.id']],
});

const off = (name: string): Step => ({
  ...{ does: 'callOffElection', by: cadre, daysAgo: 40 },
  input: (get) => ({ electionId: get(name), reason: 'Nobody stood.' }),
});

type Whom = (life: Life) => string;
const memberOf =
  (n: 0 | 1): Whom =>
  ({ world: { home } }) =>
    home.members[n].resident.globalId;
const leaderOf: Whom = ({ world: { home } }) => home.leader.resident.globalId;
const member =
  (n: 0 | 1): Step['by'] =>
  ({ members }) =>
    members[n].actor;

const nominated = (name: string, by: Step['by'], whom: Whom): Step => ({
  ...{ does: 'nominateCandidate', by, daysAgo: 40 },
  input: (get, life) => ({
    ...{ wardId: get('election ward'), residentId: whom(life), statement: 'For the lane.' },
  }),
  keeps: [name, 'candidate.id'],
});

const ofCandidate = (does: string, by: Step['by'], name: string): Step => ({
  ...{ does, by, daysAgo: 40 },
  input: (get) => ({ candidateId: get(name) }),
});

const opened = (does: string, daysAgo: number, round: number): Step => ({
  ...{ does, by: cadre, daysAgo },
  input: (get, life) => ({
    wardId: get('election ward'),
    ...{ question: 'Who shall sit?', closesAt: ago(life, daysAgo - 1) },
  }),
  keeps: [`round ${round}`, `ward.ballots.${round}.ballot.id`],
});

/** Papers of four people of two households that act in no other way. */
const papers = (ballot: string, counts: number[], daysAgo: number): Step[] => [
  {
    ...{ does: 'recordPaperBox', by: cadre, daysAgo },
    input: (get, { world: { home } }) => ({
      ...{ ballotId: get(ballot), place: 'Gate 1', counts, papers: 4 },
      takers: [3, 4].flatMap((n) =>
        home.households[n]!.residents.slice(0, 2).map(({ globalId }) => globalId),
      ),
    }),
    keeps: [`papers of ${ballot}`, 'paperBox.id'],
  },
  {
    ...{ does: 'witnessPaperBox', by: officer, daysAgo },
    input: (get) => ({ paperBoxId: get(`papers of ${ballot}`), counts, papers: 4 }),
  },
];

const counted = (daysAgo: number): Step => ({
  ...{ does: 'countElectionBallot', by: cadre, daysAgo },
  input: (get) => ({ wardId: get('election ward') }),
});

/** The electors are asked whether the member keeps the seat, and nobody comes. */
const recalled = (name: string, daysAgo: number): Step[] => [
  {
    ...{ does: 'demandSeatRecall', by: leader, daysAgo },
    input: (get) => ({ seatId: get('elected seat'), ground: 'Never came.' }),
    keeps: [name, 'recall.id'],
  },
  {
    ...{ does: 'coSignSeatRecall', by: member(1), daysAgo },
    input: (get) => ({ recallId: get(name) }),
  },
  {
    ...{ does: 'openSeatRecallBallot', by: cadre, daysAgo },
    input: (get, life) => ({
      ...{ recallId: get(name), question: 'Shall the member be recalled?' },
      closesAt: ago(life, daysAgo - 1),
    }),
  },
  {
    ...{ does: 'concludeSeatRecall', by: cadre, daysAgo: daysAgo - 1 },
    input: (get) => ({ recallId: get(name) }),
  },
];

/** A community elects a council, runs a tie off, and asks about the seat again. */
export const ELECTIONS: Step[] = [
  ...founded('elected council'),
  called('elected council', 'election'),
  nominated('candidate', member(0), memberOf(0)),
  nominated('nominee', leader, memberOf(1)),
  ofCandidate('supportNomination', member(0), 'nominee'),
  ofCandidate('acceptNomination', member(1), 'nominee'),
  nominated('third candidate', leader, leaderOf),
  ofCandidate('withdrawCandidacy', leader, 'third candidate'),
  // Who says nothing is not on the ballot, and the name is not told.
  nominated('silent nominee', leader, ({ world: { home } }) => {
    return home.households[4]!.residents[2]!.globalId;
  }),
  opened('openElectionBallot', 39, 0),
  ...papers('round 0', [2, 2], 39),
  counted(38),
  opened('openRunOff', 38, 1),
  ...papers('round 1', [3, 1], 38),
  counted(37),
  {
    ...{ does: 'concludeElection', by: cadre, daysAgo: 37 },
    input: (get) => ({ electionId: get('election') }),
    keeps: ['elected seat', 'election.council.seats.edges.0.node.id'],
  },
  ...recalled('recall', 36),
  ...founded('council without members'),
  called('council without members', 'idle election'),
  off('idle election'),
];

/** More of the same, so that lists have three rows at least. */
export const moreElections = (n: number): Step[] => [
  called('council without members', `idle election ${n}`),
  off(`idle election ${n}`),
  ...recalled(`recall ${n}`, 36 - 3 * n),
];
