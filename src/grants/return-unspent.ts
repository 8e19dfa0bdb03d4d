import { draft, record } from '../bookkeeping/record';
import { GRANTS } from '../bookkeeping/rules/grants';
import { authorise, holds } from '../kernel/actor';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { naming } from '../kernel/refusal';
import { request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { GrantRow } from './grant.entity';
import { needGrant } from './grant.reader';
import { refuseBeforeAward } from './payment';
import { poolOf } from './sitting';

export interface ReturnUnspent {
  readonly idempotencyKey: string;
  readonly grantId: string;
  readonly amount: MoneyInput;
  readonly occurredAt?: Date | null;
}

/**
 * A grantee gave back what it did not spend, also after the grant has ended: the pool may promise
 * it again (the foundation's secretary or treasurer). Never more than was paid: the ledger refuses
 * it. Refuses: `ID_UNKNOWN`, `EXPENSE_SHORT`, `ACCOUNT_CLOSED`, `BOOKS_BUSY`, `KEY_UNUSABLE`,
 * `KEY_REUSED`, `OCCURRED_IN_FUTURE`, `OCCURRED_TOO_EARLY`, and what readMoney refuses.
 */
export async function returnUnspent(work: UnitOfWork, input: ReturnUnspent): Promise<GrantRow> {
  const grant = await needGrant(work, input.grantId, ['grantId']);
  const pool = await poolOf(work, grant);
  authorise(work.actor, holds(work.actor, pool.foundationId, 'secretary', 'treasurer'));
  const facts = {
    poolId: pool.id,
    grantId: grant.id,
    foundationId: pool.foundationId,
    amount: readMoney(input.amount, currency(grant.currency), ['amount']),
  };
  const occurredAt = input.occurredAt ?? work.now;
  refuseBeforeAward(grant, occurredAt);
  const how = { request: request('returnUnspent', input), occurredAt };
  const returned = draft(GRANTS.unspentReturned, facts, how);
  await naming(['amount'], () => record(work, grant.communityId, returned));
  return grant;
}
