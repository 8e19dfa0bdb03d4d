import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Basket, OfferedProduct } from './basket';
import { isAbout, type RuleHolding } from './rules-in-force';
import { beyondCustom, type UnusualQuantity } from './usual-quantity.reader';

/**
 * What of a basket is more than usual: than the rule about the goods says, where there is one, and
 * else than the store's custom. A rule about a class goes before one about all goods.
 */
export async function unusualQuantities(
  work: UnitOfWork,
  { till, scheme }: Basket,
  products: readonly OfferedProduct[],
): Promise<UnusualQuantity[]> {
  const { communityId, storeId, rules } = till;
  const ruled = new Map(products.map((product) => [product, ruleFor(rules, product)]));
  const beyond = beyondRules(communityId, ruled);
  const wanted = products.filter((product) => ruled.get(product) === undefined);
  const asked = { communityId, storeId, assetId: scheme.asset.id, wanted };
  return [...beyond, ...(await beyondCustom(work, asked))];
}

function ruleFor(
  rules: readonly RuleHolding[],
  { offered }: OfferedProduct,
): RuleHolding | undefined {
  const about = rules.filter((rule) => rule.kind === 'usual_quantity' && isAbout(rule, offered));
  return about.find(({ classId }) => classId !== null) ?? about[0];
}

/** A class is counted together and stands under the product of which most is asked for. */
function beyondRules(
  communityId: string,
  ruled: ReadonlyMap<OfferedProduct, RuleHolding | undefined>,
): UnusualQuantity[] {
  const counted = new Map<string, UnusualQuantity & { readonly most: number }>();
  for (const [{ productId, quantity }, rule] of ruled) {
    if (!rule) continue;
    const name = rule.classId === null ? productId : rule.id;
    const so = counted.get(name) ?? {
      ...{ communityId, productId, quantity: 0, usual: Number(rule.value), ruleId: rule.id },
      most: 0,
    };
    const leads = quantity > so.most;
    counted.set(name, {
      ...so,
      productId: leads ? productId : so.productId,
      quantity: so.quantity + quantity,
      most: Math.max(so.most, quantity),
    });
  }
  return [...counted.values()]
    .filter(({ quantity, usual }) => quantity > usual)
    .map(({ most: _most, ...unusual }) => unusual);
}
