import 'reflect-metadata';
import { CannotStart } from '../src/server/cannot-start';
import type { RunScript } from './arms';
import { runCity } from './city';
import { startCityCluster, startOwnCluster } from './database/cluster';
import { describeMachine } from './machine';
import { findPgbench, runPgbench } from './naive/pgbench';
import { runPool } from './naive/pool';
import { readOptions, type Options } from './options';
import { describeProfiles } from './processes/profile';
import { asJson, asText, type Report } from './report';
import { writeResults } from './results';
import { runPlain } from './plain';

/** With the second at which it is said: a run that takes long shows where. */
const say = (line: string) => {
  const second = (performance.now() / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${second} s  ${line}\n`);
};

/** Ctrl-C: what runs is left to itself, and the server below it is stopped. */
const stopped = new Promise<never>((_, reject) => {
  const stop = () => reject(new CannotStart('Stopped.'));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});
stopped.catch(() => undefined);

/** `npm run bench`: true, when the run counts. */
async function main(options: Options): Promise<boolean> {
  const started = performance.now();
  const pgbench = findPgbench();
  const against = pgbench ? 'pgbench' : 'a plain pg pool, for there is no pgbench here';
  const runScript: RunScript = pgbench ? (...args) => runPgbench(pgbench, ...args) : runPool;
  say(`Compared with ${against}.`);
  const cluster = options.city
    ? await startCityCluster(options.cityData, options.citySize, say)
    : await startOwnCluster(say);
  try {
    const { server, settings, version } = cluster;
    say(
      Object.entries(settings)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    );
    const machine = describeMachine(server.dataDir, version);
    const run = (options.city ? runCity : runPlain)(options, cluster, runScript, say);
    const findings = await Promise.race([run, stopped]);
    const seconds = (performance.now() - started) / 1000;
    const report: Report = { ...findings, machine, settings, against, seconds };
    const lines = options.json ? [asJson(report)] : asText(report);
    process.stdout.write(`${lines.join('\n')}\n`);
    const counts = report.broken.length === 0;
    for (const sentence of options.json ? report.broken : []) say(sentence);
    if (options.write && counts) writeResults(report, options.city ? 'city' : 'plain');
    for (const line of options.profile ? describeProfiles(options.profile) : []) say(line);
    say('done');
    return counts;
  } finally {
    await cluster.close();
  }
}

async function start(): Promise<boolean> {
  try {
    return await main(readOptions(process.argv.slice(2)));
  } catch (error) {
    say(error instanceof CannotStart ? error.message : String((error as Error).stack ?? error));
    return false;
  }
}

void start().then((counts) => process.exit(counts ? 0 : 1));
