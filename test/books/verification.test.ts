import { Client } from 'pg';
import { askForVerification } from '../../src/books/ask-for-verification';
import { checkInWords } from '../../src/books/check-words';
import { runVerifications } from '../../src/books/run-verifications';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { seal } from '../../src/ledger/seal';
import { rolling } from '../../src/reports/rolling';
import { CHECKS } from '../../src/server/checks';
import { openCounter, until } from '../server/givers';
import { newProduct, newShop, receive, run as inWork, type Shop } from '../supermarkets/shop';
import { tokenOf, type CommunityWorld } from '../support/world';
import { ask as askAs, type Answer } from './ask';

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
  await receive(shop, await newProduct(shop, { price: 2 }), 30);
});
afterAll(() => shop.database.drop());

const ASK = `mutation ($input: AskForVerificationInput!) { askForVerification(input: $input) {
  verification { id state } userErrors { code path message }
} }`;
const SEE = `query ($id: ID!) { node(id: $id) { ... on Place { verifications(first: 5) { edges {
  node { id state wrong askedByName begunAt endedAt checks { name says right tookMs rows } }
} } } } }`;

const askFor = (at: CommunityWorld, actor: Actor = shop.world.auditor.actor) =>
  askAs(shop.database, actor, ASK, { input: { communityId: at.place.globalId } });

async function see(at: CommunityWorld, actor = shop.world.auditor.actor): Promise<Answer[]> {
  const { data, codes } = await askAs(shop.database, actor, SEE, { id: at.place.globalId });
  expect(codes).toEqual([]);
  return data.node.verifications.edges.map(({ node }: Answer) => node);
}

/** Since the last verification an entry was sealed. */
async function somethingIsNew(): Promise<void> {
  await receive(shop, await newProduct(shop, { price: 1 }), 1);
  await seal(shop.dataSource, rolling(shop.dataSource));
}

/** The last verification was an hour ago. */
const rested = (at: CommunityWorld) =>
  shop.dataSource.query(
    `update verification set begun_at = now() - interval '1 hour',
       ended_at = now() - interval '1 hour' where community_id = $1 and ended_at is not null`,
    [at.id],
  );

const run = () =>
  runVerifications(shop.dataSource, CHECKS, () => seal(shop.dataSource, rolling(shop.dataSource)));

test('an auditor asks once; the job says of each check that it holds', async () => {
  expect(await see(shop.home)).toEqual([]);
  const asked = (await askFor(shop.home)).data.askForVerification;
  expect(asked).toMatchObject({ verification: { state: 'WAITING' }, userErrors: [] });
  const again = (await askFor(shop.home)).data.askForVerification;
  expect(again.verification.id).toBe(asked.verification.id);
  expect((await see(shop.home))[0].checks).toEqual([]);

  await run();
  const [done, ...more] = await see(shop.home);
  expect(more).toEqual([]);
  expect(done).toMatchObject({ state: 'RIGHT', wrong: 0, askedByName: 'Auditor Zhao' });
  const ofBooks = CHECKS.filter(({ cityWide }) => !cityWide);
  expect(done.checks.map(({ name }: Answer) => name)).toEqual(ofBooks.map(({ name }) => name));
  expect(done.checks.every(({ right, rows }: Answer) => right && rows.length === 0)).toBe(true);
  expect(await see(shop.world.other)).toEqual([]);
});

test('books in which nothing is new are not recounted at once', async () => {
  const { home } = shop;
  const refused = (await askFor(home)).data.askForVerification;
  expect(refused).toEqual({
    verification: null,
    userErrors: [{ code: 'VERIFIED_LATELY', path: ['communityId'], message: expect.any(String) }],
  });
  expect(refused.userErrors[0].message).toMatch(/Ask again in 10 min/);
  expect(await see(home)).toHaveLength(1);
  // What waits for another set of books is no reason for these.
  expect((await askFor(shop.world.other)).data.askForVerification.userErrors).toEqual([]);
  const [{ endedAt }] = await see(home);
  const askedLater = (minutes: number) => {
    const later = new Date(new Date(endedAt as string).getTime() + minutes * 60_000);
    const input = { communityId: home.place.globalId };
    const { actor } = shop.world.auditor;
    return inWork(shop, actor, (work) => askForVerification(work, input), later);
  };
  await expect(askedLater(9.5)).rejects.toMatchObject({
    ...{ code: 'VERIFIED_LATELY', facts: { minutes: 1 } },
  });
  expect(await askedLater(10)).toMatchObject({ communityId: home.id, endedAt: null });
  await run();
});

