import Stripe from 'stripe';
import { clientOf, closeAll, gift, give, open, type Opened, pledge } from './stand-in-open';

afterAll(closeAll);

let world: Opened;
beforeAll(async () => {
  world = await open();
});

type Create = Stripe.Checkout.SessionCreateParams;
const create = (params: object) => world.stripe.checkout.sessions.create(params as Create);
const line = (price: object, rest: object = {}) => ({
  line_items: [
    {
      quantity: 1,
      price_data: {
        currency: 'cny',
        unit_amount: 8800,
        product_data: { name: 'Rice' },
        ...price,
      },
      ...rest,
    },
  ],
});

describe('a session is refused with', () => {
  const { success_url: _, ...nowhere } = gift();
  const { mode: __, ...modeless } = gift();
  test.each<[string, object, object]>([
    [
      'a parameter that is gone',
      gift({ payment_method_types: ['card'] } as Create),
      {
        code: 'parameter_unknown',
        param: 'payment_method_types',
      },
    ],
    [
      'a parameter unknown inside',
      { ...gift(), ...line({ amount: 1 }) },
      {
        code: 'parameter_unknown',
        param: 'line_items[0][price_data][amount]',
      },
    ],
    ['an old word', gift({ ui_mode: 'hosted' }), { param: 'ui_mode' }],
    ['an unknown locale', gift({ locale: 'zh-CN' }), { param: 'locale' }],
    [
      'an unknown method',
      gift({ allowed_payment_method_types: ['cash'] }),
      {
        param: 'allowed_payment_method_types[0]',
      },
    ],
    [
      'no method left',
      pledge({ allowed_payment_method_types: ['alipay'] }),
      {
        param: 'allowed_payment_method_types',
      },
    ],
    ['no way back', nowhere, { code: 'parameter_missing', param: 'success_url' }],
    ['no mode', modeless, { code: 'parameter_missing', param: 'mode' }],
    [
      'no quantity',
      { ...gift(), ...line({}, { quantity: undefined }) },
      {
        code: 'parameter_missing',
        param: 'line_items[0][quantity]',
      },
    ],
    [
      'a broken amount',
      { ...gift(), ...line({ unit_amount: 88.5 }) },
      {
        code: 'parameter_invalid_integer',
        param: 'line_items[0][price_data][unit_amount]',
      },
    ],
    [
      'too small an amount',
      { ...gift(), ...line({ unit_amount: 399 }) },
      {
        code: 'amount_too_small',
      },
    ],
    [
      'too large an amount',
      { ...gift(), ...line({ unit_amount: 100_000_000 }) },
      {
        code: 'amount_too_large',
      },
    ],
    [
      'three places that are not ten',
      { ...gift(), ...line({ currency: 'kwd', unit_amount: 5001 }) },
      {
        code: 'parameter_invalid_integer',
      },
    ],
    [
      'hundredths of a króna',
      { ...gift(), ...line({ currency: 'isk', unit_amount: 88_050 }) },
      {
        code: 'parameter_invalid_integer',
      },
    ],
    [
      'an upper-case currency',
      { ...gift(), ...line({ currency: 'CNY' }) },
      {
        param: 'line_items[0][price_data][currency]',
      },
    ],
    [
      'a price in payment mode that recurs',
      { ...gift(), ...line({ recurring: { interval: 'month' } }) },
      {
        param: 'line_items[0][price_data][recurring]',
      },
    ],
    [
      'a pledge that does not recur',
      { ...pledge(), ...line({}) },
      {
        code: 'parameter_missing',
        param: 'line_items[0][price_data][recurring]',
      },
    ],
    [
      'a payment’s data in a pledge',
      pledge({ payment_intent_data: { description: 'x' } }),
      {
        param: 'payment_intent_data',
      },
    ],
    [
      'a pledge’s data in a payment',
      gift({ subscription_data: { description: 'x' } }),
      {
        param: 'subscription_data',
      },
    ],
    ['a pledge that is donated', pledge({ submit_type: 'donate' }), { param: 'submit_type' }],
    ['an end too soon', gift({ expires_at: 1 }), { param: 'expires_at' }],
    ['no email', gift({ customer_email: 'nobody' }), { code: 'email_invalid' }],
    ['an empty text', gift({ client_reference_id: '' }), { code: 'parameter_invalid_empty' }],
    ['no address', gift({ success_url: 'linli:thanks' }), { code: 'url_invalid' }],
    [
      'a word for a flag',
      gift({ adaptive_pricing: { enabled: 'no' } } as never),
      {
        param: 'adaptive_pricing[enabled]',
      },
    ],
    ['too long a key', gift({ metadata: { ['k'.repeat(41)]: 'x' } }), {}],
  ])('%s', async (_what, params, error) => {
    await expect(create(params)).rejects.toMatchObject({
      statusCode: 400,
      rawType: 'invalid_request_error',
      ...error,
    });
  });

  test('nothing else: the same without the fault is accepted', async () => {
    await create(gift());
    await create({ ...gift(), ...line({ currency: 'jpy', unit_amount: 50 }) });
    await create({ ...gift(), ...line({ currency: 'kwd', unit_amount: 5000 }) });
    await create({ ...gift(), ...line({ unit_amount: 400 }) });
    await create(pledge());
  });
});

