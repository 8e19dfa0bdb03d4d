import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { acceptMilestone } from '../../src/grants/accept-milestone';
import type { ApplicationRow } from '../../src/grants/application.entity';
import { applyForGrant, type ApplyForGrant } from '../../src/grants/apply-for-grant';
import { disburseTranche } from '../../src/grants/disburse-tranche';
import { requestDisbursement } from '../../src/grants/request-disbursement';
import { reviewApplication } from '../../src/grants/review-application';
import type { Verdict } from '../../src/grants/states';
import { tranchesOf } from '../../src/grants/tranche.reader';
import { toGlobalId } from '../../src/kernel/global-id';
import type { CommunityWorld, Named, Somebody } from '../support/world';
import { cny, runner } from '../foundations/money';

/** A day far enough ahead. */
export const LATER = '2099-06-01';

/** Yuan with two places from fen. */
export const yuan = (minor: number) => cny((minor / 100).toFixed(2));

/** An application as a client writes it: one budget line, tranches of so many fen each. */
export function application(
  applicant: Named,
  pool: { globalId: string },
  tranches: readonly number[],
  more: Partial<ApplyForGrant> = {},
): ApplyForGrant {
  const whole = tranches.reduce((sum, each) => sum + each, 0);
  return {
    applicantId: applicant.globalId,
    poolId: pool.globalId,
    title: 'Repairs for the old',
    purpose: 'Tools and training for those who mend.',
    requested: yuan(whole),
    budget: [{ label: 'Tools', amount: yuan(whole) }],
    tranches: tranches.map((minor, i) => ({
      amount: yuan(minor),
      milestone: `Milestone ${i + 1}`,
      dueOn: LATER,
    })),
    ...more,
  };
}

export interface SomeApplication extends ApplicationRow {
  readonly globalId: string;
}

/** What people do with grants in tests, each in a unit of work of their own. */
export function grantActs(dataSource: DataSource, community: CommunityWorld) {
  const run = runner(dataSource);
  const { chair, boardMembers, secretary, treasurer, team, leader } = community;
  const named = (row: ApplicationRow): SomeApplication => ({
    ...row,
    globalId: toGlobalId('Application', row.communityId, row.id),
  });
  const acts = {
    apply: async (
      pool: { globalId: string },
      tranches: readonly number[],
      more: Partial<ApplyForGrant> = {},
      now?: Date,
    ) =>
      named(
        await run(
          leader.actor,
          (work) => applyForGrant(work, application(team, pool, tranches, more)),
          now,
        ),
      ),
    review: (
      { globalId }: { globalId: string },
      member: Somebody,
      verdict: Verdict = 'approve',
      idempotencyKey: string = randomUUID(),
      now?: Date,
    ) => {
      const said = { verdict, reason: `${verdict}: because` };
      const input = { idempotencyKey, applicationId: globalId, ...said };
      return run(member.actor, (work) => reviewApplication(work, input), now);
    },
    /** An application that two of the board approved, with its tranches' global ids. */
    award: async (pool: { globalId: string }, tranches: readonly number[]) => {
      const applied = await acts.apply(pool, tranches);
      await acts.review(applied, chair);
      const awarded = named(await acts.review(applied, boardMembers[0]));
      const rows = await tranchesOf.read(dataSource.manager, applied.communityId, [applied.id]);
      return {
        ...awarded,
        grantId: toGlobalId('Grant', applied.communityId, applied.id),
        trancheIds: rows.map(({ communityId, id }) => toGlobalId('Tranche', communityId, id)),
      };
    },
    request: (trancheId: string | undefined, who: Somebody = secretary) =>
      run(who.actor, (work) => requestDisbursement(work, { trancheId: trancheId ?? '' })),
    pay: (
      trancheId: string | undefined,
      who: Somebody = treasurer,
      idempotencyKey: string = randomUUID(),
    ) =>
      run(who.actor, (work) =>
        disburseTranche(work, { idempotencyKey, trancheId: trancheId ?? '' }),
      ),
    accept: (trancheId: string | undefined, who: Somebody = secretary) =>
      run(who.actor, (work) =>
        acceptMilestone(work, { trancheId: trancheId ?? '', evidence: 'Photographs, a list' }),
      ),
  };
  return acts;
}
