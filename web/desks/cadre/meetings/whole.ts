import type { CadreWholeMeetingFragment } from '../../../generated/operations';

export type Whole = CadreWholeMeetingFragment;
export type OfMeeting = { readonly meeting: Whole; readonly again: () => void };

/** Whether it has begun: from then on people come, and things are written down. */
export const hasBegun = ({ state }: Whole): boolean =>
  state === 'UNDER_WAY' || state === 'OVER' || state === 'HELD';
