import type { Arm } from './arms';
import type { Measured, Round } from './arithmetic';
import type { Metric } from './metrics';

const WARM_UP_SECONDS = 1;

/**
 * Runs the arms that the metrics need: each once a round, one after the other, so that what comes
 * over the machine comes over all of them.
 */
export async function runRounds(
  arms: readonly Arm[],
  metrics: readonly Metric[],
  how: { readonly rounds: number; readonly seconds: number; readonly print: Print },
): Promise<Round[]> {
  const needed = new Set(metrics.flatMap((metric) => metric.arms));
  const running = arms.filter(({ name }) => needed.has(name));
  const known = new Set(running.map(({ name }) => name));
  const missing = [...needed].filter((name) => !known.has(name));
  if (missing.length > 0) throw new Error(`No such arms: ${missing.join(', ')}`);
  for (const arm of running.filter(({ ours }) => ours)) await arm.run(WARM_UP_SECONDS);
  const rounds: Round[] = [];
  for (let number = 1; number <= how.rounds; number += 1) {
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

type Print = (line: string) => void;

/** Absolute figures say little about another machine, but much about a run that went wrong. */
function describe({ perSecond, meanMs, p99Ms }: Measured): string {
  const p99 = Number.isFinite(p99Ms) ? `  p99 ${p99Ms.toFixed(2)} ms` : '';
  return `${perSecond.toFixed(0).padStart(7)}/s  mean ${meanMs.toFixed(3)} ms${p99}`;
}
