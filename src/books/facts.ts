/** A fact of an entry, by where it stands: `parts.0.shares.1.amount.minor`. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Writes the facts of an entry out one by one, in their own order; what is null is left out. */
export function factsOf(facts: unknown, name = ''): Fact[] {
  if (facts === null || facts === undefined) return [];
  if (typeof facts !== 'object') return [{ name, value: String(facts as string | number) }];
  return Object.entries(facts).flatMap(([key, value]) =>
    factsOf(value, name === '' ? key : `${name}.${key}`),
  );
}
