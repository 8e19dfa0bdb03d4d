import { warm } from '../support/warm';
import { books, findings } from './support/books';
import type { Answer, Client } from './support/client';
import { cny, key } from './support/furnish';
import { day, hours } from './support/moments';
import { mutate, outcomeOf } from './support/mutate';
import { newStage, type Stage } from './support/stage';

/** What many do at the same moment, over HTTP: the books decide, and what they say adds up. */

let stage: Stage;
const clients: Record<string, Client> = {};

beforeAll(async () => {
  stage = await newStage();
  const { clerk, storekeeper, chair, boardMembers, treasurer, bookkeeper, leader, cadre } =
    stage.home;
  const people = { clerk, storekeeper, chair, treasurer, bookkeeper, leader, cadre };
  for (const [name, who] of Object.entries({ ...people, board: boardMembers[0] }))
    clients[name] = await stage.as(who);
}, 60_000);
afterAll(() => stage.close());

afterEach(async () => {
  expect(await findings(stage.source)).toEqual([]);
  expect(stage.logged.splice(0)).toEqual([]);
});

/** One request of many. */
interface Asked {
  readonly who: string;
  readonly mutation: string;
  readonly input: object;
}

/** Sends all of them at once, and tells how often what came of them. */
async function atOnce(asked: readonly Asked[]): Promise<Record<string, number>> {
  await warm(stage.source);
  const answers = await Promise.all(
    asked.map(({ who, mutation, input }) => mutate(clients[who]!, mutation, input)),
  );
  const told = answers.map((answer, i) => outcomeOf(answer, asked[i]!.mutation));
  return Object.fromEntries(
    [...new Set(told)].map((each) => [each, told.filter((other) => other === each).length]),
  );
}

const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** An exchange of a piece by a resident, at one till or the other. */
const exchange = (residentId: string, productId: string, i = 0, more: object = {}): Asked => ({
  who: i % 2 === 0 ? 'clerk' : 'storekeeper',
  mutation: 'recordExchange',
  input: {
    idempotencyKey: key(),
    storeId: stage.home.goods.store,
    residentId,
    occurredAt: hours(0),
    lines: [{ productId, quantity: 1 }],
    ...more,
  },
});

/** A resident's credits, and what is left of a product. */
async function held(
  residentId: string,
  productId: string,
): Promise<{ credits: number; stock: number }> {
  const { data } = await clients.storekeeper!.ask(
    `query ($resident: ID!, $store: ID!) {
      wallet: node(id: $resident) { ... on Resident { wallet { balance } } }
      store: node(id: $store) { ... on Store {
        lots(first: 100) { edges { node { stock product { id } } } } } } }`,
    { resident: residentId, store: stage.home.goods.store },
  );
  const { wallet, store } = data as unknown as {
    wallet: { wallet: { balance: number } };
    store: { lots: { edges: { node: { stock: number; product: { id: string } } }[] } };
  };
  const lots = store.lots.edges.filter(({ node }) => node.product.id === productId);
  const stock = lots.reduce((sum, { node }) => sum + node.stock, 0);
  return { credits: wallet.wallet.balance, stock };
}

test('64 exchanges at once for a wallet that affords 10: exactly 10', async () => {
  const { goods, members } = stage.home;
  const { globalId } = members[1].resident;
  const before = await held(globalId, goods.soap);
  expect(before.credits).toBe(10);
  expect(await atOnce(many(64, (i) => exchange(globalId, goods.soap, i)))).toEqual({
    done: 10,
    'INSUFFICIENT_CREDITS lines': 54,
  });
  expect(await held(globalId, goods.soap)).toEqual({ credits: 0, stock: before.stock - 10 });
});

test('the same key 50 times at once: one exchange, 50 equal answers', async () => {
  const { goods, services } = stage.home;
  const { globalId } = services.customer.resident;
  const before = await held(globalId, goods.rice);
  const { input } = exchange(globalId, goods.rice, 0, {
    lines: [
      { productId: goods.rice, quantity: 2 },
      { productId: goods.soap, quantity: 1 },
    ],
  });
  const ask = () =>
    clients.clerk!.ask(
      `mutation ($input: RecordExchangeInput!) { recordExchange(input: $input) {
        exchange { id number credits occurredAt recordedAt
          lines { product { name } quantity credits lot { id } }
          wallet { balance } household { allowance { productClass remaining until } } }
        userErrors { code } } }`,
      { input },
    );
  await warm(stage.source);
  const answers = await Promise.all(many(50, ask));
  const [first] = answers as [Answer];
  expect(first.errors).toEqual([]);
  expect(first.data).toMatchObject({
    recordExchange: { exchange: { credits: 9 }, userErrors: [] },
  });
  for (const answer of answers) expect(answer.data).toEqual(first.data);
  const after = await held(globalId, goods.rice);
  expect(after).toEqual({ credits: before.credits - 9, stock: before.stock - 2 });
});

test('one key, 20 different bodies at once: one stands, the others are told', async () => {
  const { goods, services } = stage.home;
  const { globalId } = services.customer.resident;
  const idempotencyKey = key();
  const asked = many(20, (i) =>
    exchange(globalId, goods.soap, i, {
      idempotencyKey,
      lines: [{ productId: goods.soap, quantity: i + 1 }],
    }),
  );
  const before = await books(stage.source);
  expect(await atOnce(asked)).toEqual({ done: 1, 'KEY_REUSED idempotencyKey': 19 });
  const after = await books(stage.source);
  expect(rows(after.ledger_entry) - rows(before.ledger_entry)).toBe(1);
});

