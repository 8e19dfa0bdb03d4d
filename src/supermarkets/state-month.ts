import { currency } from '../kernel/currency';
import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PoolRow } from '../foundations/pool.entity';
import { OWED_BY } from './operator-month.reader';
import { OperatorStatementLineRow } from './operator-statement-line.entity';
import { OperatorStatementRow } from './operator-statement.entity';
import { statementsOfMonth } from './operator-statement.reader';
import { owedAccount } from './settlement.reader';
import type { StoreRow } from './store.entity';

/** What a statement is made of. */
export interface ToState {
  readonly store: StoreRow;
  readonly pool: PoolRow;
  readonly month: string;
}

/**
 * States what came to be owed of a month since its last statement, and what was voided of it; null
 * where that is nothing. Whoever calls holds the store's row. The books go on meanwhile: it covers
 * the legs that stand in the account now, and those behind them are left to the next one.
 */
export async function stateMonth(
  work: UnitOfWork,
  { store, pool, month }: ToState,
): Promise<OperatorStatementRow | null> {
  const { communityId, id: storeId, poolId } = store;
  const before = (await statementsOfMonth(work, { communityId, storeId, month })).at(-1);
  const accountId = owedAccount(store, currency(pool.currency).id, month);
  const since = before?.throughSeq ?? '0';
  const stretch = await stretchSince(work, communityId, accountId, since);
  if (!stretch) return null;
  const lines = await linesOf(work, communityId, accountId, since, stretch.through);
  const statement: OperatorStatementRow = {
    ...{ communityId, id: newId(), number: await nextNumber(work, communityId) },
    ...{ storeId, poolId, month, part: (before?.part ?? 0) + 1 },
    ...{ fromSeq: String(BigInt(since) + 1n), throughSeq: stretch.through },
    ...{ currency: pool.currency, total: stretch.total },
    ...{ issuedBy: work.actor.personId, issuedAt: work.now },
    ...{ checkedBy: null, checkedAt: null, settledAt: null },
  };
  await work.db.insert(OperatorStatementRow, statement);
  await work.db.insert(
    OperatorStatementLineRow,
    lines.map((line, i) => ({ ...line, communityId, statementId: statement.id, line: i + 1 })),
  );
  return statement;
}

interface Stretch {
  /** The last leg that goods brought or took back. */
  readonly through: string;
  readonly total: string;
}

async function stretchSince(
  work: UnitOfWork,
  communityId: string,
  accountId: string,
  since: string,
): Promise<Stretch | null> {
  const [found] = await read<{ through: string | null; total: string }>(
    work.db,
    `select max(leg.seq) as through, coalesce(-sum(leg.amount), 0) as total
     from ledger_leg leg
     join ledger_entry entry on entry.community_id = $1 and entry.id = leg.entry_id
     where leg.community_id = $1 and leg.account_id = $2 and leg.seq > $3
       and entry.rule in ${OWED_BY}`,
    [communityId, accountId, since],
  );
  return found?.through ? { through: found.through, total: found.total } : null;
}

type Line = Pick<OperatorStatementLineRow, 'productId' | 'unitCost' | 'pieces' | 'voided'>;

/** What the exchanges of a stretch gave of the operator's goods, and their mirrors took back. */
async function linesOf(
  work: UnitOfWork,
  communityId: string,
  accountId: string,
  since: string,
  through: string,
): Promise<Line[]> {
  return await read<Line>(
    work.db,
    `with acts as (
       select entry.reversal_of is not null as mirrors,
         coalesce(original.facts, entry.facts) -> 'lines' as lines
       from ledger_leg leg
       join ledger_entry entry on entry.community_id = $1 and entry.id = leg.entry_id
       left join ledger_entry original
         on original.community_id = $1 and original.id = entry.reversal_of
       where leg.community_id = $1 and leg.account_id = $2 and leg.seq > $3 and leg.seq <= $4
         and entry.rule in ${OWED_BY}
     ), parts as (
       select lot.product_id, lot.unit_cost, acts.mirrors,
         (part -> 'quantity' ->> 'minor')::integer as pieces
       from acts cross join lateral jsonb_array_elements(acts.lines) part
       join lot on lot.community_id = $1 and lot.id = (part ->> 'lotId')::uuid
         and lot.source = 'OPERATOR_OWNED' and lot.unit_cost > 0
     )
     select parts.product_id "productId", parts.unit_cost "unitCost",
       coalesce(sum(parts.pieces) filter (where not parts.mirrors), 0)::integer as pieces,
       coalesce(sum(parts.pieces) filter (where parts.mirrors), 0)::integer as voided
     from parts join product on product.community_id = $1 and product.id = parts.product_id
     group by parts.product_id, product.name, parts.unit_cost
     order by product.name, parts.product_id, parts.unit_cost`,
    [communityId, accountId, since, through],
  );
}

async function nextNumber(work: UnitOfWork, communityId: string): Promise<number> {
  const [row] = await read<{ number: number }>(
    work.db,
    `insert into operator_statement_series (community_id, last_number) values ($1, 1)
     on conflict (community_id)
       do update set last_number = operator_statement_series.last_number + 1
     returning last_number number`,
    [communityId],
  );
  return row?.number ?? 0;
}
