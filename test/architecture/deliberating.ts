import { DECIDED } from './deciding';
import { cadre, officer, today, type Life, type Step } from './step';

const group = (name: string): Step => ({
  does: 'foundCouncil',
  by: cadre,
  input: (get) => ({ kind: 'GROUP_COUNCIL', name: `Council of ${name}`, placeId: get('home') }),
  keeps: [name, 'council.id'],
});

const rule = (minSeats: number, council = 'council'): Step => ({
  does: 'setCouncilRule',
  by: officer,
  input: (get) => ({
    ...{ councilId: get(council), minSeats, seatsPerGroup: 0, cadrePercent: 50, termYears: 3 },
    ...{ quorum: { parts: 4, of: 5 }, passesWithMoreThan: { parts: 1, of: 2 }, coSigners: 10 },
  }),
});

/** A neighbour of another household than the one that stands for all. */
const neighbour = ({ world }: Life, n: number) => world.home.households[4]!.residents[n]!.globalId;

/** A community's councils, in a life. */
export const COUNCILS: Step[] = [
  group('council'),
  rule(4),
  {
    does: 'seatMembers',
    by: cadre,
    input: (get, life) => ({
      councilId: get('council'),
      validFrom: today(life),
      members: [get('resident'), ...[0, 1, 2].map((n) => neighbour(life, n))].map((residentId) => ({
        residentId,
      })),
    }),
    keeps: ['council seat', 'council.seats.edges.0.node.id'],
    keepsToo: [['second seat', 'council.seats.edges.1.node.id']],
  },
  {
    does: 'vacateSeat',
    by: cadre,
    input: (get, life) => ({
      ...{ seatId: get('second seat'), because: 'RESIGNED', validUntil: today(life) },
    }),
  },
  {
    does: 'fillSeat',
    by: cadre,
    input: (get, { world }) => ({
      seatId: get('second seat'),
      residentId: world.home.households[3]!.residents[0]!.globalId,
    }),
  },
  group('short-lived council'),
  {
    does: 'dissolveCouncil',
    by: officer,
    input: (get) => ({ councilId: get('short-lived council'), reason: 'Two groups became one.' }),
  },
  ...DECIDED,
];

/** More of the same, so that lists have three rows at least. */
export const moreCouncils = (n: number): Step[] => [
  rule(4 + n),
  group(`council ${n}`),
  rule(1, `council ${n}`),
  {
    does: 'seatMembers',
    by: cadre,
    input: (get, life) => ({
      ...{ councilId: get(`council ${n}`), validFrom: today(life) },
      members: [{ residentId: get('resident') }],
    }),
  },
];
