import type { PoolRow } from '../foundations/pool.entity';
import { authorise, personOf, type Actor } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { applicationById } from './application.reader';
import { refuseRecused } from './boardroom';
import type { DisbursementRow } from './disbursement.entity';
import type { GrantRow } from './grant.entity';
import { lockGrant } from './grant.reader';
import { poolOf } from './sitting';
import type { TrancheRow } from './tranche.entity';
import { lastDisbursementOf, needTranche, tranchesOf, trancheState } from './tranche.reader';

/** A tranche of a grant that is held, with who acts on it. */
export interface Payment {
  readonly personId: string;
  readonly pool: PoolRow;
  readonly grant: GrantRow;
  readonly tranche: TrancheRow;
  readonly before: TrancheRow | null;
  readonly last: DisbursementRow | null;
}

/**
 * Loads a tranche for someone of the pool's foundation and holds its grant until the unit of work
 * ends. Who stands aside from the application stands aside from its payments. Refuses:
 * `ID_UNKNOWN`, `NOT_AWARDED`, `RECUSED`.
 */
export async function needPayment(
  work: UnitOfWork,
  trancheId: string,
  may: (actor: Actor, foundationId: string) => boolean,
): Promise<Payment> {
  const path = ['trancheId'];
  const { communityId, id, applicationId, n } = await needTranche(work, trancheId, path);
  const [application] = await applicationById.read(work.db, communityId, [applicationId]);
  if (!application) throw new Error(`The tranche ${id} has no application`);
  const pool = await poolOf(work, application);
  authorise(work.actor, may(work.actor, pool.foundationId));
  const personId = personOf(work.actor);
  const place = await needPlace(work, communityId, path);
  const grant = await lockGrant(work, { communityId, id: applicationId });
  if (!grant) throw new Refusal('NOT_AWARDED', {}, path);
  await refuseRecused(work, application, place, personId, path);
  // Read again: the grant is held now, and whatever changes a tranche holds it.
  const tranches = await tranchesOf.read(work.db, communityId, [applicationId]);
  const tranche = tranches.find((each) => each.id === id);
  if (!tranche) throw new Error(`The tranche ${id} is gone`);
  const [last = null] = await lastDisbursementOf.read(work.db, communityId, [id]);
  const before = tranches.find((each) => each.n === n - 1) ?? null;
  return { personId, pool, grant, tranche, before, last };
}

/**
 * Refuses what is not due: the milestone before it is not accepted (`MILESTONE_OPEN`). As a
 * milestone is accepted only when its tranche is paid, tranches are paid in order by this alone.
 */
export function refuseMilestoneOpen({ before }: Payment): void {
  if (before && !before.acceptedAt)
    throw new Refusal('MILESTONE_OPEN', { milestone: before.milestone }, ['trancheId']);
}

/** Refuses money said to have moved before the grant was awarded: `OCCURRED_TOO_EARLY`. */
export function refuseBeforeAward({ awardedAt }: GrantRow, occurredAt: Date): void {
  if (occurredAt < awardedAt)
    throw new Refusal('OCCURRED_TOO_EARLY', { since: awardedAt.toISOString() }, ['occurredAt']);
}

/** Refuses a tranche that is paid: `ALREADY_PAID`. */
export function refusePaid({ last }: Payment): void {
  if (trancheState(last) === 'paid') throw new Refusal('ALREADY_PAID', {}, ['trancheId']);
}

/** The request that waits to be checked, or `NOT_REQUESTED`. */
export function requestOf({ last }: Payment): DisbursementRow {
  if (last?.state !== 'requested') throw new Refusal('NOT_REQUESTED', {}, ['trancheId']);
  return last;
}
