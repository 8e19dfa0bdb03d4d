import { randomUUID } from 'node:crypto';
import { requestRefund } from '../../src/donations/request-refund';
import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { appointMember } from '../../src/society/appoint-member';
import { registerOrganisation } from '../../src/society/register-organisation';
import { cny, newPool, runner } from '../foundations/money';
import { countQueries, JOINED } from '../support/queries';
import { actorOf, SINCE } from '../support/world';
import { ask } from './ask';
import { openDesk, type Desk, type Gift } from './desk';
import { running, type Pledge } from './pledges';

const WANG = { email: 'wang@example.org', name: '王芳', message: 'For the old.' };

let desk: Desk;
let gift: Gift;
let other: Gift;
let monthly: Pledge;
beforeAll(async () => {
  desk = await openDesk();
  gift = await desk.paid({ ...WANG, publicName: 'Fang' });
  other = await desk.paid({ email: 'li@example.org', name: '李明', message: 'A secret.' });
  monthly = await running(desk, { ...WANG, schedule: 'monthly' });
  await desk.counter.standIn.advanceSubscription(monthly.subscriptionId ?? '', 'paid');
  await desk.counter.deliver();
  await runner(desk.source)(desk.world.home.treasurer.actor, (work) =>
    requestRefund(work, {
      ...{ idempotencyKey: randomUUID(), donationId: gift.globalId, amount: cny('8.00') },
      reason: 'A mistake.',
    }),
  );
  await desk.counter.work();
});
afterAll(() => desk.close());

const asks = <Data>(actor: Actor, source: string, variables?: object) =>
  ask<Data>(desk.source, actor, source, variables);

const FIELDS = `state giverName email message publicName amount { amount currency }
  refunded { amount } refunds { amount { amount } state reason }
  acknowledgements { number pdfUrl } acknowledgement { corrects { number } }`;
const FOLLOW = `query ($token: String!) { donation(followToken: $token) {
  id followToken ${FIELDS} } }`;

describe('whoever has the token of a gift', () => {
  test('sees all of it, with what went back and its papers', async () => {
    const { data, codes } = await asks(STRANGER, FOLLOW, { token: gift.token });
    expect(codes).toEqual([]);
    expect(data).toMatchObject({
      donation: {
        ...{ id: gift.globalId, followToken: gift.token, state: 'PAID', giverName: '王芳' },
        ...{ email: 'wang@example.org', message: 'For the old.', refunded: { amount: '8.00' } },
        refunds: [{ amount: { amount: '8.00' }, state: 'SUCCEEDED', reason: 'A mistake.' }],
        acknowledgements: [1, 2].map(() => ({
          pdfUrl: expect.stringContaining(`/gifts/${gift.token}/papers/`) as string,
        })),
      },
    });
  });

  test('sees nothing of who asked for a refund, or of the books', async () => {
    for (const field of ['maker { name }', 'checker { name }', 'entry { id }']) {
      const asked = `{ donation(followToken: "${gift.token}") { refunds { ${field} } } }`;
      expect((await asks(STRANGER, asked)).codes).toEqual(['UNAUTHENTICATED']);
    }
  });

  test('sees nothing of another gift, nor by an id that came with it', async () => {
    for (const { globalId } of [other, gift]) {
      const asked = `{ donation(followToken: "${gift.token}") { email }
        node(id: "${globalId}") { ... on Donation { state email giverName followToken } } }`;
      const { data, codes } = await asks<{ node: unknown }>(STRANGER, asked);
      expect(data?.node ?? null).toBeNull();
      expect(codes).toContain('UNAUTHENTICATED');
      expect(JSON.stringify(data)).not.toContain('li@example.org');
    }
  });

  test('of a monthly gift sees its sisters and may manage it; of a single one not', async () => {
    const asked = (token: string) => `{ donation(followToken: "${token}") {
      pledgeToken pledge { state donations { edges { node { state followToken email } } } } } }`;
    const { data, codes } = await asks(STRANGER, asked(monthly.first.token));
    expect(codes).toEqual([]);
    const paid = { state: 'PAID', email: 'wang@example.org' };
    expect(data).toMatchObject({
      donation: {
        pledgeToken: monthly.token,
        pledge: { state: 'ACTIVE', donations: { edges: [{ node: paid }, { node: paid }] } },
      },
    });
    expect((await asks(STRANGER, asked(gift.token))).data).toEqual({
      donation: { pledgeToken: null, pledge: null },
    });
  });

  test('of a pledge sees it, and a word that is none is none', async () => {
    const asked = (token: string) => `{ pledge(pledgeToken: "${token}") { way state
      amount { amount } donations { edges { node { amount { amount } } } } } }`;
    const { data, codes } = await asks(STRANGER, asked(monthly.token));
    expect(codes).toEqual([]);
    expect(data).toMatchObject({ pledge: { way: 'CARD', amount: { amount: '88.00' } } });
    for (const token of ['', 'nothing', 'A'.repeat(54), gift.token, monthly.first.token])
      expect((await asks(STRANGER, asked(token))).data).toEqual({ pledge: null });
    for (const token of ['', 'A'.repeat(54), monthly.token])
      expect((await asks(STRANGER, FOLLOW, { token })).data).toEqual({ donation: null });
  });
});

