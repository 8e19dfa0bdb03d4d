import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../src/server/project-folder';
import { asMarkdown, type Report } from './report';

const FILE = path.join(projectFolder, 'bench', 'RESULTS.md');

/** The two kinds of runs; each has a part of the page to itself. */
export type Part = 'plain' | 'city';

const mark = (part: Part, end: 'begins' | 'ends') => `<!-- the ${part} run ${end} here -->`;

const EMPTY = [
  '# Results',
  'The last honest runs of `npm run bench -- --write` and of `npm run bench -- --city --write`. ' +
    'What stands between the marks is written by the run; what stands outside says what bounds it.',
  ...['## On a small database', mark('plain', 'begins'), mark('plain', 'ends')],
  ...['## In the city', mark('city', 'begins'), mark('city', 'ends')],
].join('\n\n');

/** Puts a run into its part of the page and leaves the rest as it is. */
export function intoPage(page: string, part: Part, text: string): string {
  const begins = page.indexOf(mark(part, 'begins'));
  const ends = page.indexOf(mark(part, 'ends'));
  if (begins < 0 || ends < begins) throw new Error(`The marks of the ${part} run are gone`);
  const before = page.slice(0, begins + mark(part, 'begins').length);
  return `${before}\n\n${text}\n\n${page.slice(ends)}`;
}

export function writeResults(report: Report, part: Part): void {
  const page = fs.existsSync(FILE) ? fs.readFileSync(FILE, 'utf8') : `${EMPTY}\n`;
  const day = new Date().toISOString().slice(0, 10);
  fs.writeFileSync(FILE, intoPage(page, part, asMarkdown(report, day)));
}
