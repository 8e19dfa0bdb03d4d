import { nowByServer } from '../device/clock';
import type { Customer } from '../device/customers';
import type { Waiting } from '../device/queue';
import type { Goods, Rule, Shelf } from '../device/shelf';
import type { Basket, BasketLine } from './basket';
import type { Left, Preview, Remark } from './preview';

/**
 * What the device makes of it without a network, by the prices, rules and figures that it was told
 * last, less what waits to be sent. A group's lower price is not known here, so that nobody's group
 * is kept on a device: the books may take less than this, and never more.
 */
export function previewByDevice(
  { lines }: Basket,
  customer: Customer,
  shelf: Shelf,
  waiting: readonly Waiting[],
): Preview {
  const goodsOf = new Map(shelf.goods.map((goods) => [goods.id, goods]));
  const taken = known(lines, goodsOf);
  const since = waiting.filter(({ occurredAt }) => occurredAt > customer.seenAt);
  const theirs = since.filter(({ residentId }) => residentId === customer.id);
  const lineCredits = new Map(
    taken.map(({ goods, quantity }) => [goods.id, goods.price * quantity]),
  );
  const credits = [...lineCredits.values()].reduce((sum, each) => sum + each, 0);
  const held = customer.credits - theirs.reduce((sum, each) => sum + each.credits, 0);
  const left = customer.mayTake.map(({ code, name, remaining }) => {
    const now = piecesOf(taken, (goods) => goods.allowanceClass?.code === code);
    const before = piecesOf(
      theirs.flatMap((each) => known(each.lines, goodsOf)),
      (goods) => goods.allowanceClass?.code === code,
    );
    return { code, name, remaining: remaining - before - now, touched: now > 0 };
  });
  const gone = since.filter(({ occurredAt }) => occurredAt > shelf.readAt);
  const inStock = ({ id, stock }: Goods) =>
    stock -
    piecesOf(
      gone.flatMap((each) => known(each.lines, goodsOf)),
      (goods) => goods.id === id,
    );
  return {
    ...{ by: 'device', credits, walletAfter: held - credits, lineCredits, left, ending: null },
    refusals: [
      ...(customer.frozen ? [remark('till.frozen')] : []),
      ...(credits > held
        ? [remark('INSUFFICIENT_CREDITS', { required: credits, available: held })]
        : []),
      ...taken.flatMap(({ goods, quantity }) =>
        refusedGoods({ goods, quantity, inStock: inStock(goods) }, customer, left, shelf.rules),
      ),
    ],
    warnings: [],
  };
}

interface Taken {
  readonly goods: Goods;
  readonly quantity: number;
}

function known(lines: readonly BasketLine[], goodsOf: ReadonlyMap<string, Goods>): Taken[] {
  return lines.flatMap(({ productId, quantity }) => {
    const goods = goodsOf.get(productId);
    return goods ? [{ goods, quantity }] : [];
  });
}

const piecesOf = (taken: readonly Taken[], counts: (goods: Goods) => boolean): number =>
  taken.filter(({ goods }) => counts(goods)).reduce((sum, { quantity }) => sum + quantity, 0);

const remark = (
  code: string,
  facts: Remark['facts'] = {},
  productId: string | null = null,
): Remark => ({ code, facts, productId });

/** What stands against one product. */
function refusedGoods(
  { goods, quantity, inStock }: Taken & { readonly inStock: number },
  { mayTake }: Customer,
  left: readonly Left[],
  rules: readonly Rule[],
): Remark[] {
  const code = goods.allowanceClass?.code;
  const its = mayTake.find((each) => each.code === code);
  const over = left.find((each) => each.code === code && each.remaining < 0);
  const isOut = rules.some(
    (rule) => isBlackoutNow(rule) && (!rule.productClass || rule.productClass.code === code),
  );
  return [
    ...(quantity > inStock
      ? [remark('OUT_OF_STOCK', { available: Math.max(0, inStock), required: quantity }, goods.id)]
      : []),
    ...(over ? [remark('till.allowance-over', { name: over.name }, goods.id)] : []),
    ...(isOut || its?.given === false ? [remark('till.not-given', {}, goods.id)] : []),
  ];
}

function isBlackoutNow({ kind, value, validFrom, validUntil }: Rule): boolean {
  const now = nowByServer().getTime();
  const holds = Date.parse(validFrom) <= now && (!validUntil || now < Date.parse(validUntil));
  return kind === 'BLACKOUT' && value !== null && holds;
}
