import { account } from '../../src/bookkeeping/chart';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { endGoodsDrive } from '../../src/supermarkets/end-goods-drive';
import { GOODS_GIFT_CHECKS } from '../../src/supermarkets/goods-gifts.checks';
import type { ReceiveGoodsGift } from '../../src/supermarkets/goods-gift-input';
import { goodsGiftByToken, linesOfGift } from '../../src/supermarkets/goods-gift.reader';
import { lotById } from '../../src/supermarkets/lot.reader';
import { openGoodsDrive, type OpenGoodsDrive } from '../../src/supermarkets/open-goods-drive';
import { printGoodsSlip, type GiftWithSlip } from '../../src/supermarkets/print-goods-slip';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { receiveGoodsGift } from '../../src/supermarkets/receive-goods-gift';
import { setGoodsValue } from '../../src/supermarkets/set-goods-value';
import { thankForGoods } from '../../src/supermarkets/thank-for-goods';
import {
  balance,
  booksAreRight,
  day,
  entries,
  key,
  newProduct,
  newShop,
  openShop,
  productId,
  residentOf,
  run,
  stock,
  wallet,
  type Shop,
} from './shop';

let shop: Shop;
let rice: ProductRow;
let soap: ProductRow;
let clerk: Actor;
beforeAll(async () => {
  shop = await newShop();
  clerk = shop.home.clerk.actor;
  rice = await newProduct(shop);
  soap = await newProduct(shop, { name: 'Soap' });
  await run(shop, shop.world.officer.actor, (work) =>
    setGoodsValue(work, {
      ...{ communityId: shop.home.place.globalId, productId: productId(rice), credits: 3 },
    }),
  );
});
afterEach(async () => {
  expect(await runChecks(shop.dataSource, GOODS_GIFT_CHECKS)).toEqual([]);
  await booksAreRight(shop);
});
afterAll(() => shop.database.drop());

const give = (more: Partial<ReceiveGoodsGift> = {}, actor = clerk, now?: Date) =>
  run(
    shop,
    actor,
    (work) =>
      receiveGoodsGift(work, {
        ...{ idempotencyKey: key(), storeId: shop.storeId },
        lines: [{ productId: productId(rice), quantity: 4 }],
        ...more,
      }),
    now,
  );
const giver = (person = 0) => residentOf(shop, 4, person);
const residentId = (person = 0) => giver(person).globalId;
const lotsOf = async ({ gift }: GiftWithSlip) => {
  const { manager } = shop.dataSource;
  const lines = await linesOfGift.read(manager, shop.home.id, [gift.id]);
  const lots = await lotById.read(
    manager,
    shop.home.id,
    lines.map(({ lotId }) => lotId),
  );
  return lines.map(({ lotId }) => lots.find(({ id }) => id === lotId)!);
};
const giftId = ({ gift }: GiftWithSlip) => toGlobalId('GoodsGift', gift.communityId, gift.id);
const refused = (promise: Promise<unknown>, code: string, path?: string[]) =>
  expect(promise).rejects.toMatchObject(path ? { code, path } : { code });

test('what one giver brings at once is one entry with a lot for each kind', async () => {
  const before = await entries(shop);
  const given = await give({
    giverName: ' Mr Zhou ',
    lines: [
      { productId: productId(rice), quantity: 4, expiresOn: day(30) },
      { productId: productId(soap), quantity: 7 },
      { productId: productId(rice), quantity: 2, expiresOn: day(60) },
    ],
  });
  expect(given.gift).toMatchObject({
    giverName: 'Mr Zhou',
    named: true,
    thanks: 'acknowledgement',
  });
  const lots = await lotsOf(given);
  expect(lots.map(({ quantity, stock: left, source }) => [quantity, left, source])).toEqual([
    [4, 4, 'DONATED'],
    [7, 7, 'DONATED'],
    [2, 2, 'DONATED'],
  ]);
  expect(new Set(lots.map(({ entryId }) => entryId))).toEqual(new Set([given.gift.entryId]));
  expect(lots.map(({ donorName }) => donorName)).toEqual(Array(3).fill('Mr Zhou'));
  expect(await entries(shop)).toBe(before + 1);
  const received = account('goodsReceived', shop.store.id, 'DONATED');
  expect(await balance(shop, received, soap.id)).toBe(7);
  expect(await stock(shop, lots[1]!.id, soap)).toBe(7);
});

