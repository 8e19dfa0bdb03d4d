import type { Ratio } from './arithmetic';
import type { Machine } from './machine';
import type { Metric } from './metrics';

export interface Figure {
  readonly metric: Metric;
  readonly ratio: Ratio;
}

/** All that a run has to say. */
export interface Report {
  readonly figures: readonly Figure[];
  readonly machine: Machine;
  /** What was compared with: pgbench, or a pool where there is none. */
  readonly against: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly fsync: string;
  readonly synchronousCommit: string;
  /** Why it is void; nothing, when it counts. */
  readonly broken: readonly string[];
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
export function asJson({ figures, broken, fsync, synchronousCommit }: Report): string {
  return JSON.stringify({
    metrics: figures.map(({ metric, ratio }) => ({
      ...{ id: metric.id, name: metric.name },
      ...{ median: round(ratio.median), min: round(ratio.min), max: round(ratio.max) },
      ...{ floor: metric.floor, goal: metric.goal },
      ...(ratio.inconclusive ? { inconclusive: true } : {}),
    })),
    valid: broken.length === 0,
    fsync,
    synchronous_commit: synchronousCommit,
  });
}

const round = (value: number) => Number(value.toPrecision(4));

export function asText(report: Report): string[] {
  const lines = report.figures.map((figure) => {
    const { id, name, floor, goal } = figure.metric;
    const marks = `floor ${floor}, goal ${goal}`;
    return `${String(id).padEnd(4)} ${written(figure.ratio).padEnd(24)} ${marks.padEnd(22)} ${verdict(figure).padEnd(16)} ${name}`;
  });
  const valid = report.broken.length === 0;
  return [
    '',
    ...lines,
    '',
    `fsync ${report.fsync}, synchronous_commit ${report.synchronousCommit} in every session that posted`,
    ...(valid ? ['The books hold: this run counts.'] : ['VOID:', ...report.broken]),
  ];
}

/** The same as a page to keep. */
export function asMarkdown(report: Report, day: string): string {
  const { machine, settings } = report;
  const rows = report.figures.map((figure) => {
    const { id, name, floor, goal } = figure.metric;
    return `| ${id} | ${name} | ${written(figure.ratio)} | ${floor} | ${goal} | ${verdict(figure)} |`;
  });
  return [
    `Run on ${day}, ${Math.round(report.seconds)} s. ${machine.cores} cores (${machine.processor}), ` +
      `${machine.memoryGiB} GiB, ${machine.system}; PostgreSQL ${machine.postgres}, ` +
      `Node ${machine.node}; fdatasync of 8 kB takes ${machine.fsyncMs.toFixed(2)} ms.`,
    '',
    `Compared with ${report.against}. ` +
      `${Object.entries(settings)
        .map(([name, value]) => `${name} = ${value}`)
        .join(', ')}; ` +
      `the sessions that posted said: fsync ${report.fsync}, ` +
      `synchronous_commit ${report.synchronousCommit}.`,
    '',
    '| # | metric | median [min..max] | floor | goal | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
