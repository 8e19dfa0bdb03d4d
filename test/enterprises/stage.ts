import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { declareSurplus, type DeclareSurplusInput } from '../../src/enterprises/declare-surplus';
import { outstandingOf, type Declaration } from '../../src/enterprises/declaration.reader';
import { ENTERPRISES_CHECKS } from '../../src/enterprises/enterprises.checks';
import { remitSurplus } from '../../src/enterprises/remit-surplus';
import { setRoutingPlan } from '../../src/enterprises/set-routing-plan';
import { BOOKKEEPING_CHECKS } from '../../src/bookkeeping/bookkeeping.checks';
import type { PoolRow } from '../../src/foundations/pool.entity';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { registerOrganisation } from '../../src/society/register-organisation';
import type { CommunityWorld, Named, World } from '../support/world';

/** The moment at which these tests stand: noon in Anshan. */
export const NOW = new Date('2026-11-22T04:00:00Z');
export const TODAY = '2026-11-22';

export const cny = (amount: string) => ({ amount, currency: 'CNY' as const });
export const key = () => `test-${randomUUID()}`;

export type Pool = PoolRow & { globalId: string };

/** Acts of one community's enterprise, at noon of the day. */
export function enterpriseOf(dataSource: DataSource, world: World, home: CommunityWorld) {
  const run = <T>(actor: Actor, command: Parameters<typeof inUnitOfWork<T>>[2], now = NOW) =>
    inUnitOfWork(dataSource, actor, command, now);
  return {
    run,
    /** Another enterprise of the community, so that its periods are free. */
    another: async (): Promise<Named> => {
      const row = await run(world.officer.actor, (work) =>
        registerOrganisation(work, {
          kind: 'social_enterprise',
          name: `Enterprise ${randomUUID()}`,
          placeId: home.place.globalId,
        }),
      );
      return {
        id: row.id,
        name: row.name,
        globalId: toGlobalId('Organisation', null, row.id),
      };
    },
    declare: async (more: Partial<DeclareSurplusInput> = {}, actor = home.director.actor) =>
      await run(actor, (work) => declareSurplus(work, figures(home, more))),
    plan: async (
      shares: readonly (readonly [Pool, number])[],
      validFrom = TODAY,
      enterprise: Named = home.enterprise,
      actor = home.director.actor,
    ) =>
      await run(actor, (work) =>
        setRoutingPlan(work, {
          enterpriseId: enterprise.globalId,
          communityId: home.place.globalId,
          validFrom,
          shares: shares.map(([pool, weight]) => ({ poolId: pool.globalId, weight })),
        }),
      ),
    remit: async (
      declared: Declaration,
      amount: string,
      more: { receivedOn?: string; idempotencyKey?: string } = {},
      actor = home.bookkeeper.actor,
    ) =>
      await run(actor, (work) =>
        remitSurplus(work, {
          idempotencyKey: key(),
          declarationId: toGlobalId('Declaration', declared.communityId, declared.id),
          amount: cny(amount),
          receivedOn: TODAY,
          ...more,
        }),
      ),
  };
}

/** A quarter's figures: 10,000 less 4,000 yuan, half of the surplus promised. */
export function figures(
  home: CommunityWorld,
  more: Partial<DeclareSurplusInput> = {},
): DeclareSurplusInput {
  return {
    idempotencyKey: key(),
    enterpriseId: home.enterprise.globalId,
    communityId: home.place.globalId,
    period: { from: '2026-07-01', until: '2026-10-01' },
    dueOn: '2026-12-31',
    revenue: cny('10000.00'),
    costs: cny('4000.00'),
    surplus: cny('6000.00'),
    commitment: { shareBasisPoints: 5000 },
    ...more,
  };
}

/** The balance of an account of a kind, over all sets of books; in minor units. */
export async function balanceOf(
  dataSource: DataSource,
  kind: string,
  holderId: string,
): Promise<bigint> {
  const [{ minor }] = await dataSource.query(
    `select coalesce(sum((debits - credits) * normal_side), 0)::text as minor
     from ledger_account where kind = $1 and holder_id = $2`,
    [kind, holderId],
  );
  return BigInt(minor as string);
}

export const outstanding = (dataSource: DataSource, declared: Declaration) =>
  outstandingOf(dataSource.manager, declared);

/** What every test leaves behind: books without a finding. */
export const findings = (dataSource: DataSource) =>
  runChecks(dataSource, [...LEDGER_CHECKS, ...BOOKKEEPING_CHECKS, ...ENTERPRISES_CHECKS]);
