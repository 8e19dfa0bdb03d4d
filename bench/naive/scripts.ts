import { intakeFacts, serviceFacts } from '../posting/facts';
import { SHAPE } from '../posting/shape';
import { assetId, NUMBERS } from './accounts';
import { literal } from './literal';

/** What a client of a naive arm does over and over: draws numbers, sends statements. */
export interface Script {
  /** Whole numbers drawn at random, both ends included; statements name them as `:name`. */
  readonly draws: Readonly<Record<string, readonly [number, number]>>;
  readonly statements: readonly string[];
  /** What else statements name: parameters of one value each. */
  readonly values?: Readonly<Record<string, string>>;
  /** Settings of its sessions, as `PGOPTIONS` has them. */
  readonly session?: string;
  /** One in so many is sent twice; null: none. */
  readonly repeats: number | null;
}

/** As random as a client's own UUID, and as long. */
const KEY = `'client/' || md5(:key::text)::uuid::text`;
const KEYS = { key: [1, 1_000_000_000_000_000] } as const;
const last = (many: number) => [0, many - 1] as const;

/**
 * Facts of the entry's own, as every caller sends other ones: the end of their first id is drawn
 * with the key, and they are parsed with each entry.
 */
function text(facts: unknown): string {
  const json = JSON.stringify(facts);
  const [end = ''] = /[0-9a-f]{12}(?=")/.exec(json) ?? [];
  const at = json.indexOf(end);
  const own = `lpad((:key::bigint % 1000000000000)::text, ${end.length}, '0')`;
  return `(${literal(json.slice(0, at))} || ${own} || ${literal(json.slice(at + end.length))})::jsonb`;
}

/** Facts as ours, with what the rule writes down. */
const SERVICE = {
  ...serviceFacts('019abf00-0000-7000-8000-000000000001'),
  ...{ schemeId: '019abf00-0000-7000-8000-000000000002', month: '2026-11', capped: false },
  credits: { asset: 'bench:credits/0', minor: '20' },
};
const INTAKE = {
  ...intakeFacts('019abf00-0000-7000-8000-000000000003', '019abf00-0000-7000-8000-000000000004'),
  quantity: { asset: 'bench:goods/0', minor: '1' },
};

export function hotScript(community: string): Script {
  return {
    draws: { ...KEYS, other: last(SHAPE.accounts) },
    statements: [
      `select bench.post_two('${community}', ${KEY}, 'serviceCredited', ${text(SERVICE)},
        bench.account(${NUMBERS.issued}), bench.account(${NUMBERS.wallets} + :other),
        '${assetId('credits')}', 20)`,
    ],
    repeats: SHAPE.oneRepeatedIn,
  };
}

export function spreadScript(community: string): Script {
  const half = SHAPE.accounts / 2;
  return {
    draws: { ...KEYS, one: last(half), other: last(half) },
    statements: [
      `select bench.post_two('${community}', ${KEY}, 'goodsReceived', ${text(INTAKE)},
        bench.account(${NUMBERS.debitedOfSpread} + :one),
        bench.account(${NUMBERS.creditedOfSpread} + :other), '${assetId('goods')}', 1)`,
    ],
    repeats: SHAPE.oneRepeatedIn,
  };
}

/** The legs of a till exchange in their order; ours and these are compared by a test. */
const TILL = [
  { kind: 'goodsGiven', asset: 'goods', side: 1, floored: false, amount: 1 },
  { kind: 'lotStock', asset: 'goods', side: 1, floored: true, amount: -1 },
  { kind: 'wallet', asset: 'credits', side: -1, floored: true, amount: 8 },
  { kind: 'creditsRedeemed', asset: 'credits', side: -1, floored: false, amount: -8 },
  { kind: 'householdAllowance', asset: 'allowance', side: -1, floored: true, amount: 1 },
  { kind: 'allowanceUsed', asset: 'allowance', side: -1, floored: false, amount: -1 },
  { kind: 'poolAvailable', asset: 'money', side: -1, floored: true, amount: 2800 },
  { kind: 'operatorOwed', asset: 'money', side: -1, floored: true, amount: -2800 },
] as const;

const CLASSES = SHAPE.allowanceClasses;
const TILL_ACCOUNTS = [
  `${NUMBERS.goodsGiven} + :product::integer`,
  `${NUMBERS.lots} + :product::integer`,
  `${NUMBERS.residents} + :resident::integer`,
  `${NUMBERS.redeemed}`,
  `${NUMBERS.allowances} + :resident::integer / ${SHAPE.householdSize} * ${CLASSES}
    + :product::integer % ${CLASSES}`,
  `${NUMBERS.allowanceUsed} + :product::integer % ${CLASSES}`,
  `${NUMBERS.poolAvailable}`,
  `${NUMBERS.operatorOwed}`,
];

export function tillScript(community: string, facts: unknown): Script {
  const list = (values: readonly unknown[]) => `'{${values.join(',')}}'`;
  return {
    draws: { ...KEYS, resident: last(SHAPE.residents), product: last(SHAPE.products) },
    statements: [
      `select bench.post_many('${community}', ${KEY}, 'goodsExchanged', ${text(facts)},
        array[${TILL_ACCOUNTS.map((number) => `bench.account(${number})`).join(', ')}],
        ${list(TILL.map(({ kind }) => kind))}, ${list(TILL.map(({ asset }) => assetId(asset)))},
        ${list(TILL.map(({ side }) => side))}, ${list(TILL.map(({ floored }) => floored))},
        ${list(TILL.map(({ amount }) => amount))})`,
    ],
    repeats: SHAPE.oneRepeatedIn,
  };
}
