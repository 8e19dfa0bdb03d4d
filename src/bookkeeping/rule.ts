import type { Amount } from '../kernel/amount';
import type { AccountRef } from '../ledger/account-ref';
import type { Leg } from '../ledger/draft';

/** A posting rule: a sentence, a worked example, and the legs that follow from the facts. */
export interface Rule<Facts> {
  readonly name: string;
  readonly says: string;
  readonly example: Facts;
  post(facts: Facts): Leg[];
}

/** A rule as written in a chapter; its name is the chapter's key. */
export type RuleText<Facts> = Omit<Rule<Facts>, 'name'>;

export function rule<Facts>(text: RuleText<Facts>): RuleText<Facts> {
  return text;
}

/** Names the rules of a chapter by their keys. */
export function chapter<Texts extends Record<string, RuleText<unknown>>>(
  texts: Texts,
): { [Name in keyof Texts]: Texts[Name] extends RuleText<infer Facts> ? Rule<Facts> : never } {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, { name, ...text }]),
  ) as never;
}

export function debit(account: AccountRef, { asset, minor }: Amount): Leg {
  return { account, asset, minor };
}

export function credit(account: AccountRef, { asset, minor }: Amount): Leg {
  return { account, asset, minor: -minor };
}
