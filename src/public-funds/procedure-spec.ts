/** Who acts at a step. */
export const FUND_ACTORS = [
  'party_organisation',
  'street_office',
  'residents_committee',
  'fund_office',
  'supervisors',
] as const;
export type FundActor = (typeof FUND_ACTORS)[number];

/** What has to be written for a step. */
export const FUND_DOCUMENTS = [
  'publicity',
  'opinions',
  'discussion_minutes',
  'public_notice',
  'hearing_minutes',
  'contract',
  'completion_report',
  'supervision_report',
  'evaluation_report',
  'improvement_plan',
  'final_accounts',
] as const;
export type FundDocumentKind = (typeof FUND_DOCUMENTS)[number];

/** What must have come about before a step is passed. */
export const FUND_CONDITIONS = [
  'opinions_gathered',
  'weighed',
  'resolution_passed',
  'notice_over',
  'hearing_held',
  'money_awarded',
  'money_spent',
  'visits_made',
  'findings_settled',
  'evaluated',
] as const;
export type FundConditionName = (typeof FUND_CONDITIONS)[number];

export interface FundCondition {
  readonly name: FundConditionName;
  /** How many there must be, where it is counted: households that answer, visits, scores. */
  readonly atLeast: number;
}

/** A text in both languages. */
export interface Says {
  readonly zh: string;
  readonly en: string;
}

/** A step as data: who acts, what is to be written, what must hold, how it goes back. */
export interface StepSpec {
  readonly code: string;
  readonly says: Says;
  readonly actors: readonly FundActor[];
  readonly documents: readonly FundDocumentKind[];
  readonly conditions: readonly FundCondition[];
  /** For how many days the step stands at least. */
  readonly noticeDays: number;
  /** Earlier steps, by their codes, that it can be sent back to. */
  readonly sendsBackTo: readonly string[];
}

/** What people score when all is done. */
export interface Dimension {
  readonly code: string;
  readonly says: Says;
}

/** A procedure as data (C3). */
export interface ProcedureSpec {
  readonly says: Says;
  /** The largest cost of a project that may go this way, in fen; null: any. */
  readonly largestMinor: string | null;
  readonly steps: readonly StepSpec[];
  readonly dimensions: readonly Dimension[];
}
