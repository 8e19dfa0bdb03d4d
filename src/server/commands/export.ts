import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { beancount } from '../../books/plain-text/beancount';
import type { Dialect } from '../../books/plain-text/dialect';
import { hledger } from '../../books/plain-text/hledger';
import { writeBooks, type Wanted } from '../../books/plain-text/write-books';
import { namesInTheOpen } from '../../disclosure/open-names.reader';
import { isDay } from '../../kernel/calendar';
import { booksBySlug } from '../../society/place.reader';
import { CannotStart } from '../cannot-start';
import { runCommand } from './command';

const USAGE =
  'Usage: npm run -s export -- --format hledger|beancount --community <slug> ' +
  '[--from 2026-01-01] [--until 2027-01-01] [--out <file>]: recorded from the first day and ' +
  'before the last.';

const DIALECTS: Readonly<Record<string, Dialect>> = { hledger, beancount };

interface Asked {
  readonly dialect: Dialect;
  readonly slug: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly out: string | null;
}

function readAsked(args: readonly string[]): Asked {
  const { format = '', community: slug, from = null, until = null, out = null } = given(args);
  const dialect = Object.hasOwn(DIALECTS, format) ? DIALECTS[format] : undefined;
  const days = [from, until].filter((day) => day !== null);
  const backwards = from !== null && until !== null && from >= until;
  if (!dialect || !slug || !days.every(isDay) || backwards) throw new CannotStart(USAGE);
  return { dialect, slug, from, until, out };
}

function given(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { format: text, community: text, from: text, until: text, out: text };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new CannotStart(USAGE);
  }
}

/** What is not the books themselves goes beside them: the file may be the standard output. */
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** `npm run export`: writes a set of books as plain text that accountants' programs read. */
void runCommand(async ({ source }) => {
  const asked = readAsked(process.argv.slice(2));
  const wanted = await findBooks(source, asked);
  const text = Readable.from(writeBooks(source, asked.dialect, wanted, namesInTheOpen));
  if (asked.out === null) await pipeline(text, process.stdout, { end: false });
  else await writeWhole(text, asked.out);
  say(`${wanted.title}: written${asked.out === null ? '' : ` to ${asked.out}`}`);
  return true;
}, say);

async function findBooks(source: DataSource, { slug, from, until }: Asked): Promise<Wanted> {
  const place = await booksBySlug(source.manager, slug);
  if (!place) throw new CannotStart(`No place with books of its own is called ${slug}.`);
  return { communityId: place.id, title: place.name, zone: place.timeZone, from, until };
}

/** The file appears when it is whole, for its owner alone. */
async function writeWhole(text: Readable, out: string): Promise<void> {
  const part = `${out}.part`;
  try {
    await pipeline(text, createWriteStream(part, { mode: 0o600 }));
    await rename(part, out);
  } finally {
    await rm(part, { force: true });
  }
}
