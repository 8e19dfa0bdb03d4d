import { COUNCIL_KINDS } from '../../src/councils/council-kinds';
import { setCouncilRule } from '../../src/councils/set-council-rule';
import { setPoolDecider } from '../../src/councils/set-pool-decider';
import { vacateSeat } from '../../src/councils/vacate-seat';
import { openScheme } from '../../src/credits/open-scheme';
import { setServiceRates } from '../../src/credits/set-service-rates';
import { setRoutingPlan } from '../../src/enterprises/set-routing-plan';
import { setPoolThresholds } from '../../src/foundations/set-pool-thresholds';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { mandateFor, underMandate } from '../../src/kernel/mandate';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import { appointMember } from '../../src/society/appoint-member';
import { endMembership } from '../../src/society/end-membership';
import { reserveMatter } from '../../src/society/reserve-matter';
import { RESERVABLE, type ReservableAct } from '../../src/society/reserved-matter.entity';
import { addProduct } from '../../src/supermarkets/add-product';
import { setPrice } from '../../src/supermarkets/set-price';
import { seatCouncils, type Seated } from '../stories/support/seated';
import { newShop, type Shop } from '../supermarkets/shop';

const ZONE = 'Asia/Shanghai';
const TODAY = dayOf(new Date(), ZONE);
const TOMORROW = addDays(TODAY, 1);
const RESOLUTION = '019a0000-0000-7000-8000-000000000001';

interface Square extends Shop {
  readonly seated: Seated;
  readonly productId: string;
  readonly schemeId: string;
  readonly membershipId: string;
}

let at: Square;
beforeAll(async () => {
  const shop = await newShop();
  const { world, home, dataSource } = shop;
  const by = <T>(who: { actor: Actor }, command: (work: UnitOfWork) => Promise<T>) =>
    inUnitOfWork(dataSource, who.actor, command);
  const communityId = home.place.globalId;
  const product = await by(world.officer, (work) =>
    addProduct(work, { communityId, name: 'Rice', unit: 'bag', price: 5 }),
  );
  const scheme = await by(world.officer, (work) =>
    openScheme(work, {
      ...{ placeId: communityId, name: 'Yongle credits', slug: 'yongle' },
      rates: [{ serviceKind: 'repair', creditsPerHour: 10 }],
    }),
  );
  const [held] = await dataSource.query<{ id: string }[]>(
    `select id from membership where organisation_id = $1 and role = 'cadre'`,
    [home.committee.id],
  );
  at = {
    ...shop,
    seated: await seatCouncils((who, command) => by(who, command), world, home),
    productId: toGlobalId('Product', home.id, product.id),
    schemeId: toGlobalId('CreditScheme', null, scheme.id),
    membershipId: toGlobalId('Membership', null, held?.id ?? ''),
  };
});
afterAll(() => at.database.drop());

/** An act, who does it elsewhere without a resolution, and where one sees that it was done. */
interface Case {
  readonly who: () => { readonly actor: Actor };
  readonly input: () => object;
  readonly run: (work: UnitOfWork, input: never) => Promise<unknown>;
  readonly seen: string;
}

const CASES: Readonly<Record<Exclude<ReservableAct, 'openProject'>, Case>> = {
  setServiceRates: {
    who: () => at.world.officer,
    input: () => ({
      ...{ schemeId: at.schemeId, validFrom: TOMORROW },
      rates: [{ serviceKind: 'repair', creditsPerHour: 12 }],
    }),
    run: setServiceRates,
    seen: 'select max(credits_per_hour) from credit_scheme_rate',
  },
  setPrice: {
    who: () => at.home.storekeeper,
    input: () => ({ productId: at.productId, price: 9 }),
    run: setPrice,
    seen: 'select max(credits) from product_price',
  },
  setRoutingPlan: {
    who: () => at.home.director,
    input: () => ({
      ...{ enterpriseId: at.home.enterprise.globalId, communityId: at.home.place.globalId },
      ...{ validFrom: TODAY, shares: [{ poolId: at.poolId, weight: 1 }] },
    }),
    run: setRoutingPlan,
    seen: 'select count(*) from routing_plan',
  },
  setPoolThresholds: {
    who: () => at.home.chair,
    input: () => ({
      poolId: at.poolId,
      thresholds: [{ from: { amount: '0', currency: 'CNY' }, approvals: 3 }],
    }),
    run: setPoolThresholds,
    seen: 'select max(version) from pool_threshold',
  },
  setPoolDecider: {
    who: () => at.home.chair,
    input: () => ({ poolId: at.poolId, decidedBy: 'council', councilId: at.seated.group }),
    run: setPoolDecider,
    seen: 'select count(*) from pool_decider',
  },
  setCouncilRule: {
    who: () => at.world.officer,
    input: () => ({
      ...{ ...COUNCIL_KINDS.group_council.rule, councilId: at.seated.group, coSigners: 33 },
    }),
    run: setCouncilRule,
    seen: 'select max(co_signers) from council_rule',
  },
  appointMember: {
    who: () => at.world.officer,
    input: () => ({
      ...{ organisationId: at.home.committee.globalId, role: 'cadre', validFrom: TODAY },
      personId: at.home.director.globalId,
    }),
    run: appointMember,
    seen: `select count(*) from membership where role = 'cadre'`,
  },
  endMembership: {
    who: () => at.world.officer,
    input: () => ({ membershipId: at.membershipId, validUntil: TODAY }),
    run: endMembership,
    seen: `select count(*) from membership where role = 'cadre' and valid_until is not null`,
  },
  vacateSeat: {
    who: () => at.home.cadre,
    input: () => ({ seatId: at.seated.held, because: 'resigned', validUntil: TODAY }),
    run: vacateSeat,
    seen: `select count(*) from council_seat where ended_because = 'resigned'`,
  },
};

