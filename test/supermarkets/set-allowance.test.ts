import { STRANGER, type Actor } from '../../src/kernel/actor';
import { latestRule, ruleOfMonth } from '../../src/supermarkets/allowance.reader';
import { setAllowance, type SetAllowance } from '../../src/supermarkets/set-allowance';
import { newShop, run, type Shop } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
});
afterAll(() => shop.database.drop());

/** The last second of October in Shanghai. */
const OCTOBER = new Date('2026-10-31T23:59:59+08:00');
const NOVEMBER = new Date('2026-11-01T00:00:00+08:00');

const asked = (more: Partial<SetAllowance> = {}): SetAllowance => ({
  communityId: shop.home.place.globalId,
  code: 'grain',
  name: 'Grain',
  pieces: 4,
  extraPieces: 2,
  ...more,
});
const set = (
  more: Partial<SetAllowance> = {},
  now = OCTOBER,
  actor: Actor = shop.home.cadre.actor,
) => run(shop, actor, (work) => setAllowance(work, asked(more)), now);

async function pieces(classId: string, ...months: string[]) {
  const keys = months.map((month) => `${classId}/${month}`);
  const found = await ruleOfMonth.read(shop.dataSource.manager, shop.home.id, keys);
  return keys.map((key) => found.find((rule) => rule.key === key)?.pieces ?? null);
}

test('a class begins this month, and changes with a coming one', async () => {
  const opened = await set({ code: 'oil' });
  const { manager } = shop.dataSource;
  expect(await manager.query('select kind from asset where id = $1', [opened.id])).toEqual([
    { kind: 'allowance' },
  ]);
  expect(await set({ code: 'oil', name: 'Cooking oil', pieces: 5 })).toEqual({
    ...opened,
    name: 'Cooking oil',
  });
  await set({ code: 'oil', pieces: 9, fromMonth: '2027-02' });
  expect(await pieces(opened.id, '2026-09', '2026-10', '2026-11', '2027-01', '2027-02')).toEqual([
    null,
    4,
    5,
    5,
    9,
  ]);
  // What has not begun may be set again.
  await set({ code: 'oil', pieces: 6 });
  expect(await pieces(opened.id, '2026-10', '2026-11', '2027-02')).toEqual([4, 6, 9]);
  expect(await latestRule.read(manager, shop.home.id, [opened.id])).toMatchObject([
    { pieces: 9, validFrom: '2027-02-01' },
  ]);
});

test('the month is that of the community, to the second', async () => {
  const october = await set({ code: 'boundary-a' }, OCTOBER);
  const november = await set({ code: 'boundary-b' }, NOVEMBER);
  expect(await pieces(october.id, '2026-10')).toEqual([4]);
  expect(await pieces(november.id, '2026-10', '2026-11')).toEqual([null, 4]);
});

test.each<[string, string, Partial<SetAllowance>]>([
  ['ID_UNKNOWN', 'communityId', { communityId: 'x' }],
  ['ALLOWANCE_CODE', 'code', { code: '' }],
  ['ALLOWANCE_CODE', 'code', { code: 'two words' }],
  ['ALLOWANCE_CODE', 'code', { code: 'x'.repeat(31) }],
  ['TEXT_LENGTH', 'name', { name: ' ' }],
  ['ALLOWANCE_RANGE', 'pieces', { pieces: -1 }],
  ['ALLOWANCE_RANGE', 'pieces', { pieces: 1001 }],
  ['ALLOWANCE_RANGE', 'pieces', { pieces: 0.5 }],
  ['ALLOWANCE_RANGE', 'extraPieces', { extraPieces: -1 }],
  ['MONTH_UNREADABLE', 'fromMonth', { fromMonth: '2026-13' }],
  ['ALLOWANCE_TOO_EARLY', 'fromMonth', { fromMonth: '2026-09' }],
])('%s at %s: %j', async (code, field, wrong) => {
  await expect(set(wrong)).rejects.toMatchObject({ code, path: [field] });
});

test('a class that stands does not change this month', async () => {
  await set();
  const late = set({ fromMonth: '2026-10' });
  await expect(late).rejects.toMatchObject({
    code: 'ALLOWANCE_TOO_EARLY',
    facts: { earliest: '2026-11' },
  });
});

test('cadres and officers may, others may not', async () => {
  await set({ code: 'by-officer' }, OCTOBER, shop.world.officer.actor);
  const { home, world } = shop;
  for (const { actor } of [home.storekeeper, home.treasurer, world.other.cadre])
    await expect(set({}, OCTOBER, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(set({}, OCTOBER, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a class opened ten times at once is one class; a community has at most 50', async () => {
  const opened = await Promise.all(Array.from({ length: 10 }, () => set({ code: 'at-once' })));
  expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
  const [{ n }] = await shop.dataSource.query('select count(*)::int as n from allowance_class');
  for (let i = n; i < 50; i += 1) await set({ code: `class-${i}` });
  await expect(set({ code: 'one-more' })).rejects.toMatchObject({ code: 'ALLOWANCE_CLASSES_FULL' });
  await set({ code: 'class-49', pieces: 1 });
});
