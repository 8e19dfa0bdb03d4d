import { Refusal } from '../kernel/refusal';

/** What may become of an application, and what each state means. */
export const APPLICATION_STATES = {
  submitted: 'It waits to be decided.',
  awarded: 'It was approved; a grant came of it.',
  declined: 'The approvals it needs can no longer come together.',
  withdrawn: 'The applicant took it back.',
} as const;
export type ApplicationState = keyof typeof APPLICATION_STATES;

/** What may become of a grant, and what each state means. */
export const GRANT_STATES = {
  active: 'It is awarded; tranches are paid as milestones are accepted.',
  completed: 'Every tranche is paid and every milestone accepted.',
  cancelled: 'What was not paid went back to its pool.',
} as const;
export type GrantState = keyof typeof GRANT_STATES;

const APPLICATION_MOVES: Record<ApplicationState, readonly ApplicationState[]> = {
  submitted: ['awarded', 'declined', 'withdrawn'],
  awarded: [],
  declined: [],
  withdrawn: [],
};

const GRANT_MOVES: Record<GrantState, readonly GrantState[]> = {
  active: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

/** Refuses what only an undecided application allows: `APPLICATION_DECIDED`. */
export function refuseDecided(state: ApplicationState, path = ['applicationId']): void {
  if (APPLICATION_MOVES[state].length === 0)
    throw new Refusal('APPLICATION_DECIDED', { state }, path);
}

/** Refuses what only a grant that goes on allows: `GRANT_ENDED`. */
export function refuseEnded(state: GrantState, path: readonly string[]): void {
  if (GRANT_MOVES[state].length === 0) throw new Refusal('GRANT_ENDED', { state }, path);
}

/** What a review says of an application. */
export const VERDICTS = {
  approve: 'The member approves it.',
  decline: 'The member declines it.',
} as const;
export type Verdict = keyof typeof VERDICTS;

/** How far a tranche is. */
export const TRANCHE_STATES = {
  planned: 'Nobody has asked for it to be paid.',
  requested: 'It waits for the treasurer to check and pay it.',
  paid: 'It is paid.',
} as const;
export type TrancheState = keyof typeof TRANCHE_STATES;

/** Why a member of the board stands aside. */
export const RECUSAL_GROUNDS = {
  declared_interest: 'The member declared an interest.',
  member_of_applicant: 'The member belongs to the applicant, or did since it applied.',
  applied: 'The member submitted the application.',
} as const;
export type RecusalGround = keyof typeof RECUSAL_GROUNDS;
