import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { inboxOf } from '../../src/inbox/inbox.reader';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import { endPremisesAgreement } from '../../src/supermarkets/end-premises-agreement';
import type { PremisesAgreementRow } from '../../src/supermarkets/premises-agreement.entity';
import {
  recordPremisesAgreement,
  type RecordPremisesAgreement,
} from '../../src/supermarkets/record-premises-agreement';
import {
  renewPremisesAgreement,
  type RenewPremisesAgreement,
} from '../../src/supermarkets/renew-premises-agreement';
import { countQueries, JOINED } from '../support/queries';
import { booksAreRight, day, newShop, openShop, run, type Shop } from './shop';

let shop: Shop;
let shops = 0;
beforeAll(async () => {
  shop = await newShop();
});
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

/** The tests have a store each. */
const newStore = async () => {
  shops += 1;
  return (await openShop(shop.dataSource, shop.world, shop.home, `PR${shops}`)).storeId;
};
const officer = () => shop.world.officer.actor;
const idOf = ({ communityId, id }: PremisesAgreementRow) =>
  toGlobalId('PremisesAgreement', communityId, id);
const lend = (
  storeId: string,
  from: number,
  until: number,
  more: Partial<RecordPremisesAgreement> = {},
  actor: Actor = officer(),
) =>
  run(shop, actor, (work) =>
    recordPremisesAgreement(work, {
      ...{ storeId, address: 'Zhanqian Street 1', terms: 'Free of rent.' },
      ...{ period: { from: day(from), until: day(until) }, ...more },
    }),
  );
const renew = (
  agreement: PremisesAgreementRow,
  until: number,
  more: Partial<RenewPremisesAgreement> = {},
  actor: Actor = officer(),
) =>
  run(shop, actor, (work) =>
    renewPremisesAgreement(work, { agreementId: idOf(agreement), until: day(until), ...more }),
  );
const end = (agreement: PremisesAgreementRow, on: number, actor: Actor = officer()) =>
  run(shop, actor, (work) =>
    endPremisesAgreement(work, {
      ...{ agreementId: idOf(agreement), on: day(on), reason: 'The house is rebuilt.' },
    }),
  );

