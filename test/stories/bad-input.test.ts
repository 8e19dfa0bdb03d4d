import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLeafType } from 'graphql';
import { readGlobalId, toGlobalId } from '../../src/kernel/global-id';
import { books, findings, type Books } from './support/books';
import type { Client } from './support/client';
import { GOOD, valueAt, withValue, type Good, type Input } from './support/good';
import { leavesOf, type Leaf } from './support/leaves';
import { MUTATIONS, SCHEMA, refusals } from './support/mutate';
import { newStage, type Stage } from './support/stage';
import {
  AS_A_WHOLE,
  BESIDE,
  EITHER,
  entryFor,
  MAY_BE_ZERO,
  OF_ANOTHER,
  RANGES,
  TEXT_CODES,
} from './support/told';

/**
 * Every field of every mutation, one after the other, is filled with what does not belong there.
 * Each time the answer names the field and the reason, in two languages; never is it our fault; and
 * afterwards no row of any table is another one.
 */

let stage: Stage;
let before: Books;
const clients = new Map<string, Client>();

beforeAll(async () => {
  stage = await newStage();
  for (const [name, { as }] of Object.entries(GOOD)) clients.set(name, await stage.as(as(stage)));
  before = await books(stage.source);
}, 60_000);
afterAll(() => stage.close());

afterEach(async () => {
  const then = before;
  before = await books(stage.source);
  expect(before).toEqual(then);
  expect(stage.logged.splice(0)).toEqual([]);
});

const goodOf = (name: string): Good => GOOD[name]!;
const inputOf = (name: string): Input => goodOf(name).input(stage.home, stage);

/** Fills one field with each of the values, and tells what came of each. */
async function tell(name: string, path: string, values: readonly unknown[]): Promise<string[]> {
  const inputs = values.map((value) => withValue(inputOf(name), path, value));
  return await refusals(clients.get(name)!, goodOf(name).mutation, inputs);
}

/**
 * Mutations that the stage of these stories has nothing to do with yet, by the test that fills
 * their fields with what does not belong there.
 */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  // They come after a council's resolution.
  'public-funds/public-funds-api.test.ts': [
    ...['tableFundProject', 'executeFundProject', 'recordFundVisit', 'settleFundVisit'],
  ],
  'donations/donation.resolver.test.ts': ['startDonation'],
  'donations/pay-donation.test.ts': ['payDonation', 'cancelDonation'],
  'donations/change-pledge.test.ts': ['pausePledge', 'resumePledge', 'cancelPledge'],
  'donations/request-refund.test.ts': ['requestRefund'],
  'donations/check-refund.test.ts': ['approveRefund', 'declineRefund'],
  'donations/record-receipt.test.ts': ['recordReceipt'],
  'donations/resolve-payment-task.test.ts': ['resolvePaymentTask'],
  'payments/record-payout-arrival.test.ts': ['recordPayoutArrival'],
  // Something is due only when a provider has said that money came.
  'donations/campaign.test.ts': ['recordMatchReceived'],
  // Each of its exchanges is answered by itself, and what is refused is kept.
  'supermarkets/record-exchanges.test.ts': ['recordExchanges'],
};

/** A stand-in for the stage: the tables are written before there is one. */
const SHAPE: never = new Proxy({}, { get: () => SHAPE }) as never;
const names = Object.keys(GOOD);
const fields = names.flatMap((name) => {
  const { mutation, input } = goodOf(name);
  return leavesOf(mutation, input(SHAPE, SHAPE)).map((leaf) => ({ name, mutation, ...leaf }));
});

test('every mutation of the schema is tried here, or where its own refusals are', () => {
  const here = new Set(names.map((name) => goodOf(name).mutation));
  const elsewhere = Object.entries(ELSEWHERE).flatMap(([file, mutations]) => {
    const text = readFileSync(join(__dirname, '..', file), 'utf8');
    expect(mutations.filter((mutation) => !text.includes(mutation))).toEqual([]);
    return mutations;
  });
  expect(elsewhere.filter((mutation) => here.has(mutation))).toEqual([]);
  expect([...here, ...elsewhere].sort()).toEqual(MUTATIONS);
});

