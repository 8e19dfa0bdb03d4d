import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { answerDispute, type AnswerDispute } from '../../src/supermarkets/answer-dispute';
import { checkStatement } from '../../src/supermarkets/check-statement';
import {
  disputeStatementLine,
  type DisputeStatementLine,
} from '../../src/supermarkets/dispute-statement-line';
import { issueStatement } from '../../src/supermarkets/issue-statement';
import type { OperatorDisputeRow } from '../../src/supermarkets/operator-dispute.entity';
import { operatorMonth } from '../../src/supermarkets/operator-month.reader';
import type { OperatorStatementRow } from '../../src/supermarkets/operator-statement.entity';
import { settleDispute, type SettleDispute } from '../../src/supermarkets/settle-dispute';
import { settleOperator } from '../../src/supermarkets/settle-operator';
import { key, run, type Shop } from './shop';

export const statementId = ({ communityId, id }: OperatorStatementRow) =>
  toGlobalId('OperatorStatement', communityId, id);
export const disputeId = ({ communityId, id }: OperatorDisputeRow) =>
  toGlobalId('OperatorDispute', communityId, id);

/** The operator's storekeeper states a month. */
export const issue = (shop: Shop, month: string, now?: Date, actor?: Actor) =>
  run(
    shop,
    actor ?? shop.home.storekeeper.actor,
    (work) => issueStatement(work, { storeId: shop.storeId, month }),
    now,
  );

/** The foundation's secretary accepts it. */
export const check = (
  shop: Shop,
  statement: OperatorStatementRow,
  actor: Actor = shop.home.secretary.actor,
) => run(shop, actor, (work) => checkStatement(work, { statementId: statementId(statement) }));

/** States a month and has it accepted. */
export const accept = async (shop: Shop, month: string, now?: Date) =>
  await check(shop, await issue(shop, month, now));

/** The foundation's treasurer pays what may be paid. */
export const pay = (shop: Shop, month: string, idempotencyKey = key(), actor?: Actor) =>
  run(shop, actor ?? shop.home.treasurer.actor, (work) =>
    settleOperator(work, { idempotencyKey, storeId: shop.storeId, month }),
  );

export const dispute = (
  shop: Shop,
  statement: OperatorStatementRow,
  more: Partial<DisputeStatementLine> = {},
  actor: Actor = shop.home.secretary.actor,
) =>
  run(shop, actor, (work) =>
    disputeStatementLine(work, {
      ...{ idempotencyKey: key(), statementId: statementId(statement), line: 1 },
      ...{ reason: 'We counted fewer.', ...('amount' in more ? {} : { pieces: 1 }), ...more },
    }),
  );

export const answer = (
  shop: Shop,
  disputed: OperatorDisputeRow,
  more: Partial<AnswerDispute> = {},
  actor: Actor = shop.home.storekeeper.actor,
) =>
  run(shop, actor, (work) =>
    answerDispute(work, {
      ...{ idempotencyKey: key(), disputeId: disputeId(disputed), answer: 'insist' },
      ...{ says: 'The slips are all there.', ...more },
    }),
  );

export const decide = (
  shop: Shop,
  disputed: OperatorDisputeRow,
  more: Partial<SettleDispute> = {},
  actor: Actor = shop.home.chair.actor,
) =>
  run(shop, actor, (work) =>
    settleDispute(work, {
      ...{ idempotencyKey: key(), disputeId: disputeId(disputed), decision: 'reduce' },
      ...{ reason: 'Two slips are missing.', ...more },
    }),
  );

/** Where a month stands, in fen. */
export const figures = (shop: Shop, month: string) =>
  run(shop, shop.home.treasurer.actor, async (work) => {
    const { key: _key, ...found } = await operatorMonth(work, shop.store, shop.pool, month);
    return Object.fromEntries(
      Object.entries(found).map(([name, minor]) => [name, Number(minor)]),
    ) as Record<keyof typeof found, number>;
  });
