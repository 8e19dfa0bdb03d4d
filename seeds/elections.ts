import { castVote } from '../src/ballots/cast-vote';
import { ballotById, type KnownBallot } from '../src/ballots/ballot.reader';
import { takeVotingToken } from '../src/ballots/take-voting-token';
import type { CouncilRow } from '../src/councils/council.entity';
import { groupsOfCouncil } from '../src/councils/council.reader';
import { foundCouncil } from '../src/councils/found-council';
import { callElection } from '../src/elections/call-election';
import { concludeElection } from '../src/elections/conclude-election';
import { countElectionBallot } from '../src/elections/count-election-ballot';
import { ballotsOfWard, wardsOfElection } from '../src/elections/election.reader';
import { nominateCandidate } from '../src/elections/nominate-candidate';
import { openElectionBallot } from '../src/elections/open-election-ballot';
import { STRANGER } from '../src/kernel/actor';
import { tenantRef, toGlobalId } from '../src/kernel/global-id';
import { inUnitOfWork } from '../src/kernel/unit-of-work';
import type { Cast, Neighbour } from './cast';
import { placeId } from './places';
import type { Stage } from './stage';
import type { Year } from './time';
import { blind } from './voting-device';

/** Five sit; the sixth of those who stand is trusted as well, and follows. */
const SEATS = 5;
const STAND = 6;

/** The first community's first group elects a neighbourhood council from its own, in spring. */
export async function holdElections(stage: Stage, cast: Cast, year: Year): Promise<void> {
  const [community] = cast.communities;
  const voters = community?.teams[0]?.members ?? [];
  if (!community || voters.length < STAND) return;
  const { cadre, place } = community;
  const asked = { kind: 'neighbourhood_council' as const, name: `${place.name}邻里理事会` };
  const at = { ...asked, placeId: placeId(place) };
  const council = await stage.as(cadre, foundCouncil, at, year.at(4, 1, 9));
  const { electionId, wardId } = await call(stage, cadre, council, year);
  for (const { personId, residentId } of voters.slice(0, STAND))
    await stage.as(personId, nominateCandidate, { wardId, residentId }, year.at(4, 5, 19));
  const opens = { wardId, question: '请推选邻里理事会成员', closesAt: year.at(4, 18, 18) };
  await stage.as(cadre, openElectionBallot, opens, year.at(4, 12, 9));
  await vote(stage, wardId, voters, year);
  await stage.as(cadre, countElectionBallot, { wardId }, year.at(4, 19, 9));
  await stage.as(cadre, concludeElection, { electionId }, year.at(4, 20, 9));
}

async function call(stage: Stage, cadre: string, { communityId, id }: CouncilRow, year: Year) {
  const { manager } = stage.source;
  const [group] = await groupsOfCouncil.read(manager, communityId, [id]);
  const groupId = toGlobalId('Council', communityId, group?.id ?? '');
  const asked = {
    ...{ councilId: toGlobalId('Council', communityId, id), termFrom: year.first(5) },
    ...{ voteBy: 'resident' as const, nominationsUntil: year.at(4, 11, 18) },
    wards: [{ seats: SEATS, groupId }],
  };
  const election = await stage.as(cadre, callElection, asked, year.at(4, 2, 9));
  const [ward] = await wardsOfElection.read(manager, communityId, [election.id]);
  return {
    electionId: toGlobalId('Election', communityId, election.id),
    wardId: toGlobalId('ElectionWard', communityId, ward?.id ?? ''),
  };
}

/** Each marks five of the six; most leave out the last. */
async function vote(
  stage: Stage,
  wardId: string,
  voters: readonly Neighbour[],
  year: Year,
): Promise<void> {
  const ballot = await ballotOf(stage, wardId);
  const ballotId = toGlobalId('Ballot', ballot.communityId, ballot.id);
  for (const [n, { personId }] of voters.entries()) {
    const { token, blindedToken, unblind } = await blind(ballot);
    const at = year.at(4, 13, 10 + n);
    const taken = await stage.as(personId, takeVotingToken, { ballotId, blindedToken }, at);
    const voted = {
      ...{ ballotId, token: token.toString('base64url') },
      signature: await unblind(taken.blindSignature),
      marks: ballot.choices.filter((_, place) => place !== Math.min(n, STAND - 1)),
    };
    await inUnitOfWork(stage.source, STRANGER, (work) => castVote(work, voted), at);
  }
}

async function ballotOf({ source: { manager } }: Stage, wardId: string): Promise<KnownBallot> {
  const { communityId, id } = tenantRef('ElectionWard', wardId, []);
  const [held] = await ballotsOfWard.read(manager, communityId, [id]);
  const [ballot] = held ? await ballotById.read(manager, communityId, [held.ballotId]) : [];
  if (!ballot) throw new Error('The ward holds no ballot');
  return ballot;
}
