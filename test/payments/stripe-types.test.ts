import type ts from 'typescript';
import { ROUTES } from '../../src/payments/stand-in/routes';
import type { Fields, Shape } from '../../src/payments/stand-in/shape';
import { checkRequest, requestType, typeWithin, wordsOf } from './stripe-types';

const SESSION = {
  mode: 'payment',
  ui_mode: 'hosted_page',
  line_items: [
    {
      quantity: 1,
      price_data: { currency: 'cny', unit_amount: 8800, product_data: { name: 'A gift' } },
    },
  ],
  allowed_payment_method_types: ['card', 'alipay', 'wechat_pay'],
  adaptive_pricing: { enabled: false },
  metadata: { donation: 'd1' },
  payment_intent_data: { metadata: { donation: 'd1' } },
  success_url: 'http://localhost/back',
};
const session = (changes: object) => ({
  method: 'POST',
  path: '/v1/checkout/sessions',
  params: { ...SESSION, ...changes },
});

describe('requests', () => {
  test('that the client has types for are accepted', () => {
    const good = [
      session({}),
      session({ mode: 'subscription', subscription_data: { metadata: {} } }),
      session({ line_items: { 0: { quantity: '1' } }, expires_at: '1790000000' }),
      { method: 'GET', path: '/v1/checkout/sessions/cs_1', params: { expand: ['payment_intent'] } },
      { method: 'POST', path: '/v1/checkout/sessions/cs_1/expire', params: undefined },
      { method: 'POST', path: '/v1/refunds', params: { charge: 'ch_1', reason: 'duplicate' } },
      { method: 'POST', path: '/v1/subscriptions/sub_1', params: { pause_collection: '' } },
      {
        method: 'POST',
        path: '/v1/subscriptions/sub_1',
        params: { pause_collection: { behavior: 'void' }, cancel_at_period_end: 'true' },
      },
      {
        method: 'GET',
        path: '/v1/balance_transactions',
        params: { created: { gte: '1' }, limit: '100', payout: 'po_1' },
      },
    ];
    expect(good.flatMap(checkRequest)).toEqual([]);
  });

  test.each([
    ['a word of an older API', { ui_mode: 'hosted' }, 'ui_mode is "hosted"'],
    ['a parameter that is gone', { payment_method_types: ['card'] }, 'payment_method_types is unk'],
    [
      'an unknown parameter inside',
      { line_items: [{ price_data: { currency: 'cny', amount: 1 } }] },
      'line_items[0][price_data][amount] is unknown',
    ],
    [
      'a word inside a list',
      { allowed_payment_method_types: ['cash'] },
      'allowed_payment_method_t',
    ],
    ['a text for a number', { expires_at: 'soon' }, 'expires_at is "soon", and not number'],
    ['a text for a flag', { adaptive_pricing: { enabled: 'no' } }, 'adaptive_pricing[enabled] is'],
    ['a list for a text', { client_reference_id: ['a'] }, 'client_reference_id may not be a list'],
    ['a missing part', { custom_text: { submit: {} } }, 'custom_text[submit][message] is missing'],
  ])('go red on %s', (_what, changes, says) => {
    const faults = checkRequest(session(changes));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(says);
  });

  test('go red on a path that nobody knows', () => {
    expect(checkRequest({ method: 'POST', path: '/v1/tokens', params: {} })).toHaveLength(1);
  });
});

/** Where a table of the stand-in's and the client's type say different things. */
function differences(fields: Fields, type: ts.Type, at = ''): string[] {
  return Object.entries(fields).flatMap(([name, shape]) => {
    const inner = typeWithin(type, name);
    return inner ? differs(shape, inner, `${at}.${name}`) : [`${at}.${name} is unknown`];
  });
}

function differs(shape: Shape, type: ts.Type, at: string): string[] {
  if (shape.is === 'fields') return differences(shape.of, type, at);
  if (shape.is === 'emptyable') return differs(shape.of, type, at);
  if (shape.is === 'list') {
    const element = typeWithin(type, '[]');
    return element ? differs(shape.of, element, `${at}[]`) : [`${at} is no list`];
  }
  const words = wordsOf(type);
  const same = shape.is === 'choice' ? [...shape.of].sort().join() === words.join() : !words.length;
  return same ? [] : [`${at} takes ${words.join(', ') || 'any text'}`];
}

describe('the tables of the stand-in', () => {
  test('hold what the client has types for, word by word', () => {
    const faults = ROUTES.flatMap(({ method, path, takes }) => {
      const type = requestType(method, path);
      return type ? differences(takes, type, path) : [`${method} ${path}`];
    });
    expect(faults).toEqual([]);
  });

  test('are compared in earnest', () => {
    const type = requestType('POST', '/v1/checkout/sessions')!;
    const bad: Fields = {
      payment_method_types: { is: 'text' },
      ui_mode: { is: 'choice', of: ['hosted'] },
      mode: { is: 'text' },
      line_items: { is: 'list', of: { is: 'fields', of: { amount: { is: 'integer' } } } },
    };
    expect(differences(bad, type)).toHaveLength(4);
  });
});
