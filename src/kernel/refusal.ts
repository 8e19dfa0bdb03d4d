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

/** Who is not signed in, or may not: not a refusal of the input but of the person. */
export class Denied extends Error {
  constructor(readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN') {
    super(code);
    this.name = 'Denied';
  }
}
