import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { declareSurplus } from '../../../src/enterprises/declare-surplus';
import { remitSurplus } from '../../../src/enterprises/remit-surplus';
import { setRoutingPlan } from '../../../src/enterprises/set-routing-plan';
import { closePool } from '../../../src/foundations/close-pool';
import { openPool } from '../../../src/foundations/open-pool';
import { acceptMilestone } from '../../../src/grants/accept-milestone';
import { applyForGrant } from '../../../src/grants/apply-for-grant';
import { cancelGrant } from '../../../src/grants/cancel-grant';
import { disburseTranche } from '../../../src/grants/disburse-tranche';
import { requestDisbursement } from '../../../src/grants/request-disbursement';
import { reviewApplication } from '../../../src/grants/review-application';
import { tranchesOf } from '../../../src/grants/tranche.reader';
import type { Actor } from '../../../src/kernel/actor';
import type { Currency } from '../../../src/kernel/currency';
import { toGlobalId } from '../../../src/kernel/global-id';
import { inUnitOfWork, type UnitOfWork } from '../../../src/kernel/unit-of-work';
import type { CommunityWorld } from '../../support/world';
import { day, monthStart } from './moments';

/** Money as a client writes it. */
export const cny = (amount: string) => ({ amount, currency: 'CNY' as const });

/** A key that no other request has. */
export const key = () => `story-${randomUUID()}`;

/** Runs a command as somebody, at a moment. */
export type Run = <T>(
  who: { readonly actor: Actor },
  command: (work: UnitOfWork) => Promise<T>,
  now?: Date,
) => Promise<T>;

export const runner =
  (source: DataSource): Run =>
  (who, command, now) =>
    inUnitOfWork(source, who.actor, command, now);

/** The global ids of a community's pools. */
export interface Pools {
  /** CNY, with money in it. */
  readonly welfare: string;
  readonly culture: string;
  /** CNY, with nothing in it: it may be closed. */
  readonly empty: string;
  readonly closed: string;
  readonly yen: string;
}

export async function openPools(run: Run, home: CommunityWorld): Promise<Pools> {
  const open = async (name: string, currency: Currency = 'CNY') => {
    const pool = await run(home.chair, (work) =>
      openPool(work, {
        foundationId: home.foundation.globalId,
        communityId: home.place.globalId,
        name,
        purpose: 'welfare',
        currency,
        thresholds: [{ from: { amount: '0', currency }, approvals: 1 }],
      }),
    );
    return toGlobalId('Pool', pool.communityId, pool.id);
  };
  const closed = await open('Closed');
  await run(home.chair, (work) => closePool(work, { poolId: closed }));
  const [welfare, culture] = [await open('Welfare'), await open('Culture')];
  return { welfare, culture, closed, empty: await open('Empty'), yen: await open('Yen', 'JPY') };
}

/** What an enterprise promised, and partly paid, over a plan that also leads to other books. */
export async function payIn(
  run: Run,
  home: CommunityWorld,
  shares: readonly { readonly poolId: string; readonly weight: number }[],
): Promise<{ readonly declaration: string }> {
  const enterprise = {
    enterpriseId: home.enterprise.globalId,
    communityId: home.place.globalId,
  };
  await run(home.director, (work) =>
    setRoutingPlan(work, { ...enterprise, validFrom: monthStart(-2), shares }),
  );
  const declared = await run(home.director, (work) =>
    declareSurplus(work, {
      ...enterprise,
      idempotencyKey: key(),
      period: { from: monthStart(-6), until: monthStart(-3) },
      dueOn: monthStart(2),
      revenue: cny('200000.00'),
      costs: cny('80000.00'),
      surplus: cny('120000.00'),
      commitment: { amount: cny('100000.00') },
    }),
  );
  const declaration = toGlobalId('Declaration', declared.communityId, declared.id);
  await run(home.bookkeeper, (work) =>
    remitSurplus(work, {
      idempotencyKey: key(),
      declarationId: declaration,
      amount: cny('60000.00'),
      receivedOn: day(),
    }),
  );
  return { declaration };
}

/** A grant in some stage, with its tranches in order. */
export interface SomeGrant {
  readonly application: string;
  readonly grant: string;
  readonly tranches: readonly [string, string];
}

/** Applications and grants in every stage in which something can go wrong. */
export interface Grants {
  /** Before the board. */
  readonly submitted: string;
  /** Before the board; to be declined, withdrawn or stood aside from. */
  readonly toWithdraw: string;
  readonly toStandAside: string;
  /** Asks for more than the pool has. */
  readonly tooMuch: string;
  /** Its first tranche waits to be paid. */
  readonly requested: SomeGrant;
  readonly toDecline: SomeGrant;
  /** Nobody has asked for its first tranche. */
  readonly planned: SomeGrant;
  /** Its first tranche is paid. */
  readonly paid: SomeGrant;
  readonly toCancel: SomeGrant;
  readonly cancelled: SomeGrant;
}

export async function makeGrants(
  source: DataSource,
  run: Run,
  home: CommunityWorld,
  poolId: string,
): Promise<Grants> {
  const apply = async (amount = '100.00') => {
    const row = await run(home.leader, (work) =>
      applyForGrant(work, {
        applicantId: home.team.globalId,
        poolId,
        title: 'Repairs for the old',
        purpose: 'Tools and training for those who mend.',
        requested: cny(amount),
        budget: [{ label: 'Tools', amount: cny(amount) }],
        tranches: ['Begun', 'Done'].map((milestone) => ({
          amount: cny((Number(amount) / 2).toFixed(2)),
          milestone,
          dueOn: day(90),
        })),
      }),
    );
    return { ...row, application: toGlobalId('Application', row.communityId, row.id) };
  };
  const award = async (): Promise<SomeGrant> => {
    const { application, communityId, id } = await apply();
    const approval = { applicationId: application, verdict: 'approve', reason: 'Good' } as const;
    await run(home.chair, (work) =>
      reviewApplication(work, { idempotencyKey: key(), ...approval }),
    );
    const rows = await tranchesOf.read(source.manager, communityId, [id]);
    const [first, second] = rows.map((row) => toGlobalId('Tranche', communityId, row.id));
    if (!first || !second) throw new Error('A grant without its tranches');
    return { application, grant: toGlobalId('Grant', communityId, id), tranches: [first, second] };
  };
  const request = async (): Promise<SomeGrant> => {
    const grant = await award();
    const [trancheId] = grant.tranches;
    await run(home.secretary, (work) => requestDisbursement(work, { trancheId }));
    return grant;
  };
  const pay = async (): Promise<SomeGrant> => {
    const grant = await request();
    const payment = { idempotencyKey: key(), trancheId: grant.tranches[0] };
    await run(home.treasurer, (work) => disburseTranche(work, payment));
    return grant;
  };
  const cancelled = await pay();
  await run(home.secretary, (work) =>
    acceptMilestone(work, { trancheId: cancelled.tranches[0], evidence: 'Photographs' }),
  );
  await run(home.chair, (work) =>
    cancelGrant(work, { grantId: cancelled.grant, reason: 'No one is left' }),
  );
  return {
    submitted: (await apply()).application,
    toWithdraw: (await apply()).application,
    toStandAside: (await apply()).application,
    tooMuch: (await apply('9000000.00')).application,
    requested: await request(),
    toDecline: await request(),
    planned: await award(),
    paid: await pay(),
    toCancel: await award(),
    cancelled,
  };
}
