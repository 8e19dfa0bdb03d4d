import type { Language } from '../../api/say';
import type { UnitOfWork } from '../../kernel/unit-of-work';
import { Refusal } from '../../kernel/refusal';
import type { PlaceRow } from '../../society/place.entity';

/** A column of a file that is taken in. */
export interface Field {
  /** What the command calls it: a refusal of it leads to this column. */
  readonly name: string;
  /** The word that heads it. */
  readonly heading: string;
  readonly as: 'text' | 'whole' | 'day' | 'moment';
  readonly needed: boolean;
  readonly example: string;
}

/** A line of a file with what its cells say, by field; an empty cell is not there. */
export interface Line {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Notes why a line is bad; the field, where one is to blame. Returns false when it is enough. */
export type Blame = (line: Line, refusal: Refusal, field?: string) => boolean;

/** Something that can be taken in from a spreadsheet. */
export interface Noun {
  readonly fields: readonly Field[];
  /** Who may: the policy of the command that takes it in. */
  readonly may: (work: UnitOfWork, community: PlaceRow) => boolean | Promise<boolean>;
  /** Takes lines in by the commands that the API has, inside the open transaction. */
  readonly take: (taking: Taking) => Promise<Made>;
}

/** What comes of the lines that are good: of each kind of thing, how many. */
export type Made = Readonly<Record<string, number>>;

export interface Taking {
  readonly work: UnitOfWork;
  readonly community: PlaceRow;
  readonly lines: readonly Line[];
  /** Of the file: what is derived from it is the same when it comes again. */
  readonly hash: string;
  readonly blame: Blame;
  /** Tells that so many more lines are done, good or bad; throws where it is to end. */
  readonly done: (lines: number) => void;
  /** What whoever sent it reads. */
  readonly language: Language;
}

export const field = (
  name: string,
  heading: string,
  example: string,
  as: Field['as'] = 'text',
): Field => ({ name, heading, as, needed: true, example });

export const optional = (each: Field): Field => ({ ...each, needed: false });

/** Takes lines in one by one, each with what it was refused for; answers those that are good. */
export async function oneByOne(
  { work, lines, blame, done }: Taking,
  command: (line: Line) => Promise<unknown>,
): Promise<readonly Line[]> {
  const good: Line[] = [];
  for (const line of lines) {
    const refusal = await within(work, () => command(line));
    if (!refusal) good.push(line);
    else if (!blame(line, refusal, refusal.path[0])) return good;
    done(1);
  }
  return good;
}

/** What a column of whole numbers comes to. */
export const sumOf = (lines: readonly Line[], name: string): number =>
  lines.reduce((sum, { values }) => sum + Number(values[name] ?? 0), 0);

/** Runs a command so that a refusal takes back what it has written, and nothing before it. */
export async function within(
  work: UnitOfWork,
  command: () => Promise<unknown>,
): Promise<Refusal | null> {
  await work.db.query('savepoint line');
  try {
    await command();
    await work.db.query('release savepoint line');
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await work.db.query('rollback to savepoint line');
    return error;
  }
}