const rows = (says = '') => Number(/^\d+/.exec(says)?.[0]);

test('two tills want the last piece: one gets it', async () => {
  const { goods, services } = stage.home;
  const { globalId } = services.customer.resident;
  expect(await atOnce(many(2, (i) => exchange(globalId, goods.lastPiece, i)))).toEqual({
    done: 1,
    'OUT_OF_STOCK lines.0.quantity': 1,
  });
  expect((await held(globalId, goods.lastPiece)).stock).toBe(0);
});

test('two awards race for the last fen of a pool: one wins', async () => {
  const { pools, team } = stage.home;
  const whole = cny('6000.00');
  const apply = async () => {
    const input = {
      ...{ applicantId: team.globalId, poolId: pools.culture, title: 'All of it' },
      ...{ purpose: 'Everything there is', requested: whole },
      budget: [{ label: 'All', amount: whole }],
      tranches: [{ amount: whole, milestone: 'Done', dueOn: '2099-06-01' }],
    };
    const { data } = await mutate(clients.leader!, 'applyForGrant', input);
    return (data as { applyForGrant: { application: { id: string } } }).applyForGrant.application
      .id;
  };
  const vote = (who: string, applicationId: string): Asked => ({
    who,
    mutation: 'reviewApplication',
    input: { idempotencyKey: key(), applicationId, verdict: 'APPROVE', reason: 'Good' },
  });
  const [one, two] = [await apply(), await apply()];
  expect(await atOnce([vote('chair', one), vote('board', two)])).toEqual({
    done: 1,
    'POOL_SHORT applicationId': 1,
  });
  const { data } = await clients.treasurer!.ask(
    'query ($id: ID!) { node(id: $id) { ... on Pool { available { amount } committed { amount } } } }',
    { id: pools.culture },
  );
  expect(data).toEqual({
    node: { available: { amount: '0.00' }, committed: { amount: '6000.00' } },
  });
});

test('20 remittances at once of a promise that has room for 8: exactly 8', async () => {
  const { declaration } = stage.home;
  const asked = many(20, (): Asked => ({
    who: 'bookkeeper',
    mutation: 'remitSurplus',
    input: {
      ...{ idempotencyKey: key(), declarationId: declaration, amount: cny('5000.00') },
      receivedOn: day(),
    },
  }));
  expect(await atOnce(asked)).toEqual({ done: 8, 'PLEDGE_EXCEEDED amount': 12 });
});

test('a tranche is paid once, however many keys ask for it at once', async () => {
  const [trancheId] = stage.home.grants.requested.tranches;
  const asked = many(10, (): Asked => ({
    who: 'treasurer',
    mutation: 'disburseTranche',
    input: { idempotencyKey: key(), trancheId },
  }));
  expect(await atOnce(asked)).toEqual({ done: 1, 'ALREADY_PAID trancheId': 9 });
});

test('an exchange is taken back once, however many keys ask for it at once', async () => {
  const { goods, services } = stage.home;
  const { globalId } = services.customer.resident;
  const before = await held(globalId, goods.soap);
  const asked = many(10, (): Asked => ({
    who: 'storekeeper',
    mutation: 'voidExchange',
    input: { idempotencyKey: key(), exchangeId: goods.toVoid, reason: 'Taken by mistake' },
  }));
  expect(await atOnce(asked)).toEqual({ done: 1, 'ALREADY_VOIDED exchangeId': 9 });
  expect(await held(globalId, goods.soap)).toEqual({
    credits: before.credits + 1,
    stock: before.stock + 1,
  });
});

test('a service confirmed 20 times at once is credited once', async () => {
  const { services, members, goods } = stage.home;
  const { globalId } = members[1].resident;
  const before = await held(globalId, goods.soap);
  const { toConfirm: serviceId } = services;
  const asked = many(20, (): Asked => ({
    who: 'cadre',
    mutation: 'confirmService',
    input: { serviceId },
  }));
  expect(await atOnce(asked)).toEqual({ done: 20 });
  expect((await held(globalId, goods.soap)).credits).toBe(before.credits + 10);
});

test('money goes both ways between two sets of books at once, and nobody waits for ever', async () => {
  const { home, other } = stage;
  const party = ({ place, foundation }: typeof home) => ({
    communityId: place.globalId,
    foundationId: foundation.globalId,
  });
  clients.otherTreasurer = await stage.as(other.treasurer);
  const pay = (i: number): Asked => ({
    who: i % 2 === 0 ? 'treasurer' : 'otherTreasurer',
    mutation: 'settleClearing',
    input: {
      idempotencyKey: key(),
      payer: party(i % 2 === 0 ? home : other),
      payee: party(i % 2 === 0 ? other : home),
      amount: cny('10.00'),
    },
  });
  expect(await atOnce(many(24, pay))).toEqual({ done: 24 });
});

test('50 wrong guesses at once: five are looked at, then nothing is, not even what is right', async () => {
  const { login } = stage.home.society.signing;
  const guess = (password: string): Asked => ({
    who: 'nobody',
    mutation: 'signIn',
    input: { login, password },
  });
  clients.nobody = stage.stranger;
  const before = await books(stage.source);
  expect(await atOnce(many(50, (i) => guess(`a wrong guess ${i}`)))).toEqual({
    'SIGN_IN_FAILED password': 5,
    'SIGN_IN_LOCKED login': 45,
  });
  expect(await atOnce([guess('a long enough password')])).toEqual({ 'SIGN_IN_LOCKED login': 1 });
  expect(await books(stage.source)).toEqual(before);
});
