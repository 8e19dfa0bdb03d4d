import { hash as digest } from 'node:crypto';
import type { Language } from '../../api/say';
import type { Context } from '../../api/context';
import { authorise } from '../../kernel/actor';
import { Refusal } from '../../kernel/refusal';
import { inUnitOfWork, type UnitOfWork } from '../../kernel/unit-of-work';
import type { PlaceRow } from '../../society/place.entity';
import { readAside } from '../../spreadsheets/read-aside';
import { Findings } from './findings';
import { GOING, type Hear } from './going';
import type { Line, Noun } from './noun';
import { contentOf, noteFile } from './note-file';
import { readLines } from './read-lines';
import type { Report } from './report';

export interface File {
  readonly name: string;
  readonly noun: Noun;
  readonly community: PlaceRow;
  readonly bytes: Buffer;
}

/** How a file is meant, and who hears how far it is. */
export interface Manner {
  /** It is to be in afterwards; else it is only tried. */
  readonly commit: boolean;
  /** It is meant, though the same lines have come in another file. */
  readonly again: boolean;
  readonly hear: Hear;
  /** Nobody waits for an answer any more: what is only tried ends. */
  readonly gone: AbortSignal;
}

/** Rolls everything back, and carries what was found. */
class NotTaken extends Error {
  constructor(readonly report: Report) {
    super('not taken in');
  }
}

/**
 * Takes a file in through the commands that the API has: all of it or nothing. Without `commit` it
 * does the same and takes it back, so that what is found is what would be refused. A file that is
 * in already is not taken in again; other bytes with the same lines are only `again`.
 */
export async function takeIn(context: Context, file: File, manner: Manner): Promise<Report> {
  const { source, actor, language, now } = context;
  const { name, noun, community, bytes } = file;
  const may = async (work: UnitOfWork) => authorise(actor, await noun.may(work, community));
  await inUnitOfWork(source, actor, may, now);
  const hash = digest('sha256', bytes, 'hex');
  const found = new Findings(noun, language);
  const lines = readLines(noun.fields, await readAside(bytes), language, found.blame);
  if (lines.length + found.bad === 0) throw new Refusal('FILE_EMPTY');
  // Until its turn comes, it holds no connection.
  return await GOING.take(`${community.id}/${name}/${hash}`, manner.hear, async (tell) => {
    const trying = { file, hash, lines, found, language, manner, tell };
    return await inUnitOfWork(source, actor, (work) => allOrNothing(work, trying), now).catch(
      reportOf,
    );
  });
}

/** What was taken back has its report, too. */
function reportOf(error: unknown): Report {
  if (error instanceof NotTaken) return error.report;
  throw error;
}

async function allOrNothing(work: UnitOfWork, trying: Trying): Promise<Report> {
  const report = await tryLines(work, trying);
  if (trying.manner.commit && report.takenIn && !report.repeated) return report;
  throw new NotTaken({ ...report, takenIn: report.repeated });
}

/** What was read of a file, on its way into the books. */
interface Trying {
  readonly file: File;
  readonly hash: string;
  readonly lines: readonly Line[];
  readonly found: Findings;
  readonly language: Language;
  readonly manner: Manner;
  readonly tell: Hear;
}

async function tryLines(work: UnitOfWork, trying: Trying): Promise<Report> {
  const { file, hash, lines, found, language, manner, tell } = trying;
  const { name, noun, community } = file;
  const count = lines.length + found.bad;
  const done = telling(tell, manner, { done: found.bad, of: count });
  await work.begin();
  const content = contentOf(noun.fields, lines);
  const known = { community, noun: name, hash, content, lines: count };
  const { isNew, earlier } = await noteFile(work, known, manner.again || !manner.commit);
  const told = { hash, lines: count, first: found.firstOf(lines), earlierAt: earlier?.at ?? null };
  const repeated = earlier?.hash === hash;
  if (!isNew)
    return { ...told, bad: 0, complete: true, problems: [], made: {}, takenIn: false, repeated };
  const made = await noun.take({
    ...{ work, community, lines, hash, language, done },
    blame: found.blame,
  });
  const { bad, complete, problems } = found;
  return { ...told, bad, complete, problems, made, takenIn: bad === 0, repeated };
}

/** Counts lines as they are done; whoever only tries a file and has gone holds nobody up. */
function telling(
  tell: Hear,
  { commit, gone }: Manner,
  { done: before, of }: { done: number; of: number },
): (lines: number) => void {
  let done = before;
  tell({ done, of });
  return (lines) => {
    // Nobody reads this.
    if (!commit && gone.aborted) throw new Refusal('FILE_UNREADABLE', { detail: 'TIME' });
    done += lines;
    tell({ done, of });
  };
}
