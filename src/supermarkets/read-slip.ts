import { DateTime } from 'luxon';
import type { Context } from '../api/context';
import { reversalOf } from '../books/entry.reader';
import { authorise } from '../kernel/actor';
import { addDays } from '../kernel/calendar';
import type { TenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { SlipFacts, SlipGoods } from '../papers/exchange-slip';
import { displayName } from '../society/display-name';
import { place } from '../society/place.reader';
import { keepsResident } from '../society/resident.policy';
import { residentById } from '../society/resident.reader';
import { allowancesAfter, walletAfter } from './after-exchange.reader';
import { exchangeNumber } from './exchange-number';
import { exchangeById, type Exchange, type ExchangedPart } from './exchange.reader';
import { productById } from './product.reader';
import { storeById } from './store.reader';
import { exchangeReader, walletReader } from './supermarkets.policy';

/**
 * What the slip of an exchange says to whoever may read the exchange (A1). The full name stands on
 * it for the resident and who keeps the register; paper that leaves the till has what the public
 * sees of it. The wallet and the allowance are for whom the wallet is. Refuses: `ID_UNKNOWN`.
 */
export async function readSlip(
  context: Context,
  { communityId, id }: TenantRef,
  { locale, url }: Pick<SlipFacts, 'locale' | 'url'>,
): Promise<SlipFacts> {
  const exchange = await context.load(exchangeById, communityId, id);
  if (!exchange) throw new Refusal('ID_UNKNOWN', { type: 'Exchange' }, ['exchangeId']);
  authorise(context.actor, await exchangeReader.allows(context, exchange as never));
  const [at, store, goods, resident, reversal] = await Promise.all([
    place(context, communityId),
    context.load(storeById, communityId, exchange.storeId),
    goodsOf(context, exchange.lines),
    nameOn(context, exchange),
    context.load(reversalOf, communityId, id),
  ]);
  if (!at || !store) throw new Error(`The exchange ${id} was at no store`);
  const clock = (moment: Date) =>
    DateTime.fromJSDate(moment, { zone: at.timeZone }).toFormat('yyyy-MM-dd HH:mm');
  return {
    ...{ locale, url, resident, goods, credits: exchange.credits },
    store: store.name,
    number: exchangeNumber(exchange, store.code, at.timeZone),
    occurredAt: clock(exchange.occurredAt),
    // Once it is taken back, what it left is no longer so.
    ...(reversal ? NOTHING_LEFT : await leftAfter(context, exchange)),
    voided: reversal && {
      at: clock(reversal.occurredAt),
      reason: String(reversal.facts.reason),
    },
  };
}

async function nameOn(context: Context, { communityId, residentId }: Exchange): Promise<string> {
  const resident = await context.load(residentById, communityId, residentId);
  if (!resident) throw new Error(`There is no resident ${residentId}`);
  const named = await keepsResident.allows(context, resident as never);
  return named ? resident.name : displayName(resident.name);
}

type Left = Pick<SlipFacts, 'walletAfter' | 'allowances'>;
const NOTHING_LEFT: Left = { walletAfter: null, allowances: [] };

async function leftAfter(context: Context, exchange: Exchange): Promise<Left> {
  if (!(await walletReader.allows(context, exchange as never))) return NOTHING_LEFT;
  const left = await allowancesAfter(context, exchange);
  return {
    walletAfter: await walletAfter(context, exchange),
    allowances: left.map(({ name, remaining, until }) => ({
      ...{ name, remaining, lastDay: addDays(until, -1) },
    })),
  };
}

/** A product that came from several lots stands once. */
async function goodsOf(context: Context, parts: readonly ExchangedPart[]): Promise<SlipGoods[]> {
  const taken = new Map<string, { readonly quantity: number; readonly credits: number }>();
  for (const { productId, quantity, credits } of parts) {
    const so = taken.get(productId) ?? { quantity: 0, credits: 0 };
    taken.set(productId, { quantity: so.quantity + quantity, credits: so.credits + credits });
  }
  const communityId = parts[0]?.communityId ?? '';
  return await Promise.all(
    [...taken].map(async ([productId, { quantity, credits }]) => {
      const product = await context.load(productById, communityId, productId);
      if (!product) throw new Error(`There is no product ${productId}`);
      const { name, unit } = product;
      return { name, unit, quantity, price: credits / quantity };
    }),
  );
}
