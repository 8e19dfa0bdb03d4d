import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Pages, Row } from './cell';
import { BOLD, CONTENT_TYPES, PACKAGE, partsOf, STYLES, TEXT } from './xlsx-parts';

/** A sheet of Excel has no more rows. */
const MOST_ROWS = 1_048_576;

/**
 * Writes a heading and pages of rows as a workbook, piece by piece: however long the list, a page
 * of it is held. Texts are written as texts, which nothing calculates, and marked so that they stay
 * texts when somebody edits them. A list that is longer than a sheet goes on in the next one.
 */
export async function* writeXlsx(
  heading: Row,
  pages: Pages,
  mostRows = MOST_ROWS,
): AsyncGenerator<Buffer> {
  const pack = new Pack();
  pack.whole('_rels/.rels', PACKAGE);
  pack.whole('xl/styles.xml', STYLES);
  let sheets = 0;
  let rows = mostRows;
  for await (const page of pages) {
    for (const row of page) {
      if (rows >= mostRows) {
        if (sheets > 0) pack.end(SHEET_END);
        pack.begin(`xl/worksheets/sheet${(sheets += 1)}.xml`, SHEET + line(heading, BOLD));
        rows = 1;
      }
      pack.more(line(row, TEXT));
      rows += 1;
    }
    yield* pack.taken();
  }
  if (sheets === 0)
    pack.begin(`xl/worksheets/sheet${(sheets += 1)}.xml`, SHEET + line(heading, BOLD));
  pack.end(SHEET_END);
  for (const [name, text] of partsOf(sheets)) pack.whole(name, text);
  pack.whole('[Content_Types].xml', CONTENT_TYPES(sheets));
  pack.close();
  yield* pack.taken();
}

const SHEET =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView>' +
  '</sheetViews><sheetData>';
const SHEET_END = '</sheetData></worksheet>';

/** Cells without an address follow upon each other; the empty ones keep their place. */
function line(row: Row, style: number): string {
  return `<row>${row.map((cell) => written(cell, style)).join('')}</row>`;
}

function written(cell: Row[number], style: number): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'object') return `<c><v>${asXml(cell.figure)}</v></c>`;
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${asXml(cell)}</t></is></c>`;
}

/** The longest text of a cell. */
const LONGEST = 32_767;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML cannot hold is left out: control characters, halves of characters. */
function asXml(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/[^\P{Cc}\n\t\r]|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '');
}

/** An archive that grows: what is packed so far is taken away in between. */
class Pack {
  private chunks: Buffer[] = [];
  private open: ZipDeflate | null = null;

  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(Buffer.from(chunk));
  });

  begin(name: string, text: string): void {
    this.open = new ZipDeflate(name, { level: 6 });
    this.zip.add(this.open);
    this.more(text);
  }

  more(text: string): void {
    this.open?.push(strToU8(text));
  }

  end(text: string): void {
    this.open?.push(strToU8(text), true);
    this.open = null;
  }

  whole(name: string, text: string): void {
    this.begin(name, '');
    this.end(text);
  }

  close(): void {
    this.zip.end();
  }

  *taken(): Generator<Buffer> {
    const { chunks } = this;
    this.chunks = [];
    if (chunks.length > 0) yield Buffer.concat(chunks);
  }
}
