import type { Step } from './way';

/** How wide the picture is, in the units of its lines and letters: a narrow phone. */
export const WIDE = 360;
/** How wide the whole gift flows, and how far each step lies to the right of the one before. */
export const STREAM = 24;
const INDENT = 30;
const MARGIN = 6;
const BEND = 14;
const GAP = 18;

export const LETTER = 14;
export const LINE = 20;

/** A line of text, by what it tells: its class in the picture. */
export interface Line {
  readonly text: string;
  readonly tells: 'label' | 'figure' | 'when';
}

/** A step with its place in the picture. */
export interface Placed {
  readonly step: Step;
  readonly depth: number;
  readonly x: number;
  readonly y: number;
  /** How wide it flows. */
  readonly width: number;
  readonly lines: readonly Line[];
  readonly textX: number;
}

/** A stream from one step to the next: down the one it comes from, and round to where it leads. */
export interface Stream {
  readonly path: string;
  readonly width: number;
  readonly to: Step;
}

export interface Picture {
  readonly placed: readonly Placed[];
  readonly streams: readonly Stream[];
  readonly height: number;
}

/**
 * Lays a way out from top to bottom, so that it fits a phone: each step on a line of its own, and
 * to the left of them the gift as a stream, as wide as its amounts. What leaves first flows on the
 * right, so that no stream crosses another.
 */
export function layOut(way: Step, figureOf: (step: Step) => string): Picture {
  const placed: Placed[] = [];
  const streams: Stream[] = [];
  let y = LINE;
  const widthOf = (step: Step) =>
    Math.max(2, (Number((step.minor * 1000n) / (way.minor || 1n)) / 1000) * STREAM);
  const place = (step: Step, depth: number): Placed => {
    const x = MARGIN + depth * INDENT;
    const textX = x + STREAM + 10;
    const lines = [
      ...linesOf('label', step.label, WIDE - textX),
      ...linesOf('figure', figureOf(step), WIDE - textX),
      ...(step.when ? linesOf('when', step.when, WIDE - textX) : []),
    ];
    const own: Placed = { step, depth, x, y, width: widthOf(step), lines, textX };
    placed.push(own);
    y += lines.length * LINE + GAP;
    let edge = x + own.width;
    for (const next of step.onward) {
      const child = place(next, depth + 1);
      streams.push(flow(own, child, edge - child.width / 2));
      edge -= child.width;
    }
    return own;
  };
  place(way, 0);
  return { placed, streams, height: y - GAP / 2 };
}

const linesOf = (tells: Line['tells'], text: string, width: number): Line[] =>
  wrap(text, width, 2).map((line) => ({ text: line, tells }));

function flow(from: Placed, to: Placed, x: number): Stream {
  const bend = Math.min(BEND, to.x - x);
  const path = `M${x} ${from.y}V${to.y - bend}Q${x} ${to.y} ${x + bend} ${to.y}H${to.x + 1}`;
  return { path, width: to.width, to: to.step };
}

/** About how wide a text is, in letters: Chinese ones are square, the others about half. */
export function lettersOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.58), 0);
}

/** A text on so many lines; what does not fit is left out, for the table has it. */
export function wrap(text: string, width: number, most: number): string[] {
  const room = width / LETTER;
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? []) {
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
