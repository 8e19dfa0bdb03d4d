import type { Step } from './way-step';

export const LETTER = 14;
export const LINE = 20;

/** A line of text, by what it tells: its class in the picture. */
export interface Line {
  readonly text: string;
  readonly tells: 'label' | 'figure' | 'when';
}

/** What stands beside a step: what it is, how much, and when. */
export function linesOf({ label, when }: Step, figure: string, width: number): Line[] {
  const told = [
    ['label', label],
    ['figure', figure],
    ['when', when ?? ''],
  ] as const;
  return told
    .filter(([, text]) => text !== '')
    .flatMap(([tells, text]) => wrap(text, width, 2).map((line) => ({ text: line, tells })));
}

/** About how wide a text is, in letters: Chinese ones are square, the others about half. */
function lettersOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.58), 0);
}

/** Chinese may go over to the next line anywhere, but in a day: 2026年11月26日 stays together. */
const WORDS = /\d+年\d+月\d+日|[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g;

/** A text on so many lines; what does not fit is left out, for the table has it. */
export function wrap(text: string, width: number, most: number): string[] {
  const room = width / LETTER;
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(WORDS) ?? []) {
    if (line && lettersOf(line + word.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  const isFull = lettersOf(`${last}…`) > room;
  return [...lines.slice(0, most - 1), `${isFull ? last.slice(0, -1) : last}…`];
}
