/**
 * Goes on with a value, at once where it is there already. A list of fifty with ten fields each
 * would otherwise wait for five hundred promises of what one statement has long told.
 */
export function then<Value, Next>(
  value: Value | Promise<Value>,
  next: (value: Value) => Next,
): Next | Promise<Awaited<Next>> {
  return value instanceof Promise ? (value.then(next) as Promise<Awaited<Next>>) : next(value);
}

/**
 * The same with two values. Where both are still to come they are awaited together: of two that
 * fail, the second would otherwise fail with nobody listening, and take the process with it.
 */
export function thenBoth<One, Other, Next>(
  one: One | Promise<One>,
  other: Other | Promise<Other>,
  next: (one: One, other: Other) => Next,
): Next | Promise<Awaited<Next>> {
  if (one instanceof Promise || other instanceof Promise)
    return Promise.all([one, other]).then(([first, second]) =>
      next(first as One, second as Other),
    ) as Promise<Awaited<Next>>;
  return next(one, other);
}