test('asked again it is the same gift, and its first slip stays good', async () => {
  const again = { idempotencyKey: key() };
  const first = await give(again);
  const before = await entries(shop);
  const second = await give(again);
  expect(second.gift).toEqual(first.gift);
  expect(await entries(shop)).toBe(before);
  for (const { followToken } of [first, second])
    expect(await goodsGiftByToken(shop.dataSource.manager, followToken)).toEqual(first.gift);
  await refused(give({ ...again, giverName: 'Another' }), 'KEY_REUSED', ['idempotencyKey']);
});

test('two requests of one key at once are one gift', async () => {
  const again = { idempotencyKey: key() };
  const before = await entries(shop);
  const [one, other] = await Promise.all([give(again), give(again)]);
  expect(other.gift).toEqual(one.gift);
  expect(await entries(shop)).toBe(before + 1);
});

test('numbers have no gaps, whatever is refused or comes at once', async () => {
  const last = (await give()).gift.number;
  await refused(
    give({ lines: [{ productId: productId(soap), quantity: 0 }] }),
    'QUANTITY_OUT_OF_RANGE',
  );
  await refused(
    give({
      ...{ residentId: residentId(), thanks: 'credits' as const },
      lines: [{ productId: productId(soap), quantity: 1 }],
    }),
    'NO_GOODS_VALUE',
    ['thanks'],
  );
  const many = await Promise.all(Array.from({ length: 5 }, () => give()));
  expect(many.map(({ gift }) => gift.number).sort((a, b) => a - b)).toEqual(
    [1, 2, 3, 4, 5].map((more) => last + more),
  );
});

test('the word on a slip is kept as a hash alone', async () => {
  const { followToken, gift } = await give();
  expect(followToken).toMatch(/^[\w-]{64}$/);
  const rows: { row: string }[] = await shop.dataSource.query(
    `select to_jsonb(link)::text || to_jsonb(gift)::text || entry.facts::text as row
     from goods_gift gift
     join goods_gift_link link on link.community_id = $1 and link.gift_id = gift.id
     join ledger_entry entry on entry.community_id = $1 and entry.id = gift.entry_id
     where gift.community_id = $1 and gift.id = $2`,
    [shop.home.id, gift.id],
  );
  expect(rows).toHaveLength(1);
  const raw = Buffer.from(followToken, 'base64url');
  for (const told of [followToken, raw.toString('hex'), raw.subarray(16).toString('hex')])
    expect(rows[0]!.row).not.toContain(told);
});

test('a word that is wrong, of another kind, or of another community leads nowhere', async () => {
  const { followToken } = await give();
  const of = (token: string) => goodsGiftByToken(shop.dataSource.manager, token);
  const raw = Buffer.from(followToken, 'base64url');
  const other = Buffer.concat([
    Buffer.from(shop.world.other.id.replaceAll('-', ''), 'hex'),
    raw.subarray(16),
  ]).toString('base64url');
  const end = followToken.endsWith('A') ? 'B' : 'A';
  for (const token of ['', 'x'.repeat(54), '../..', other, followToken.slice(0, 63) + end])
    expect(await of(token)).toBeNull();
  expect(await of(followToken)).not.toBeNull();
});

test('a slip may be printed again, not without end', async () => {
  const once = { idempotencyKey: key() };
  const given = await give(once);
  const print = (actor = clerk) =>
    run(shop, actor, (work) => printGoodsSlip(work, { giftId: giftId(given) }));
  for (let i = 0; i < 19; i += 1) await print();
  await refused(print(), 'TOO_MANY_SLIPS', ['giftId']);
  await refused(give(once), 'TOO_MANY_SLIPS', ['idempotencyKey']);
  await refused(print(shop.home.cadre.actor), 'FORBIDDEN');
  const unknown = toGlobalId('GoodsGift', shop.home.id, shop.home.id);
  await refused(
    run(shop, clerk, (work) => printGoodsSlip(work, { giftId: unknown })),
    'ID_UNKNOWN',
  );
});

