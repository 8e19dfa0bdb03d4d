import { PAST_DAYS, cadre, key, officer, past, today, type Step } from './step';

const DAY_MS = 24 * 3600_000;

/** The party organisation's secretary; the one of another place is somebody like that there. */
const secretaryOfParty: Step['by'] = (here, { ids }) => ({
  kind: 'person',
  personId: ids.get('party secretary row') ?? '',
  standings: [
    {
      organisationKind: 'party_organisation',
      role: 'party_secretary',
      organisationId: ids.get('party row') ?? '',
      placeId: here.id,
    },
  ],
  residences: [],
});

const PARTY: Step[] = [
  {
    does: 'registerOrganisation',
    by: officer,
    input: (get) => ({ kind: 'PARTY_ORGANISATION', name: 'Party', placeId: get('home') }),
    keeps: ['party', 'organisation.id'],
  },
  {
    does: 'registerPerson',
    by: cadre,
    anywhere: true,
    input: () => ({ name: 'Party Secretary' }),
    keeps: ['party secretary', 'person.id'],
  },
  {
    does: 'appointMember',
    by: officer,
    input: (get, life) => ({
      ...{ organisationId: get('party'), personId: get('party secretary') },
      ...{ role: 'PARTY_SECRETARY', validFrom: today(life, -PAST_DAYS) },
    }),
  },
];

/** Who vote: three residents who act, and one who does not. */
export const VOTERS: readonly Step['by'][] = [
  ({ leader }) => leader.actor,
  ({ members }) => members[0].actor,
  ({ members }) => members[1].actor,
];

const SEATED: Step[] = [
  {
    ...{ does: 'foundCouncil', by: cadre, past: true },
    input: (get) => ({
      ...{ kind: 'COMMUNITY_COUNCIL', name: 'Council of all', placeId: get('home') },
    }),
    keeps: ['community council', 'council.id'],
  },
  {
    ...{ does: 'setCouncilRule', by: officer, past: true },
    input: (get) => ({
      ...{ councilId: get('community council'), minSeats: 3, seatsPerGroup: 0, coSigners: 3 },
      ...{ cadrePercent: 50, termYears: 3, rollCall: true, noticeDays: 10, lapseDays: 90 },
      ...{ quorum: { parts: 1, of: 2 }, passesWithMoreThan: { parts: 1, of: 2 } },
    }),
  },
  {
    ...{ does: 'seatMembers', by: cadre, past: true },
    input: (get, life) => {
      const { leader, members, households } = life.world.home;
      const seated = [leader.resident, ...members.map(({ resident }) => resident)];
      return {
        ...{ councilId: get('community council'), validFrom: today(life, -PAST_DAYS) },
        members: [...seated, households[4]!.residents[0]!].map(({ globalId }) => ({
          residentId: globalId,
        })),
      };
    },
    keeps: ['seat to give up', 'council.seats.edges.3.node.id'],
  },
];

/** A motion tabled by a cadre as the self-governing organisation, unless something else is said. */
const table = (name: string, more: Partial<Step> & { act?: Given } = {}): Step => ({
  ...{ does: 'tableMotion', by: more.by ?? cadre, past: true },
  input: (get, life) => ({
    ...{ placeId: get('home'), title: name, text: 'Who waits there may sit.' },
    tabledAs: more.by ? 'RESIDENTS' : 'SELF_GOVERNING',
    ...(more.act ? { act: more.act(get, life) } : {}),
  }),
  keeps: [name, 'motion.id'],
});
type Given = Step['input'];

const onMotion = (does: string, by: Step['by'], name: string, more: object = {}): Step => ({
  ...{ does, by, past: true },
  input: (get) => ({ motionId: get(name), ...more }),
});

const screen = (name: string, screening = 'ADMIT'): Step =>
  onMotion('screenMotion', secretaryOfParty, name, { screening, reason: 'It is for everybody.' });

/** Put to the vote, passed by all who vote, and counted the day after. */
const decide = (name: string, resolution: string): Step[] => [
  {
    ...{ does: 'putMotionToVote', by: cadre, past: true },
    input: (get, life) => ({
      ...{ motionId: get(name), closesAt: new Date(past(life).getTime() + DAY_MS) },
    }),
    keeps: [`ballot on ${name}`, 'motion.ballots.0.id'],
  },
  ...VOTERS.map((by): Step => ({
    ...{ does: 'castRollCallVote', by, past: true },
    input: (get) => ({ ballotId: get(`ballot on ${name}`), choice: '赞成' }),
  })),
  {
    ...{ does: 'concludeMotion', by: cadre, daysAgo: PAST_DAYS - 1 },
    input: (get) => ({ motionId: get(name) }),
    keeps: [resolution, 'motion.resolutions.0.id'],
  },
];

const object = (by: Step['by'], objection: string): Step => ({
  ...{ does: 'objectToResolution', by, daysAgo: PAST_DAYS - 2 },
  input: (get) => ({ resolutionId: get('resolution'), text: 'It stands in the way.' }),
  keeps: [objection, 'objection.id'],
});

const answer = (objection: string): Step => ({
  ...{ does: 'answerObjection', by: secretaryOfParty, daysAgo: PAST_DAYS - 3 },
  input: (get) => ({ objectionId: get(objection), upheld: false, answer: 'There is room.' }),
});

const execute = (resolution: string): Step => ({
  ...{ does: 'executeResolution', by: cadre },
  input: (get) => ({ ...key(), resolutionId: get(resolution) }),
});

/** What cannot be done any more: the seat is given up before the resolution is executed. */
const IN_VAIN: Step[] = [
  table('to recall', {
    act: (get, life) => ({
      vacateSeat: {
        ...{ seatId: get('seat to give up'), because: 'RECALLED', validUntil: today(life, 1) },
      },
    }),
  }),
  screen('to recall'),
  ...decide('to recall', 'resolution in vain'),
  {
    ...{ does: 'vacateSeat', by: cadre },
    input: (get, life) => ({
      ...{ seatId: get('seat to give up'), because: 'RESIGNED', validUntil: today(life) },
    }),
  },
  execute('resolution in vain'),
  execute('resolution in vain'),
  execute('resolution in vain'),
];

/** A community council decides what residents put before it, in a life. */
export const MOTIONS: Step[] = [
  ...PARTY,
  ...SEATED,
  table('motion', { by: VOTERS[0] }),
  onMotion('coSignMotion', VOTERS[1]!, 'motion'),
  onMotion('coSignMotion', VOTERS[2]!, 'motion'),
  screen('motion'),
  ...decide('motion', 'resolution'),
  ...VOTERS.flatMap((by, n) => [object(by, `objection ${n}`), answer(`objection ${n}`)]),
  execute('resolution'),
  ...IN_VAIN,
  table('to return'),
  screen('to return', 'RETURN'),
  table('to go on'),
  table('to merge'),
  {
    ...{ does: 'mergeMotion', by: secretaryOfParty, past: true },
    input: (get) => ({
      ...{
        motionId: get('to merge'),
        intoId: get('to go on'),
        reason: 'They are about one bench.',
      },
    }),
  },
  onMotion('withdrawMotion', cadre, 'to go on', { reason: 'A neighbour gave one.' }),
  table('to lapse'),
  screen('to lapse'),
  ...decide('to lapse', 'resolution to lapse'),
  {
    ...{ does: 'lapseResolution', by: cadre },
    input: (get) => ({ resolutionId: get('resolution to lapse'), reason: 'The gate is gone.' }),
  },
];
