import type { Batch, GroupBatch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OperatorStatementLineRow } from './operator-statement-line.entity';
import type { OperatorStatementRow } from './operator-statement.entity';

const STATEMENT = `community_id "communityId", id, number, store_id "storeId", pool_id "poolId",
  month, part, from_seq "fromSeq", through_seq "throughSeq", currency, total,
  issued_by "issuedBy", issued_at "issuedAt", checked_by "checkedBy", checked_at "checkedAt",
  settled_at "settledAt"`;

export const operatorStatementById: Batch<OperatorStatementRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${STATEMENT} from operator_statement where community_id = $1 and id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

export const STATEMENT_PATH = ['statementId'];

/** The statement that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needOperatorStatement(
  work: UnitOfWork,
  globalId: string,
): Promise<OperatorStatementRow> {
  return await needRow(work, operatorStatementById, {
    type: 'OperatorStatement',
    globalId,
    path: STATEMENT_PATH,
  });
}

/** The statements of a store's month, in their order; few: what came late makes more. */
export async function statementsOfMonth(
  work: UnitOfWork,
  { communityId, storeId, month }: Pick<OperatorStatementRow, 'communityId' | 'storeId' | 'month'>,
): Promise<OperatorStatementRow[]> {
  return await read(
    work.db,
    `select ${STATEMENT} from operator_statement
     where community_id = $1 and store_id = $2 and month = $3 order by part`,
    [communityId, storeId, month],
  );
}

/** A line with what it comes to. */
export interface StatementLine extends OperatorStatementLineRow {
  readonly key: string;
  readonly currency: OperatorStatementRow['currency'];
  /** Minor units: what was not voided, at its cost. */
  readonly amount: string;
}

const LINE = `line.community_id "communityId", line.statement_id "statementId", line.line,
  line.product_id "productId", line.unit_cost "unitCost", line.pieces, line.voided,
  stated.currency, (line.pieces - line.voided) * line.unit_cost as amount`;

const LINES = `operator_statement_line line join operator_statement stated
  on stated.community_id = line.community_id and stated.id = line.statement_id`;

/** The lines of statements, in their order: a product has one for each of its costs. */
export const linesOfStatement: GroupBatch<StatementLine> = {
  many: true,
  read: (db, communityId, statementIds) =>
    read(
      db,
      `select line.statement_id || '/' || line.line as key, ${LINE} from ${LINES}
       where line.community_id = $1 and line.statement_id = any ($2)
       order by line.statement_id, line.line`,
      [communityId, statementIds],
    ),
  keyOf: ({ statementId }) => statementId,
};

/** The key of a line. */
export const lineKey = (statementId: string, line: number) => `${statementId}/${line}`;

/** Lines by their keys, as `lineKey` makes them. */
export const statementLineByKey: Batch<StatementLine> = {
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split('/'));
    return read(
      db,
      `select asked.key, ${LINE}
       from unnest($2::text[], $3::uuid[], $4::integer[]) as asked (key, statement_id, line)
       join ${LINES} on line.community_id = $1 and line.statement_id = asked.statement_id
         and line.line = asked.line`,
      [communityId, keys, ...[0, 1].map((part) => asked.map((key) => key[part]))],
    );
  },
  keyOf: ({ key }) => key,
};

/** Stores' statements, the latest first. */
export const operatorStatementsOf: KeysetList<OperatorStatementRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: (db, communityId, storeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${STATEMENT} from operator_statement
         where community_id = $1 and store_id = owner.id and operator_statement.id < $3
         order by operator_statement.id desc limit $4
       ) listed
       order by owner.id, listed.id desc`,
      [communityId, storeIds, after?.[0] ?? LAST_ID, limit],
    ),
};
