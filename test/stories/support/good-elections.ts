import { good, home, type Good } from './good-input';
import { day, hours } from './moments';

const cadre = home((at) => at.cadre);
const leader = home((at) => at.leader);
const member = home((at) => at.members[0]);
const other = home((at) => at.members[1]);

/** Each has its own: what is wrong with one is not wrong with another. */
const half = () => ({ num: 1, den: 2, strict: true });
const RULE = {
  ...{ turnout: half(), wins: half(), winsAgain: half(), recall: half() },
  ...{ moreCandidates: true, selfNomination: true, supporters: 3 },
  organisations: ['SELF_ORGANISATION'],
};

/** Elections, from the call to the seats and to what electors take back. */
export const ELECTIONS: Record<string, Good> = {
  callElection: good('callElection', cadre, (at) => ({
    ...{ councilId: at.elected.toCall, termFrom: day(7), voteBy: 'HOUSEHOLD' },
    nominationsUntil: hours(48),
    wards: [{ seats: 2, placeId: at.elected.grid }],
    rule: RULE,
  })),
  'callElection, by groups': good('callElection', cadre, (at) => ({
    ...{ councilId: at.elected.toCallByGroups, termFrom: day(7), voteBy: 'RESIDENT' },
    nominationsUntil: hours(48),
    wards: [{ seats: 2, groupId: at.seated.group }],
  })),
  nominateCandidate: good('nominateCandidate', leader, (at) => ({
    ...{ wardId: at.elected.nominating.ward, residentId: at.households[1]?.residents[1]?.globalId },
    statement: 'She knows every door',
  })),
  'nominateCandidate, by a team': good('nominateCandidate', leader, (at) => ({
    ...{ wardId: at.elected.nominating.ward, residentId: at.households[1]?.residents[2]?.globalId },
    organisationId: at.team.globalId,
  })),
  supportNomination: good('supportNomination', other, (at) => ({
    candidateId: at.elected.nominee,
  })),
  acceptNomination: good('acceptNomination', member, (at) => ({
    candidateId: at.elected.nominee,
  })),
  withdrawCandidacy: good('withdrawCandidacy', leader, (at) => ({
    candidateId: at.elected.candidate,
  })),
  callOffElection: good('callOffElection', cadre, (at) => ({
    ...{ electionId: at.elected.nominating.election, reason: 'The lane is one with the next' },
  })),
  openElectionBallot: good('openElectionBallot', cadre, (at) => ({
    ...{ wardId: at.elected.toOpen.ward, question: 'Who shall sit?', closesAt: hours(48) },
  })),
  countElectionBallot: good('countElectionBallot', cadre, (at) => ({
    wardId: at.elected.toCount.ward,
  })),
  openRunOff: good('openRunOff', cadre, (at) => ({
    ...{ wardId: at.elected.tied.ward, question: 'Who of the two?', closesAt: hours(48) },
  })),
  concludeElection: good('concludeElection', cadre, (at) => ({
    ...{ electionId: at.elected.toConclude.election, short: false },
  })),
  demandSeatRecall: good('demandSeatRecall', leader, (at) => ({
    ...{ seatId: at.elected.seat, ground: 'Never came' },
  })),
  coSignSeatRecall: good('coSignSeatRecall', member, (at) => ({ recallId: at.elected.recall })),
  openSeatRecallBallot: good('openSeatRecallBallot', cadre, (at) => ({
    ...{ recallId: at.elected.recall, question: 'Shall the member be recalled?' },
    closesAt: hours(48),
  })),
  concludeSeatRecall: good('concludeSeatRecall', cadre, (at) => ({
    recallId: at.elected.recallToCount,
  })),
};