test('as soon as new entries are sealed they may be verified', async () => {
  const { dataSource, home } = shop;
  await receive(shop, await newProduct(shop, { price: 1 }), 3);
  expect((await askFor(home)).data.askForVerification.verification).toBeNull();
  await seal(dataSource, rolling(dataSource));
  const both = await Promise.all([askFor(home), askFor(home)]);
  const ids = both.map(({ data }) => data.askForVerification.verification.id);
  expect(new Set(ids).size).toBe(1);
  await run();
  expect(await see(home)).toHaveLength(3);
});

test('what is wrong is shown to those whose books it is in, and to nobody else', async () => {
  const { dataSource, home } = shop;
  const { other } = shop.world;
  await somethingIsNew();
  await askFor(home);
  await rested(other);
  await askFor(other);
  await dataSource.query(`update lot set emptied_at = now() where community_id = $1`, [home.id]);
  await run();
  const [wrong] = await see(home);
  expect(wrong).toMatchObject({ state: 'WRONG', wrong: 1 });
  const [check] = wrong.checks.filter(({ right }: Answer) => !right);
  expect(check.name).toBe('emptied-lots');
  const row = JSON.parse(check.rows[0] as string) as Record<string, unknown>;
  expect(row).not.toHaveProperty('community_id');
  expect(row).not.toHaveProperty('nth_of_books');
  expect(Object.keys(row).length).toBeGreaterThan(0);
  expect((await see(other))[0]).toMatchObject({ state: 'RIGHT', wrong: 0 });
  await dataSource.query('update lot set emptied_at = null');
});

test('it is asked for, and seen, by the readers of the books alone', async () => {
  const { clerk } = shop.home;
  expect((await askFor(shop.home, clerk.actor)).codes).toEqual(['FORBIDDEN']);
  const seen = await askAs(shop.database, clerk.actor, SEE, { id: shop.home.place.globalId });
  expect(seen.codes).toEqual(['FORBIDDEN']);
  const { id } = (await see(shop.home))[0];
  const NODE = 'query ($id: ID!) { node(id: $id) { ... on Verification { state } } }';
  expect((await askAs(shop.database, clerk.actor, NODE, { id })).codes).toEqual(['FORBIDDEN']);
  const input = { communityId: toGlobalId('Place', null, shop.home.team.id) };
  const none = await askAs(shop.database, shop.world.auditor.actor, ASK, { input });
  expect(none.data.askForVerification.userErrors).toMatchObject([{ code: 'ID_UNKNOWN' }]);
});

test('over HTTP it is done while one waits', async () => {
  await somethingIsNew();
  const counter = await openCounter(shop.database);
  const token = await tokenOf(shop.dataSource, shop.world.auditor.id);
  const post = async (query: string, variables: object, language: string): Promise<Answer> => {
    const response = await fetch(`${counter.url}/graphql`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'accept-language': language },
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    return await response.json();
  };
  try {
    const id = shop.home.place.globalId;
    const { data } = await post(ASK, { input: { communityId: id } }, 'en');
    expect(data.askForVerification.verification.state).toBe('WAITING');
    const done = await until(
      async () => (await post(SEE, { id }, 'zh-CN')).data.node.verifications.edges[0].node,
      ({ endedAt }: Answer) => endedAt !== null,
    );
    expect(done.state).toBe('RIGHT');
    expect(done.checks[0].says).toBe('每笔分录的每种资产借贷相抵为零。');
    expect(counter.logged).toEqual([]);
  } finally {
    await counter.close();
  }
}, 60_000);

test('every check that is not city-wide tells whose books its rows are of', async () => {
  const client = new Client({ connectionString: shop.database.url });
  await client.connect();
  const mute: string[] = [];
  for (const { name, sql, cityWide } of CHECKS) {
    const { fields } = await client.query(`select * from (${sql}) found limit 0`);
    const tells = fields.some((field) => field.name === 'community_id');
    if (tells === (cityWide ?? false)) mute.push(name);
  }
  await client.end();
  expect(mute).toEqual([]);
});

test('every check says in Chinese what should hold, in Chinese punctuation', () => {
  const faults = CHECKS.filter(({ name, says }) => {
    const chinese = checkInWords(name, says, 'zh-CN');
    return chinese === says || /[,;:?!()]/.test(chinese);
  });
  expect(faults.map(({ name }) => name)).toEqual([]);
});
