import type { Input } from '../good';
import type { Home, Stage } from '../stage';

/** An act with what is wrong with it, and what is answered. */
export type Row = readonly [
  what: string,
  /** The name of an input in GOOD. */
  act: string,
  /** Values by their paths, to be put into that input. */
  wrong: (home: Home, stage: Stage) => Input,
  answer: string,
  /** Who asks, where that is what is wrong. */
  who?: (stage: Stage) => { readonly id: string | null },
];

/** A line of an exchange. */
export const line = (productId: string, quantity = 1) => ({ productId, quantity });
