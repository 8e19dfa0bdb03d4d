import { key } from './furnish';
import { good, home, type Good } from './good-input';
import { day, hours } from './moments';

const cadre = home((at) => at.cadre);
const leader = home((at) => at.leader);
const party = home((at) => at.resolved.party);

/** Motions, from the first name to what a resolution comes to. */
export const MOTIONS: Record<string, Good> = {
  tableMotion: good('tableMotion', cadre, (at) => ({
    ...{ placeId: at.place.globalId, title: 'A roof', text: 'Over the market' },
    tabledAs: 'SELF_GOVERNING',
  })),
  'tableMotion, a recall': good('tableMotion', cadre, (at) => ({
    ...{ placeId: at.place.globalId, title: 'A recall', text: 'He never came' },
    tabledAs: 'SELF_GOVERNING',
    act: {
      vacateSeat: { seatId: at.resolved.seat, because: 'RECALLED', validUntil: day(1) },
    },
  })),
  coSignMotion: good('coSignMotion', leader, (at) => ({ motionId: at.resolved.gathering })),
  screenMotion: good('screenMotion', party, (at) => ({
    ...{ motionId: at.resolved.tabled, screening: 'ADMIT', reason: 'All want it' },
    hearingFirst: false,
  })),
  mergeMotion: good('mergeMotion', party, (at) => ({
    ...{ motionId: at.resolved.other, intoId: at.resolved.tabled, reason: 'They are alike' },
  })),
  putMotionToVote: good('putMotionToVote', cadre, (at) => ({
    ...{ motionId: at.resolved.admitted, closesAt: hours(48) },
  })),
  withdrawMotion: good('withdrawMotion', cadre, (at) => ({
    ...{ motionId: at.resolved.tabled, reason: 'A neighbour built one' },
  })),
  concludeMotion: good('concludeMotion', cadre, (at) => ({ motionId: at.resolved.voted })),
  objectToResolution: good('objectToResolution', leader, (at) => ({
    ...{ resolutionId: at.resolved.shown, text: 'It stands in the way' },
  })),
  answerObjection: good('answerObjection', party, (at) => ({
    ...{ objectionId: at.resolved.objection, upheld: false, answer: 'There will be a rail' },
  })),
  executeResolution: good('executeResolution', cadre, (at) => ({
    ...{ idempotencyKey: key(), resolutionId: at.resolved.ready },
  })),
  lapseResolution: good('lapseResolution', cadre, (at) => ({
    ...{ resolutionId: at.resolved.shown, reason: 'The ground gave way' },
  })),
};
