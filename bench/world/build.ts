import type { DataSource } from 'typeorm';
import { SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { openScheme } from '../../src/credits/open-scheme';
import { openPool } from '../../src/foundations/open-pool';
import { appointMember } from '../../src/society/appoint-member';
import type { OrganisationKind } from '../../src/society/organisation.entity';
import type { PlaceKind } from '../../src/society/place.entity';
import { registerHouseholds } from '../../src/society/register-households';
import { registerOrganisation } from '../../src/society/register-organisation';
import { registerPerson } from '../../src/society/register-person';
import { registerPlace } from '../../src/society/register-place';
import { residentsOfHousehold } from '../../src/society/resident.reader';
import { openStore } from '../../src/supermarkets/open-store';
import { HOUSEHOLDS, SHAPE } from '../posting/shape';
import { fillPool, fillWallets, stockShelves, type Run } from './stock';

/** What the HTTP arms need to know of the community they act in. */
export interface World {
  readonly communityId: string;
  /** A place with more than fifty places in it. */
  readonly streetId: string;
  readonly storeId: string;
  readonly residents: readonly string[];
  readonly products: readonly string[];
  readonly login: string;
  readonly password: string;
}

/** Of which only one is lived in; the others are there to be listed. */
const COMMUNITIES = 55;

const SINCE = '2020-01-01';

/** Builds a city with one community that has a stocked store, through the commands of the API. */
export async function buildWorld(source: DataSource): Promise<World> {
  const run: Run = (command) => inUnitOfWork(source, SYSTEM, command);
  const name = `bench-${Date.now().toString(36)}`;
  const { street, community } = await buildPlaces(run, name);
  const body = async (kind: OrganisationKind, called: string) =>
    toGlobalId(
      'Organisation',
      null,
      (await run((work) => registerOrganisation(work, { kind, name: called, placeId: community })))
        .id,
    );
  const foundationId = await body('foundation', 'Foundation');
  const operatorId = await body('supermarket_operator', 'Operator');
  const premisesOwnerId = await body('residents_committee', 'Committee');
  const clerk = { login: `${name}-clerk`, password: 'a long enough password' };
  const person = await run((work) => registerPerson(work, { name: 'Clerk', ...clerk }));
  const personId = toGlobalId('Person', null, person.id);
  await run((work) =>
    appointMember(work, { organisationId: operatorId, role: 'clerk', personId, validFrom: SINCE }),
  );
  const scheme = await run((work) =>
    openScheme(work, {
      ...{ placeId: street, name: 'Credits', slug: name },
      rates: [{ serviceKind: 'repair', creditsPerHour: 10 }],
    }),
  );
  const pool = await run((work) =>
    openPool(work, {
      ...{ foundationId, communityId: community, name: 'Welfare', purpose: 'welfare' },
      currency: 'CNY',
      thresholds: [{ from: { amount: '0', currency: 'CNY' }, approvals: 1 }],
    }),
  );
  await fillPool(run, pool);
  const poolId = toGlobalId('Pool', pool.communityId, pool.id);
  const store = await run((work) =>
    openStore(work, {
      ...{ communityId: community, name: 'Store', code: 'B1' },
      ...{ operatorId, premisesOwnerId, poolId },
    }),
  );
  const storeId = toGlobalId('Store', store.communityId, store.id);
  const residentIds = await moveIn(source, run, community, store.communityId);
  await fillWallets(run, store.communityId, scheme, residentIds);
  return {
    ...{ communityId: store.communityId, streetId: street, storeId, ...clerk },
    residents: residentIds.map((id) => toGlobalId('Resident', store.communityId, id)),
    products: await stockShelves(run, community, storeId),
  };
}

async function buildPlaces(run: Run, name: string) {
  const place = async (kind: PlaceKind, parentId: string | null, number = '') => {
    const slug = kind === 'community' ? `${name}${number}` : null;
    const timeZone = parentId ? null : 'Asia/Shanghai';
    const input = { kind, name: `${name} ${kind}${number}`, slug, parentId, timeZone };
    const row = await run((work) => registerPlace(work, input));
    return toGlobalId('Place', null, row.id);
  };
  const city = await place('city', null);
  const street = await place('street', await place('district', city));
  const community = await place('community', street);
  for (let n = 1; n < COMMUNITIES; n += 1) await place('community', street, `-${n}`);
  return { street, community };
}

async function moveIn(
  source: DataSource,
  run: Run,
  communityId: string,
  books: string,
): Promise<string[]> {
  const households = Array.from({ length: HOUSEHOLDS }, (_, n) => ({
    address: `Building ${n + 1}, flat 101`,
    residents: Array.from({ length: SHAPE.householdSize }, (__, m) => ({
      name: `Resident ${n + 1}.${m + 1}`,
      birthDate: '1960-01-15',
      movedIn: '2010-05-01',
    })),
  }));
  const rows = await run((work) => registerHouseholds(work, { communityId, households }));
  const ids = rows.map(({ id }) => id);
  const residents = await residentsOfHousehold.read(source.manager, books, ids);
  return residents.map(({ id }) => id);
}
