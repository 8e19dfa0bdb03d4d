import { MOST, rulesOf } from './money';
import type { LineGiven } from './price';
import { missing } from './read-parameters';
import { badRequest, noSuch } from './refuse';
import type { SessionGiven } from './session-given';

const HALF_HOUR = 30 * 60;
const DAY = 24 * 3600;

/** What the table of parameters cannot say: which of them go together. */
export function checkSession(given: SessionGiven, now: number): void {
  if (given.mode === 'setup' || (given.ui_mode ?? 'hosted_page') !== 'hosted_page')
    throw badRequest('Only hosted pages that take a payment are available on this account.', {
      param: given.mode === 'setup' ? 'mode' : 'ui_mode',
    });
  if (!given.success_url) throw missing('success_url');
  if (!given.line_items?.length) throw missing('line_items');
  if (given.customer && given.customer_email)
    throw badRequest('You may only specify one of these parameters: customer, customer_email.', {
      code: 'parameters_exclusive',
      param: 'customer_email',
    });
  if (given.customer) throw noSuch('customer', given.customer, 'customer');
  checkMode(given);
  given.line_items.forEach((line, i) => checkLine(line, `line_items[${i}]`, given.mode));
  checkTotal(given.line_items);
  checkExpiry(given.expires_at, now);
}

/** Parameters that only one of the two modes takes. */
const ONLY_FOR: readonly (readonly [keyof SessionGiven, string])[] = [
  ['payment_intent_data', 'payment'],
  ['customer_creation', 'payment'],
  ['subscription_data', 'subscription'],
  ['payment_method_collection', 'subscription'],
];

function checkMode(given: SessionGiven): void {
  for (const [param, mode] of ONLY_FOR)
    if (given[param] !== undefined && given.mode !== mode)
      throw badRequest(`You can not pass \`${param}\` in \`${given.mode}\` mode.`, { param });
  const submits = given.submit_type ?? 'auto';
  const fits =
    given.mode === 'payment' ? submits !== 'subscribe' : /^(auto|subscribe)$/.test(submits);
  if (!fits)
    throw badRequest(`\`submit_type\` ${submits} can not be used in \`${given.mode}\` mode.`, {
      param: 'submit_type',
    });
}

function checkLine(line: LineGiven, at: string, mode: string): void {
  if (line.price) throw noSuch('price', line.price, `${at}[price]`);
  const data = line.price_data;
  if (!data) throw missing(`${at}[price_data]`);
  if (line.quantity === undefined) throw missing(`${at}[quantity]`);
  if (!data.product_data) {
    if (data.product) throw noSuch('product', data.product, `${at}[price_data][product]`);
    throw missing(`${at}[price_data][product_data]`);
  }
  if (data.unit_amount === undefined) throw missing(`${at}[price_data][unit_amount]`);
  if (mode === 'subscription' && !data.recurring) throw missing(`${at}[price_data][recurring]`);
  if (mode === 'payment' && data.recurring)
    throw badRequest(
      'You specified `payment` mode but passed a recurring price. Either switch to ' +
        '`subscription` mode or use only one-time prices.',
      { param: `${at}[price_data][recurring]` },
    );
  checkAmount(data.unit_amount, data.currency, `${at}[price_data][unit_amount]`);
}

/** An amount that its currency cannot hold, or that is more than a payment may be. */
export function checkAmount(amount: number, currency: string, param: string): void {
  const { step } = rulesOf(currency);
  const code = 'parameter_invalid_integer';
  if (amount > MOST)
    throw badRequest(`Amount must be no more than ${MOST}`, { code: 'amount_too_large', param });
  if (amount % step !== 0)
    throw badRequest(`Amounts in ${currency} must be evenly divisible by ${step}.`, {
      code,
      param,
    });
}

function checkTotal(lines: readonly LineGiven[]): void {
  const currencies = new Set(lines.map(({ price_data }) => price_data?.currency ?? ''));
  const [currency = '', another] = currencies;
  if (another)
    throw badRequest(
      `You specified a price with currency ${another}, which does not match the currency ` +
        `${currency} of the others.`,
      { param: 'line_items' },
    );
  const total = lines.reduce(
    (sum, { price_data, quantity }) => sum + (price_data?.unit_amount ?? 0) * (quantity ?? 1),
    0,
  );
  const { least } = rulesOf(currency);
  if (total < least)
    throw badRequest(
      `The Checkout Session's total amount due must add up to at least ${least} in the smallest ` +
        `unit of ${currency}`,
      { code: 'amount_too_small', param: 'line_items' },
    );
  checkAmount(total, currency, 'line_items');
}

function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return;
  const param = 'expires_at';
  if (expiresAt < now + HALF_HOUR)
    throw badRequest(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      { param },
    );
  if (expiresAt > now + DAY)
    throw badRequest(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      { param },
    );
}
