import { say, type Language } from '../../api/say';
import { writeCsv } from '../../spreadsheets/write-csv';
import { writeTemplate, type Template } from '../../spreadsheets/write-template';
import type { Noun } from './noun';

const KINDS = {
  text: 'NOTE_TEXT',
  whole: 'NOTE_WHOLE',
  day: 'NOTE_DAY',
  moment: 'NOTE_MOMENT',
} as const;

/** A file to fill in, with an example; a workbook has notes beside it. Either language is read. */
export async function templateOf(
  noun: Noun,
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<Buffer> {
  const template = draftOf(noun, language);
  if (format === 'xlsx') return writeTemplate(template);
  const parts: Buffer[] = [];
  const { headings, example } = template;
  for await (const part of writeCsv(headings, once([example]), 'utf-8')) parts.push(part);
  return Buffer.concat(parts);
}

async function* once<Page>(page: Page): AsyncGenerator<Page> {
  yield await Promise.resolve(page);
}

function draftOf({ fields }: Noun, language: Language): Template {
  const words = (code: string) => say(language, code);
  const between = language === 'en' ? ' ' : '';
  const told = fields.map(({ heading, as, needed }): [string, string] => [
    words(heading),
    [words(needed ? 'NOTE_NEEDED' : 'NOTE_OPTIONAL'), words(KINDS[as])].join(between),
  ]);
  return {
    sheet: words('SHEET_LIST'),
    headings: fields.map(({ heading }) => words(heading)),
    example: fields.map(({ example }) => example),
    notesSheet: words('SHEET_NOTES'),
    notes: [...told, ['', words('NOTE_EXAMPLE')], ['', words('NOTE_WHOLE_FILE')]],
  };
}