describe('another type than the schema has', () => {
  const DAYS = ['2026-02-30', '2026-13-01', '0000-01-01', '20261122', 'tomorrow', '２０２６-11-22'];
  const MOMENTS = ['2026-02-30T00:00:00Z', '2026-11-22', '2026-11-22T09:30:00', 'now'];
  const WRONG: Readonly<Record<string, readonly unknown[]>> = {
    ID: [{}, 1.5, true, []],
    String: [7, {}, true, ['text']],
    Int: ['5', 1.5, 2_147_483_648, true, {}],
    Boolean: ['true', 1],
    Date: [7, '', ...DAYS],
    DateTime: [7, '', ...MOMENTS],
  };
  const CHOICE = ['NONSENSE', 7, {}];
  const isLeaf = ({ type, list }: Leaf) => !list && isLeafType(SCHEMA.getType(type));
  // One id or text in place of a list of them is a list of one.
  const noObject = ({ type, list }: Leaf) =>
    list && isLeafType(SCHEMA.getType(type)) ? [] : ['text'];
  const wrong = (leaf: Leaf): readonly unknown[] => [
    ...(isLeaf(leaf) ? (WRONG[leaf.type] ?? CHOICE) : noObject(leaf)),
    ...(leaf.filled ? [null] : []),
    ...(leaf.required ? [undefined] : []),
  ];

  test.each(names)('%s', async (name) => {
    const own = fields.filter((each) => each.name === name);
    const single = own.filter(isLeaf);
    // All single fields are wrong at once, in each way one after the other; then each of the rest.
    const most = Math.max(...single.map((leaf) => wrong(leaf).length));
    const cases = [
      ...Array.from({ length: most }, (_, i) =>
        single.flatMap((leaf) => (wrong(leaf).length > i ? [[leaf, wrong(leaf)[i]] as const] : [])),
      ),
      ...own
        .filter((leaf) => !isLeaf(leaf))
        .flatMap((leaf) => wrong(leaf).map((value) => [[leaf, value] as const])),
    ];
    const inputs = cases.map((faults) =>
      faults.reduce((input, [{ path }, value]) => withValue(input, path, value), inputOf(name)),
    );
    const told = await refusals(clients.get(name)!, goodOf(name).mutation, inputs);
    for (const [i, faults] of cases.entries())
      expect(told[i]?.split(', ').sort()).toEqual(
        faults.map(([{ path }]) => `BAD_USER_INPUT ${path}`).sort(),
      );
    const more = { ...inputOf(name), surprise: 1 };
    expect(await refusals(clients.get(name)!, goodOf(name).mutation, [more])).toEqual([
      'BAD_USER_INPUT surprise',
    ]);
  });
});

const ids = fields.filter(({ type, list }) => type === 'ID' && !list);

describe('an id of nothing', () => {
  /** Ids that lead nowhere, like one that leads somewhere. */
  const nowhere = (id: string): unknown[] => {
    const { type, communityId } = readGlobalId(id)!;
    const other = type === 'Person' ? 'Place' : 'Person';
    return [
      toGlobalId(type, communityId, randomUUID()),
      toGlobalId(type, communityId ? null : randomUUID(), randomUUID()),
      toGlobalId(other, null, stage.world.officer.id),
      ...['garbage', 'x'.repeat(5000), '\u0000', '\ud800', `${id}A`, ` ${id}`],
      Buffer.from(`${type}:${randomUUID()}`).toString('base64url'),
    ];
  };

  test.each(ids)('$name: $path', async ({ name, path }) => {
    const values = nowhere(String(valueAt(inputOf(name), path)));
    const unknown = `ID_UNKNOWN ${path}`;
    const [, ...rest] = values.map(() => unknown);
    const first = BESIDE[`${name} ${path}`] ?? unknown;
    expect(await tell(name, path, values)).toEqual([first, ...rest]);
  });
});

describe('an id of another community', () => {
  const closed = ids.filter(({ name, path }) => !EITHER.includes(`${name} ${path}`));

  test.each(closed)('$name: $path', async ({ name, path }) => {
    const elsewhere = valueAt(goodOf(name).input(stage.other, stage), path);
    expect(elsewhere).not.toBe(valueAt(inputOf(name), path));
    const expected = OF_ANOTHER[`${name} ${path}`] ?? 'FORBIDDEN';
    expect(await tell(name, path, [elsewhere])).toEqual([expected]);
  });
});

