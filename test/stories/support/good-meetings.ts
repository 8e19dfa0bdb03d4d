import { good, home, type Good } from './good-input';
import { day, hours } from './moments';

const officer: Good['as'] = ({ world }) => world.officer;
const cadre = home((at) => at.cadre);
const leader = home((at) => at.leader);

const announced = {
  ...{ agenda: 'The square', venue: 'The hall', link: 'https://meet.example.org/square' },
  ...{ startsAt: hours(24 * 20), durationMinutes: 90 },
};

/** Meetings: how they are convened, who comes, what they talk of and what becomes of it. */
export const MEETINGS: Record<string, Good> = {
  conveneMeeting: good('conveneMeeting', cadre, (at) => ({
    ...{ kind: 'FORUM', placeId: at.place.globalId, title: 'The square', ...announced },
  })),
  changeMeeting: good('changeMeeting', cadre, (at) => ({
    ...{ meetingId: at.met.toChange, reason: 'The hall is painted', ...announced },
  })),
  cancelMeeting: good('cancelMeeting', cadre, (at) => ({
    ...{ meetingId: at.met.toCancel, reason: 'A storm' },
  })),
  attendMeeting: good('attendMeeting', leader, (at) => ({ meetingId: at.met.space })),
  representOrganisation: good('representOrganisation', leader, (at) => ({
    ...{ meetingId: at.met.fair, organisationId: at.team.globalId },
  })),
  recordMeetingAttendance: good('recordMeetingAttendance', cadre, (at) => ({
    ...{ meetingId: at.met.space, residentIds: [at.met.unlisted] },
  })),
  witnessMeetingAttendance: good('witnessMeetingAttendance', officer, (at) => ({
    ...{ listId: at.met.toWitness, people: 1 },
  })),
  rejectMeetingAttendance: good('rejectMeetingAttendance', cadre, (at) => ({
    ...{ listId: at.met.toReject, reason: 'She had left' },
  })),
  proposeTopic: good('proposeTopic', leader, (at) => ({
    ...{ meetingId: at.met.space, title: 'A tree', text: 'There is none' },
  })),
  withdrawTopic: good('withdrawTopic', leader, (at) => ({
    ...{ topicId: at.met.toWithdraw, reason: 'It was built' },
  })),
  noteTopicAsNeed: good('noteTopicAsNeed', cadre, (at) => ({
    ...{ topicId: at.met.toNeed, need: 'Water for those who play there' },
  })),
  turnTopicIntoMotion: good('turnTopicIntoMotion', cadre, (at) => ({
    ...{ topicId: at.met.toMotion, tabledAs: 'SELF_GOVERNING' },
    ...{ title: 'A lamp at the gate', text: 'It is dark there' },
  })),
  openGroup: good('openGroup', leader, (at) => ({ topicId: at.met.toGroup, spot: 'A table' })),
  noteGroup: good('noteGroup', leader, (at) => ({
    ...{ groupId: at.met.group, people: 6, notes: 'Plant trees' },
  })),
  agreeAction: good('agreeAction', leader, (at) => ({
    ...{ meetingId: at.met.space, groupId: at.met.group, text: 'Ask for trees' },
    ...{ organisationId: at.team.globalId, dueOn: day(10) },
  })),
  'agreeAction, a resident': good('agreeAction', cadre, (at) => ({
    ...{ meetingId: at.met.space, text: 'Ask for trees', dueOn: day(10) },
    residentId: at.members[0].resident.globalId,
  })),
  finishAction: good('finishAction', leader, (at) => ({
    ...{ actionId: at.met.action, note: 'They come in spring' },
  })),
  pitchProject: good('pitchProject', leader, (at) => ({
    ...{ meetingId: at.met.fair, organisationId: at.team.globalId },
    ...{ title: 'Haircuts', text: 'Once a month' },
  })),
  backPitch: good('backPitch', leader, (at) => ({ pitchId: at.met.pitch })),
  closeMeeting: good('closeMeeting', cadre, (at) => ({ meetingId: at.met.toClose })),
  writeMinutes: good('writeMinutes', cadre, (at) => ({
    ...{ meetingId: at.met.space, text: 'We talked of shade' },
  })),
  approveMinutes: good('approveMinutes', officer, (at) => ({ minutesId: at.met.toApprove })),
};
