import { createDataSource } from '../ormconfig';
import { median, ratioOf } from './arithmetic';
import { armsOf, type Arm, type RunScript } from './arms';
import { inDatabase, newDatabase, query, type Cluster } from './database/cluster';
import { forgetBooks, rememberBooks } from './database/forget';
import { brokenLaws } from './database/laws';
import { askPostingSessions } from './database/sessions';
import { growthArms, type Grown } from './growth/growth-arms';
import type { LongAccount } from './growth/history';
import { OverHttp } from './http/over-http';
import { ALSO_IN_CITY, inCity, IN_CITY } from './city-metrics';
import type { Metric } from './metrics';
import { isAsked, type Options } from './options';
import { analyze, postEverywhere } from './plain';
import { profiling } from './processes/profile';
import type { Findings } from './report';
import { withWholes } from './wholes';
import { runRounds, type Print } from './run';
import { once, Site } from './site';

const EMPTY = 'linli_bench_empty';

/**
 * The large run: the same work in a whole city and in an empty database beside it on the same
 * server, in turns. What it posts stands in books of its own, which it takes away at the end.
 */
export async function runCity(
  options: Options,
  cluster: Cluster,
  runScript: RunScript,
  print: Print,
): Promise<Findings> {
  const { url, adminUrl } = cluster.server;
  await newDatabase(cluster, EMPTY);
  const name = new URL(url).pathname.slice(1);
  const nodeArgs = profiling(options.profile);
  const city = new Site(url, inDatabase(adminUrl, name), nodeArgs);
  const empty = new Site(inDatabase(url, EMPTY), inDatabase(adminUrl, EMPTY), nodeArgs);
  const sites = [city, empty].map((site) => ({ site, http: new OverHttp(site) }));
  await forgetBooks(city.adminUrl);
  await rememberBooks(city.adminUrl, city.ownBooks);
  const source = once(() => createDataSource(city.url, 4).initialize());
  try {
    const [inside, beside] = sites.map(({ site, http }) => armsOf(site, http, runScript));
    const arms = [...renamed(inside, 'city'), ...renamed(beside, 'empty'), ...(beside ?? [])];
    const parts = isAsked(options, 8) ? IN_CITY.map(inCity) : [];
    const others = ALSO_IN_CITY.filter(({ id }) => isAsked(options, id));
    const settle = async () => {
      await rememberBooks(city.adminUrl, [...city.ownBooks, ...city.allBooks]);
      for (const { site } of sites) await analyze(site);
    };
    const how = { ...options, print, settle };
    const first = await runRounds(inTurns(arms, parts), [...parts, ...others], how);
    const sessions = [];
    for (const { site, http } of sites)
      sessions.push(
        ...(await askPostingSessions(site.adminUrl, () => postEverywhere(site, http, runScript))),
      );
    for (const { http } of sites) await http.close();
    const grown = once(() => grownIn(city.url));
    const second = await runRounds(growthArms(grown, source), others, { ...options, print });
    const rounds = first.map((round, i) => ({ ...round, ...second[i] }));
    const figures = [...parts, ...others].map((metric) => ({
      metric,
      ratio: ratioOf(rounds, metric.ours, metric.reference),
    }));
    const broken = [];
    for (const { site } of sites)
      broken.push(...site.wrong, ...(await brokenLaws(site.url, site.allBooks, site.acknowledged)));
    return { figures: withWholes(figures), sessions, broken };
  } finally {
    for (const { site, http } of sites) {
      await http.close();
      await site.close();
    }
    await (await source()).destroy();
    await forgetBooks(city.adminUrl);
    await query(adminUrl, `drop database if exists ${EMPTY} with (force)`);
  }
}

const renamed = (arms: readonly Arm[] = [], prefix: string) =>
  arms.map((arm) => ({ ...arm, name: `${prefix} ${arm.name}` }));

/** City, empty, city, empty: each pair side by side. */
function inTurns(arms: readonly Arm[], parts: readonly Metric[]): Arm[] {
  const paired = parts.flatMap((part) => part.arms);
  const place = ({ name }: Arm) => (paired.includes(name) ? paired.indexOf(name) : paired.length);
  return [...arms].sort((a, b) => place(a) - place(b));
}

/** The pool with the longest history in the city, and one with a short one. */
async function grownIn(url: string): Promise<Grown> {
  const rows = await query<LongAccount>(
    url,
    `select community_id as books, id as account, seq::integer as legs from ledger_account
     where kind = 'poolAvailable' and debits > 0 and seq >= 20 order by seq`,
  );
  const legs = median(rows.slice(0, Math.ceil(rows.length / 2)).map((row) => row.legs));
  const short = rows.find((row) => row.legs >= Math.min(100, legs));
  const long = rows.at(-1);
  if (!short || !long) throw new Error('The city has no pools with gifts');
  const [exchanges] = await query<LongAccount>(
    url,
    `select community_id as books, id as account, seq::integer as legs from ledger_account
     where kind = 'creditsRedeemed' order by seq desc limit 1`,
  );
  return { short, long, exchanges };
}
