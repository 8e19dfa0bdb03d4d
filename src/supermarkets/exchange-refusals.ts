import { addMonths } from '../kernel/calendar';
import { Refusal, type RefusalFacts } from '../kernel/refusal';
import type { OfferedProduct } from './basket';
import type { Plan, PlannedAllowance } from './exchange-plan';
import { shortOfLot } from './fefo-override';

/** There is too little of a product in all its good lots together, or of a lot that is named. */
export function outOfStock(wanted: OfferedProduct): Refusal {
  const { offered, quantity, path } = wanted;
  const short = shortOfLot(wanted);
  if (short) return short;
  const available = offered.lots.reduce((sum, lot) => sum + lot.stock, 0);
  const {
    lots: _lots,
    credits: _credits,
    priceId: _price,
    allowanceOpen: _open,
    ...product
  } = offered;
  return new Refusal('OUT_OF_STOCK', { product, available, required: quantity }, [
    ...path,
    'quantity',
  ]);
}

export function insufficientCredits(available: number, required: number): Refusal {
  return new Refusal('INSUFFICIENT_CREDITS', { available, required }, ['lines']);
}

export function allowanceExceeded(
  plan: Plan,
  { class: each, pieces, path }: PlannedAllowance,
  remaining: number,
): Refusal {
  const until = addMonths(`${plan.basket.month}-01`, 1);
  const facts = { productClass: each.code, remaining, until };
  return new Refusal('ALLOWANCE_EXCEEDED', { ...facts, available: remaining, required: pieces }, [
    ...path,
    'quantity',
  ]);
}

/** The ledger's refusal in the words of the till: which line, which product, until when. */
export function explain(refusal: Refusal, plan: Plan): Refusal {
  const { code, facts } = refusal;
  switch (code) {
    case 'OUT_OF_STOCK': {
      const product = plan.parts.find(({ lot }) => lot.id === facts.holderId)?.product;
      return product ? outOfStock(product) : refusal;
    }
    case 'INSUFFICIENT_CREDITS':
      return insufficientCredits(Number(facts.availableMinor), Number(facts.requiredMinor));
    case 'ALLOWANCE_EXCEEDED': {
      const allowance = plan.allowances.find((each) => each.class.id === assetIdOf(facts));
      return allowance ? allowanceExceeded(plan, allowance, Number(facts.availableMinor)) : refusal;
    }
    // Of the moment, not of what was asked.
    case 'BOOKS_BUSY':
      return refusal;
    default:
      return refusal.path.length > 0 ? refusal : new Refusal(refusal.code, facts, ['lines']);
  }
}

const assetIdOf = ({ asset }: RefusalFacts) => (asset as { id: string }).id;