test('what is unknown is not found', async () => {
  const missing = { statusCode: 404, code: 'resource_missing' };
  const { stripe } = world;
  await expect(stripe.checkout.sessions.retrieve('cs_x')).rejects.toMatchObject(missing);
  await expect(stripe.charges.retrieve('ch_x')).rejects.toMatchObject(missing);
  await expect(stripe.refunds.create({ charge: 'ch_x' })).rejects.toMatchObject(missing);
  await expect(stripe.events.list({ starting_after: 'evt_x' })).rejects.toMatchObject(missing);
  await expect(stripe.customers.list()).rejects.toMatchObject({
    statusCode: 404,
    rawType: 'invalid_request_error',
  });
  await expect(stripe.refunds.create({})).rejects.toMatchObject({ code: 'parameter_missing' });
  // @ts-expect-error The client knows better, and the stand-in does too.
  const unknown = stripe.refunds.list({ donation: 'd1' });
  await expect(unknown).rejects.toMatchObject({ code: 'parameter_unknown', param: 'donation' });
});

test('a name that every object has is as unknown as any other', async () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    const answer = await fetch(`${world.standIn.url}/v1/refunds`, {
      method: 'POST',
      headers: { Authorization: 'Bearer sk_local_test' },
      body: new URLSearchParams({ [`${name}[x]`]: '1' }),
    });
    expect(await answer.json()).toMatchObject({
      error: { code: 'parameter_unknown', param: name },
    });
  }
});

test('a request needs a key that is not for real money, and this version', async () => {
  const url = `${world.standIn.url}/v1/balance`;
  const ask = (headers: Record<string, string>) => fetch(url, { headers });
  expect((await ask({})).status).toBe(401);
  expect((await ask({ Authorization: 'Bearer sk_live_123' })).status).toBe(401);
  const key = { Authorization: 'Bearer sk_local_test' };
  expect((await ask({ ...key, 'Stripe-Version': '2020-08-27' })).status).toBe(400);
  const good = await ask(key);
  expect(good.status).toBe(200);
  expect(good.headers.get('stripe-version')).toBe(Stripe.API_VERSION);
  expect(good.headers.get('request-id')).toMatch(/^req_/);
});

test('one idempotency key gives one answer, and no second request', async () => {
  const { stripe } = world;
  const idempotencyKey = 'don:1:checkout:1';
  const first = await stripe.checkout.sessions.create(gift(), { idempotencyKey });
  const again = await stripe.checkout.sessions.create(gift(), { idempotencyKey });
  expect(again.id).toBe(first.id);
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
  const other = stripe.checkout.sessions.create(gift({ locale: 'en' }), { idempotencyKey });
  await expect(other).rejects.toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' });
  const { charge } = await give(world);
  await expect(
    stripe.refunds.create({ charge: charge.id }, { idempotencyKey }),
  ).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  // A refusal is remembered as well, but not one for the request's form.
  const key = { idempotencyKey: 'refund:1' };
  const over = { charge: charge.id, amount: 8801 };
  await expect(stripe.refunds.create({ ...over, reason: 'x' }, key)).rejects.toThrow('reason');
  await expect(stripe.refunds.create(over, key)).rejects.toThrow('greater than');
  await expect(stripe.refunds.create(over, key)).rejects.toThrow('greater than');
  await expect(stripe.refunds.create({ charge: charge.id }, key)).rejects.toThrow(
    'same parameters',
  );
});

test('a key is forgotten after a day', async () => {
  const mine = await open();
  const key = { idempotencyKey: 'k' };
  const first = await mine.stripe.checkout.sessions.create(gift(), key);
  await mine.standIn.advanceClock(24 * 3600);
  expect((await mine.stripe.checkout.sessions.create(gift(), key)).id).not.toBe(first.id);
});

describe('faults', () => {
  const sessions = async () =>
    (await world.stripe.checkout.sessions.list({ limit: 100 })).data.length;

  test.each(['500', 'garbage', 'reset', 'hang'] as const)(
    '%s: the request never came',
    async (kind) => {
      const before = await sessions();
      const stripe = clientOf(world.standIn, { timeout: 150 });
      // The client asks a second time by itself where the connection broke.
      world.standIn.fault({ next: kind === 'reset' ? 2 : 1, kind });
      await expect(stripe.checkout.sessions.create(gift())).rejects.toBeInstanceOf(
        Stripe.errors.StripeError,
      );
      expect(await sessions()).toBe(before);
    },
  );

  test('200-empty: the answer has nothing in it', async () => {
    world.standIn.fault({ next: 1, kind: '200-empty' });
    expect(await create(gift())).not.toHaveProperty('id');
  });

  test.each(['500', 'garbage', 'reset'] as const)(
    '%s after: only the answer is lost',
    async (kind) => {
      const before = await sessions();
      const key = { idempotencyKey: `lost ${kind}` };
      const only = 'POST /v1/checkout/sessions';
      world.standIn.fault({ next: kind === 'reset' ? 2 : 1, kind, after: true, only });
      await expect(world.stripe.checkout.sessions.create(gift(), key)).rejects.toBeInstanceOf(
        Stripe.errors.StripeError,
      );
      const again = await world.stripe.checkout.sessions.create(gift(), key);
      expect(again.object).toBe('checkout.session');
      expect(await sessions()).toBe(before + 1);
    },
  );
});
