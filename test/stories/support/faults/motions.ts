import { hours } from '../moments';
import type { Row } from './row';

/** Motions that are too far or not far enough, and resolutions before or after their time. */
export const MOTIONS: readonly Row[] = [
  ['who tables the same twice', 'tableMotion', () => ({ title: 'A rail' }), 'MOTION_TWICE title'],
  [
    'who put a name to it',
    'coSignMotion',
    () => ({}),
    'CO_SIGNED_ALREADY motionId',
    ({ home }) => home.members[0],
  ],
  [
    'what is tabled',
    'coSignMotion',
    ({ resolved }) => ({ motionId: resolved.tabled }),
    'MOTION_STATE motionId',
  ],
  [
    'what is admitted',
    'screenMotion',
    ({ resolved }) => ({ motionId: resolved.admitted }),
    'MOTION_STATE motionId',
  ],
  [
    'what is voted on',
    'withdrawMotion',
    ({ resolved }) => ({ motionId: resolved.voting }),
    'MOTION_STATE motionId',
  ],
  [
    'into itself',
    'mergeMotion',
    ({ resolved }) => ({ intoId: resolved.other }),
    'MERGE_TARGET intoId',
  ],
  [
    'into what is voted on',
    'mergeMotion',
    ({ resolved }) => ({ intoId: resolved.voting }),
    'MERGE_TARGET intoId',
  ],
  ['no time to vote', 'putMotionToVote', () => ({ closesAt: hours(0.5) }), 'BALLOT_TIME closesAt'],
  [
    'what nobody screened',
    'putMotionToVote',
    ({ resolved }) => ({ motionId: resolved.tabled }),
    'MOTION_STATE motionId',
  ],
  [
    'while it is voted on',
    'concludeMotion',
    ({ resolved }) => ({ motionId: resolved.voting }),
    'BALLOT_OPEN motionId',
  ],
  [
    'who has said so',
    'objectToResolution',
    ({ resolved }) => ({ resolutionId: resolved.objectedTo }),
    'OBJECTED_ALREADY resolutionId',
    ({ home }) => home.members[1],
  ],
  [
    'what was shown for long enough',
    'objectToResolution',
    ({ resolved }) => ({ resolutionId: resolved.ready }),
    'NOTICE_OVER resolutionId',
  ],
  [
    'what is still shown',
    'executeResolution',
    ({ resolved }) => ({ resolutionId: resolved.shown }),
    'NOTICE_RUNS resolutionId',
  ],
];
