/** What `node(id)` found, where it is of the kind that was asked for; else null. */
export function found<Node extends object>(
  node: Node | null | undefined,
): Exclude<Node, Record<PropertyKey, never>> | null {
  if (!node || !('id' in node)) return null;
  return node as Exclude<Node, Record<PropertyKey, never>>;
}
