import { parse, type Info } from 'csv-parse/sync';
import { Refusal } from '../kernel/refusal';
import type { SheetLine } from './sheet-line';

/** A line that is longer is no line of a list. */
const LONGEST_LINE = 100_000;

/** Reads CSV: commas, or tabs where the first line has those and no comma. */
export function readCsv(bytes: Buffer, mostLines: number): SheetLine[] {
  const text = decode(bytes);
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = !first.includes(',') && first.includes('\t') ? '\t' : ',';
  try {
    const read = parse(text, {
      ...{ delimiter, info: true, skip_empty_lines: true, relax_column_count: true },
      ...{ max_record_size: LONGEST_LINE, to: mostLines },
    }) as unknown as { info: Info; record: string[] }[];
    // A cell may hold line ends: a record ends where the next one begins.
    let before = 0;
    return read.map(({ info, record }) => {
      const line = before + 1;
      before = info.lines;
      return {
        line: record.some((cell) => cell.includes('\n')) ? line : info.lines,
        cells: record,
      };
    });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new Refusal('FILE_UNREADABLE', { detail: String(error.code) });
  }
}

/**
 * UTF-8 or GB18030, each read strictly: bytes that are neither, or that come out as what nobody
 * writes (other encodings, pictures), are refused.
 */
function decode(bytes: Buffer): string {
  for (const charset of ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
      if (!NOBODY_WRITES.test(text)) return text;
    } catch {
      // Not in this encoding.
    }
  throw new Refusal('ENCODING_UNKNOWN');
}

const NOBODY_WRITES = /[^\P{Cc}\t\n\r]|\p{Co}|\p{Cn}|\ufffd/u;
