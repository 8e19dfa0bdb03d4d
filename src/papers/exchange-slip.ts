import type { Day } from '../kernel/calendar';

/** Pieces of a product on a slip. */
export interface SlipGoods {
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  /** Whole credits for one piece. */
  readonly price: number;
}

/** What the slip of an exchange says, as plain data. */
export interface SlipFacts {
  readonly locale: 'zh' | 'en';
  readonly store: string;
  readonly number: string;
  /** As the clock at the store showed it: `2026-11-22 09:30`. */
  readonly occurredAt: string;
  /** The resident's name, or what may be seen of it. */
  readonly resident: string;
  readonly goods: readonly SlipGoods[];
  /** Whole credits spent. */
  readonly credits: number;
  /** Whole credits in the wallet right after it; null: not for whoever prints it. */
  readonly walletAfter: number | null;
  /** What the household might still take right after it, by class of goods. */
  readonly allowances: readonly {
    readonly name: string;
    readonly remaining: number;
    /** The last day on which it might. */
    readonly lastDay: Day;
  }[];
  readonly voided: { readonly at: string; readonly reason: string } | null;
  /** What the code leads to. */
  readonly url: string;
}
