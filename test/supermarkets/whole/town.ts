import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../ormconfig';
import { openScheme } from '../../../src/credits/open-scheme';
import type { CreditScheme } from '../../../src/credits/credit-scheme.reader';
import type { Actor } from '../../../src/kernel/actor';
import { dayOf, addDays, addMonths, type Day } from '../../../src/kernel/calendar';
import { readGlobalId, toGlobalId } from '../../../src/kernel/global-id';
import { inUnitOfWork, type UnitOfWork } from '../../../src/kernel/unit-of-work';
import { drainLanes } from '../../../src/ledger/lanes';
import { appointMember } from '../../../src/society/appoint-member';
import { grantPriority } from '../../../src/society/grant-priority';
import { addProduct } from '../../../src/supermarkets/add-product';
import { openStore } from '../../../src/supermarkets/open-store';
import { setAllowance } from '../../../src/supermarkets/set-allowance';
import { setGoodsValue } from '../../../src/supermarkets/set-goods-value';
import { openPools, payIn, runner, type Pools } from '../../stories/support/furnish';
import { freshDatabase } from '../../support/database';
import { newWorld, SINCE, type CommunityWorld, type World } from '../../support/world';
import { moveClock, ZONE, type Clock } from './clock';
import { secondOperator, type Operator } from './operators';

/** A store with whoever works there, and the pool that pays for its goods. */
export interface TownStore extends Operator {
  readonly id: string;
  readonly globalId: string;
  readonly poolId: string;
  readonly poolGlobalId: string;
}

/** Someone who serves, gives and takes. */
export interface Neighbour {
  readonly id: string;
  readonly globalId: string;
  readonly householdId: string;
  readonly born: Day;
  /** Whether the household has priority. */
  readonly priority: boolean;
}

/** What the stores offer. */
export interface TownProduct {
  readonly id: string;
  readonly globalId: string;
  readonly price: number;
  readonly class: 'grain' | 'care' | null;
  /** Credits a piece earns its giver; null: none. */
  readonly worth: number | null;
}

/** A small community with two stores of different operators, at a time of its own. */
export interface Town {
  readonly clock: Clock;
  /** Each with its own connections and lanes, as processes have. */
  readonly sources: readonly DataSource[];
  readonly world: World;
  readonly home: CommunityWorld;
  readonly scheme: CreditScheme;
  readonly stores: readonly TownStore[];
  readonly people: readonly Neighbour[];
  readonly products: readonly TownProduct[];
  /** Classes of goods: their ids by their codes. */
  readonly classes: Readonly<Record<'grain' | 'care', string>>;
  readonly run: <T>(
    who: { readonly actor: Actor },
    command: (work: UnitOfWork) => Promise<T>,
    source?: DataSource,
  ) => Promise<T>;
  readonly close: () => Promise<void>;
}

export const MONTHLY_CAP = 80;
export const EXPIRY_MONTHS = 1;
export const ALLOWANCES = { grain: [16, 4], care: [12, 0] } as const;

const GOODS = [
  { name: 'Rice', price: 3, class: 'grain', worth: 2 },
  { name: 'Flour', price: 2, class: 'grain', worth: null },
  { name: 'Soap', price: 1, class: 'care', worth: 1 },
  { name: 'Lamp', price: 5, class: null, worth: 3 },
] as const;

