import { answerDispute } from '../src/supermarkets/answer-dispute';
import { checkStatement } from '../src/supermarkets/check-statement';
import { disputeStatementLine } from '../src/supermarkets/dispute-statement-line';
import { issueStatement } from '../src/supermarkets/issue-statement';
import type { OperatorStatementRow } from '../src/supermarkets/operator-statement.entity';
import { recordPremisesAgreement } from '../src/supermarkets/record-premises-agreement';
import { renewPremisesAgreement } from '../src/supermarkets/renew-premises-agreement';
import { settleDispute } from '../src/supermarkets/settle-dispute';
import { settleOperator } from '../src/supermarkets/settle-operator';
import type { Cast } from './cast';
import { tenantId, type Shop } from './economy';
import type { Stage } from './stage';
import type { Year } from './time';

/** In the first community's store a line of one month was disputed, and of another one still is. */
const DISPUTED = 6;
const IN_DISPUTE = 10;

/**
 * At the beginning of the next month but one the operator states a month, the foundation's
 * secretary checks it and its treasurer pays. In the first community the last statement waits, with
 * a line in dispute.
 */
export async function settleMonth(
  stage: Stage,
  cast: Cast,
  shop: Shop,
  year: Year,
  month: number,
): Promise<void> {
  if (month < 2) return;
  const { storeId, community } = shop;
  const settled = { storeId, month: year.name(month - 2) };
  const key = `${storeId.slice(-12)}/${settled.month}`;
  const statement = await stage.as(
    community.storekeeper,
    issueStatement,
    settled,
    year.at(month, 3),
  );
  const statementId = tenantId('OperatorStatement', statement);
  const first = shop.community === cast.communities[0];
  if (first && month - 2 === DISPUTED)
    await dispute(stage, cast, shop, year.at(month, 4), statement);
  if (first && month - 2 === IN_DISPUTE) {
    await raise(stage, cast, year.at(month, 4), statement, 'seed/dispute/open');
    return;
  }
  await stage.as(cast.secretary, checkStatement, { statementId }, year.at(month, 4, 15));
  const idempotencyKey = `seed/settle/${key}`;
  await stage.as(cast.treasurer, settleOperator, { idempotencyKey, ...settled }, year.at(month, 5));
}

/** The operator insists, and the chair decides that one piece was counted too many. */
async function dispute(
  stage: Stage,
  cast: Cast,
  { community }: Shop,
  at: Date,
  statement: OperatorStatementRow,
): Promise<void> {
  const raised = await raise(stage, cast, at, statement, 'seed/dispute/one');
  const disputeId = tenantId('OperatorDispute', raised);
  const answered = { answer: 'insist', says: '小票齐全，数量无误。' } as const;
  const decided = { decision: 'reduce', reason: '核对小票后少一件。' } as const;
  await stage.as(
    community.storekeeper,
    answerDispute,
    { idempotencyKey: 'seed/dispute/one/answer', disputeId, ...answered },
    at,
  );
  await stage.as(
    cast.chair,
    settleDispute,
    { idempotencyKey: 'seed/dispute/one/decision', disputeId, ...decided },
    at,
  );
}

async function raise(
  stage: Stage,
  cast: Cast,
  at: Date,
  statement: OperatorStatementRow,
  idempotencyKey: string,
) {
  const input = {
    ...{ idempotencyKey, statementId: tenantId('OperatorStatement', statement), line: 1 },
    ...{ pieces: 1, reason: '与门店小票核对，少一件。' },
  };
  return await stage.as(cast.secretary, disputeStatementLine, input, at);
}

/** The street lends each store its premises; one agreement ends soon, and one was renewed. */
export async function lendPremises(
  stage: Stage,
  cast: Cast,
  shops: readonly Shop[],
  year: Year,
): Promise<void> {
  for (const [i, { storeId, community }] of shops.entries()) {
    const agreement = await stage.as(
      cast.officer,
      recordPremisesAgreement,
      {
        ...{ storeId, address: `${community.place.name}服务站一层` },
        period: { from: year.first(0), until: i === 0 ? year.day(40) : year.first(12 * (i + 1)) },
        terms: '场地由街道无偿提供，水电由运营方承担。',
      },
      year.at(0, 1, 9),
    );
    if (i !== 1) continue;
    const agreementId = tenantId('PremisesAgreement', agreement);
    const input = { agreementId, until: year.first(48) };
    await stage.as(cast.officer, renewPremisesAgreement, input, year.today);
  }
}
