import { toDecimal } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OperatorDisputeRow } from './operator-dispute.entity';
import { DISPUTE_PATH, type DisputeBetween } from './operator-dispute.reader';
import type { OperatorStatementRow } from './operator-statement.entity';
import { lineKey, statementLineByKey, type StatementLine } from './operator-statement.reader';
import { owedAccount } from './settlement.reader';
import type { StoreRow } from './store.entity';

/**
 * Refuses to take from a line what voids have taken since it was stated: the operator would lose
 * it twice, the second time from goods that nobody disputes. Refuses: `DISPUTED_VOIDED`.
 */
export async function refuseVoided(
  work: UnitOfWork,
  { statement, store }: DisputeBetween,
  dispute: OperatorDisputeRow,
): Promise<void> {
  const key = lineKey(statement.id, dispute.line);
  const [line] = await statementLineByKey.read(work.db, statement.communityId, [key]);
  if (!line) throw new Error(`Dispute ${dispute.id} has no line`);
  const pieces = line.pieces - line.voided - (await voidedSince(work, statement, store, line));
  const left = BigInt(pieces) * BigInt(line.unitCost);
  if (BigInt(dispute.amount) <= left) return;
  const facts = { left: toDecimal({ asset: currency(statement.currency), minor: left }) };
  throw new Refusal('DISPUTED_VOIDED', facts, DISPUTE_PATH);
}

/** Pieces of a line whose exchanges were voided after the statement. */
async function voidedSince(
  work: UnitOfWork,
  { communityId, currency: code, month, fromSeq, throughSeq }: OperatorStatementRow,
  store: StoreRow,
  { productId, unitCost }: StatementLine,
): Promise<number> {
  const accountId = owedAccount(store, currency(code).id, month);
  const [found] = await read<{ pieces: number }>(
    work.db,
    `select coalesce(sum((part -> 'quantity' ->> 'minor')::integer), 0)::integer as pieces
     from ledger_leg taken
     join ledger_entry mirror on mirror.community_id = $1 and mirror.id = taken.entry_id
     join ledger_leg given on given.community_id = $1 and given.entry_id = mirror.reversal_of
       and given.account_id = $2 and given.seq between $3 and $4
     join ledger_entry exchange on exchange.community_id = $1 and exchange.id = given.entry_id
     cross join lateral jsonb_array_elements(exchange.facts -> 'lines') part
     join lot on lot.community_id = $1 and lot.id = (part ->> 'lotId')::uuid
       and lot.source = 'OPERATOR_OWNED' and lot.product_id = $5 and lot.unit_cost = $6
     where taken.community_id = $1 and taken.account_id = $2 and taken.seq > $4`,
    [communityId, accountId, fromSeq, throughSeq, productId, unitCost],
  );
  return found?.pieces ?? 0;
}
