import { readShare } from '../ballots/ballot-rule';
import type { Share } from '../ballots/tally';
import { Refusal } from '../kernel/refusal';
import { ORGANISATION_KINDS, type OrganisationKind } from '../society/organisation.entity';
import type { ElectionRow } from './election.entity';

/** What an election goes by. */
export interface ElectionRuleValues {
  /** The share of the roll that must take part. */
  readonly turnout: Share;
  /** The share of the votes that a winner needs. */
  readonly wins: Share;
  /** The same where a ward votes again for the seats that are left. */
  readonly winsAgain: Share;
  /** The share of the electors that may demand a recall. */
  readonly recall: Share;
  /** Whether there must be more candidates than seats. */
  readonly moreCandidates: boolean;
  readonly selfNomination: boolean;
  /** So many residents nominate together; 0: they do not. */
  readonly supporters: number;
  readonly organisations: readonly OrganisationKind[];
}

/** What is asked for; what is left out is as it is usual. */
export type GivenElectionRule = {
  readonly [Name in keyof ElectionRuleValues]?: ElectionRuleValues[Name] | null;
};

const MORE_THAN_HALF = { num: 1, den: 2, strict: true };

/**
 * (practice) As residents' and villagers' committees are elected in China: more than half take
 * part, whoever is elected has more than half of the votes, a third where it is voted again for
 * what is left, and a fifth of the electors may demand a recall.
 */
export const USUAL_RULE: ElectionRuleValues = {
  turnout: MORE_THAN_HALF,
  wins: MORE_THAN_HALF,
  winsAgain: { num: 1, den: 3, strict: false },
  recall: { num: 1, den: 5, strict: false },
  moreCandidates: true,
  selfNomination: true,
  supporters: 3,
  organisations: ['party_organisation', 'residents_committee', 'self_organisation'],
};

const MOST_SUPPORTERS = 100;

/**
 * Reads what an election goes by. A recall is in reach: half of the electors may demand it at the
 * latest. Refuses: `SHARE_OUT_OF_RANGE`, `SUPPORTERS_RANGE`, `RECALL_OUT_OF_REACH`.
 */
export function readElectionRule(given: GivenElectionRule | null | undefined): ElectionRuleValues {
  const share = (name: 'turnout' | 'wins' | 'winsAgain' | 'recall') =>
    readShare(given?.[name] ?? USUAL_RULE[name], ['rule', name]);
  const supporters = given?.supporters ?? USUAL_RULE.supporters;
  if (supporters < 0 || supporters > MOST_SUPPORTERS)
    throw new Refusal('SUPPORTERS_RANGE', { most: MOST_SUPPORTERS }, ['rule', 'supporters']);
  const recall = share('recall');
  if (2 * recall.num > recall.den) throw new Refusal('RECALL_OUT_OF_REACH', {}, ['rule', 'recall']);
  const chosen = given?.organisations ?? USUAL_RULE.organisations;
  return {
    ...{ turnout: share('turnout'), wins: share('wins') },
    ...{ winsAgain: share('winsAgain'), recall },
    moreCandidates: given?.moreCandidates ?? USUAL_RULE.moreCandidates,
    selfNomination: given?.selfNomination ?? USUAL_RULE.selfNomination,
    supporters,
    organisations: ORGANISATION_KINDS.filter((kind) => chosen.includes(kind)),
  };
}

/** The columns that it is kept in. */
export function ruleColumns({ turnout, wins, winsAgain, recall, ...rest }: ElectionRuleValues) {
  return {
    ...{ turnoutNum: turnout.num, turnoutDen: turnout.den, turnoutStrict: turnout.strict },
    ...{ winsNum: wins.num, winsDen: wins.den, winsStrict: wins.strict },
    ...{ againNum: winsAgain.num, againDen: winsAgain.den, againStrict: winsAgain.strict },
    ...{ recallNum: recall.num, recallDen: recall.den, recallStrict: recall.strict },
    ...{ ...rest, organisations: [...rest.organisations] },
  };
}

/** What an election goes by, as it is thought of. */
export function electionRuleOf(row: ElectionRow): ElectionRuleValues {
  const { moreCandidates, selfNomination, supporters, organisations } = row;
  return {
    turnout: { num: row.turnoutNum, den: row.turnoutDen, strict: row.turnoutStrict },
    wins: { num: row.winsNum, den: row.winsDen, strict: row.winsStrict },
    winsAgain: { num: row.againNum, den: row.againDen, strict: row.againStrict },
    recall: { num: row.recallNum, den: row.recallDen, strict: row.recallStrict },
    ...{ moreCandidates, selfNomination, supporters, organisations },
  };
}
