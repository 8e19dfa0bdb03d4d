import { draft, record, recordedBefore, type Recorded } from '../bookkeeping/record';
import { GRANTS } from '../bookkeeping/rules/grants';
import { isTreasurer } from '../foundations/pool.policy';
import { withProjectGifts } from '../foundations/project-gifts';
import { amount } from '../kernel/amount';
import { naming } from '../kernel/refusal';
import { ownRequest, request, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { checkDisbursement, requestToCheck } from './check-disbursement';
import {
  needPayment,
  refuseBeforeAward,
  refuseMilestoneOpen,
  refusePaid,
  type Payment,
} from './payment';
import { refuseEnded } from './states';
import type { TrancheRow } from './tranche.entity';

export interface DisburseTranche {
  readonly idempotencyKey: string;
  readonly trancheId: string;
  readonly occurredAt?: Date | null;
}

/**
 * The foundation's treasurer pays a tranche that somebody else asked for (the checker): from gifts
 * for the grant's project as far as they go, and the rest from what its pool promised. Refuses:
 * `ID_UNKNOWN`, `NOT_AWARDED`, `RECUSED`, `GRANT_ENDED`, `ALREADY_PAID`, `NOT_REQUESTED`,
 * `SAME_PERSON`, `MILESTONE_OPEN`, `BANK_SHORT`, `KEY_UNUSABLE`, `KEY_REUSED`,
 * `OCCURRED_IN_FUTURE`, `OCCURRED_TOO_EARLY`.
 */
export async function disburseTranche(
  work: UnitOfWork,
  input: DisburseTranche,
): Promise<TrancheRow> {
  const asked = request('disburseTranche', input);
  const payment = await needPayment(work, input.trancheId, isTreasurer);
  const { grant, tranche, personId } = payment;
  if (await recordedBefore(work, grant.communityId, asked)) return tranche;
  refuseEnded(grant.state, ['trancheId']);
  refusePaid(payment);
  refuseMilestoneOpen(payment);
  const waiting = requestToCheck(payment);
  const occurredAt = input.occurredAt ?? work.now;
  refuseBeforeAward(grant, occurredAt);
  const [recorded] = await naming(['trancheId'], () => pay(work, payment, { asked, occurredAt }));
  if (!recorded) throw new Error('A payment came to nothing');
  const paid = { state: 'paid', entryId: recorded.entryId } as const;
  await checkDisbursement(work, waiting, personId, paid);
  return tranche;
}

/** Both parts stand or fall together; the client's key is on the first. */
async function pay(
  work: UnitOfWork,
  { grant, tranche, pool }: Payment,
  { asked, occurredAt }: { asked: Request; occurredAt: Date },
): Promise<Recorded[]> {
  const project = { ...grant, grantId: grant.id };
  const ids = { poolId: pool.id, grantId: grant.id, trancheId: tranche.id };
  const whole = BigInt(tranche.minor);
  return await withProjectGifts(work, project, async (held) => {
    const given = held.minor < whole ? held.minor : whole;
    const parts = [
      { rule: GRANTS.projectGiftsUsed, minor: given },
      { rule: GRANTS.trancheDisbursed, minor: whole - given },
    ];
    const drafts = parts
      .filter(({ minor }) => minor > 0n)
      .map(({ rule, minor }, i) => {
        const money = { foundationId: pool.foundationId, amount: amount(held.asset, minor) };
        const key = i === 0 ? asked : ownRequest(`disburseTranche/${tranche.id}/rest`);
        return draft(rule, { ...ids, ...money }, { request: key, occurredAt });
      });
    return await record(work, grant.communityId, ...drafts);
  });
}