/** Builds it through the commands, then lets three processes of their own connect to it. */
export async function newTown(startsAt: Date): Promise<Town> {
  const database = await freshDatabase();
  const world = await newWorld(database.dataSource);
  const { home, officer } = world;
  const pools = await payPools(database.dataSource, home);
  const clock = await moveClock(database.dataSource, startsAt);
  const sources = await Promise.all(
    [1, 2, 3].map(() => createDataSource(database.url).initialize()),
  );
  const run: Town['run'] = (who, command, source = sources[0]!) =>
    inUnitOfWork(source, who.actor, command, clock.now());
  const day = (days = 0) => addDays(dayOf(clock.now(), ZONE), days);
  const scheme = await run(officer, (work) =>
    openScheme(work, {
      ...{ placeId: world.street.globalId, name: 'Credits', slug: 'town', capCoversGoods: true },
      ...{ monthlyCap: MONTHLY_CAP, expiryMonths: EXPIRY_MONTHS, ratesFrom: day(-60) },
      rates: [{ serviceKind: 'repair', creditsPerHour: 10 }],
    }),
  );
  const operators = [home, await secondOperator(run, world)];
  const stores = [];
  for (const [i, operator] of operators.entries()) {
    const poolGlobalId = i === 0 ? pools.welfare : pools.culture;
    const store = await run(officer, (work) =>
      openStore(work, {
        ...{ communityId: home.place.globalId, name: `Store ${i}`, code: `S${i}` },
        ...{ operatorId: operator.operator.globalId, premisesOwnerId: home.committee.globalId },
        poolId: poolGlobalId,
      }),
    );
    stores.push({
      ...{ operator: operator.operator, storekeeper: operator.storekeeper, clerk: operator.clerk },
      ...{ id: store.id, globalId: toGlobalId('Store', home.id, store.id) },
      ...{ poolId: readGlobalId(poolGlobalId)!.id, poolGlobalId },
    });
  }
  const communityId = home.place.globalId;
  const classes = { grain: '', care: '' };
  for (const code of ['grain', 'care'] as const) {
    const [pieces, extraPieces] = ALLOWANCES[code];
    const input = { communityId, code, name: code, pieces, extraPieces };
    classes[code] = (await run(home.cadre, (work) => setAllowance(work, input))).id;
  }
  const products: TownProduct[] = [];
  for (const { name, price, class: allowanceClass, worth } of GOODS) {
    const { id } = await run(officer, (work) =>
      addProduct(work, { communityId, name, unit: 'piece', price, allowanceClass }),
    );
    const globalId = toGlobalId('Product', home.id, id);
    if (worth !== null)
      await run(officer, (work) =>
        setGoodsValue(work, { communityId, productId: globalId, credits: worth }),
      );
    products.push({ id, globalId, price, class: allowanceClass, worth });
  }
  const people = await settle(run, world);
  return {
    ...{ clock, sources, world, home, scheme, stores, people, products, classes, run },
    close: async () => {
      await Promise.all(sources.map(drainLanes));
      await Promise.all(sources.map((source) => source.destroy()));
      await database.drop();
    },
  };
}

/** One pool is rich; the other soon cannot pay what its store's goods cost. */
async function payPools(source: DataSource, home: CommunityWorld): Promise<Pools> {
  const run = runner(source);
  const pools = await openPools(run, home);
  await payIn(run, home, [
    { poolId: pools.welfare, weight: 2999 },
    { poolId: pools.culture, weight: 1 },
  ]);
  await drainLanes(source);
  return pools;
}

/** Two of each of three households belong to the team; the first household has priority. */
async function settle(run: Town['run'], { home }: World): Promise<Neighbour[]> {
  const people: Neighbour[] = [];
  for (const [n, household] of home.households.slice(0, 3).entries())
    for (const [m, { id, globalId }] of household.residents.slice(0, 2).entries()) {
      if (m > 0)
        await run(home.leader, (work) =>
          appointMember(work, {
            ...{ organisationId: home.team.globalId, residentId: globalId },
            ...{ role: 'member', validFrom: SINCE },
          }),
        );
      const born = `19${60 + n}-0${m + 1}-15`;
      people.push({ ...{ id, globalId, householdId: household.id, born }, priority: n === 0 });
    }
  const input = { priorityGroup: 'low_income', validFrom: '2025-01-01' } as const;
  await run(home.cadre, (work) =>
    grantPriority(work, { residentId: people[0]!.globalId, ...input }),
  );
  return people;
}

/** The day, and the month, it is in the town at a moment. */
export const dayAt = (moment: Date) => dayOf(moment, ZONE);
export const monthAt = (moment: Date) => dayAt(moment).slice(0, 7);
export const monthBefore = (moment: Date, months: number) =>
  addMonths(`${monthAt(moment)}-01`, -months).slice(0, 7);
