import { Refusal } from '../kernel/refusal';
import type { BallotRow } from './ballot.entity';
import type { BallotRule, PassesOf, Share } from './tally';

/** A rule as it is asked for: the choice in favour in the words of the ballot. */
export interface GivenRule {
  readonly quorum: Share;
  readonly passes: Share;
  readonly passesOf: PassesOf;
  readonly inFavour: string;
}

/** Fractions that people say aloud. */
const LARGEST_DENOMINATOR = 100;

/** The columns that a rule is kept in: all filled, or none. */
export type RuleColumns = Pick<
  BallotRow,
  | 'quorumNum'
  | 'quorumDen'
  | 'quorumStrict'
  | 'passesNum'
  | 'passesDen'
  | 'passesStrict'
  | 'passesOf'
  | 'favoured'
>;

const NO_RULE: RuleColumns = {
  ...{ quorumNum: null, quorumDen: null, quorumStrict: null },
  ...{ passesNum: null, passesDen: null, passesStrict: null, passesOf: null, favoured: null },
};

/**
 * Reads the rule that a ballot shall decide by; none: it is an opinion. Refuses `CHOICE_UNKNOWN`,
 * and where no number could be that share `SHARE_OUT_OF_RANGE`.
 */
export function readRule(
  rule: GivenRule | null | undefined,
  choices: readonly string[],
): RuleColumns {
  if (!rule) return NO_RULE;
  const quorum = readShare(rule.quorum, ['rule', 'quorum']);
  const passes = readShare(rule.passes, ['rule', 'passes']);
  const favoured = choices.indexOf(rule.inFavour);
  if (favoured < 0) throw new Refusal('CHOICE_UNKNOWN', {}, ['rule', 'inFavour']);
  return {
    ...{ quorumNum: quorum.num, quorumDen: quorum.den, quorumStrict: quorum.strict },
    ...{ passesNum: passes.num, passesDen: passes.den, passesStrict: passes.strict },
    ...{ passesOf: rule.passesOf, favoured },
  };
}

/** A share that some number can be; else `SHARE_OUT_OF_RANGE`. */
export function readShare(share: Share, path: readonly string[]): Share {
  const { num, den, strict } = share;
  const largest = strict ? den - 1 : den;
  if (den >= 1 && den <= LARGEST_DENOMINATOR && num >= 0 && num <= largest) return share;
  throw new Refusal('SHARE_OUT_OF_RANGE', { largest: LARGEST_DENOMINATOR }, path);
}

/** The rule of a ballot; null of one that only asks for opinions. */
export function ruleOf(row: RuleColumns): BallotRule | null {
  const { quorumNum, quorumDen, passesNum, passesDen, passesOf, favoured } = row;
  if (quorumNum === null || quorumDen === null || passesNum === null || passesDen === null)
    return null;
  if (passesOf === null || favoured === null) return null;
  return {
    quorum: { num: quorumNum, den: quorumDen, strict: row.quorumStrict === true },
    passes: { num: passesNum, den: passesDen, strict: row.passesStrict === true },
    passesOf,
    favoured,
  };
}
