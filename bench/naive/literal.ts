/**
 * Text as it may stand in a statement of pgbench, which takes every colon before a letter or a
 * digit for a variable, inside quotes as well.
 */
export function literal(text: string): string {
  const safe = text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a');
  return `E'${safe.replaceAll('\n', '\\n')}'`;
}
