import { stringify } from 'csv-stringify/sync';
import { encode } from 'iconv-lite';
import type { Cell, Figure, Pages, Row } from './cell';

/** The encodings in which offices read: with a mark that Excel knows it by, or the state's own. */
export const CHARSETS = ['utf-8', 'gb18030'] as const;
export type Charset = (typeof CHARSETS)[number];

const BYTE_ORDER_MARK = '\ufeff';

/** Writes a heading and pages of rows as CSV. A text that a sheet would calculate is defused. */
export async function* writeCsv(
  heading: Row,
  pages: Pages,
  charset: Charset,
): AsyncGenerator<Buffer> {
  yield encode((charset === 'utf-8' ? BYTE_ORDER_MARK : '') + lines([heading]), charset);
  for await (const page of pages) if (page.length > 0) yield encode(lines(page), charset);
}

/** A figure is none of those texts, also where it begins with a minus. */
const figure = (cell: object) => ({ value: (cell as Figure).figure, escape_formulas: false });

function lines(rows: readonly Row[]): string {
  return stringify(rows as Cell[][], {
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { object: figure },
  });
}
