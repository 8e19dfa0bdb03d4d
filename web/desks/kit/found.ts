/** What a query by id asks for of the kind that it means; other kinds come as nothing. */
export type Found<Node> = Exclude<NonNullable<Node>, Record<PropertyKey, never>>;

/** What `node(id)` found, where it is of the kind that was meant, which has `field`; else null. */
export function found<Node>(node: Node, field: PropertyKey = 'id'): Found<Node> | null {
  if (typeof node !== 'object' || node === null || !(field in node)) return null;
  return node as Found<Node>;
}
