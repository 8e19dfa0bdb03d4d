import { createDataSource } from '../ormconfig';
import { CannotStart } from '../src/server/cannot-start';
import { ratioOf, type Round } from './arithmetic';
import { armsOf, type Arm, type RunScript } from './arms';
import {
  administer,
  inDatabase,
  migrateDatabase,
  newDatabase,
  type Cluster,
} from './database/cluster';
import { brokenLaws } from './database/laws';
import { askPostingSessions } from './database/sessions';
import { growthArms } from './growth/growth-arms';
import { LONG, poolOf, pourHistory, SHORT } from './growth/history';
import { OverHttp } from './http/over-http';
import { METRICS } from './metrics';
import { isAsked, type Options } from './options';
import { hotScript } from './naive/scripts';
import { profiling } from './processes/profile';
import type { Findings } from './report';
import { runRounds, type Print } from './run';
import { once, Site } from './site';

/**
 * What is posted by itself has a database of its own. A server seals whatever it finds posted: it
 * would be busy with the entries of these arms while others are measured.
 */
const APART = 'linli_bench_apart';
const isApart = ({ name }: Arm) => /^(hot|spread|bytes) /.test(name);

/** The run on two databases that were empty a minute ago. */
export async function runPlain(
  options: Options,
  cluster: Cluster,
  runScript: RunScript,
  print: Print,
): Promise<Findings> {
  const { url, adminUrl } = cluster.server;
  const metrics = METRICS.filter(({ id }) => isAsked(options, id));
  if (metrics.length === 0) throw new CannotStart(`--only: there is no metric ${options.only}.`);
  await migrateDatabase(url);
  await newDatabase(cluster, APART);
  const nodeArgs = profiling(options.profile);
  const name = new URL(url).pathname.slice(1);
  const served = new Site(url, inDatabase(adminUrl, name), nodeArgs);
  const apart = new Site(inDatabase(url, APART), inDatabase(adminUrl, APART), nodeArgs);
  const sites = [apart, served].map((site) => ({ site, http: new OverHttp(site) }));
  const source = once(() => createDataSource(served.url, 4).initialize());
  try {
    const parts: Round[][] = [];
    const sessions = [];
    for (const { site, http } of sites) {
      const arms = armsOf(site, http, runScript).filter((arm) => isApart(arm) === (site === apart));
      const how = { ...options, print, settle: () => analyze(site) };
      parts.push(await runRounds(arms, metrics, how));
      sessions.push(
        ...(await askPostingSessions(site.adminUrl, () => postEverywhere(site, http, runScript))),
      );
      // What our server does every minute has no part in what comes now.
      await http.close();
      await site.close();
    }
    print('  the servers have stopped');
    const pour = once(() => pourHistories(served, print));
    parts.push(await runRounds(growthArms(pour, source), metrics, { ...options, print }));
    print('  the laws are checked');
    const rounds = Array.from({ length: options.rounds }, (_, i): Round =>
      Object.assign({}, ...parts.map((part) => part[i])),
    );
    const figures = metrics.map((metric) => ({
      metric,
      ratio: ratioOf(rounds, metric.ours, metric.reference),
    }));
    const broken = [];
    for (const { site } of sites)
      broken.push(...site.wrong, ...(await brokenLaws(site.url, site.allBooks, site.acknowledged)));
    return { figures, sessions, broken };
  } finally {
    for (const { site, http } of sites) {
      await http.close();
      await site.close();
    }
    await (await source()).destroy();
  }
}

/** Without fresh statistics plans would change under the arms, when autovacuum comes by. */
export const analyze = (site: Site) => administer(site.adminUrl, ['analyze']);

/** Posts through every process that posted before; where none did, through ours. */
export async function postEverywhere(
  site: Site,
  http: OverHttp,
  runScript: RunScript,
): Promise<void> {
  const short = 0.3;
  const kinds = site.posted.length > 0 ? site.posted : (['hot'] as const);
  for (const kind of kinds) await site.post(kind, 64, short);
  if (site.allBooks.includes(site.naiveBooks)) {
    const { done } = await runScript(site.url, hotScript(site.naiveBooks), 1, 1);
    site.count(site.naiveBooks, done);
  }
  if (http.exchanged) await http.exchange(64, short);
}

async function pourHistories(site: Site, print: Print) {
  for (const history of [SHORT, LONG]) {
    await pourHistory(site.adminUrl, history);
    site.count(history.books, poolOf(history).legs);
  }
  print(`  ${LONG.gifts} gifts are poured in`);
  return { long: poolOf(LONG), short: poolOf(SHORT) };
}
