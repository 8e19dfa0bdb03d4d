/** How a step of the way looks: on its way, done, or gone back. */
export type Look = 'through' | 'done' | 'waits' | 'back';

/** A step on the way of a gift: how much reached it, when, and where it went from there. */
export interface Step {
  readonly label: string;
  /** The same in a sentence, where nothing comes after it. */
  readonly says: string | null;
  readonly when: string | null;
  readonly look: Look;
  readonly minor: bigint;
  readonly onward: readonly Step[];
}
