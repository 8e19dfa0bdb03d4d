import type { Look, Step } from './way-step';
import { LETTER, LINE, linesOf, type Line } from './way-lines';

/** How wide the picture is, in the units of its lines and letters: a narrow phone. */
export const WIDE = 360;
/** How wide the whole gift flows, and how far each step lies to the right of the one before. */
export const STREAM = 20;
const INDENT = 34;
const MARGIN = 4;
/** The inner radius of a bend; two of them fit between a step and the next. */
const BEND = 6;
const GAP = 18;
/** The least that can be seen. */
const THIN = 1.5;

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

/** What came to one end, as it flows from the gift through every step on its way. */
export interface Stream {
  readonly path: string;
  readonly width: number;
  readonly look: Look;
  /** Where it ends. */
  readonly x: number;
  readonly y: number;
}

export interface Picture {
  readonly placed: readonly Placed[];
  readonly streams: readonly Stream[];
  readonly height: number;
}

/**
 * Lays a way out from top to bottom, so that it fits a phone: each step on a line of its own, and
 * to the left of them the gift as streams, one for each end, as wide as its amount. What leaves
 * first flows on the right, so that no stream crosses another.
 */
export function layOut(way: Step, figureOf: (step: Step) => string): Picture {
  const widths = widthsOf(way);
  const placed: Placed[] = [];
  const streams: Stream[] = [];
  let y = LINE;
  const place = (step: Step, before: readonly Placed[]): void => {
    const depth = before.length;
    const x = MARGIN + depth * INDENT;
    const textX = x + STREAM + 10;
    const lines = linesOf(step, figureOf(step), WIDE - textX);
    const own: Placed = { step, depth, x, y, width: widths.get(step) ?? 0, lines, textX };
    placed.push(own);
    y += lines.length * LINE + GAP;
    const chain = [...before, own];
    if (step.onward.length === 0) streams.push(flow(chain, widths));
    for (const next of step.onward) place(next, chain);
  };
  place(way, []);
  return { placed, streams, height: y - GAP / 2 };
}

/** How wide each step flows: its ends together, of which none is too thin to be seen. */
function widthsOf(way: Step): Map<Step, number> {
  const share = ({ minor }: Step) => Number((minor * 10_000n) / (way.minor || 1n)) / 10_000;
  const ends = endsOf(way).map((end) => [end, Math.max(THIN, share(end) * STREAM)] as const);
  const whole = ends.reduce((sum, [, width]) => sum + width, 0);
  const widths = new Map(ends.map(([end, width]) => [end, (width * STREAM) / whole]));
  const add = (step: Step): number => {
    const width = widths.get(step) ?? step.onward.reduce((sum, next) => sum + add(next), 0);
    widths.set(step, width);
    return width;
  };
  add(way);
  return widths;
}

const endsOf = (step: Step): Step[] =>
  step.onward.length === 0 ? [step] : step.onward.flatMap(endsOf);

/** A stream along its steps: down each one, round to the next, and down again. */
function flow(chain: readonly Placed[], widths: ReadonlyMap<Step, number>): Stream {
  const [first] = chain;
  const end = chain.at(-1);
  if (!first || !end) throw new Error('A stream begins somewhere');
  const { width, x, y } = end;
  const right = first.x + first.width;
  const offset = offsetIn(first, end, widths);
  const pieces = [`M${short(right - offset)} ${first.y - LINE / 2}`];
  for (const [at, step] of chain.slice(1).entries()) {
    const from = chain[at] ?? first;
    const inside = offsetIn(step, end, widths);
    const edge = from.x + from.width - offsetIn(from, end, widths) + inside;
    const across = step.y - step.width / 2 + inside;
    const top = step.y - step.width / 2 - BEND;
    const out = BEND + inside;
    pieces.push(`V${short(top)}A${arc(out, 0)} ${short(edge + BEND)} ${short(across)}`);
    if (step === end) continue;
    const into = BEND + step.width - inside;
    const down = step.y + step.width / 2 + BEND;
    const x1 = step.x + step.width - inside;
    pieces.push(`H${step.x - BEND}A${arc(into, 1)} ${short(x1)} ${short(down)}`);
  }
  const stop = x + END;
  pieces.push(chain.length > 1 ? `H${stop}` : `V${y}`);
  return { path: pieces.join(''), width: short(width), look: end.step.look, x: stop, y };
}

/** How far an end flows inside its own step before it stops. */
const END = 10;

/** How far from the right edge of a step the middle of an end flows in it. */
function offsetIn(step: Placed, end: Placed, widths: ReadonlyMap<Step, number>): number {
  const ends = endsOf(step.step);
  const before = ends.slice(0, ends.indexOf(end.step));
  return before.reduce((sum, each) => sum + (widths.get(each) ?? 0), end.width / 2);
}

const short = (length: number): number => Math.round(length * 100) / 100;
const arc = (radius: number, sweep: 0 | 1): string =>
  `${short(radius)} ${short(radius)} 0 0 ${sweep}`;

/** What lifts a text to the middle of its stream. */
export const LIFT = LETTER / 3;
