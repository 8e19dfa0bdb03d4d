import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { GOODS_GIFT_CHECKS } from '../../src/supermarkets/goods-gifts.checks';
import type { Thanks } from '../../src/supermarkets/goods-thanks.entity';
import type { Lot } from '../../src/supermarkets/lot.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { setGoodsValue, type SetGoodsValue } from '../../src/supermarkets/set-goods-value';
import { thankForGoods } from '../../src/supermarkets/thank-for-goods';
import {
  booksAreRight,
  day,
  newClass,
  newProduct,
  newShop,
  productId,
  receive,
  residentOf,
  run,
  wallet,
  type Shop,
} from './shop';

let shop: Shop;
let officer: Actor;
let rice: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  officer = shop.world.officer.actor;
  rice = await newProduct(shop);
  await value({ productId: productId(rice), credits: 3 });
});
afterAll(async () => {
  expect(await runChecks(shop.dataSource, GOODS_GIFT_CHECKS)).toEqual([]);
  await booksAreRight(shop);
  await shop.database.drop();
});

const value = (more: Partial<SetGoodsValue>, actor = officer) =>
  run(shop, actor, (work) =>
    setGoodsValue(work, { communityId: shop.home.place.globalId, credits: 1, ...more }),
  );

const who = (person = 0) => residentOf(shop, 4, person);
const thank = (lot: Lot, thanks: Thanks, resident = who(), actor = shop.home.clerk.actor) =>
  run(shop, actor, (work) =>
    thankForGoods(work, {
      lotId: toGlobalId('Lot', lot.communityId, lot.id),
      residentId: toGlobalId('Resident', resident.communityId, resident.id),
      thanks,
    }),
  );

test('goods given earn credits by the value of a piece, once', async () => {
  const lot = await receive(shop, rice, 5);
  await thank(lot, 'credits');
  await thank(lot, 'credits');
  expect(await wallet(shop, who().id)).toBe(15);
});

test('credits or an acknowledgement, never both, and one giver only', async () => {
  const refused = { code: 'GIFT_THANKED', path: ['lotId'] };
  const [acknowledged, credited] = [await receive(shop, rice, 1), await receive(shop, rice, 1)];
  await thank(acknowledged, 'acknowledgement', who(1));
  await expect(thank(acknowledged, 'credits', who(1))).rejects.toMatchObject(refused);
  expect(await wallet(shop, who(1).id)).toBe(0);
  await thank(credited, 'credits', who(1));
  await expect(thank(credited, 'acknowledgement', who(1))).rejects.toMatchObject(refused);
  await expect(thank(credited, 'credits', who(2))).rejects.toMatchObject(refused);
  const many = await receive(shop, rice, 7);
  const tries = await Promise.allSettled(
    (['credits', 'acknowledgement', 'credits'] as const).map((how, n) => thank(many, how, who(n))),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a class has a value, a product its own before it; from a later day another', async () => {
  await newClass(shop, 'soap', 10);
  await value({ allowanceClass: 'soap', credits: 2 });
  const soap = await newProduct(shop, { name: 'Soap', allowanceClass: 'soap' });
  const fine = await newProduct(shop, { name: 'Fine soap', allowanceClass: 'soap' });
  await value({ productId: productId(fine), credits: 9 });
  await value({ productId: productId(fine), credits: 99, validFrom: day(1) });
  const before = await wallet(shop, who(2).id);
  await thank(await receive(shop, soap, 1), 'credits', who(2));
  await thank(await receive(shop, fine, 1), 'credits', who(2));
  expect(await wallet(shop, who(2).id)).toBe(before + 11);
});

test('what cannot be: no value, no gift, oneself, another community, nobody who may', async () => {
  const oats = await newProduct(shop, { name: 'Oats' });
  const lot = await receive(shop, oats, 1);
  await expect(thank(lot, 'credits')).rejects.toMatchObject({ code: 'NO_GOODS_VALUE' });
  const own = await receive(shop, oats, 1, {
    source: 'OPERATOR_OWNED',
    unitCost: { amount: '1.00', currency: 'CNY' },
  });
  await expect(thank(own, 'acknowledgement')).rejects.toMatchObject({ code: 'NOT_A_GIFT' });
  const { clerk, cadre } = shop.home;
  const living = { communityId: who().communityId, residentId: who().id };
  await expect(
    thank(lot, 'acknowledgement', who(), { ...clerk.actor, residences: [living] }),
  ).rejects.toMatchObject({ code: 'OWN_GIFT' });
  await expect(
    thank(lot, 'acknowledgement', shop.world.other.households[0]!.residents[0]!),
  ).rejects.toMatchObject({ code: 'OTHER_COMMUNITY' });
  await expect(thank(lot, 'acknowledgement', who(), cadre.actor)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('values are set by officers, of one thing, within bounds, from today on', async () => {
  const product = productId(rice);
  await expect(value({ productId: product }, shop.home.cadre.actor)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const refusals: [Partial<SetGoodsValue>, string][] = [
    [{}, 'PRODUCT_OR_CLASS'],
    [{ productId: product, allowanceClass: 'soap' }, 'PRODUCT_OR_CLASS'],
    [{ allowanceClass: 'none' }, 'ID_UNKNOWN'],
    [{ productId: product, credits: 0 }, 'GOODS_VALUE_RANGE'],
    [{ productId: product, credits: 10_001 }, 'GOODS_VALUE_RANGE'],
    [{ productId: product, validFrom: day(-1) }, 'GOODS_VALUE_IN_PAST'],
  ];
  for (const [more, code] of refusals) await expect(value(more)).rejects.toMatchObject({ code });
});

test('the month’s cap covers goods only where the scheme says so', async () => {
  const { dataSource } = shop;
  const lot = () => receive(shop, rice, 100);
  const before = await wallet(shop, who().id);
  await thank(await lot(), 'credits');
  expect(await wallet(shop, who().id)).toBe(before + 300);
  await dataSource.query(
    'update credit_scheme set cap_covers_goods = true, monthly_cap = 400 where id = $1',
    [shop.scheme.id],
  );
  await thank(await lot(), 'credits');
  const third = await lot();
  await expect(thank(third, 'credits')).rejects.toMatchObject({ code: 'MONTHLY_CAP_REACHED' });
  // Nothing was kept of what was refused: the giver may still be acknowledged.
  await thank(third, 'acknowledgement');
});
