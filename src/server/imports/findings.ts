import { say, type Language } from '../../api/say';
import type { Blame, Line, Noun } from './noun';
import type { LineRead, Problem } from './report';

/** So much is told; and after so many lines that commands refused, no more of them are tried. */
const MOST_TOLD = 1_000;

/** A cell is told as far as a person needs to know it again. */
const LONGEST_TOLD = 60;

/** So many lines are shown as they were read. */
const SHOWN = 3;

/** What is wrong with a file, as it is found. */
export class Findings {
  private readonly lines = new Set<number>();
  private readonly told: Problem[] = [];
  complete = true;

  constructor(
    private readonly noun: Noun,
    private readonly language: Language,
  ) {}

  readonly blame: Blame = ({ line, values }, { code, facts }, field) => {
    this.lines.add(line);
    const column = this.noun.fields.find(({ name }) => name === field);
    const given = column && values[column.name];
    if (this.told.length < MOST_TOLD)
      this.told.push({
        ...{ line, code, message: say(this.language, code, facts) },
        column: column ? say(this.language, column.heading) : null,
        given: given === undefined ? null : given.slice(0, LONGEST_TOLD),
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

  /** The first lines, so that whoever sent them sees whether they were understood. */
  firstOf(lines: readonly Line[]): LineRead[] {
    return lines.slice(0, SHOWN).map(({ line, values }) => ({
      line,
      cells: Object.fromEntries(
        this.noun.fields
          .filter(({ name }) => values[name] !== undefined)
          .map(({ name, heading }) => [
            say(this.language, heading),
            (values[name] ?? '').slice(0, LONGEST_TOLD),
          ]),
      ),
    }));
  }
}
