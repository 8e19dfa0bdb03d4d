import { openScheme } from '../src/credits/open-scheme';
import { setRoutingPlan } from '../src/enterprises/set-routing-plan';
import { openPool } from '../src/foundations/open-pool';
import type { PoolRow } from '../src/foundations/pool.entity';
import { toGlobalId } from '../src/kernel/global-id';
import { grantPriority } from '../src/society/grant-priority';
import { PRIORITY_GROUPS } from '../src/society/resident-priority.entity';
import { addProduct } from '../src/supermarkets/add-product';
import { openStore } from '../src/supermarkets/open-store';
import { setAllowance } from '../src/supermarkets/set-allowance';
import { TEAM_KINDS, type Cast, type CommunityCast } from './cast';
import { setCreditRules } from './credit-rules';
import { placeId } from './places';
import type { Stage } from './stage';
import type { Year } from './time';

export const cny = (amount: string) => ({ amount, currency: 'CNY' as const });
export const organisationId = ({ id }: { id: string }) => toGlobalId('Organisation', null, id);
export const tenantId = (type: string, row: { communityId: string; id: string }) =>
  toGlobalId(type, row.communityId, row.id);

/** A community's store with what it offers. */
export interface Shop {
  readonly community: CommunityCast;
  readonly storeId: string;
  readonly products: readonly { readonly id: string; readonly price: number }[];
  readonly welfare: PoolRow;
  readonly organisations: PoolRow;
  /** In the first community: what its council will decide about. */
  readonly council: PoolRow | null;
}

/** The money's and the goods' places: what the year is played on. */
export interface Economy {
  readonly streetPool: PoolRow;
  readonly shops: readonly Shop[];
}

const CLASSES = [
  { code: 'grain', name: '粮食', pieces: 4, extraPieces: 2 },
  { code: 'oil', name: '食用油', pieces: 1, extraPieces: 1 },
  { code: 'daily', name: '日用品', pieces: 4, extraPieces: 2 },
];

const PRODUCTS = [
  { name: '东北大米 5 kg', ean: '6901234500011', unit: '袋', price: 10, allowanceClass: 'grain' },
  { name: '小麦面粉 2.5 kg', ean: '6901234500028', unit: '袋', price: 6, allowanceClass: 'grain' },
  { name: '大豆油 1.8 L', ean: '6901234500035', unit: '桶', price: 12, allowanceClass: 'oil' },
  { name: '洗衣皂 2 块装', ean: '6901234500042', unit: '组', price: 3, allowanceClass: 'daily' },
  { name: '牙膏 120 g', ean: '6901234500059', unit: '支', price: 3, allowanceClass: 'daily' },
  { name: '棉被', ean: null, unit: '床', price: 30, allowanceClass: null },
];

/** Sets the table: scheme, pools, classes of goods, stores with products, and routing plans. */
export async function openEconomy(stage: Stage, cast: Cast, year: Year): Promise<Economy> {
  const at = year.at(0, 1, 9);
  const scheme = await stage.as(
    cast.officer,
    openScheme,
    {
      placeId: placeId(cast.street),
      name: '站前积分',
      slug: 'zhanqian',
      monthlyCap: 200,
      expiryMonths: 36,
      rates: TEAM_KINDS.map(({ kind }) => ({
        serviceKind: kind,
        creditsPerHour: kind === 'repair' ? 12 : 10,
      })),
    },
    at,
  );
  await setCreditRules(stage, cast, toGlobalId('CreditScheme', null, scheme.id), year);
  const streetPool = await pool(stage, cast, cast.street, '街道社区教育池', 'education', at);
  const shops: Shop[] = [];
  for (const [i, community] of cast.communities.entries())
    shops.push(await openShop(stage, cast, community, i, at));
  await setPlans(stage, cast, shops, streetPool, year);
  return { streetPool, shops };
}

async function pool(
  stage: Stage,
  cast: Cast,
  place: { id: string },
  name: string,
  purpose: PoolRow['purpose'],
  at: Date,
): Promise<PoolRow> {
  const input = {
    foundationId: organisationId(cast.foundation),
    communityId: placeId(place),
    name,
    purpose,
    restriction: purpose === 'other' ? '由居民议事会决定用途。' : null,
    currency: 'CNY' as const,
    thresholds: [
      { from: cny('0'), approvals: 1 },
      { from: cny('1000.00'), approvals: 2 },
      { from: cny('5000.00'), approvals: 3 },
    ],
  };
  return await stage.as(cast.secretary, openPool, input, at);
}

async function openShop(
  stage: Stage,
  cast: Cast,
  community: CommunityCast,
  index: number,
  at: Date,
): Promise<Shop> {
  const { place } = community;
  const communityId = placeId(place);
  const welfare = await pool(stage, cast, place, `${place.name}福利物资池`, 'welfare', at);
  const organisations = await pool(
    stage,
    cast,
    place,
    `${place.name}自组织发展池`,
    'organisations',
    at,
  );
  const council =
    index > 0 ? null : await pool(stage, cast, place, `${place.name}居民议事池`, 'other', at);
  const store = await stage.as(
    cast.officer,
    openStore,
    {
      communityId,
      name: `${place.name}慈善超市`,
      code: `ZQ${index + 1}`,
      operatorId: organisationId(community.operator),
      premisesOwnerId: organisationId(cast.office),
      poolId: tenantId('Pool', welfare),
    },
    at,
  );
  for (const each of CLASSES)
    await stage.as(community.cadre, setAllowance, { communityId, ...each }, at);
  const products = [];
  for (const each of PRODUCTS) {
    const row = await stage.as(community.storekeeper, addProduct, { communityId, ...each }, at);
    products.push({ id: tenantId('Product', row), price: each.price });
  }
  await nameGroups(stage, community, at);
  const storeId = tenantId('Store', store);
  return { community, storeId, products, welfare, organisations, council };
}

/** The last neighbour of each team belongs to a priority group. */
async function nameGroups(stage: Stage, { cadre, teams }: CommunityCast, at: Date): Promise<void> {
  for (const [i, { members }] of teams.entries()) {
    const neighbour = members.at(-1);
    const priorityGroup = PRIORITY_GROUPS[i % PRIORITY_GROUPS.length];
    if (!neighbour || !priorityGroup) continue;
    const { residentId } = neighbour;
    const input = { residentId, priorityGroup, validFrom: '2025-01-01' };
    await stage.as(cadre, grantPriority, input, at);
  }
}

/** Half to the welfare pools, the rest to organisations and the street; nobody is left out. */
async function setPlans(
  stage: Stage,
  { enterprises, communities }: Cast,
  shops: readonly Shop[],
  streetPool: PoolRow,
  year: Year,
): Promise<void> {
  for (const { organisation, home, director } of enterprises) {
    const own = shops[home];
    const last = shops.at(-1);
    const books = communities[home];
    if (!own || !last || !books) continue;
    const shares = [
      { poolId: tenantId('Pool', own.welfare), weight: 4 },
      { poolId: tenantId('Pool', own.organisations), weight: 3 },
      { poolId: tenantId('Pool', last.welfare), weight: 1 },
      { poolId: tenantId('Pool', last.organisations), weight: 1 },
      { poolId: tenantId('Pool', streetPool), weight: 1 },
      ...(own.council ? [{ poolId: tenantId('Pool', own.council), weight: 2 }] : []),
    ];
    await stage.as(director, setRoutingPlan, {
      enterpriseId: organisationId(organisation),
      communityId: placeId(books.place),
      validFrom: year.first(-3),
      shares,
    });
  }
}
