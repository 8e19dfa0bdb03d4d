/** What the open book leaves out: its figures are honest where these are told beside them. */
export const NOT_COUNTED = [
  ...(['goods', 'service', 'premises', 'promises'] as const),
  ...(['processing', 'other_books', 'givers_home', 'other_currencies'] as const),
] as const;
export type NotCounted = (typeof NOT_COUNTED)[number];
