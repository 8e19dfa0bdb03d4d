import { randomBytes } from 'node:crypto';
import { blind } from '../../../seeds/voting-device';
import type { BallotKind } from '../../../src/ballots/ballot.entity';
import { needBallot } from '../../../src/ballots/ballot.reader';
import { castVote } from '../../../src/ballots/cast-vote';
import { closeBallot } from '../../../src/ballots/close-ballot';
import { openBallot } from '../../../src/ballots/open-ballot';
import { recordPaperBox } from '../../../src/ballots/record-paper-box';
import { takeVotingToken } from '../../../src/ballots/take-voting-token';
import { STRANGER } from '../../../src/kernel/actor';
import { toGlobalId } from '../../../src/kernel/global-id';
import type { CommunityWorld } from '../../support/world';
import type { Run } from './furnish';
import { hours } from './moments';

/** Ballots, and what voters' devices hold. */
export interface Polled {
  readonly ballot: string;
  /** A token that nobody has signed yet, blinded. */
  readonly blindedToken: string;
  /** One that was signed for the first member's household, and has not voted. */
  readonly token: string;
  readonly signature: string;
  /** Its last moment has passed. */
  readonly toClose: string;
  /** With one vote, counted. */
  readonly counted: string;
  /** They decide, in secret and by name. */
  readonly deciding: string;
  readonly rollCall: string;
  /** Boxes of papers of the one in secret. */
  readonly box: string;
  readonly boxToReject: string;
}

const RULE = {
  ...{ quorum: { num: 4, den: 5, strict: false }, passes: { num: 1, den: 2, strict: true } },
  ...{ passesOf: 'base' as const, inFavour: 'For' },
};

/** Ballots that decide, one of them with papers of two households. */
async function decide(run: Run, home: CommunityWorld) {
  const open = async (kind: BallotKind) => {
    const asked = {
      ...{ communityId: home.place.globalId, question: 'Shall we build a shed?', kind },
      ...{ choices: ['For', 'Against'], voteBy: 'resident' as const, rule: RULE },
      closesAt: new Date(hours(48)),
    };
    const { id } = await run(home.cadre, (work) => openBallot(work, asked));
    return toGlobalId('Ballot', home.id, id);
  };
  const [deciding, rollCall] = [await open('secret'), await open('roll_call')];
  const record = async (household: number) => {
    const takers = home.households[household]?.residents.map(({ globalId }) => globalId) ?? [];
    const asked = { ballotId: deciding, place: `Gate ${household}`, counts: [2, 1], takers };
    const { id } = await run(home.cadre, (work) => recordPaperBox(work, asked));
    return toGlobalId('PaperBox', home.id, id);
  };
  return { deciding, rollCall, box: await record(1), boxToReject: await record(2) };
}

export async function poll(run: Run, home: CommunityWorld): Promise<Polled> {
  const open = async (opened: number, closes: number) => {
    const asked = {
      ...{ communityId: home.place.globalId, question: 'Shall we plant trees?' },
      ...{ choices: ['For', 'Against'], voteBy: 'household' as const },
      closesAt: new Date(hours(closes)),
    };
    const now = new Date(hours(opened));
    const { id } = await run(home.cadre, (work) => openBallot(work, asked), now);
    return toGlobalId('Ballot', home.id, id);
  };
  // Their keys are made at once: each takes a while.
  const [ballot, toClose, counted] = await Promise.all([open(0, 48), open(-3, -1), open(-3, -1)]);
  const sign = async (ballotId: string, now: Date) => {
    const of = await run(home.cadre, (work) => needBallot(work, ballotId));
    const { token, blindedToken, unblind } = await blind(of);
    const taken = await run(
      home.members[0],
      (work) => takeVotingToken(work, { ballotId, blindedToken }),
      now,
    );
    return {
      token: token.toString('base64url'),
      signature: await unblind(taken.blindSignature),
    };
  };
  const then = new Date(hours(-2));
  const vote = { ballotId: counted, choice: 'For', ...(await sign(counted, then)) };
  await run({ actor: STRANGER }, (work) => castVote(work, vote), then);
  await run(home.cadre, (work) => closeBallot(work, { ballotId: counted }));
  // Any number below the key's is a blinded token: which one, only a device knows.
  const blindedToken = Buffer.concat([Buffer.alloc(1), randomBytes(255)]).toString('base64url');
  const decided = await decide(run, home);
  const signed = await sign(ballot, new Date());
  return { ballot, toClose, counted, blindedToken, ...signed, ...decided };
}
