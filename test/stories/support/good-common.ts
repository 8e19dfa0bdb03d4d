import { good, home, type Good } from './good-input';
import { cny, key } from './furnish';
import { day, hours, month } from './moments';

const officer: Good['as'] = ({ world }) => world.officer;
const leader = home((at) => at.leader);
const cadre = home((at) => at.cadre);
const secretary = home((at) => at.secretary);
const director = home((at) => at.director);
const chair = home((at) => at.chair);

/** Nobody who is signed in: a vote has no name on it. */
const nobody: Good['as'] = () => ({ id: null });

/** Credits within a household, courses, secret ballots, and campaigns. */
export const COMMON: Record<string, Good> = {
  askForVerification: good('askForVerification', chair, (at) => ({
    communityId: at.place.globalId,
  })),
  transferCredits: good('transferCredits', leader, (at) => ({
    idempotencyKey: key(),
    fromResidentId: at.leader.resident.globalId,
    toResidentId: at.households[0]?.residents[1]?.globalId,
    credits: 5,
  })),
  setTransferRule: good('setTransferRule', officer, (_at, { scheme }) => ({
    schemeId: scheme,
    fromMonth: month(1),
    monthlyLimit: 20,
  })),
  setCourseRate: good('setCourseRate', officer, (_at, { scheme }) => ({
    schemeId: scheme,
    validFrom: day(1),
    per: 'HOUR',
    credits: 3,
  })),
  openCourse: good('openCourse', leader, (at) => ({
    communityId: at.place.globalId,
    organisationId: at.team.globalId,
    title: 'Weaving',
    lecturer: 'Master Lu',
    about: 'Baskets and mats',
    capacity: 12,
    sessions: [
      { startsAt: hours(24), minutes: 90, venue: 'The reading room' },
      { startsAt: hours(48), minutes: 90, venue: 'The courtyard' },
    ],
  })),
  addCourseSession: good('addCourseSession', leader, (at) => ({
    courseId: at.taught.course,
    startsAt: hours(96),
    minutes: 60,
    venue: 'The reading room',
  })),
  enrolInCourse: good('enrolInCourse', leader, (at) => ({
    courseId: at.taught.course,
    residentId: at.society.quiet,
  })),
  recordAttendance: good('recordAttendance', leader, (at) => ({
    sessionId: at.taught.toRecord,
    residentIds: [at.members[0].resident.globalId, at.members[1].resident.globalId],
  })),
  confirmAttendance: good('confirmAttendance', cadre, (at) => ({
    sessionId: at.taught.toConfirm,
    residentIds: [at.leader.resident.globalId, at.members[1].resident.globalId],
  })),
  reverseAttendance: good('reverseAttendance', cadre, (at) => ({
    idempotencyKey: key(),
    attendanceId: at.taught.attended,
    reason: 'It was another day',
  })),
  leaveCourse: good('leaveCourse', leader, (at) => ({
    courseId: at.taught.course,
    residentId: at.members[1].resident.globalId,
  })),
  openBallot: good('openBallot', cadre, (at) => ({
    communityId: at.place.globalId,
    question: 'Shall the gate be open at night?',
    choices: ['Yes', 'No'],
    voteBy: 'HOUSEHOLD',
    closesAt: hours(48),
  })),
  takeVotingToken: good('takeVotingToken', leader, (at) => ({
    ballotId: at.polled.ballot,
    blindedToken: at.polled.blindedToken,
  })),
  castVote: good('castVote', nobody, (at) => ({
    ballotId: at.polled.ballot,
    token: at.polled.token,
    signature: at.polled.signature,
    choice: 'For',
  })),
  closeBallot: good('closeBallot', cadre, (at) => ({ ballotId: at.polled.toClose })),
  recuseFromBallot: good('recuseFromBallot', leader, (at) => ({
    ballotId: at.polled.deciding,
    ground: 'It is my own house.',
  })),
  castRollCallVote: good('castRollCallVote', leader, (at) => ({
    ballotId: at.polled.rollCall,
    choice: 'For',
  })),
  recordPaperBox: good('recordPaperBox', cadre, (at) => ({
    ballotId: at.polled.deciding,
    place: 'Gate 1',
    counts: [2, 1],
    takers: [0, 1, 2].map((n) => at.households[3]?.residents[n]?.globalId),
  })),
  witnessPaperBox: good('witnessPaperBox', leader, (at) => ({
    paperBoxId: at.polled.box,
    counts: [2, 1],
  })),
  rejectPaperBox: good('rejectPaperBox', cadre, (at) => ({
    paperBoxId: at.polled.boxToReject,
    reason: 'Counted wrong.',
  })),
  openCampaign: good('openCampaign', secretary, (at) => ({
    poolId: at.pools.welfare,
    title: 'Winter fuel',
    story: 'Coal for those who live alone.',
    goal: cny('5000.00'),
    startsOn: day(1),
    endsOn: day(60),
  })),
  promiseMatch: good('promiseMatch', director, (at) => ({
    idempotencyKey: key(),
    campaignId: at.campaigns.toMatch,
    enterpriseId: at.enterprise.globalId,
    cap: cny('1000.00'),
    percent: 50,
  })),
  endCampaign: good('endCampaign', secretary, (at) => ({ campaignId: at.campaigns.toEnd })),
};