const schema = createSchema();
const ask = async (source: string, variableValues: object, actor: Actor = officer()) => {
  const cookie = { set: () => {}, clear: () => {} };
  const session = { tokenHash: null, cookie, address: '' };
  const contextValue = new Context(shop.dataSource, actor, 'en', session);
  const { data } = await graphql({
    ...{ schema, source, contextValue },
    variableValues: { ...variableValues },
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return (data as any)?.node;
};
const PREMISES = `query ($id: ID!) { node(id: $id) { ... on Store {
  premises { address terms endsOn monthlyRent { amount } owner { name } operator { name } }
  premisesAgreements(first: 10) { edges { node { endsOn endReason renews { terms } } } } } } }`;
const ENDING = `query ($id: ID!, $first: Int) { node(id: $id) { ... on Place {
  premisesEnding(first: $first) { edges { node { id endsOn store { name } owner { name } } }
    pageInfo { hasNextPage endCursor } } } } }`;

test('a store has its premises by one agreement after the other', async () => {
  const storeId = await newStore();
  const first = await lend(storeId, -400, -100);
  const rent = { amount: '300.00', currency: 'CNY' as const };
  const now = await renew(first, 100, { monthlyRent: rent });
  expect(now).toMatchObject({ validFrom: day(-100), rentMinor: '30000', renewsId: first.id });
  const next = await renew(now, 400, { terms: 'Water is paid by the operator.' });
  expect(next).toMatchObject({ validFrom: day(100), rentMinor: '0' });
  const seen = await ask(PREMISES, { id: storeId }, shop.home.clerk.actor);
  expect(seen.premises).toMatchObject({
    ...{ address: 'Zhanqian Street 1', endsOn: day(100), monthlyRent: { amount: '300.00' } },
    owner: { name: shop.home.committee.name },
  });
  expect(seen.premisesAgreements.edges.map(({ node }: { node: object }) => node)).toMatchObject([
    { endsOn: day(400), renews: { terms: 'Free of rent.' } },
    { endsOn: day(100) },
    { endsOn: day(-100), renews: null },
  ]);
  expect(await ask(PREMISES, { id: storeId }, shop.home.leader.actor)).toEqual({
    ...{ premises: null, premisesAgreements: null },
  });
});

test('agreements of a store do not overlap, whoever else asks at that moment', async () => {
  const storeId = await newStore();
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => lend(storeId, -10, 10)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of tries)
    if (each.status === 'rejected')
      expect(each.reason).toMatchObject({
        code: 'PREMISES_OVERLAP',
        facts: { from: day(-10), until: day(10) },
        path: ['period'],
      });
  await expect(lend(storeId, 9, 20)).rejects.toMatchObject({ code: 'PREMISES_OVERLAP' });
  await lend(storeId, 10, 20);
  const other = await newStore();
  const begun = await lend(other, -10, 10);
  const renewals = await Promise.allSettled([1, 2, 3].map(() => renew(begun, 20)));
  const refused = renewals.filter((each) => each.status === 'rejected').map((each) => each.reason);
  expect(refused.map(({ code }) => code)).toEqual(['PREMISES_RENEWED', 'PREMISES_RENEWED']);
});

test('one ends early with a reason, from today on, and another may take its place', async () => {
  const storeId = await newStore();
  const agreement = await lend(storeId, -10, 100);
  for (const on of [-1, 100])
    await expect(end(agreement, on)).rejects.toMatchObject({
      code: 'PREMISES_END_RANGE',
      path: ['on'],
      facts: { earliest: day(), latest: day(100) },
    });
  expect(await end(agreement, 5)).toMatchObject({ endedOn: day(5) });
  for (const late of [() => end(agreement, 5), () => renew(agreement, 200)])
    await expect(late()).rejects.toMatchObject({ code: 'PREMISES_ENDED', path: ['agreementId'] });
  const next = await lend(storeId, 5, 50);
  // One that never began leaves the room to another.
  await end(next, 5);
  await lend(storeId, 5, 50);
  const over = await lend(storeId, -100, -50);
  await expect(end(over, 0)).rejects.toMatchObject({ code: 'PREMISES_ENDED' });
});

test('what ends within 60 days, or has ended, is before officers until it goes on', async () => {
  const ending = async () => {
    const seen = await ask(ENDING, { id: shop.home.place.globalId, first: 100 });
    return seen.premisesEnding.edges.map(({ node }: { node: { id: string } }) => node.id);
  };
  const waiting = async (actor: Actor) =>
    (await inboxOf(shop.dataSource.manager, actor, { first: 100, after: null })).edges
      .filter(({ node }) => node.kind === 'premises')
      .map(({ node }) => toGlobalId('PremisesAgreement', node.communityId, node.nodeId));
  const [soon, over, later] = [
    await lend(await newStore(), -10, 60),
    await lend(await newStore(), -100, -50),
    await lend(await newStore(), -10, 61),
  ];
  const seen = await ending();
  expect(seen).toEqual(expect.arrayContaining([idOf(soon), idOf(over)]));
  expect(seen).not.toContain(idOf(later));
  expect(seen.indexOf(idOf(over))).toBeLessThan(seen.indexOf(idOf(soon)));
  expect([...(await waiting(officer()))].sort()).toEqual([...seen].sort());
  for (const { actor } of [shop.home.storekeeper, shop.home.chair, shop.home.cadre])
    expect(await waiting(actor)).toEqual([]);
  await renew(soon, 400);
  await renew(over, 400);
  await end(later, 30);
  const then = await ending();
  expect(then).toContain(idOf(later));
  for (const gone of [soon, over]) expect(then).not.toContain(idOf(gone));
  expect(await waiting(officer())).toEqual(expect.arrayContaining([idOf(later)]));
  const few = await countQueries(shop.dataSource, () =>
    ask(ENDING, { id: shop.home.place.globalId, first: 1 }),
  );
  const many = await countQueries(shop.dataSource, () =>
    ask(ENDING, { id: shop.home.place.globalId, first: 100 }),
  );
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  expect(await ask(ENDING, { id: shop.home.place.globalId }, shop.home.clerk.actor)).toEqual({
    premisesEnding: null,
  });
});

test('only officers of the place may', async () => {
  const agreement = await lend(await newStore(), -10, 10);
  const { home } = shop;
  for (const { actor } of [home.cadre, home.storekeeper, home.treasurer])
    for (const act of [
      () => lend(shop.storeId, 1, 2, {}, actor),
      () => renew(agreement, 20, {}, actor),
      () => end(agreement, 5, actor),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(end(agreement, 5, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('what cannot be agreed on is refused', async () => {
  const storeId = await newStore();
  const unknown = toGlobalId('Organisation', null, randomUUID());
  const cases: [string, string[], Partial<RecordPremisesAgreement>][] = [
    ['ID_UNKNOWN', ['storeId'], { storeId: 'x' }],
    ['ID_UNKNOWN', ['ownerId'], { ownerId: unknown }],
    ['TEXT_LENGTH', ['address'], { address: 'x'.repeat(201) }],
    ['TEXT_LENGTH', ['terms'], { terms: ' ' }],
    ['PERIOD_EMPTY', ['period', 'until'], { period: { from: day(1), until: day(1) } }],
    ['DAY_UNREADABLE', ['period', 'from'], { period: { from: '2026-02-30', until: day(1) } }],
    [
      'WRONG_CURRENCY',
      ['monthlyRent', 'currency'],
      { monthlyRent: { amount: '1', currency: 'USD' } },
    ],
  ];
  for (const [code, path, more] of cases)
    await expect(lend(storeId, -1, 1, more)).rejects.toMatchObject({ code, path });
  const agreement = await lend(storeId, -10, 10);
  await expect(renew(agreement, 10)).rejects.toMatchObject({ code: 'PERIOD_EMPTY' });
  await expect(
    run(shop, officer(), (work) =>
      renewPremisesAgreement(work, { agreementId: 'x', until: day(20) }),
    ),
  ).rejects.toMatchObject({ code: 'ID_UNKNOWN', path: ['agreementId'] });
});
