import { agreed, type SessionSettings } from './database/sessions';
import type { Ratio } from './arithmetic';
import type { Machine } from './machine';
import type { Metric } from './metrics';

export interface Figure {
  readonly metric: Metric;
  readonly ratio: Ratio;
}

/** What came of the arms. */
export interface Findings {
  readonly figures: readonly Figure[];
  /** What each session that posted said of itself. */
  readonly sessions: readonly SessionSettings[];
  /** Why the run is void; nothing, when it counts. */
  readonly broken: readonly string[];
}

/** All that a run has to say. */
export interface Report extends Findings {
  readonly machine: Machine;
  /** What was compared with: pgbench, or a pool where there is none. */
  readonly against: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly seconds: number;
}

/** How a ratio stands against its floor and its goal. */
export function verdict({ metric, ratio }: Figure): string {
  if (ratio.inconclusive) return 'inconclusive';
  const reaches = (mark: number) =>
    metric.better === 'higher' ? ratio.median >= mark : ratio.median <= mark;
  if (reaches(metric.goal)) return 'goal';
  return reaches(metric.floor) ? 'floor' : 'below the floor';
}

/** `median [min..max]`. */
export function written({ median, min, max }: Ratio): string {
  const [a, b, c] = [median, min, max].map((value) => value.toFixed(value < 100 ? 2 : 0));
  return `${a} [${b}..${c}]`;
}

/** The one line of `--json`. */
export function asJson({ figures, broken, sessions }: Report): string {
  return JSON.stringify({
    metrics: figures
      .filter(({ metric }) => !metric.partOf)
      .map(({ metric, ratio }) => ({
        ...{ id: metric.id, name: metric.name },
        ...{ median: round(ratio.median), min: round(ratio.min), max: round(ratio.max) },
        ...{ floor: metric.floor, goal: metric.goal },
        ...(ratio.inconclusive ? { inconclusive: true } : {}),
      })),
    valid: broken.length === 0,
    fsync: agreed(sessions, 'fsync'),
    synchronous_commit: agreed(sessions, 'synchronous_commit'),
  });
}

const round = (value: number) => Number(value.toPrecision(4));

/** What every session that posted said, in a few words. */
const durability = ({ sessions }: Report) =>
  `fsync ${agreed(sessions, 'fsync')}, ` +
  `synchronous_commit ${agreed(sessions, 'synchronous_commit')}`;

const listed = (settings: Report['settings']) =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');

export function asText(report: Report): string[] {
  const lines = report.figures.map((figure) => {
    const { id, name, floor, goal } = figure.metric;
    const cells = [
      String(id).padEnd(4),
      written(figure.ratio).padEnd(24),
      `floor ${floor}, goal ${goal}`.padEnd(22),
      verdict(figure).padEnd(16),
    ];
    return [...cells, name].join(' ');
  });
  const holds = 'The books hold: this run counts.';
  return [
    ...['', ...lines, '', `In every session that posted: ${durability(report)}.`],
    ...(report.broken.length === 0 ? [holds] : ['VOID:', ...report.broken]),
  ];
}

/** The same as a page to keep. */
export function asMarkdown(report: Report, day: string): string {
  const { machine, settings, against, seconds } = report;
  const rows = report.figures.map((figure) => {
    const { id, name, floor, goal } = figure.metric;
    const cells = [id, name, written(figure.ratio), floor, goal, verdict(figure)];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `Run on ${day}, ${Math.round(seconds)} s, on ${machine.cores} cores (${machine.processor}), ` +
      `${machine.memoryGiB} GiB, ${machine.system}, PostgreSQL ${machine.postgres}, ` +
      `Node ${machine.node}; the disk makes 8 kB durable in ${machine.fsyncMs.toFixed(2)} ms.`,
    `Compared with ${against}. The server: ${listed(settings)}. ` +
      `The sessions that posted, asked one by one: ${durability(report)}.`,
    [
      '| # | metric | median [min..max] | floor | goal | |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
  ].join('\n\n');
}
