import { hash as digest } from 'node:crypto';
import { say, type Language } from '../../api/say';
import type { Context } from '../../api/context';
import { authorise, personOf } from '../../kernel/actor';
import { Refusal } from '../../kernel/refusal';
import { inUnitOfWork, type UnitOfWork } from '../../kernel/unit-of-work';
import type { PlaceRow } from '../../society/place.entity';
import { readAside } from '../../spreadsheets/read-aside';
import type { Blame, Noun } from './noun';
import { readLines } from './read-lines';

/** Why a line is bad. */
export interface Problem {
  readonly line: number;
  /** The heading of the column, as it is read in the asker's language. */
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

/** What became of a file. */
export interface Report {
  /** SHA-256 of the file: what it is known by. */
  readonly hash: string;
  readonly lines: number;
  /** How many lines are bad; where `complete` is false, at least so many. */
  readonly bad: number;
  readonly complete: boolean;
  /** The first thousand of what is wrong, by line. */
  readonly problems: readonly Problem[];
  /** Whether it is in: now, or (`repeated`) since it was sent before. */
  readonly takenIn: boolean;
  readonly repeated: boolean;
}

export interface File {
  readonly name: string;
  readonly noun: Noun;
  readonly community: PlaceRow;
  readonly bytes: Buffer;
}

/** So much is told; and after so many lines that commands refused, no more of them are tried. */
const MOST_TOLD = 1_000;

/** Rolls everything back, and carries what was found. */
class NotTaken extends Error {
  constructor(readonly report: Report) {
    super('not taken in');
  }
}

/**
 * Takes a file in through the commands that the API has: all of it or nothing. Without `commit` it
 * does the same and takes it back, so that what is found is what would be refused. A file that is
 * in already is not taken in again.
 */
export async function takeIn(context: Context, file: File, commit: boolean): Promise<Report> {
  try {
    return await inUnitOfWork(
      context.source,
      context.actor,
      async (work) => {
        authorise(work.actor, await file.noun.may(work, file.community));
        const report = await tryFile(work, file, context.language);
        if (commit && report.bad === 0) return report;
        throw new NotTaken({ ...report, takenIn: report.repeated });
      },
      context.now,
    );
  } catch (error) {
    if (error instanceof NotTaken) return error.report;
    throw error;
  }
}

async function tryFile(work: UnitOfWork, file: File, language: Language): Promise<Report> {
  const { noun, community } = file;
  const hash = digest('sha256', file.bytes, 'hex');
  const found = new Findings(noun, language);
  const lines = readLines(noun.fields, await readAside(file.bytes), language, found.blame);
  const count = lines.length + found.bad;
  if (count === 0) throw new Refusal('FILE_EMPTY');
  const known = { hash, lines: count, takenIn: true };
  await work.begin();
  if (!(await noted(work, file, known)))
    return { ...known, bad: 0, complete: true, problems: [], repeated: true };
  await noun.take({ work, community, lines, hash, language, blame: found.blame });
  const { bad, complete, problems } = found;
  return { ...known, bad, complete, problems, repeated: false };
}

/** False where the file stands there already; one that is being taken in is waited for. */
async function noted(
  work: UnitOfWork,
  { name, community }: File,
  { hash, lines }: { hash: string; lines: number },
): Promise<boolean> {
  const rows: unknown[] = await work.db.query(
    `insert into spreadsheet_import (community_id, noun, hash, lines, imported_by, imported_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (community_id, noun, hash) do nothing returning hash`,
    [community.id, name, hash, lines, personOf(work.actor), work.now],
  );
  return rows.length > 0;
}

class Findings {
  private readonly lines = new Set<number>();
  private readonly told: Problem[] = [];
  complete = true;

  constructor(
    private readonly noun: Noun,
    private readonly language: Language,
  ) {}

  readonly blame: Blame = ({ line }, { code, facts }, field) => {
    this.lines.add(line);
    const column = this.noun.fields.find(({ name }) => name === field);
    if (this.told.length < MOST_TOLD)
      this.told.push({
        ...{ line, code, message: say(this.language, code, facts) },
        column: column ? say(this.language, column.heading) : null,
      });
    const goOn = this.lines.size < MOST_TOLD;
    if (!goOn) this.complete = false;
    return goOn;
  };

  get bad(): number {
    return this.lines.size;
  }

  get problems(): Problem[] {
    return [...this.told].sort((a, b) => a.line - b.line);
  }
}