describe('an amount that is none', () => {
  const NOT_POSITIVE = ['-1', '-0.01'];
  const ZERO = ['0', '0.00'];
  const TOO_LARGE = ['99999999999999999999', '100000000000.01'];
  const TOO_FINE = ['0.001', '1.999'];
  const UNREADABLE = [
    ...['', 'ten', 'NaN', '0x10', '1e3', '1,000.00', '1.0.0', '1.', '+1', '1-'],
    ...['１００', '¥1', '1\u0000', '1\ud800', '9'.repeat(10_000)],
  ];
  /** Where zero or less may be meant: the figures do not add up, or are not in order. */
  const NOTHING: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      ['declareSurplus', 'amendDeclaration'].flatMap((name) =>
        ['revenue', 'costs', 'surplus'].map((figure) => [
          `${name} ${figure}.amount`,
          'SURPLUS_MISMATCH surplus',
        ]),
      ),
    ),
    ...Object.fromEntries(
      ['openPool', 'setPoolThresholds'].map((name) => [
        `${name} thresholds.1.from.amount`,
        'THRESHOLDS_ORDER thresholds.1.from.amount',
      ]),
    ),
  };
  const SIGNED = ['declareSurplus surplus.amount', 'amendDeclaration surplus.amount'];
  const money = fields.filter(({ type, path }) => type === 'String' && /(^|\.)amount$/.test(path));

  test.each(money)('$name: $path', async ({ name, path }) => {
    const field = `${name} ${path}`;
    const nothing = NOTHING[field] ?? `AMOUNT_NOT_POSITIVE ${path}`;
    const negative = SIGNED.includes(field) ? nothing : `AMOUNT_NOT_POSITIVE ${path}`;
    // A pool's first threshold is from nothing up.
    const zero = field.endsWith(' thresholds.0.from.amount') ? [] : ZERO;
    const values = [...NOT_POSITIVE, ...zero, ...TOO_LARGE, ...TOO_FINE, ...UNREADABLE];
    expect(await tell(name, path, values)).toEqual([
      ...NOT_POSITIVE.map(() => negative),
      ...zero.map(() => nothing),
      ...TOO_LARGE.map(() => `AMOUNT_TOO_LARGE ${path}`),
      ...TOO_FINE.map(() => `AMOUNT_TOO_FINE ${path}`),
      ...UNREADABLE.map(() => `AMOUNT_UNREADABLE ${path}`),
    ]);
  });

  /** Where the first currency given decides, the next one differs; a debt in it, there is none. */
  const FIRST: Readonly<Record<string, string>> = {
    'declareSurplus revenue.currency': 'WRONG_CURRENCY costs.currency',
    'openPool currency': 'WRONG_CURRENCY thresholds.0.from.currency',
    'settleClearing amount.currency': 'DUE_EXCEEDED amount',
  };
  const currencies = fields.filter(({ type }) => type === 'Currency');

  test.each(currencies)('$name: $path', async ({ name, path }) => {
    const expected = FIRST[`${name} ${path}`] ?? `WRONG_CURRENCY ${path}`;
    expect(await tell(name, path, ['JPY', 'USD'])).toEqual([expected, expected]);
  });
});

describe('a number out of its range', () => {
  const numbers = fields.filter(({ type }) => type === 'Int');

  test.each(numbers)('$name: $path', async ({ name, path }) => {
    const zero = MAY_BE_ZERO.includes(`${name} ${path}`) ? [] : [0];
    const values = [-1, -2_147_483_648, ...zero, 2_147_483_647];
    const code = entryFor(RANGES, name, path);
    const at = AS_A_WHOLE.test(path) ? path.replace(/\.\w+$/, '') : path;
    expect(await tell(name, path, values)).toEqual(values.map(() => `${code} ${at}`));
  });
});

describe('a text that is none', () => {
  /** Refused as a whole, and never so often that the login is locked. */
  const SIGNING: Readonly<Record<string, string>> = {
    'signIn login': 'SIGN_IN_FAILED password',
    'signIn password': 'SIGN_IN_FAILED password',
  };
  const GUESSED = ['newPassword', 'oldPassword', 'signIn password'];
  const TEXTS = ['x'.repeat(10_001), '   ', '\u0000', '\u0007\u001b', '\ud800'];
  const texts = fields.filter(
    ({ type, list, path }) => type === 'String' && !list && !/(amount|idempotencyKey)$/.test(path),
  );

  test.each(texts)('$name: $path', async ({ name, path }) => {
    const guessed = GUESSED.includes(path) || GUESSED.includes(`${name} ${path}`);
    const values = guessed ? TEXTS.slice(0, 2) : TEXTS;
    const code = entryFor(TEXT_CODES, name, path) ?? 'TEXT_LENGTH';
    const expected = SIGNING[`${name} ${path}`] ?? `${code} ${path}`;
    expect(await tell(name, path, values)).toEqual(values.map(() => expected));
  });
});

describe('a key that is none', () => {
  const KEYS = [
    ...['', 'short', 'with a space', ' leading-space', 'tab\ttabtab', 'x'.repeat(201)],
    ...['全角全角全角全角', 'nul\u0000nulnul', 'half\ud800half', 'x'.repeat(100_000)],
  ];
  const keyed = fields.filter(({ path }) => path === 'idempotencyKey');

  test.each(keyed)('$name', async ({ name, path }) => {
    expect(await tell(name, path, KEYS)).toEqual(KEYS.map(() => `KEY_UNUSABLE ${path}`));
  });
});

describe('somebody who may not', () => {
  // A vote has no name on it: whoever has signed in is refused for that.
  const OPEN = ['signIn', 'castVote'];
  const acts = names.filter((name) => !OPEN.includes(name));

  test.each(acts)('%s', async (name) => {
    const { mutation } = goodOf(name);
    expect(await refusals(stage.stranger, mutation, [inputOf(name)])).toEqual(['UNAUTHENTICATED']);
    const outsider = await stage.as(stage.world.outsider);
    before = await books(stage.source);
    const own = ['changePassword', 'signOut'].includes(name);
    if (!own) expect(await refusals(outsider, mutation, [inputOf(name)])).toEqual(['FORBIDDEN']);
  });
});

test('the books are right', async () => {
  expect(await findings(stage.source)).toEqual([]);
});
