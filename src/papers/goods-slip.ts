import type { Day } from '../kernel/calendar';
import { GOODS_SLIP_WORDS } from './goods-slip-words';
import type { SlipLines } from './slip-lines';

/** What the slip for a giver of goods says, as plain data. */
export interface GoodsSlipFacts {
  readonly locale: 'zh' | 'en';
  readonly store: string;
  readonly number: string;
  /** As the clock at the store showed it: `2026-11-22 09:30`. */
  readonly occurredAt: string;
  /** Null for a giver who is not named. */
  readonly giver: string | null;
  readonly drive: { readonly title: string; readonly place: string } | null;
  readonly goods: readonly {
    readonly name: string;
    readonly unit: string;
    readonly quantity: number;
    readonly goodUntil: Day | null;
  }[];
  /** Whole credits that the goods earned; null: they are given for nothing. */
  readonly credits: number | null;
  /** What the code leads to. */
  readonly url: string;
}

/**
 * The lines of the slip. It acknowledges a gift only where nothing was given in return: goods that
 * earned credits were received, and that is all it says of them.
 */
export function goodsSlipLines(facts: GoodsSlipFacts): SlipLines {
  const words = GOODS_SLIP_WORDS[facts.locale];
  const { credits, drive, giver, goods } = facts;
  const whole = goods.reduce((sum, { quantity }) => sum + quantity, 0);
  const about = [
    { label: words.number, value: facts.number },
    { label: words.receivedAt, value: facts.occurredAt },
    { label: words.giver, value: giver ?? words.unnamed },
  ];
  const under = drive && [
    { label: words.drive, value: drive.title },
    { label: words.place, value: drive.place },
  ];
  return {
    store: facts.store,
    title: credits === null ? words.acknowledges : words.receives,
    voided: null,
    about: [...about, ...(under ?? [])],
    goods: goods.map(({ name, unit, quantity, goodUntil }) => ({
      ...{ name, amount: String(quantity) },
      how: goodUntil === null ? unit : words.goodUntil(unit, goodUntil),
    })),
    total: { label: words.total, value: words.pieces(whole) },
    after: credits === null ? [] : [{ label: words.earned, value: words.credits(credits) }],
    scan: words.scan,
    note: credits === null ? words.thanks : words.noGift,
  };
}
