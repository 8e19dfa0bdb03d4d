import { isSigned, keyOf } from './blinding';

/** A paper as it lies in the box. */
export interface Paper {
  readonly token: string;
  readonly signature: string;
  readonly choices: readonly string[];
}

/** What a recount of a box came to. */
export interface Recount {
  readonly papers: number;
  /** Papers whose signature is not the ballot's. */
  readonly forged: number;
  /** Papers with a token that lies in the box already. */
  readonly twice: number;
  /** The good ones, for each choice. */
  readonly votes: ReadonlyMap<string, number>;
}

/** Checks each paper of a box with the ballot's key, and counts the good ones. */
export async function recount(publicKey: string, papers: readonly Paper[]): Promise<Recount> {
  const key = await keyOf(publicKey);
  const seen = new Set<string>();
  const votes = new Map<string, number>();
  const found = { papers: papers.length, forged: 0, twice: 0 };
  for (const { token, signature, choices } of papers) {
    const isGood = await isSigned(key, token, signature);
    if (!isGood) found.forged += 1;
    else if (seen.has(token)) found.twice += 1;
    else for (const choice of choices) votes.set(choice, (votes.get(choice) ?? 0) + 1);
    seen.add(token);
  }
  return { ...found, votes };
}

/** What was published of a choice. */
export interface Published {
  readonly choice: string;
  readonly votes: number;
  readonly onPaper: number;
}

/** Whether a recount is what was published: for each choice what was cast on line. */
export function agrees(counted: Recount, result: readonly Published[]): boolean {
  const { forged, twice, votes } = counted;
  const same = ({ choice, votes: all, onPaper }: Published) =>
    (votes.get(choice) ?? 0) === all - onPaper;
  return forged === 0 && twice === 0 && result.every(same);
}
