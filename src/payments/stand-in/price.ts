import type Stripe from 'stripe';
import type { World } from './world';

/** A line of a session as its table of parameters lets it through. */
export interface LineGiven {
  readonly price?: string;
  readonly quantity?: number;
  readonly metadata?: Record<string, string>;
  readonly price_data?: {
    readonly currency: string;
    readonly product?: string;
    readonly product_data?: { readonly name: string; readonly description?: string };
    readonly recurring?: { readonly interval: string; readonly interval_count?: number };
    readonly tax_behavior?: string;
    readonly unit_amount?: number;
  };
}

/** Amounts of this kind travel as text; the client makes decimals of them. */
const decimal = (minor: number) => String(minor) as unknown as Stripe.Decimal;

/** A line as a session shows it, with the price that its price data made. */
export function newLine(world: World, given: LineGiven): Stripe.LineItem {
  const data = given.price_data;
  if (!data) throw new Error('A line needs price data');
  const unit = data.unit_amount ?? 0;
  const quantity = given.quantity ?? 1;
  return {
    id: world.newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: unit * quantity,
    amount_tax: 0,
    amount_total: unit * quantity,
    currency: data.currency,
    description: data.product_data?.name ?? null,
    metadata: given.metadata ?? {},
    price: newPrice(world, data),
    quantity,
  };
}

function newPrice(world: World, data: NonNullable<LineGiven['price_data']>): Stripe.Price {
  const unit = data.unit_amount ?? 0;
  return {
    id: world.newId('price'),
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: world.now(),
    currency: data.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: data.product ?? world.newId('prod'),
    recurring: data.recurring
      ? {
          interval: data.recurring.interval,
          interval_count: data.recurring.interval_count ?? 1,
          meter: null,
          trial_period_days: null,
          usage_type: 'licensed',
        }
      : null,
    tax_behavior: data.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: data.recurring ? 'recurring' : 'one_time',
    unit_amount: unit,
    unit_amount_decimal: decimal(unit),
  };
}

/** The plan that older readers look for beside a recurring price. */
export function planOf(price: Stripe.Price): Stripe.Plan {
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: 'per_unit',
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: {},
    meter: null,
    nickname: null,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}
