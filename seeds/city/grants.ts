import { draft } from '../../src/bookkeeping/record';
import { GRANTS } from '../../src/bookkeeping/rules/grants';
import { amount } from '../../src/kernel/amount';
import { currency } from '../../src/kernel/currency';
import { ownRequest } from '../../src/kernel/request';
import type { City } from './city';
import type { Home } from './home';
import { approvalsFor } from './pools';

const DAY_MS = 86_400_000;
const TITLE = '楼道照明与扶手维修';

export interface Awarded {
  readonly id: string;
  readonly trancheId: string;
  readonly poolId: string;
  readonly half: number;
}

/** The team applies, the board approves, and a grant of twice `half` fen is awarded. */
export function award(city: City, home: Home, poolId: string, half: number, at: number): Awarded {
  const { tables, ids } = city;
  const id = ids.at(at - DAY_MS);
  const fen = 2 * half;
  tables.application.write(
    ...[
      home.id,
      id,
      poolId,
      home.teamId,
      home.leader,
      TITLE,
      '为老旧楼道换灯、装扶手。',
      'CNY',
      fen,
    ],
    ...['awarded', at - DAY_MS, at],
  );
  tables.budget_line.write(home.id, id, 1, '材料与工具', fen);
  const [trancheId = ''] = [1, 2].map((n) => {
    const tranche = ids.at(at - DAY_MS);
    const due = new Date(at + n * 90 * DAY_MS).toISOString().slice(0, 10);
    const milestone = n === 1 ? '启动并完成首批维修' : '全部完成并公示';
    tables.tranche.write(home.id, tranche, id, n, half, milestone, due, null, null, null);
    return tranche;
  });
  for (const member of home.board.slice(0, approvalsFor(fen))) {
    const { key, fingerprint } = city.asked();
    const reason = '居民需要,预算合理。';
    tables.review.write(home.id, id, member, 'approve', reason, at, key, fingerprint);
  }
  const facts = { poolId, grantId: id, amount: amount(currency('CNY'), fen) };
  const how = { request: ownRequest(`award/${id}`), occurredAt: new Date(at) };
  const member = home.board[0] ?? '';
  const entryId = home.books.post(draft(GRANTS.grantAwarded, facts, how), at, member);
  tables.pool_grant.write(
    ...[home.id, id, poolId, home.teamId, TITLE, 'CNY', fen, 'active', at, entryId, null, null],
  );
  return { id, trancheId, poolId, half };
}

/** The secretary asks for a grant's first tranche to be paid, and the treasurer pays it. */
export function payTranche(city: City, home: Home, granted: Awarded, at: number): void {
  const { id: grantId, trancheId, poolId, half } = granted;
  const facts = {
    ...{ poolId, grantId, trancheId, foundationId: home.foundationId },
    amount: amount(currency('CNY'), half),
  };
  const how = { request: city.asked(), occurredAt: new Date(at) };
  const drafted = draft(GRANTS.trancheDisbursed, facts, how);
  const entryId = home.books.post(drafted, at, home.treasurer);
  city.tables.disbursement.write(
    ...[home.id, city.ids.at(at - DAY_MS), poolId, grantId, trancheId, 'paid', home.secretary],
    ...[at - DAY_MS, home.treasurer, at, null, entryId],
  );
}
