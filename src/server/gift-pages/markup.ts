import { escape } from '../../mail/render';

/** HTML that may stand in a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | null | readonly Markup[];

/**
 * A piece of a page: whatever is put into it is escaped, unless it is such a piece itself. Nothing
 * is what null leaves.
 */
export function markup(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(texts.map((text, i) => text + written(pieces[i] ?? null)).join(''));
}

function written(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(({ text }) => text).join('\n');
  return escape(String(piece));
}