test('whoever has just begun a gift sees what they wrote, and where to pay', async () => {
  const { data, codes } = await asks(
    STRANGER,
    `mutation ($input: StartDonationInput!) { startDonation(input: $input) {
      donation { id followToken ${FIELDS} } checkoutUrl userErrors { code } } }`,
    {
      input: {
        ...{ idempotencyKey: randomUUID(), to: { poolId: desk.pool.globalId }, ...WANG },
        ...{ amount: cny('9.00'), schedule: 'ONCE', locale: 'EN' },
      },
    },
  );
  expect(codes).toEqual([]);
  expect(data).toMatchObject({
    startDonation: {
      ...{ checkoutUrl: expect.stringContaining('http') as string, userErrors: [] },
      donation: {
        ...{ state: 'OPEN', email: WANG.email, followToken: expect.any(String) as string },
        ...{ refunds: [], acknowledgements: [], acknowledgement: null },
      },
    },
  });
});

describe('by its id a gift is seen', () => {
  const NODE = `query ($id: ID!) { node(id: $id) { ... on Donation { ${FIELDS} } } }`;
  const home = () => desk.world.home;

  test.each<[string, () => Actor]>([
    ['a stranger', () => STRANGER],
    ['a resident', () => home().members[0].actor],
    ['a clerk', () => home().clerk.actor],
    ['a cadre', () => home().cadre.actor],
    ['a board member', () => home().boardMembers[0].actor],
    ['an officer', () => desk.world.officer.actor],
    ["another foundation's treasurer", () => desk.world.other.treasurer.actor],
  ])('not by %s, nor anything that belongs to it', async (_who, actor) => {
    const ids = [gift.globalId, toGlobalId('Pledge', monthly.communityId, monthly.id)];
    for (const [type, table] of [
      ['Refund', 'gift_refund'],
      ['Acknowledgement', 'acknowledgement'],
    ] as const) {
      const [row] = await desk.source.query<{ id: string }[]>(`select id from ${table} limit 1`);
      ids.push(toGlobalId(type, gift.communityId, row?.id ?? ''));
    }
    for (const id of ids) {
      const asked = `{ node(id: "${id}") { id
        ... on Donation { email } ... on Refund { donation { email } }
        ... on Acknowledgement { number } ... on Pledge { donations { edges { node { email } } } }
      } }`;
      const { data, codes } = await asks(actor(), asked);
      expect(codes.length).toBeGreaterThan(0);
      expect(new Set(codes)).toEqual(
        new Set([actor() === STRANGER ? 'UNAUTHENTICATED' : 'FORBIDDEN']),
      );
      expect(JSON.stringify(data)).not.toMatch(/@|\d{4}-\d{6}/);
    }
  });

  test.each<[string, () => Actor]>([
    ['the treasurer', () => home().treasurer.actor],
    ['the secretary', () => home().secretary.actor],
    ['the chair', () => home().chair.actor],
    ['an auditor', () => desk.world.auditor.actor],
  ])('by %s, who does not get its token', async (_who, actor) => {
    const asked = NODE.replace(' pdfUrl', '');
    const { data, codes } = await asks(actor(), asked, { id: gift.globalId });
    expect(codes).toEqual([]);
    expect(data).toMatchObject({ node: { email: WANG.email, giverName: WANG.name } });
    for (const field of ['followToken', 'pledgeToken', 'acknowledgement { pdfUrl }']) {
      const secret = `query ($id: ID!) { node(id: $id) { ... on Donation { ${field} } } }`;
      const found = await asks(actor(), secret, { id: gift.globalId });
      expect(found.codes).toEqual(['FORBIDDEN']);
      expect(JSON.stringify(found.data)).not.toContain(gift.token);
    }
  });
});