test('a resident is thanked with credits or acknowledged, and it is decided with the slip', async () => {
  const before = await wallet(shop, giver().id);
  const credited = await give({ residentId: residentId(), thanks: 'credits' });
  expect(await wallet(shop, giver().id)).toBe(before + 12);
  const acknowledged = await give({ residentId: residentId() });
  const thank = async (given: GiftWithSlip, thanks: 'credits' | 'acknowledgement', person = 0) => {
    const [lot] = await lotsOf(given);
    return await run(shop, clerk, (work) =>
      thankForGoods(work, {
        ...{ lotId: toGlobalId('Lot', shop.home.id, lot!.id), residentId: residentId(person) },
        thanks,
      }),
    );
  };
  await refused(thank(credited, 'acknowledgement'), 'GIFT_THANKED');
  await refused(thank(acknowledged, 'credits'), 'GIFT_THANKED');
  await refused(thank(credited, 'credits', 1), 'GIFT_THANKED');
  await refused(thank(await give({ giverName: 'Mr Zhou' }), 'credits'), 'GIFT_THANKED');
  await refused(thank(await give(), 'credits'), 'GIFT_THANKED');
  await thank(credited, 'credits');
  await thank(acknowledged, 'acknowledgement');
  expect(await wallet(shop, giver().id)).toBe(before + 12);
});

test('who is not a resident earns no credits, and nobody receives from themselves', async () => {
  for (const who of [
    {},
    { giverName: 'Mr Zhou' },
    { organisationId: shop.home.enterprise.globalId },
  ])
    await refused(give({ ...who, thanks: 'credits' }), 'CREDITS_FOR_RESIDENTS', ['thanks']);
  const { actor } = shop.home.storekeeper;
  const own = { ...actor, residences: [{ communityId: shop.home.id, residentId: giver().id }] };
  await refused(give({ residentId: residentId() }, own), 'OWN_GIFT');
});

test('a giver may stay unnamed', async () => {
  const resident = await give({ residentId: residentId(), named: false });
  expect(resident.gift).toMatchObject({ residentId: giver().id, named: false });
  expect((await lotsOf(resident))[0]!.donorName).toBeNull();
  // Everybody may see which body a lot came from: this one asked that nobody does.
  const body = { organisationId: shop.home.enterprise.globalId };
  const quiet = await give({ ...body, named: false });
  expect(quiet.gift).toMatchObject({ organisationId: shop.home.enterprise.id, named: false });
  expect((await lotsOf(quiet))[0]!.donorOrganisationId).toBeNull();
  const told = await give(body);
  expect((await lotsOf(told))[0]!.donorOrganisationId).toBe(shop.home.enterprise.id);
  expect((await give({ named: true })).gift).toMatchObject({ named: false, giverName: null });
});

const drive = (more: Partial<OpenGoodsDrive> = {}, actor = shop.home.storekeeper.actor) =>
  run(shop, actor, (work) =>
    openGoodsDrive(work, {
      ...{ communityId: shop.home.place.globalId, title: 'Coats for winter', place: 'Gate 3' },
      ...{ startsOn: day(), endsOn: day(2) },
      ...more,
    }),
  );
const driveOf = ({ communityId, id }: { communityId: string; id: string }) =>
  toGlobalId('GoodsDrive', communityId, id);

test('goods come in under a drive on its days, and it tells how many', async () => {
  const opened = await drive({ organiserId: shop.home.team.globalId });
  const driveId = driveOf(opened);
  await give({ driveId });
  await give({ driveId, lines: [{ productId: productId(soap), quantity: 3 }] });
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  await refused(give({ driveId }, clerk, days(3)), 'DRIVE_ENDED', ['driveId']);
  await refused(give({ driveId }, clerk, days(-1)), 'DRIVE_NOT_BEGUN', ['driveId']);
  const end = (now?: Date) =>
    run(shop, shop.home.cadre.actor, (work) => endGoodsDrive(work, { driveId }), now);
  await refused(end(days(-1)), 'DRIVE_NOT_BEGUN');
  expect(await end()).toMatchObject({ endsOn: day(), gifts: 2, pieces: '7' });
  await refused(give({ driveId }, clerk, days(1)), 'DRIVE_ENDED');
  await refused(end(days(1)), 'DRIVE_ENDED');
});

