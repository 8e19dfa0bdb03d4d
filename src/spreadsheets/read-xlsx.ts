import { read, SSF, type CellObject } from '@e965/xlsx';
import { Refusal } from '../kernel/refusal';
import type { SheetLine } from './sheet-line';
import { unpacked } from './unpack';

/** No list is wider. */
const MOST_COLUMNS = 200;

/** Reads the first sheet of a workbook. */
export function readXlsx(bytes: Buffer, mostLines: number): SheetLine[] {
  const rows = firstSheet(unpacked(bytes), mostLines);
  return rows.flatMap((row, at) =>
    // Rows and cells that are empty are holes; a list has no cell in the column XFD.
    row === undefined
      ? []
      : [{ line: at + 1, cells: Array.from(row.slice(0, MOST_COLUMNS), written) }],
  );
}

type Rows = readonly (readonly (CellObject | undefined)[] | undefined)[];

function firstSheet(workbook: Uint8Array, mostLines: number): Rows {
  try {
    const { SheetNames, Sheets } = read(workbook, {
      ...{ type: 'array', dense: true, sheets: 0, sheetRows: mostLines },
      ...{ cellNF: true, cellHTML: false, cellText: false },
    });
    const sheet = Sheets[SheetNames[0] ?? ''];
    const rows = sheet?.['!data'] as Rows | undefined;
    if (rows) return Array.from(rows);
  } catch {
    // Whatever the reader did not understand: the file is none.
  }
  throw new Refusal('FILE_UNREADABLE', { detail: 'XLSX' });
}

/** A formula is its text, and so is what somebody has typed with an apostrophe before it. */
function written(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z' || cell.t === 'e') return '';
  if (cell.f !== undefined) return `=${cell.f}`;
  if (typeof cell.v === 'number' && SSF.is_date(String(cell.z ?? ''))) return clock(cell.v);
  return cell.v instanceof Date ? cell.v.toISOString() : String(cell.v ?? '');
}

/** A serial number of Excel as a day, with the time of day where it has one. */
export function clock(serial: number): string {
  const date = SSF.parse_date_code(serial) as SSF_Date | null;
  if (!date) return String(serial);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.y}-${two(date.m)}-${two(date.d)}`;
  return Number.isInteger(serial) ? day : `${day} ${two(date.H)}:${two(date.M)}`;
}

type SSF_Date = Record<'y' | 'm' | 'd' | 'H' | 'M', number>;
