import { castVote } from '../src/ballots/cast-vote';
import { closeBallot } from '../src/ballots/close-ballot';
import { openBallot } from '../src/ballots/open-ballot';
import { takeVotingToken } from '../src/ballots/take-voting-token';
import { STRANGER } from '../src/kernel/actor';
import { toGlobalId } from '../src/kernel/global-id';
import { inUnitOfWork } from '../src/kernel/unit-of-work';
import type { Cast, CommunityCast, Neighbour } from './cast';
import { decideTogether } from './deciding-ballots';
import type { Stage } from './stage';
import type { Year } from './time';
import { blind } from './voting-device';

const SPACES = ['晾衣区', '休闲座椅', '自行车棚'];
const OPINIONS = ['赞成', '反对', '弃权'];

/** Each vote costs its device some time. */
const VOTERS = 5;

/** Each community has decided something by its households, and is deciding something else. */
export async function holdBallots(stage: Stage, cast: Cast, year: Year): Promise<void> {
  await decideTogether(stage, cast, year);
  for (const community of cast.communities) {
    await decide(stage, community, year);
    await stage.as(community.cadre, openBallot, {
      communityId: toGlobalId('Place', null, community.place.id),
      question: '是否同意《院落公约》修订稿？',
      ...{ choices: OPINIONS, voteBy: 'household' as const },
      closesAt: new Date(year.today.getTime() + 10 * 24 * 3600_000),
    });
  }
}

async function decide(stage: Stage, community: CommunityCast, year: Year): Promise<void> {
  const asked = {
    communityId: toGlobalId('Place', null, community.place.id),
    question: '明年先改造哪一处公共空间？',
    ...{ choices: SPACES, voteBy: 'household' as const, closesAt: year.at(11, 20, 18) },
  };
  const ballot = await stage.as(community.cadre, openBallot, asked, year.at(11, 5, 9));
  const ballotId = toGlobalId('Ballot', ballot.communityId, ballot.id);
  for (const [n, { personId }] of ofDifferentHouseholds(community).entries()) {
    const { token, blindedToken, unblind } = await blind(ballot);
    const at = year.at(11, 6 + n, 19);
    const taken = await stage.as(personId, takeVotingToken, { ballotId, blindedToken }, at);
    const vote = {
      ...{ ballotId, token: token.toString('base64url') },
      signature: await unblind(taken.blindSignature),
      choice: SPACES[n % 2] ?? '',
    };
    await inUnitOfWork(stage.source, STRANGER, (work) => castVote(work, vote), at);
  }
  await stage.as(community.cadre, closeBallot, { ballotId }, year.at(11, 21, 9));
}

function ofDifferentHouseholds({ teams }: CommunityCast): Neighbour[] {
  const members = teams.flatMap((team) => team.members);
  const first = new Map(members.map((each) => [each.householdId, each]));
  return [...first.values()].slice(0, VOTERS);
}