test('a drive has its days, and is opened by who may', async () => {
  const dates = [
    { startsOn: day(2), endsOn: day(1) },
    { startsOn: day(-9), endsOn: day(-1) },
    { startsOn: day(), endsOn: day(93) },
  ];
  for (const each of dates) await refused(drive(each), 'DRIVE_DATES', ['endsOn']);
  await refused(drive({ startsOn: 'soon' }), 'DAY_UNREADABLE');
  await refused(drive({ title: ' ' }), 'TEXT_LENGTH', ['title']);
  await refused(drive({ communityId: shop.world.district.globalId }), 'KEEPS_NO_BOOKS');
  for (const { actor } of [shop.home.clerk, shop.home.leader, shop.world.other.storekeeper])
    await refused(drive({}, actor), 'FORBIDDEN');
});

test('what cannot be received is refused, by its place in the gift', async () => {
  const line = { productId: productId(rice), quantity: 1 };
  const other = await openShop(shop.dataSource, shop.world, shop.world.other, 'OT1');
  const cases: [Partial<ReceiveGoodsGift>, string, string[]][] = [
    [{ lines: [] }, 'NO_LINES', ['lines']],
    [{ lines: Array(51).fill(line) }, 'TOO_MANY_LINES', ['lines']],
    [
      { lines: [line, { ...line, quantity: 1.5 }] },
      'QUANTITY_OUT_OF_RANGE',
      ['lines', '1', 'quantity'],
    ],
    [{ lines: [{ ...line, expiresOn: day(-1) }] }, 'LOT_EXPIRED', ['lines', '0', 'expiresOn']],
    [
      { lines: [{ ...line, expiresOn: '2026-02-30' }] },
      'DAY_UNREADABLE',
      ['lines', '0', 'expiresOn'],
    ],
    [
      { lines: [{ ...line, productId: toGlobalId('Product', shop.home.id, shop.home.id) }] },
      'ID_UNKNOWN',
      ['lines', '0', 'productId'],
    ],
    [
      { lines: [{ ...line, productId: toGlobalId('Product', shop.world.other.id, rice.id) }] },
      'OTHER_COMMUNITY',
      ['lines', '0', 'productId'],
    ],
    [{ residentId: residentId(), giverName: 'Zhou' }, 'ONE_GIVER', ['residentId']],
    [
      { residentId: shop.world.other.households[4]!.residents[0]!.globalId },
      'OTHER_COMMUNITY',
      ['residentId'],
    ],
    [{ giverName: 'x'.repeat(101) }, 'TEXT_LENGTH', ['giverName']],
    [{ idempotencyKey: 'short' }, 'KEY_UNUSABLE', ['idempotencyKey']],
    [{ driveId: toGlobalId('GoodsDrive', shop.home.id, shop.home.id) }, 'ID_UNKNOWN', ['driveId']],
  ];
  const before = await entries(shop);
  for (const [input, code, path] of cases) await refused(give(input), code, path);
  await refused(give({ storeId: other.storeId }), 'FORBIDDEN');
  for (const { actor } of [shop.home.cadre, shop.home.leader, shop.world.officer])
    await refused(give({}, actor), 'FORBIDDEN');
  expect(await entries(shop)).toBe(before);
});

test.each([
  ['goods-gifts-numbered', 'update goods_gift_series set last_number = last_number + 1'],
  ['goods-drives', 'update goods_drive set pieces = pieces + 1'],
  [
    'goods-gifts-shelved',
    "update lot set entry_id = (select id from ledger_entry where rule = 'goodsGiftCredited' limit 1) where id in (select lot_id from goods_gift_line limit 1)",
  ],
  [
    'goods-gifts-thanked',
    'delete from goods_thanks where lot_id in (select lot_id from goods_gift_line)',
  ],
  ['goods-gifts-unnamed', "update lot set donor_name = 'Zhou' where donor_name is null"],
  [
    'goods-gifts-recorded',
    'delete from goods_gift_line where lot_id = (select min(lot_id::text)::uuid from goods_gift_line)',
  ],
])('verify sees it: %s', async (name, spoil) => {
  const runner = shop.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query(spoil);
  const check = GOODS_GIFT_CHECKS.find((each) => each.name === name)!;
  const rows: unknown[] = await runner.query(check.sql);
  await runner.rollbackTransaction();
  await runner.release();
  expect(rows).not.toEqual([]);
});
