/** What a query by id asks for of the kind that it means; other kinds come as nothing. */
export type Found<Node> = Exclude<NonNullable<Node>, Record<PropertyKey, never>>;

/** The node that was read; null where there is none, or it is of another kind. */
export function found<Node>(node: Node, field: keyof Found<Node>): Found<Node> | null {
  if (typeof node !== 'object' || node === null || !(field in node)) return null;
  return node as unknown as Found<Node>;
}
