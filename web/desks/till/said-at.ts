import type { Problem } from '../kit/use-act';

const isAt = ({ path }: Problem, at: readonly string[]) =>
  at.every((part, i) => path?.[i] === part) && path?.length === at.length;

/** What the server said against a field, for an antd form item. */
export function saidAt(problems: readonly Problem[], ...at: readonly string[]) {
  const said = problems.find((each) => isAt(each, at));
  return said ? { help: said.message, validateStatus: 'error' as const } : {};
}

/** What was said that stands at none of these fields. */
export const saidElsewhere = (
  problems: readonly Problem[],
  fields: readonly (readonly string[])[],
): readonly Problem[] => problems.filter((each) => !fields.some((at) => isAt(each, at)));
