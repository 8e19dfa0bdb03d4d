import { constants, randomBytes, sign } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { STRANGER } from '../../src/kernel/actor';
import { cadre, past, type Life, type Step } from './step';

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

/** A community decides in secret, in a life. */
export const BALLOTS: Step[] = [
  ballot('ballot'),
  take(({ leader }) => leader.actor),
  take(({ members }) => members[0].actor),
  take(({ members }) => members[1].actor),
  cast('For'),
  cast('For'),
  cast('Against'),
  {
    does: 'closeBallot',
    by: cadre,
    input: (get) => ({ ballotId: get('ballot') }),
  },
];

/** More of the same, so that lists have three rows at least. */
export const moreBallots = (n: number): Step[] => [ballot(`ballot ${n}`)];
