import { claimAttachment } from '../attachments/claim-attachment';
import { account } from '../bookkeeping/chart';
import { leadsOrganisation } from '../grants/grant.policy';
import { needGrant } from '../grants/grant.reader';
import type { GrantRow } from '../grants/grant.entity';
import { authorise, holds, personOf } from '../kernel/actor';
import { toDecimal, type Amount } from '../kernel/amount';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accountId } from '../ledger/account-ref';
import { accountsById } from '../ledger/account.reader';
import { needPlace } from '../society/place.reader';
import { GrantSpendingRow } from './grant-spending.entity';
import { spentBefore } from './grant-spending.reader';

export interface RecordSpending {
  readonly idempotencyKey: string;
  readonly grantId: string;
  readonly amount: MoneyInput;
  readonly purpose: string;
  readonly spentOn: Day;
  /** An Attachment that who asks has uploaded. */
  readonly receiptId?: string | null;
}

/**
 * A grantee tells what it spent of a grant, on what and when, with a picture of the receipt (C4;
 * its leader, director or staff). It counts for nothing until a second person of the organisation
 * has confirmed it. Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `DAY_UNREADABLE`, `DAY_FUTURE`,
 * `EXPENSE_SHORT`, `OTHER_COMMUNITY`, `ATTACHMENT_TAKEN`, `KEY_REUSED`, `KEY_UNUSABLE`, and what
 * readMoney refuses.
 */
export async function recordSpending(
  work: UnitOfWork,
  input: RecordSpending,
): Promise<GrantSpendingRow> {
  const asked = request('recordSpending', input);
  const grant = await needGrant(work, input.grantId, ['grantId']);
  const { communityId, id: grantId, granteeId: organisationId } = grant;
  authorise(
    work.actor,
    leadsOrganisation(work.actor, organisationId) || holds(work.actor, organisationId, 'staff'),
  );
  const before = await spentBefore(work, communityId, asked);
  if (before) return before;
  const amount = readMoney(input.amount, currency(grant.currency), ['amount']);
  const purpose = readReason(input.purpose, ['purpose']);
  const spentOn = await readSpentOn(work, grant, input.spentOn);
  await refuseMore(work, grant, amount);
  const row: GrantSpendingRow = {
    ...{ communityId, id: newId(), grantId, organisationId, minor: String(amount.minor), purpose },
    ...{ spentOn, state: 'waiting', key: asked.key, fingerprint: asked.fingerprint },
    ...{ recordedBy: personOf(work.actor), recordedAt: work.now },
    ...{ decidedBy: null, decidedAt: null, declineReason: null, entryId: null },
    ...{ reversedBy: null, reversedAt: null, reverseReason: null },
  };
  const db = await work.begin();
  await db.insert(GrantSpendingRow, row);
  const about = { kind: 'GrantSpending', id: row.id };
  if (input.receiptId)
    await claimAttachment(work, communityId, input.receiptId, { about }, ['receiptId']);
  return row;
}

async function readSpentOn(work: UnitOfWork, { communityId }: GrantRow, given: Day): Promise<Day> {
  const day = readDay(given, ['spentOn']);
  const { timeZone } = await needPlace(work, communityId, ['grantId']);
  const today = dayOf(work.now, timeZone);
  if (day > today) throw new Refusal('DAY_FUTURE', { today }, ['spentOn']);
  return day;
}

/**
 * Says at once what the books would say when it is confirmed: more cannot be spent than was paid.
 * Whatever else waits is not counted: the books decide, when somebody confirms.
 */
async function refuseMore(
  work: UnitOfWork,
  { communityId, poolId, id }: GrantRow,
  { asset, minor }: Amount,
): Promise<void> {
  const key = accountId(communityId, account('grantExpense', poolId, id), asset.id);
  const [held] = await accountsById(work.db, communityId, [key]);
  const available = held?.balance ?? 0n;
  if (minor > available)
    throw new Refusal(
      'EXPENSE_SHORT',
      { available: toDecimal({ asset, minor: available }), required: toDecimal({ asset, minor }) },
      ['amount'],
    );
}
