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
