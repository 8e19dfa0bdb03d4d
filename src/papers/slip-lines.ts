import type { SlipFacts } from './exchange-slip';
import { SLIP_WORDS } from './slip-words';

/** A fact and its name, on the two sides of a line. */
export interface Pair {
  readonly label: string;
  readonly value: string;
}

/** All that a slip says, from top to bottom: of an exchange, of a gift of goods. */
export interface SlipLines {
  readonly store: string;
  readonly title: string;
  /** That it was taken back, and when and why, where it was. */
  readonly voided: { readonly title: string; readonly says: string } | null;
  readonly about: readonly Pair[];
  readonly goods: readonly {
    readonly name: string;
    readonly how: string;
    /** What stands beside it, at the right: credits, pieces. */
    readonly amount: string;
  }[];
  readonly total: Pair;
  /** What it left. */
  readonly after: readonly Pair[];
  readonly scan: string;
  readonly note: string;
}

export function slipLines(facts: SlipFacts): SlipLines {
  const words = SLIP_WORDS[facts.locale];
  const { voided, walletAfter } = facts;
  const wallet =
    walletAfter === null ? [] : [{ label: words.walletAfter, value: words.credits(walletAfter) }];
  return {
    store: facts.store,
    title: words.title,
    voided: voided && {
      title: words.voided,
      says: words.voidedBecause(voided.at, oneLine(voided.reason)),
    },
    about: [
      { label: words.number, value: facts.number },
      { label: words.occurredAt, value: facts.occurredAt },
      { label: words.resident, value: facts.resident },
    ],
    goods: facts.goods.map(({ name, unit, quantity, price }) => ({
      ...{ name: oneLine(name), how: words.each(quantity, unit, price) },
      amount: String(quantity * price),
    })),
    total: { label: words.total, value: words.credits(facts.credits) },
    after: [
      ...wallet,
      ...facts.allowances.map(({ name, remaining, lastDay }) => ({
        label: words.allowance(name),
        value: words.pieces(remaining, lastDay),
      })),
    ],
    scan: words.scan,
    note: words.note,
  };
}

const LONGEST = 200;

/** A reason may have been written on many lines; a slip has room for some. */
function oneLine(text: string): string {
  const characters = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim()];
  if (characters.length <= LONGEST) return characters.join('');
  return `${characters.slice(0, LONGEST - 1).join('')}…`;
}
