import { constants, randomBytes, sign } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { STRANGER } from '../../src/kernel/actor';
import { cadre, officer, past, type Life, type Step } from './step';

const DAY_MS = 24 * 3600_000;

const ballot = (name: string): Step => ({
  does: 'openBallot',
  by: cadre,
  past: true,
  input: (get, life) => ({
    communityId: get('home'),
    ...{ question: 'Shall we plant trees?', choices: ['For', 'Against'], voteBy: 'RESIDENT' },
    closesAt: new Date(past(life).getTime() + DAY_MS),
  }),
  keeps: [name, 'ballot.id'],
});

/** A token as it is when its device has unblinded the signature. */
async function signToken(source: DataSource, { ids }: Life): Promise<void> {
  const [{ key } = { key: Buffer.alloc(0) }]: { key: Buffer }[] = await source.query(
    'select signing_key as key from ballot where id = $1',
    [ids.get('ballot row')],
  );
  const token = randomBytes(32);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const signing = { key, format: 'der', type: 'pkcs8', padding, saltLength: 48 } as const;
  ids.set('voting token', token.toString('base64url'));
  ids.set('voting signature', sign('sha384', token, signing).toString('base64url'));
}

const take = (by: Step['by']): Step => ({
  ...{ does: 'takeVotingToken', by, past: true },
  input: (get) => ({
    ballotId: get('ballot'),
    blindedToken: Buffer.alloc(256, 1).toString('base64url'),
  }),
});

const cast = (choice: string): Step => ({
  ...{ does: 'castVote', by: () => STRANGER, past: true, first: signToken },
  input: (get) => ({
    ballotId: get('ballot'),
    ...{ token: get('voting token'), signature: get('voting signature'), choice },
  }),
});

/** Its people decide by name, and four stand aside. */
const rollCall: Step = {
  does: 'openBallot',
  by: cadre,
  past: true,
  input: (get, life) => ({
    ...{ communityId: get('home'), question: 'Shall we build a shed?', kind: 'ROLL_CALL' },
    ...{ choices: ['For', 'Against'], voteBy: 'RESIDENT' },
    closesAt: new Date(past(life).getTime() + DAY_MS),
    rule: {
      ...{ quorum: { num: 1, den: 2, strict: false }, passes: { num: 1, den: 2, strict: true } },
      ...{ passesOf: 'VOTES', inFavour: 'For' },
    },
    recused: othersOf(life).map((residentId) => ({ residentId, ground: 'It is my own.' })),
  }),
  keeps: ['roll call', 'ballot.id'],
};

/** Residents who never act: the second and third of the first two households. */
const othersOf = ({ world: { home } }: Life): string[] =>
  home.households
    .slice(0, 2)
    .flatMap(({ residents }) => residents.slice(1).map(({ globalId }) => globalId));

const deciding: Step = {
  ...{ does: 'openBallot', by: cadre, past: true },
  input: (get, life) => ({ ...rollCall.input(get, life), kind: 'SECRET', recused: [] }),
  keeps: ['deciding ballot', 'ballot.id'],
};

const name = (by: Step['by']): Step => ({
  ...{ does: 'castRollCallVote', by, past: true },
  input: (get) => ({ ballotId: get('roll call'), choice: 'For' }),
});

/** Papers of a household that votes in no other way. */
const paperBox = (name: string, from: number): Step => ({
  does: 'recordPaperBox',
  by: cadre,
  past: true,
  input: (get, { world: { home } }) => ({
    ...{ ballotId: get('ballot'), place: name, counts: [2, 1] },
    takers: home.households[from]!.residents.map(({ globalId }) => globalId),
  }),
  keeps: [name, 'paperBox.id'],
});

const ofBox = (does: string, name: string, more: object): Step => ({
  ...{ does, by: does === 'witnessPaperBox' ? officer : cadre, past: true },
  input: (get) => ({ paperBoxId: get(name), ...more }),
});

/** A community decides in secret, in a life. */
export const BALLOTS: Step[] = [
  ballot('ballot'),
  take(({ leader }) => leader.actor),
  take(({ members }) => members[0].actor),
  take(({ members }) => members[1].actor),
  cast('For'),
  cast('For'),
  cast('Against'),
  paperBox('paper box', 3),
  ofBox('witnessPaperBox', 'paper box', { counts: [2, 1] }),
  paperBox('second box', 4),
  ofBox('rejectPaperBox', 'second box', { reason: 'Counted wrong.' }),
  paperBox('third box', 4),
  ofBox('rejectPaperBox', 'third box', { reason: 'Counted wrong again.' }),
  rollCall,
  name(({ leader }) => leader.actor),
  name(({ members }) => members[0].actor),
  name(({ members }) => members[1].actor),
  deciding,
  {
    ...{ does: 'recuseFromBallot', by: ({ members }) => members[0].actor, past: true },
    input: (get) => ({ ballotId: get('deciding ballot'), ground: 'It is my own.' }),
  },
  {
    does: 'closeBallot',
    by: cadre,
    input: (get) => ({ ballotId: get('roll call') }),
  },
  {
    does: 'closeBallot',
    by: cadre,
    input: (get) => ({ ballotId: get('ballot') }),
  },
];

/** More of the same, so that lists have three rows at least. */
export const moreBallots = (n: number): Step[] => [ballot(`ballot ${n}`)];
