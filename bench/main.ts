import 'reflect-metadata';
import { CannotStart } from '../src/server/cannot-start';
import { ratioOf } from './arithmetic';
import { armsOf } from './arms';
import { inDatabase, migrateDatabase, startOwnCluster } from './database/cluster';
import { brokenLaws } from './database/laws';
import { agreed, askPostingSessions } from './database/sessions';
import { describeMachine } from './machine';
import { METRICS } from './metrics';
import { findPgbench, runPgbench } from './naive/pgbench';
import { isAsked, readOptions, type Options } from './options';
import { asJson, asText, type Report } from './report';
import { runRounds } from './run';
import { OverHttp } from './http/over-http';
import { Site } from './site';

async function main(options: Options): Promise<number> {
  const started = performance.now();
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const pgbench = findPgbench();
  if (!pgbench) throw new CannotStart('no pgbench yet');
  const cluster = await startOwnCluster(say);
  try {
    const { server } = cluster;
    await migrateDatabase(server.url);
    const name = new URL(server.url).pathname.slice(1);
    const site = new Site(server.url, inDatabase(server.adminUrl, name));
    const http = new OverHttp(site);
    try {
      const metrics = METRICS.filter(({ id }) => isAsked(options, id));
      const arms = armsOf(site, http, (...args) => runPgbench(pgbench, ...args));
      const rounds = await runRounds(arms, metrics, { ...options, print: say });
      const sessions = await askPostingSessions(site.adminUrl, () => site.post('hot', 64, 0.2));
      const books = [...Object.values(site.books), site.naiveBooks];
      const broken = [...site.wrong, ...(await brokenLaws(site.url, books, site.acknowledged))];
      const report: Report = {
        figures: metrics.map((metric) => ({
          metric,
          ratio: ratioOf(rounds, metric.ours, metric.reference),
        })),
        machine: describeMachine(server.dataDir, cluster.version),
        against: 'pgbench',
        settings: cluster.settings,
        fsync: agreed(sessions, 'fsync'),
        synchronousCommit: agreed(sessions, 'synchronous_commit'),
        broken,
        seconds: (performance.now() - started) / 1000,
      };
      const lines = options.json ? [asJson(report)] : asText(report);
      process.stdout.write(`${lines.join('\n')}\n`);
      say(`${report.seconds.toFixed(0)} s`);
      return broken.length === 0 ? 0 : 1;
    } finally {
      await http.close();
      await site.close();
    }
  } finally {
    await cluster.close();
  }
}

void main(readOptions(process.argv.slice(2))).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
