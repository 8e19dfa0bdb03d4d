import { Refusal } from '../kernel/refusal';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import type { SheetLine } from './sheet-line';

/** The largest file, and the most lines below its heading. */
export const MOST_BYTES = 20_000_000;
export const MOST_LINES = 50_000;

/** The most that all cells may hold: a workbook may name one long text a million times. */
const MOST_TEXT = 50_000_000;

/**
 * Reads a file as the lines of its first sheet, empty lines left out: CSV in UTF-8 or GB18030, or
 * XLSX, told by their first bytes and never by a name. Formulas come as their text, days as
 * `2026-03-01`.
 *
 * Refuses: `FILE_EMPTY`, `FILE_TOO_LARGE`, `FILE_TOO_LONG`, `FILE_UNREADABLE`, `ENCODING_UNKNOWN`.
 */
export function readSheet(bytes: Buffer): SheetLine[] {
  if (bytes.length > MOST_BYTES)
    throw new Refusal('FILE_TOO_LARGE', { megabytes: MOST_BYTES / 1_000_000 });
  const zipped = bytes.subarray(0, 4).equals(ZIP);
  const read = zipped ? readXlsx(bytes, MOST_LINES + 2) : readCsv(bytes, MOST_LINES + 2);
  const lines = read
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (lines.length < 2) throw new Refusal('FILE_EMPTY');
  if (lines.length > MOST_LINES + 1) throw new Refusal('FILE_TOO_LONG', { lines: MOST_LINES });
  if (lengthOf(lines) > MOST_TEXT)
    throw new Refusal('FILE_TOO_LARGE', { megabytes: MOST_TEXT / 1_000_000 });
  return lines;
}

/** What a cell takes besides its characters. */
const OF_EACH = 16;

/** Here each text stands once; whoever takes the lines from a thread has it as often as named. */
function lengthOf(lines: readonly SheetLine[]): number {
  let length = 0;
  for (const { cells } of lines)
    for (const cell of cells) if (cell !== '') length += cell.length + OF_EACH;
  return length;
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
