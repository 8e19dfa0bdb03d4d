export type MetadataGiven = '' | Record<string, string>;

/** New values are added to the old ones; an empty one takes its key away, and `''` takes all. */
export function mergeMetadata(
  before: Record<string, string>,
  given: MetadataGiven,
): Record<string, string> {
  if (given === '') return {};
  const merged = Object.entries({ ...before, ...given });
  return Object.fromEntries(merged.filter(([, value]) => value !== ''));
}
