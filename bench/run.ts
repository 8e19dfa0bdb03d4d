import type { Arm } from './arms';
import type { Measured, Round } from './arithmetic';
import type { Metric } from './metrics';

const WARM_UP_SECONDS = 1;

/** How long, how often, and what is done before each round. */
export interface How {
  readonly rounds: number;
  readonly seconds: number;
  readonly print: Print;
  readonly settle?: () => Promise<unknown>;
}

/**
 * Runs the arms that the metrics need: each once a round, one after the other, so that what comes
 * over the machine comes over all of them.
 */
export async function runRounds(
  arms: readonly Arm[],
  metrics: readonly Metric[],
  how: How,
): Promise<Round[]> {
  const needed = new Set(metrics.flatMap((metric) => metric.arms));
  const running = arms.filter(({ name }) => needed.has(name));
  if (running.length === 0) return Array.from({ length: how.rounds }, () => ({}));
  for (const arm of running) await arm.prepare?.();
  for (const { run, warmUp } of running.filter(({ ours }) => ours))
    await run(warmUp ?? WARM_UP_SECONDS);
  how.print('  all arms stand');
  const rounds: Round[] = [];
  for (let number = 1; number <= how.rounds; number += 1) {
    await how.settle?.();
    const round: Record<string, Measured> = {};
    for (const arm of running) {
      const measured = await arm.run(how.seconds);
      round[arm.name] = measured;
      how.print(`  ${number}  ${arm.name.padEnd(22)} ${describe(measured)}`);
    }
    rounds.push(round);
  }
  return rounds;
}

export type Print = (line: string) => void;

/** Absolute figures say little about another machine, but much about a run that went wrong. */
function describe({ perSecond, meanMs, p99Ms, bytes }: Measured): string {
  return [
    perSecond === undefined ? '' : `${perSecond.toFixed(0).padStart(7)}/s`,
    meanMs === undefined ? '' : `mean ${meanMs.toFixed(3)} ms`,
    p99Ms === undefined ? '' : `p99 ${p99Ms.toFixed(2)} ms`,
    bytes === undefined ? '' : `${bytes.toFixed(0)} bytes`,
  ]
    .filter(Boolean)
    .join('  ');
}
