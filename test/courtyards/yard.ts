import { randomUUID } from 'node:crypto';
import type { ActivityRow } from '../../src/courtyards/activity.entity';
import { adoptCovenant, type AdoptCovenant } from '../../src/courtyards/adopt-covenant';
import { announceActivity, type AnnounceActivity } from '../../src/courtyards/announce-activity';
import { confirmSpending } from '../../src/courtyards/confirm-spending';
import type { CovenantRow } from '../../src/courtyards/covenant.entity';
import type { GrantSpendingRow } from '../../src/courtyards/grant-spending.entity';
import { nameCourtyardBody } from '../../src/courtyards/name-courtyard-body';
import { recordActivity } from '../../src/courtyards/record-activity';
import { recordSpending, type RecordSpending } from '../../src/courtyards/record-spending';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { mandateFor, underMandate } from '../../src/kernel/mandate';
import { Denied, Refusal } from '../../src/kernel/refusal';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import { registerPlace } from '../../src/society/register-place';
import { fund, newPool } from '../foundations/money';
import { grantActs, yuan } from '../grants/board';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';

/** A community with a courtyard, and its team with 500 yuan of a grant of 800. */
export interface Yard {
  readonly database: FreshDatabase;
  readonly world: World;
  readonly courtyard: string;
  /** The grant, and what is still to be paid of it. */
  readonly grantId: string;
  readonly pays: (n: 0 | 1) => Promise<void>;
}

export const ZONE = 'Asia/Shanghai';
export const TODAY = dayOf(new Date(), ZONE);
export const day = (days: number) => addDays(TODAY, days);
/** A moment so many days from now. */
export const moment = (days: number) => new Date(Date.now() + days * 24 * 3600_000);

export async function newYard(): Promise<Yard> {
  const database = await freshDatabase();
  const { dataSource } = database;
  const world = await newWorld(dataSource);
  const pool = await newPool(dataSource, world.home);
  await fund(dataSource, pool, 1_000_000n);
  const acts = grantActs(dataSource, world.home);
  const { grantId, trancheIds } = await acts.award(pool, [50_000, 30_000]);
  const pays = async (n: 0 | 1) => {
    await acts.request(trancheIds[n]);
    await acts.pay(trancheIds[n]);
    await acts.accept(trancheIds[n]);
  };
  await pays(0);
  const courtyard = await openYard({ database, world }, 'Well Yard');
  return { database, world, courtyard, grantId, pays };
}

type Ground = Pick<Yard, 'database' | 'world'>;

export async function openYard(ground: Ground, name: string): Promise<string> {
  const parentId = ground.world.home.place.globalId;
  const row = await run(ground, (work) =>
    registerPlace(work, { kind: 'courtyard', name, parentId }),
  );
  return toGlobalId('Place', null, row.id);
}

export async function run<T>(
  { database }: Ground,
  command: (work: UnitOfWork) => Promise<T>,
  actor: Actor = SYSTEM,
  now?: Date,
): Promise<T> {
  return await inUnitOfWork(database.dataSource, actor, command, now);
}

/** How an act ended: the refusal's code with its path, the denial's, or `done`. */
export async function ending(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'done';
  } catch (error) {
    if (error instanceof Denied) return error.code;
    if (error instanceof Refusal) return [error.code, ...error.path].join(' ');
    throw error;
  }
}

/** A covenant is adopted, as the execution of a resolution does it. */
export const adopt = (
  ground: Ground,
  input: AdoptCovenant,
  { now, actor = SYSTEM }: { now?: Date; actor?: Actor } = {},
): Promise<CovenantRow> =>
  run(
    ground,
    (work) =>
      underMandate(work, mandateFor(randomUUID(), 'adoptCovenant', input), () =>
        adoptCovenant(work, input),
      ),
    actor,
    now,
  );

/** The team stands for a courtyard. */
export const nameTeam = (yard: Yard, placeId = yard.courtyard, now?: Date) =>
  run(
    yard,
    (work) => nameCourtyardBody(work, { placeId, organisationId: yard.world.home.team.globalId }),
    yard.world.home.cadre.actor,
    now,
  );

export const activityId = ({ communityId, id }: ActivityRow) =>
  toGlobalId('Activity', communityId, id);
export const spendingId = ({ communityId, id }: GrantSpendingRow) =>
  toGlobalId('GrantSpending', communityId, id);

export const announce = (
  yard: Yard,
  more: Partial<AnnounceActivity> = {},
  { actor = yard.world.home.leader.actor, now }: { actor?: Actor; now?: Date } = {},
): Promise<ActivityRow> =>
  run(
    yard,
    (work) =>
      announceActivity(work, {
        ...{ placeId: yard.courtyard, title: 'Sweeping day', about: 'We sweep the yard.' },
        ...{ venue: 'At the well', startsAt: moment(-1), mode: 'cooperative', ...more },
      }),
    actor,
    now,
  );

export const tell = (
  yard: Yard,
  activity: ActivityRow,
  residentIds: readonly string[],
  { actor = yard.world.home.leader.actor, now }: { actor?: Actor; now?: Date } = {},
): Promise<ActivityRow> =>
  run(
    yard,
    (work) =>
      recordActivity(work, {
        ...{ activityId: activityId(activity), residentIds, report: 'The yard is clean.' },
      }),
    actor,
    now,
  );

/** All residents of the households, in order. */
export const everyone = ({ world: { home } }: Yard): string[] =>
  home.households.flatMap(({ residents }) => residents.map(({ globalId }) => globalId));

export const spend = (
  yard: Yard,
  minor: number,
  more: Partial<RecordSpending> = {},
  actor: Actor = yard.world.home.leader.actor,
): Promise<GrantSpendingRow> =>
  run(
    yard,
    (work) =>
      recordSpending(work, {
        ...{ idempotencyKey: randomUUID(), grantId: yard.grantId, amount: yuan(minor) },
        ...{ purpose: 'Timber for benches', spentOn: TODAY, ...more },
      }),
    actor,
  );

export const confirm = (
  yard: Yard,
  spending: GrantSpendingRow,
  actor: Actor = yard.world.home.members[0].actor,
  idempotencyKey: string = randomUUID(),
): Promise<GrantSpendingRow> =>
  run(
    yard,
    (work) => confirmSpending(work, { idempotencyKey, spendingId: spendingId(spending) }),
    actor,
  );
