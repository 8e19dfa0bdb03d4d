const SHOWN = 20;

/**
 * How a committed file differs from what the code makes: the first lines that only one of them
 * has, or nothing. Short on purpose; the command named in the test makes the file anew.
 */
export function drift(committed: string, made: string): string[] {
  if (committed === made) return [];
  const [before, after] = [committed.split('\n'), made.split('\n')];
  const [had, has] = [new Set(before), new Set(after)];
  const changes = [
    ...before.filter((line) => !has.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !had.has(line)).map((line) => `+ ${line}`),
  ];
  return changes.length > 0 ? changes.slice(0, SHOWN) : ['the same lines in another order'];
}
