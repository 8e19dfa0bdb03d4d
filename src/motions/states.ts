import { Refusal } from '../kernel/refusal';

/** How far a motion is, and what each state means. */
export const MOTION_STATES = {
  gathering: 'Residents are putting their names to it.',
  tabled: 'It waits to be screened.',
  returned: 'It went back to who tabled it, with a reason.',
  withdrawn: 'Who tabled it took it back.',
  merged: 'It is dealt with together with another one.',
  admitted: 'It may be put to the vote.',
  voting: 'Members are voting on it.',
  passed: 'It was passed; a resolution came of it.',
  rejected: 'It was voted on and did not pass.',
} as const;
export type MotionState = keyof typeof MOTION_STATES;

const MOVES: Record<MotionState, readonly MotionState[]> = {
  gathering: ['tabled', 'withdrawn'],
  tabled: ['admitted', 'returned', 'merged', 'withdrawn'],
  admitted: ['voting', 'merged', 'withdrawn'],
  // A vote without a quorum decides nothing, and an objection that is upheld undoes what it did.
  voting: ['passed', 'rejected', 'admitted'],
  passed: ['admitted'],
  returned: [],
  withdrawn: [],
  merged: [],
  rejected: [],
};

/** Refuses a step that a motion cannot take from where it is: `MOTION_STATE`. */
export function refuseMove(
  { state }: { readonly state: MotionState },
  to: MotionState,
  path: readonly string[] = ['motionId'],
): void {
  if (!MOVES[state].includes(to)) throw new Refusal('MOTION_STATE', { state }, path);
}

/** As whom somebody tables a motion (C1). */
export const TABLERS = {
  party_organisation: 'The party organisation.',
  self_governing: "The self-governing organisation: the residents' committee.",
  council_member: 'A member of a council of the community.',
  residents: 'Residents, so many of them together as the rule of the council says.',
  procedure: 'A procedure that has come to the point where people decide.',
} as const;
export type Tabler = keyof typeof TABLERS;

/** What became of a resolution that stands no longer, or waits. */
export const RESOLUTION_STATES = {
  adopted: 'It is shown to the public, and then waits to be executed.',
  executed: 'What it says was done.',
  set_aside: 'An objection to it was upheld; the motion went back.',
  lapsed: 'It was not executed in time, or given up with a reason.',
} as const;
export type ResolutionState = keyof typeof RESOLUTION_STATES;
