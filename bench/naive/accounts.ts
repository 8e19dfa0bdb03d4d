import { HOUSEHOLDS, SHAPE } from '../posting/shape';

/**
 * The naive arms' accounts are numbered, so that pgbench can name one by a random number without
 * looking anything up: the number is the end of the account's id.
 */
export const NUMBERS = {
  issued: 1,
  source: 2,
  wallets: 10_000,
  debitedOfSpread: 20_000,
  creditedOfSpread: 30_000,
  goodsGiven: 40_000,
  lots: 41_000,
  redeemed: 42_000,
  allowanceUsed: 43_000,
  poolAvailable: 44_000,
  operatorOwed: 45_000,
  residents: 50_000,
  allowances: 60_000,
} as const;

/** One asset each for credits, goods, allowances and money: an entry balances in each. */
const ASSETS = ['credits', 'goods', 'allowance', 'money'] as const;

export const assetId = (name: (typeof ASSETS)[number]) =>
  `00000000-0000-7000-9000-00000000000${ASSETS.indexOf(name)}`;

export const ACCOUNT_OF_NUMBER = `
  create function bench.account(number integer) returns uuid language sql immutable as $$
    select ('00000000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid $$`;

interface Range {
  readonly kind: string;
  readonly first: number;
  readonly many: number;
  readonly asset: (typeof ASSETS)[number];
  readonly side: 1 | -1;
  readonly floored: boolean;
}

const half = SHAPE.accounts / 2;

/** Kinds, sides and limits as in the chart of accounts. */
const RANGES: readonly Range[] = [
  one('creditsIssued', NUMBERS.issued, 1, 'credits', 1, false),
  one('wallet', NUMBERS.wallets, SHAPE.accounts, 'credits', -1, true),
  one('lotStock', NUMBERS.debitedOfSpread, half, 'goods', 1, true),
  one('goodsReceived', NUMBERS.creditedOfSpread, half, 'goods', -1, false),
  one('goodsGiven', NUMBERS.goodsGiven, SHAPE.products, 'goods', 1, false),
  one('lotStock', NUMBERS.lots, SHAPE.products, 'goods', 1, true),
  one('creditsRedeemed', NUMBERS.redeemed, 1, 'credits', -1, false),
  one('allowanceUsed', NUMBERS.allowanceUsed, SHAPE.allowanceClasses, 'allowance', -1, false),
  one('poolAvailable', NUMBERS.poolAvailable, 1, 'money', -1, true),
  one('operatorOwed', NUMBERS.operatorOwed, 1, 'money', -1, true),
  one('wallet', NUMBERS.residents, SHAPE.residents, 'credits', -1, true),
  one(
    'householdAllowance',
    NUMBERS.allowances,
    HOUSEHOLDS * SHAPE.allowanceClasses,
    ...(['allowance', -1, true] as const),
  ),
  ...ASSETS.map((asset, i) => one('source', NUMBERS.source + i, 1, asset, 1 as const, false)),
];

function one(
  kind: string,
  first: number,
  many: number,
  asset: Range['asset'],
  side: Range['side'],
  floored: boolean,
): Range {
  return { kind, first, many, asset, side, floored };
}

/** Opens all of them; the ones that are drawn on get more than any run takes. */
export function openAccounts(community: string): string[] {
  const opened = RANGES.map(
    ({ kind, first, many, asset, side, floored }) => `
      insert into ledger_account
        (community_id, id, kind, holder_id, about, asset_id, normal_side, floored, opened_at)
      select '${community}', bench.account(n), '${kind}', bench.account(n), '', '${assetId(asset)}',
        ${side}, ${floored}, clock_timestamp()
      from generate_series(${first}, ${first + many - 1}) n`,
  );
  const drawn = RANGES.filter(({ floored }) => floored);
  const filled = drawn.map(({ first, many, asset, side }) => {
    const source = `bench.account(${NUMBERS.source + ASSETS.indexOf(asset)})`;
    const legs = side === 1 ? `bench.account(n), ${source}` : `${source}, bench.account(n)`;
    return `select bench.post_two('${community}', 'own/opening/' || n, 'opening', '{}', ${legs},
      '${assetId(asset)}', 1000000000) from generate_series(${first}, ${first + many - 1}) n`;
  });
  return [...opened, ...filled];
}
