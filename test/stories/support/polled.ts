import { blind } from '../../../seeds/voting-device';
import { needBallot } from '../../../src/ballots/ballot.reader';
import { castVote } from '../../../src/ballots/cast-vote';
import { closeBallot } from '../../../src/ballots/close-ballot';
import { openBallot } from '../../../src/ballots/open-ballot';
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
  /** Its last moment has passed, with one vote in its boxes. */
  readonly toClose: string;
  /** The same, counted. */
  readonly counted: string;
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
  const ballot = await open(0, 48);
  const device = async (ballotId: string) =>
    await blind(await run(home.cadre, (work) => needBallot(work, ballotId)));
  const sign = async (ballotId: string, now: Date) => {
    const { token, blindedToken, unblind } = await device(ballotId);
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
  const over = async () => {
    const ballotId = await open(-3, -1);
    const then = new Date(hours(-2));
    const vote = { ballotId, choice: 'For', ...(await sign(ballotId, then)) };
    await run({ actor: STRANGER }, (work) => castVote(work, vote), then);
    return ballotId;
  };
  const [toClose, counted] = [await over(), await over()];
  await run(home.cadre, (work) => closeBallot(work, { ballotId: counted }));
  const { blindedToken } = await device(ballot);
  return { ballot, toClose, counted, blindedToken, ...(await sign(ballot, new Date())) };
}
