import type { Check } from '../ledger/verify';
import { CHART } from './chart';

const chartRows = Object.entries(CHART)
  .map(
    ([kind, { normal, refusal }]) =>
      `('${kind}', ${normal === 'debit' ? 1 : -1}, ${refusal !== null})`,
  )
  .join(', ');

/** What the chart promises, as `verify` checks it. */
export const BOOKKEEPING_CHECKS: readonly Check[] = [
  {
    name: 'chart',
    says: "Every account stands in the chart, on the chart's side and with the chart's limit.",
    sql: `select account.community_id, account.id, account.kind from ledger_account account
      left join (values ${chartRows}) chart (kind, side, floored) on chart.kind = account.kind
      where chart.kind is null or chart.side <> account.normal_side
        or chart.floored <> account.floored`,
  },
  {
    name: 'wallets',
    says: 'In each scheme, the wallets hold what was issued and neither redeemed nor expired.',
    sql: `select community_id, asset_id,
        sum(credits - debits) filter (where kind = 'wallet') as wallets,
        sum(debits - credits) filter (where kind = 'creditsIssued') as issued,
        sum(credits - debits) filter (where kind = 'creditsRedeemed') as redeemed,
        sum(credits - debits) filter (where kind = 'creditsExpired') as expired
      from ledger_account
      where kind in ('wallet', 'creditsIssued', 'creditsRedeemed', 'creditsExpired')
      group by community_id, asset_id
      having sum(credits - debits) <> 0`,
  },
  {
    name: 'pool-spending',
    says: 'What each pool has spent is what was paid for its grants and goods.',
    sql: `select community_id, holder_id, asset_id, sum(debits - credits) as off
      from ledger_account
      where kind in ('grantExpense', 'grantAccountedFor', 'goodsExpense', 'poolSpent')
      group by community_id, holder_id, asset_id having sum(debits - credits) <> 0`,
  },
];
