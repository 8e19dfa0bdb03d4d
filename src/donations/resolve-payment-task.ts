import { draft, record } from '../bookkeeping/record';
import { PROCESSOR } from '../bookkeeping/rules/processor';
import { authorise, personOf } from '../kernel/actor';
import { amount, type Amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import { ownRequest } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { PaymentTaskRow } from '../payments/payment-task.entity';
import { lockTask, needTask } from '../payments/payment-task.reader';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { acceptHeld } from './accept-held';
import { askBackHeld } from './ask-back-held';
import { isFinance } from './donation.policy';
import { mayRefundAlone } from './refund-alone';
import { lockDonation } from './donation.reader';
import { paymentsOfDonation } from './gift-payment.reader';

export type Decision = 'accept' | 'refund' | 'explain';

export interface ResolvePaymentTask {
  readonly taskId: string;
  readonly decision: Decision;
  /** Why; kept with the task. */
  readonly note: string;
}

/**
 * Somebody decides about money that was held, or has looked at what was to be looked at: the
 * treasurer or secretary of the task's foundation; where it has none, an officer of the city.
 * `accept` takes a held payment as the gift, `refund` sends it back, by maker and checker like any
 * refund (the task ends when it has gone), `explain` closes what holds no giver's money.
 *
 * Refuses: `ID_UNKNOWN`, `TASK_RESOLVED`, `NOTHING_HELD`, `MONEY_HELD`, `WRONG_CURRENCY`,
 * `GIFT_PAID`, `POOL_CLOSED`, `TEXT_LENGTH`.
 */
export async function resolvePaymentTask(
  work: UnitOfWork,
  input: ResolvePaymentTask,
): Promise<PaymentTaskRow> {
  const path = ['taskId'];
  const named = await needTask(work, input.taskId, path);
  const place = await needPlace(work, named.communityId, path);
  const { foundationId } = named;
  const may = foundationId ? isFinance(work.actor, foundationId) : isOfficer(work.actor, place);
  authorise(work.actor, may);
  const note = readReason(input.note, ['note']);
  // The donation is held before its task, here as where payments are recorded.
  const donation = named.aboutId
    ? await lockDonation(work, { communityId: named.communityId, id: named.aboutId })
    : null;
  const task = await lockTask(work, named);
  if (task.state === 'resolved') throw new Refusal('TASK_RESOLVED', {}, path);
  const held = heldBy(task);
  if (input.decision === 'explain') return await explain(work, task, held, note);
  const payments = donation ? await paymentsOfDonation(work.db, donation) : [];
  const payment = payments.find(({ chargeId }) => chargeId === task.objectId);
  if (!donation || !payment || !held || payment.takenAs !== 'held')
    throw new Refusal('NOTHING_HELD', {}, path);
  if (input.decision === 'refund') {
    const makerId = personOf(work.actor);
    const alone = mayRefundAlone(work.actor, donation.foundationId, held);
    await askBackHeld(work, payment, note, { makerId, alone });
    return await close(work, task, { note });
  }
  await acceptHeld(work, donation, payment, payments);
  return await close(work, task, { ...resolvedBy(work, 'accepted'), note });
}

function heldBy({ currency: code, minor }: PaymentTaskRow): Amount | null {
  return code && minor !== null ? amount(currency(code), BigInt(minor)) : null;
}

/** A giver's money is accepted or given back; only what nobody gave is explained away. */
async function explain(
  work: UnitOfWork,
  task: PaymentTaskRow,
  held: Amount | null,
  note: string,
): Promise<PaymentTaskRow> {
  if (held && task.kind !== 'unknown_transaction')
    throw new Refusal('MONEY_HELD', {}, ['decision']);
  if (held) {
    const facts = { booksId: task.communityId, taskId: task.id, amount: held, because: note };
    const how = { request: ownRequest(`task/${task.id}`), occurredAt: work.now };
    await record(work, task.communityId, draft(PROCESSOR.suspenseExplained, facts, how));
  }
  return await close(work, task, { ...resolvedBy(work, 'explained'), note });
}

const resolvedBy = (
  { actor, now }: UnitOfWork,
  resolution: NonNullable<PaymentTaskRow['resolution']>,
) => ({
  ...{ state: 'resolved' as const, resolution, resolvedAt: now, resolvedBy: actor.personId },
});

async function close(
  work: UnitOfWork,
  task: PaymentTaskRow,
  changes: Partial<PaymentTaskRow>,
): Promise<PaymentTaskRow> {
  const { communityId, id } = task;
  await work.db.update(PaymentTaskRow, { communityId, id }, changes);
  return { ...task, ...changes };
}
