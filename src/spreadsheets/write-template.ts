import { utils, write } from '@e965/xlsx';

/** A workbook to fill in: a heading, an example below it, and what is to be known on a sheet. */
export interface Template {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly example: readonly string[];
  readonly notesSheet: string;
  readonly notes: readonly (readonly [string, string])[];
}

/** So many lines are formatted as text, so that a bar code keeps its digits. */
const FORMATTED = 500;

export function writeTemplate({ sheet, headings, example, notesSheet, notes }: Template): Buffer {
  const blank = Array.from({ length: FORMATTED }, () => headings.map(() => ''));
  const list = utils.aoa_to_sheet([[...headings], [...example], ...blank]);
  for (const name of Object.keys(list))
    if (!name.startsWith('!')) (list[name] as { z?: string }).z = '@';
  list['!cols'] = headings.map((heading) => ({ wch: Math.max(12, heading.length * 2 + 2) }));
  const told = utils.aoa_to_sheet(notes.map((note) => [...note]));
  told['!cols'] = [{ wch: 20 }, { wch: 80 }];
  const book = utils.book_new();
  utils.book_append_sheet(book, list, sheet);
  utils.book_append_sheet(book, told, notesSheet);
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}
