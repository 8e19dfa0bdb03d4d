import type { DataSource } from 'typeorm';
import { connectStore } from '../../../src/attachments/object-store';
import { openScheme } from '../../../src/credits/open-scheme';
import { toGlobalId } from '../../../src/kernel/global-id';
import { serve, type Served } from '../../../src/server/serve';
import { MemoryStore } from '../../attachments/stage';
import { freshDatabase, type FreshDatabase } from '../../support/database';
import { newWorld, tokenOf, type CommunityWorld, type World } from '../../support/world';
import { serveBothWays } from './both-ways';
import { beginCampaigns, type Campaigns } from './campaigns';
import { Client } from './client';
import { countStores, type Counted } from './counted';
import { elect, type Elected } from './elected';
import { openFront, type Front } from './front';
import { makeGrants, openPools, payIn, runner, type Grants, type Pools, type Run } from './furnish';
import { fundPublicly, type Funded } from './funded';
import { meet, type Met } from './met';
import { monthStart } from './moments';
import { poll, type Polled } from './polled';
import { resolve, type Resolved } from './resolved';
import { makeRoom, type Room } from './room';
import { seatCouncils, type Seated } from './seated';
import { settleIn, type Society } from './society';
import { stateMonths, type Stated } from './stated';
import { earn, stock, type Goods, type Services } from './store';
import { payLeader, ruleScheme, teach, type Taught } from './taught';
import { layYards, type Yards } from './yards';

/** A community with a life: money in pools, grants in every stage, a store, people who serve. */
export interface Home extends CommunityWorld {
  readonly pools: Pools;
  readonly declaration: string;
  readonly grants: Grants;
  readonly goods: Goods;
  readonly services: Services;
  readonly counted: Counted;
  readonly society: Society;
  readonly stated: Stated;
  readonly room: Room;
  readonly front: Front;
  readonly taught: Taught;
  readonly polled: Polled;
  readonly seated: Seated;
  readonly elected: Elected;
  readonly resolved: Resolved;
  readonly funded: Funded;
  readonly met: Met;
  readonly yards: Yards;
  readonly campaigns: Campaigns;
}

/** A city with two such communities, and its API over HTTP. */
export interface Stage {
  readonly database: FreshDatabase;
  readonly source: DataSource;
  readonly run: Run;
  readonly served: Served;
  /** What the server wrote down: an incident, if there was one. */
  readonly logged: string[];
  readonly world: World;
  /** The scheme's global id: 10 credits an hour of repair, no cap. */
  readonly scheme: string;
  readonly home: Home;
  /** Alike in everything. */
  readonly other: Home;
  /** Somebody who is signed in; null: a stranger. */
  readonly as: (who: { readonly id: string | null }) => Promise<Client>;
  readonly stranger: Client;
  readonly close: () => Promise<void>;
}

/** Builds it through the commands that the API uses, and serves it. */
export async function newStage(): Promise<Stage> {
  const database = await freshDatabase();
  const { dataSource: source } = database;
  connectStore(source, new MemoryStore());
  const run = runner(source);
  const world = await newWorld(source);
  const scheme = await run(world.officer, (work) =>
    openScheme(work, {
      placeId: world.street.globalId,
      ...{ name: 'Zhanqian credits', slug: 'zhanqian', ratesFrom: monthStart(-3) },
      rates: [{ serviceKind: 'repair', creditsPerHour: 10 }],
    }),
  );
  const schemeId = toGlobalId('CreditScheme', null, scheme.id);
  await ruleScheme(run, world, schemeId);
  const pools = [await openPools(run, world.home), await openPools(run, world.other)] as const;
  const home = await liven(source, run, world, world.home, pools);
  const other = await liven(source, run, world, world.other, [pools[1], pools[0]]);
  const logged: string[] = [];
  const served = await serveStage(source, (line) => logged.push(line));
  return {
    ...{ database, source, run, served, logged, world, home, other },
    scheme: schemeId,
    as: async ({ id }) => new Client(served.url, id && (await tokenOf(source, id))),
    stranger: new Client(served.url),
    close: async () => {
      await served.close();
      await database.drop();
    },
  };
}

/** With BOTH_WAYS set, the stories also find out whether both ways to an answer say the same. */
async function serveStage(source: DataSource, log: (line: string) => void): Promise<Served> {
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  if (!process.env.BOTH_WAYS) return await serve(settings, source, log);
  const both = await serveBothWays(source, log);
  const close = async () => {
    await both.close();
    if (both.differences.length > 0) throw new Error(both.differences.slice(0, 5).join('\n'));
    process.stderr.write(`${both.compared()} answers were the same both ways\n`);
  };
  return { url: both.url, close };
}

async function liven(
  source: DataSource,
  run: Run,
  world: World,
  home: CommunityWorld,
  [pools, elsewhere]: readonly [Pools, Pools],
): Promise<Home> {
  const { declaration } = await payIn(run, home, [
    { poolId: pools.welfare, weight: 8 },
    { poolId: pools.culture, weight: 1 },
    { poolId: elsewhere.welfare, weight: 1 },
  ]);
  const grants = await makeGrants(source, run, home, pools.welfare);
  const services = await earn(run, home);
  const goods = await stock(run, world, home, pools.welfare, services.customer);
  const society = await settleIn(run, world, home);
  const counted = await countStores(run, world, home, pools.welfare);
  await payLeader(run, home);
  const { product } = counted;
  const room = await makeRoom(run, world, home, { poolId: pools.welfare, product });
  return {
    ...{ ...home, pools, declaration, grants, goods, services, counted, society, room },
    stated: await stateMonths(run, world, home, pools.welfare),
    front: await openFront(run, world, home, room),
    ...{ taught: await teach(run, home), polled: await poll(run, home) },
    seated: await seatCouncils(run, world, home),
    elected: await elect(run, world, home),
    resolved: await resolve(run, home),
    funded: await fundPublicly(run, world, home),
    met: await meet(run, world, home),
    yards: await layYards(run, world, home, grants.paid.grant),
    campaigns: await beginCampaigns(run, home, pools.welfare),
  };
}
