import { createDataSource } from '../ormconfig';
import { CannotStart } from '../src/server/cannot-start';
import { ratioOf } from './arithmetic';
import { armsOf, type RunScript } from './arms';
import { administer, inDatabase, migrateDatabase, type Cluster } from './database/cluster';
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

/** The run on a database that was empty a minute ago. */
export async function runPlain(
  options: Options,
  { server }: Cluster,
  runScript: RunScript,
  print: Print,
): Promise<Findings> {
  await migrateDatabase(server.url);
  const name = new URL(server.url).pathname.slice(1);
  const site = new Site(server.url, inDatabase(server.adminUrl, name), profiling(options.profile));
  const http = new OverHttp(site);
  const source = once(() => createDataSource(site.url, 4).initialize());
  try {
    const metrics = METRICS.filter(({ id }) => isAsked(options, id));
    if (metrics.length === 0) throw new CannotStart(`--only: there is no metric ${options.only}.`);
    const posting = armsOf(site, http, runScript);
    const growth = growthArms(
      once(() => pourHistories(site, print)),
      source,
    );
    const how = { ...options, print, settle: () => analyze(site) };
    const first = await runRounds(posting, metrics, how);
    const sessions = await askPostingSessions(site.adminUrl, () =>
      postEverywhere(site, http, runScript),
    );
    // What our server does every minute has no part in what comes now.
    await http.close();
    print('  the servers have stopped');
    const second = await runRounds(growth, metrics, { ...how, settle: undefined });
    print('  the laws are checked');
    const rounds = first.map((round, i) => ({ ...round, ...second[i] }));
    return {
      figures: metrics.map((metric) => ({
        metric,
        ratio: ratioOf(rounds, metric.ours, metric.reference),
      })),
      sessions,
      broken: [...site.wrong, ...(await brokenLaws(site.url, site.allBooks, site.acknowledged))],
    };
  } finally {
    await http.close();
    await site.close();
    await (await source()).destroy();
  }
}

/** Without statistics plans would change under the arms, when autovacuum comes by. */
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
