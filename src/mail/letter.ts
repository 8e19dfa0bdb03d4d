export type Locale = 'zh' | 'en';

/** A letter as it is meant, before it becomes plain text and HTML. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly parts: readonly Part[];
  /** Who writes. */
  readonly from: string;
  readonly footnote: string;
}

/** A sentence or two; a few facts, one a line; or somewhere to go. */
export type Part =
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly Row[] }
  | { readonly kind: 'link'; readonly label: string; readonly href: string };

export type Row = readonly [label: string, value: string];

export function says(text: string): Part {
  return { kind: 'says', text };
}

/** Facts one a line; what is not known is left out. */
export function facts(...rows: readonly (readonly [label: string, value: string | null])[]): Part {
  return {
    kind: 'facts',
    rows: rows.flatMap(([label, value]): Row[] => (value === null ? [] : [[label, value]])),
  };
}

/** A link; none where there is nowhere to go. */
export function link(label: string, href: string | null): Part[] {
  return href === null ? [] : [{ kind: 'link', label, href }];
}
