import type { Somebody } from '../../support/world';
import type { Home, Stage } from './stage';

/** An input as a client writes it. */
export type Input = Record<string, unknown>;

/** A mutation with an input that is accepted: what is bad in a test is what the test changed. */
export interface Good {
  readonly mutation: string;
  /** Who may do it; null: whoever is not signed in. */
  readonly as: (stage: Stage) => { readonly id: string | null };
  /** The input in a community; of another one, its ids are those of another community. */
  readonly input: (home: Home, stage: Stage) => Input;
}

export const home =
  (pick: (home: Home) => Pick<Somebody, 'id'>) =>
  ({ home: at }: Stage) =>
    pick(at);
export const good = (mutation: string, as: Good['as'], input: Good['input']): Good => ({
  mutation,
  as,
  input,
});
