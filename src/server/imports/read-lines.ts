import { hasWords, LANGUAGES, say, type Language } from '../../api/say';
import { isDay } from '../../kernel/calendar';
import { Refusal } from '../../kernel/refusal';
import { clock } from '../../spreadsheets/read-xlsx';
import type { SheetLine } from '../../spreadsheets/sheet-line';
import type { Blame, Field, Line } from './noun';

/**
 * Reads the lines of a sheet by their headings, in either language and any order; a line whose
 * cells cannot be read is blamed and left out, and so is the template's example. Refuses a sheet
 * as a whole: `HEADING_UNKNOWN`, `HEADING_TWICE`, `HEADING_MISSING`.
 */
export function readLines(
  fields: readonly Field[],
  [heading, ...sheet]: readonly SheetLine[],
  language: Language,
  blame: Blame,
): Line[] {
  const columns = columnsOf(fields, heading?.cells ?? [], language);
  return sheet.flatMap(({ line, cells }) => {
    const given = columns.map((column, at) => [column?.name ?? '', cells[at] ?? ''] as const);
    const values = Object.fromEntries(given.filter(([name, cell]) => name !== '' && cell !== ''));
    if (fields.every(({ name, example }) => (values[name] ?? '') === example)) return [];
    const read: Line = { line, values: { ...values } };
    let right = true;
    for (const each of fields) {
      const fault = { code: wrong(each, read.values as Record<string, string>) };
      if (fault.code === null) continue;
      right = false;
      blame(read, new Refusal(fault.code), each.name);
    }
    return right ? [read] : [];
  });
}

/** Which field each column holds; a column without a heading and without cells is none. */
function columnsOf(
  fields: readonly Field[],
  headings: readonly string[],
  language: Language,
): (Field | null)[] {
  const called = new Map(
    fields.flatMap((each) =>
      LANGUAGES.filter((one) => hasWords(each.heading, one)).map((one) => [
        say(one, each.heading),
        each,
      ]),
    ),
  );
  const columns = headings.map((heading) => {
    if (heading === '') return null;
    const column = called.get(heading);
    if (!column) throw new Refusal('HEADING_UNKNOWN', { heading: heading.slice(0, 40) });
    return column;
  });
  for (const each of fields) {
    const times = columns.filter((column) => column === each).length;
    const facts = { heading: say(language, each.heading) };
    if (times > 1) throw new Refusal('HEADING_TWICE', facts);
    if (times === 0 && each.needed) throw new Refusal('HEADING_MISSING', facts);
  }
  return columns;
}

type Wrong = 'CELL_EMPTY' | 'CELL_FORMULA' | 'CELL_NO_WHOLE' | 'CELL_NO_DAY' | 'CELL_NO_MOMENT';

/** Why a cell cannot be read; days and moments are put into the form that commands take. */
function wrong({ name, as, needed }: Field, values: Record<string, string>): Wrong | null {
  const given = values[name];
  if (given === undefined) return needed ? 'CELL_EMPTY' : null;
  if (given.startsWith('=')) return 'CELL_FORMULA';
  if (as === 'whole') return /^\d{1,9}$/.test(given) ? null : 'CELL_NO_WHOLE';
  if (as === 'text') return null;
  const read = momentOf(given);
  if (as === 'day') {
    if (read?.time !== '') return 'CELL_NO_DAY';
    values[name] = read.day;
    return null;
  }
  if (!read?.time) return 'CELL_NO_MOMENT';
  values[name] = `${read.day} ${read.time}`;
  return null;
}

const SERIAL = /^[2-7]\d{4}(\.\d+)?$/;
const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2})[:：]([0-5]\d)(?:[:：]\d{2})?)?$/;

/** A day with its time of day, or an empty one: `2026-3-1`, `2026年3月1日 9:30`, Excel's serial. */
function momentOf(given: string): { day: string; time: string } | null {
  const text = SERIAL.test(given) ? clock(Number(given)) : given;
  const [, year = '', month = '', date = '', hour, minute = ''] = WRITTEN.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!isDay(day) || Number(hour ?? 0) > 23) return null;
  return { day, time: hour === undefined ? '' : `${hour.padStart(2, '0')}:${minute}` };
}