describe("a place's gifts", () => {
  const LIST = `query ($id: ID!) { node(id: $id) { ... on Place {
    donations(first: 100) { edges { node { email giverName refunds { state }
      acknowledgement { number } pledge { state } pool { name } matched { amount } } } } } } }`;
  interface Listed {
    node: { donations: { edges: { node: { email: string } }[] } };
  }
  const list = (actor: Actor) => asks<Listed>(actor, LIST, { id: desk.world.home.place.globalId });

  test('are listed for those who keep their money, and for auditors', async () => {
    const { data, codes } = await list(desk.world.home.treasurer.actor);
    expect(codes).toEqual([]);
    expect(data.node.donations.edges.length).toBeGreaterThanOrEqual(4);
    expect((await list(desk.world.auditor.actor)).data).toEqual(data);
    for (const { actor } of [desk.world.other.treasurer, desk.world.officer, desk.world.home.cadre])
      expect((await list(actor)).codes).toEqual(['FORBIDDEN']);
    expect((await list(STRANGER)).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('are of several foundations, and each sees its own', async () => {
    const { place } = desk.world.home;
    const second = await runner(desk.source)(SYSTEM, async (work) => {
      const body = { kind: 'foundation', name: 'Second Foundation', placeId: place.globalId };
      const { id } = await registerOrganisation(work, body as never);
      const globalId = toGlobalId('Organisation', null, id);
      const personId = desk.world.outsider.globalId;
      for (const role of ['chair', 'treasurer'] as const)
        await appointMember(work, { organisationId: globalId, personId, role, validFrom: SINCE });
      return { id, globalId, name: body.name };
    });
    const actor = await actorOf(desk.source, desk.world.outsider.id);
    expect((await list(actor)).data.node.donations.edges).toEqual([]);
    const chair = { ...desk.world.outsider, actor };
    const pool = await newPool(desk.source, { chair, foundation: second, place });
    await desk.paid({ to: { poolId: pool.globalId }, email: 'zhao@example.org' });
    const { data, codes } = await list(actor);
    expect(codes).toEqual([]);
    expect(data.node.donations.edges).toMatchObject([{ node: { email: 'zhao@example.org' } }]);
    const ofTheFirst = await list(desk.world.home.treasurer.actor);
    expect(ofTheFirst.codes).toEqual([]);
    expect(JSON.stringify(ofTheFirst.data)).not.toContain('zhao@example.org');
    expect(JSON.stringify((await list(desk.world.auditor.actor)).data)).toContain('zhao');
  });

  test('are read with as many statements for nine as for four', async () => {
    const count = async () =>
      (await countQueries(desk.source, () => list(desk.world.home.treasurer.actor))).statements
        .length;
    const few = await count();
    for (let n = 1; n <= 5; n += 1) await desk.paid({ ...WANG });
    expect(Math.abs((await count()) - few)).toBeLessThanOrEqual(JOINED);
  });
});

describe('in public', () => {
  interface Gifts {
    node: { gifts: { edges: { node: object }[] } };
  }
  const GIFTS = `query ($id: ID!) { node(id: $id) { ... on Pool { gifts(first: 100) {
    edges { node { name message paidOn amount { amount currency } } } } } } }`;

  test('only who asked for it is named, and heard', async () => {
    const pool = await desk.newPool();
    const to = { poolId: pool.globalId };
    await desk.paid({ ...WANG, to, amount: cny('10.00'), publicName: 'Fang' });
    await desk.paid({ ...WANG, to, amount: cny('20.00') });
    await desk.started({ ...WANG, to, amount: cny('30.00'), publicName: 'Unpaid' });
    const { data, codes } = await asks<Gifts>(STRANGER, GIFTS, { id: pool.globalId });
    expect(codes).toEqual([]);
    expect(data.node.gifts.edges.map(({ node }) => node)).toMatchObject([
      { name: null, message: null, amount: { amount: '20.00', currency: 'CNY' } },
      { name: 'Fang', message: WANG.message, amount: { amount: '10.00' } },
    ]);
    expect(JSON.stringify(data)).not.toMatch(/王芳|wang@/);
  });

  test('what went back is not counted', async () => {
    const { data } = await asks<Gifts>(STRANGER, GIFTS, { id: desk.pool.globalId });
    const named = data.node.gifts.edges.filter(
      ({ node }) => (node as { name: string }).name === 'Fang',
    );
    expect(named).toMatchObject([{ node: { amount: { amount: '80.00' } } }]);
  });

  test('a gift shows nothing else of itself', async () => {
    for (const field of ['email', 'giverName', 'id', 'donation { id }']) {
      const asked = `{ node(id: "${desk.pool.globalId}") { ... on Pool {
        gifts { edges { node { ${field} } } } } } }`;
      expect((await asks(STRANGER, asked)).codes[0]).toContain('Cannot query field');
    }
  });
});
