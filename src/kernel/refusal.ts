/** Plain facts that a refusal carries: they fill its message and its typed fields. */
export type RefusalFacts = Record<string, unknown>;

/**
 * A "no" that the caller can understand and mend: thrown inside a command, so that its unit of work
 * rolls back, and shown as a `UserError`. The words for `code` stand in `src/words/*.json`.
 */
export class Refusal extends Error {
  constructor(
    /** The reason, in capitals: `INSUFFICIENT_CREDITS`. */
    readonly code: string,
    readonly facts: RefusalFacts = {},
    /** The input field that has to change, from the input's root: `['lines', '0', 'quantity']`. */
    readonly path: readonly string[] = [],
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/**
 * Names the field to change on a refusal that names none: the books know accounts, and the command
 * knows which of its fields they came from. One that says when to ask again is of the moment, and
 * no field is to be changed.
 */
export async function naming<T>(path: readonly string[], act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || error.path.length > 0) throw error;
    if (error.facts.retryAfterMs !== undefined) throw error;
    throw new Refusal(error.code, error.facts, path);
  }
}

/** Who is not signed in, or may not: not a refusal of the input but of the person. */
export class Denied extends Error {
  constructor(readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN') {
    super(code);
    this.name = 'Denied';
  }
}
