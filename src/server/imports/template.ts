import { say } from '../../api/say';
import { writeTemplate } from '../../spreadsheets/write-template';
import type { Noun } from './noun';

/** Templates are for the offices: their headings are Chinese, and either language is read. */
const LANGUAGE = 'zh-CN';

const KINDS = {
  text: 'NOTE_TEXT',
  whole: 'NOTE_WHOLE',
  day: 'NOTE_DAY',
  moment: 'NOTE_MOMENT',
} as const;

/** A workbook to fill in, with an example and notes. */
export function templateOf({ fields }: Noun): Buffer {
  const words = (code: string) => say(LANGUAGE, code);
  const told = fields.map(({ heading, as, needed }): [string, string] => [
    words(heading),
    words(needed ? 'NOTE_NEEDED' : 'NOTE_OPTIONAL') + words(KINDS[as]),
  ]);
  return writeTemplate({
    sheet: words('SHEET_LIST'),
    headings: fields.map(({ heading }) => words(heading)),
    example: fields.map(({ example }) => example),
    notesSheet: words('SHEET_NOTES'),
    notes: [...told, ['', words('NOTE_EXAMPLE')], ['', words('NOTE_WHOLE_FILE')]],
  });
}