const refusal = (code: string) => expect.objectContaining({ code }) as Error;

describe.each(Object.entries(CASES) as [keyof typeof CASES, Case][])('%s', (act, one) => {
  const outsider = () => at.world.outsider;
  const as = <T>(who: { actor: Actor }, command: (work: UnitOfWork) => Promise<T>) =>
    inUnitOfWork(at.dataSource, who.actor, command);
  const plainly = (work: UnitOfWork) => one.run(work, one.input() as never);
  const under = (who: { actor: Actor }, opens: string, given: object) =>
    as(who, (work) => underMandate(work, mandateFor(RESOLUTION, opens, given), plainly));
  const seen = async () => JSON.stringify(await at.dataSource.query(one.seen));

  test('is not done by others, nor with a mandate for something else', async () => {
    const before = await seen();
    const denied = refusal('FORBIDDEN');
    await expect(as(outsider(), plainly)).rejects.toEqual(denied);
    const another = { ...one.input(), validFrom: '2031-01-01', price: 1, validUntil: TOMORROW };
    await expect(under(outsider(), act, another)).rejects.toEqual(denied);
    await expect(under(outsider(), 'awardGrant', one.input())).rejects.toEqual(denied);
    await expect(as({ actor: STRANGER }, plainly)).rejects.toEqual(refusal('UNAUTHENTICATED'));
    expect(await seen()).toBe(before);
  });

  test('needs a resolution where it is kept for one, also by whoever does it elsewhere', async () => {
    const before = await seen();
    await as(at.world.officer, (work) =>
      reserveMatter(work, { communityId: at.home.place.globalId, act: RESERVABLE[act] }),
    );
    const needed = refusal('RESOLUTION_NEEDED');
    await expect(as(one.who(), plainly)).rejects.toEqual(needed);
    await expect(under(one.who(), 'awardGrant', one.input())).rejects.toEqual(needed);
    expect(await seen()).toBe(before);
  });

  test('is done once with the mandate for exactly this, by whoever executes it', async () => {
    const before = await seen();
    const twice = as(outsider(), async (work) => {
      await work.begin();
      await underMandate(work, mandateFor(RESOLUTION, act, one.input()), plainly);
      await plainly(work);
    });
    await expect(twice).rejects.toEqual(refusal('FORBIDDEN'));
    expect(await seen()).toBe(before);
    await under(outsider(), act, one.input());
    expect(await seen()).not.toBe(before);
  });
});

test('every act that may be reserved is tried', () => {
  const tried = Object.keys(CASES);
  expect(Object.keys(RESERVABLE).filter((act) => !tried.includes(act))).toEqual(['openProject']);
});

test('a resolution appoints nobody to a body that chooses its own people', async () => {
  const input = {
    ...{ organisationId: at.home.team.globalId, role: 'leader' as const, validFrom: TODAY },
    personId: at.world.outsider.globalId,
  };
  const tried = inUnitOfWork(at.dataSource, at.world.outsider.actor, (work) =>
    underMandate(work, mandateFor(RESOLUTION, 'appointMember', input), () =>
      appointMember(work, input),
    ),
  );
  await expect(tried).rejects.toEqual(refusal('FORBIDDEN'));
});

test('who resigns needs no resolution', async () => {
  const [held] = await at.dataSource.query<{ id: string }[]>(
    `select id from membership where person_id = $1 and role = 'chair'`,
    [at.home.chair.id],
  );
  const membershipId = toGlobalId('Membership', null, held?.id ?? '');
  const left = await inUnitOfWork(at.dataSource, at.home.chair.actor, (work) =>
    endMembership(work, { membershipId, validUntil: TOMORROW }),
  );
  expect(left.validUntil).toBe(TOMORROW);
});

test('what was to hold before a resolution was executed holds from then on', async () => {
  const late = new Date(Date.now() - 3_600_000);
  const input = { productId: at.productId, price: 11, from: late };
  const now = new Date();
  await inUnitOfWork(
    at.dataSource,
    at.world.outsider.actor,
    (work) =>
      underMandate(work, mandateFor(RESOLUTION, 'setPrice', input), () => setPrice(work, input)),
    now,
  );
  const [set] = await at.dataSource.query<{ valid_from: Date }[]>(
    'select valid_from from product_price where credits = 11',
  );
  expect(set?.valid_from).toEqual(now);
});
