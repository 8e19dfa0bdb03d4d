import { castRollCallVote } from '../src/ballots/cast-roll-call-vote';
import { closeBallot } from '../src/ballots/close-ballot';
import { openBallot } from '../src/ballots/open-ballot';
import { recordPaperBox } from '../src/ballots/record-paper-box';
import { recuseFromBallot } from '../src/ballots/recuse-from-ballot';
import { witnessPaperBox } from '../src/ballots/witness-paper-box';
import { toGlobalId } from '../src/kernel/global-id';
import type { Cast, CommunityCast, Neighbour } from './cast';
import type { Stage } from './stage';
import type { Year } from './time';

const CHOICES = ['同意', '反对', '弃权'];

/** C1: four fifths are there, and more than half of all agree. */
const RULE = {
  ...{ quorum: { num: 4, den: 5, strict: false }, passes: { num: 1, den: 2, strict: true } },
  ...{ passesOf: 'base' as const, inFavour: '同意' },
};

const MEMBERS = 9;

/** Nine neighbours decide twice: by papers with one who stands aside, and by name. */
export async function decideTogether(stage: Stage, cast: Cast, year: Year): Promise<void> {
  const [community] = cast.communities;
  if (!community) return;
  const members = someNeighbours(community);
  await decideOnPaper(stage, cast, community, members, year);
  await decideByName(stage, community, members, year);
}

async function decideOnPaper(
  stage: Stage,
  { officer }: Cast,
  community: CommunityCast,
  members: readonly Neighbour[],
  year: Year,
): Promise<void> {
  const asked = {
    ...common(community, members),
    question: '是否以社区公益金为三号院安装无障碍坡道？',
    closesAt: year.at(10, 20, 18),
  };
  const ballot = await stage.as(community.cadre, openBallot, asked, year.at(10, 12, 9));
  const ballotId = toGlobalId('Ballot', ballot.communityId, ballot.id);
  const [aside, ...others] = members;
  const recusal = { ballotId, ground: '本人为三号院施工方的亲属。' };
  await stage.as(aside?.personId ?? null, recuseFromBallot, recusal, year.at(10, 13, 19));
  const takers = others.map(({ residentId }) => residentId);
  const counts = [takers.length - 2, 1, 1];
  const box = { ballotId, place: '社区议事厅', counts, takers };
  const counted = await stage.as(community.cadre, recordPaperBox, box, year.at(10, 20, 19));
  const paperBoxId = toGlobalId('PaperBox', counted.communityId, counted.id);
  await stage.as(officer, witnessPaperBox, { paperBoxId, counts }, year.at(10, 20, 20));
  await stage.as(community.cadre, closeBallot, { ballotId }, year.at(10, 21, 9));
}

async function decideByName(
  stage: Stage,
  community: CommunityCast,
  members: readonly Neighbour[],
  year: Year,
): Promise<void> {
  const asked = {
    ...common(community, members),
    kind: 'roll_call' as const,
    question: '是否将居民议事会例会改为每月第一个星期六？',
    closesAt: year.at(10, 28, 18),
  };
  const ballot = await stage.as(community.cadre, openBallot, asked, year.at(10, 26, 9));
  const ballotId = toGlobalId('Ballot', ballot.communityId, ballot.id);
  // Eight of nine are there; five of nine would be needed, and four agree.
  for (const [n, { personId }] of members.slice(1).entries()) {
    const choice = CHOICES[n % 2] ?? '';
    await stage.as(personId, castRollCallVote, { ballotId, choice }, year.at(10, 27, 19));
  }
  await stage.as(community.cadre, closeBallot, { ballotId }, year.at(10, 29, 9));
}

const common = (community: CommunityCast, members: readonly Neighbour[]) => ({
  communityId: toGlobalId('Place', null, community.place.id),
  ...{ choices: CHOICES, voteBy: 'resident' as const, rule: RULE },
  electors: members.map(({ residentId }) => residentId),
});

function someNeighbours({ teams }: CommunityCast): Neighbour[] {
  const each = teams.flatMap((team) => team.members);
  const known = new Map(each.map((neighbour) => [neighbour.residentId, neighbour]));
  return [...known.values()].slice(0, MEMBERS);
}
