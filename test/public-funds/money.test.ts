import { toGlobalId } from '../../src/kernel/global-id';
import type { Actor } from '../../src/kernel/actor';
import type { UnitOfWork } from '../../src/kernel/unit-of-work';
import { openPool } from '../../src/foundations/open-pool';
import { needTarget } from '../../src/donations/gift-target';
import { openCampaign } from '../../src/donations/open-campaign';
import { setRoutingPlan } from '../../src/enterprises/set-routing-plan';
import { applyFor } from '../../src/grants/apply-for';
import { applyForGrant } from '../../src/grants/apply-for-grant';
import { awardByResolution } from '../../src/grants/award-by-resolution';
import { cancelGrant } from '../../src/grants/cancel-grant';
import { returnUnspent } from '../../src/grants/return-unspent';
import { reviewApplication } from '../../src/grants/review-application';
import { spendPublicFund } from '../../src/grants/spend-public-fund';
import { withdrawApplication } from '../../src/grants/withdraw-application';
import { mandateFor, underMandate } from '../../src/kernel/mandate';
import { executeResolution } from '../../src/motions/execute-resolution';
import { tableMotion } from '../../src/motions/table-motion';
import type { FundProjectRow } from '../../src/public-funds/fund-project.entity';
import type { PublicFundRow } from '../../src/public-funds/public-fund.entity';
import { runChecks } from '../../src/ledger/verify';
import { CHECKS } from '../../src/server/checks';
import { motionOf as motionInput, refused, resolutionId, resolutionOf } from '../motions/assembly';
import {
  askHouseholds,
  at,
  cny,
  dayAt,
  days,
  key,
  newFund,
  newOffice,
  now,
  publish,
  start,
  type Office,
} from './office';
import { advance, execute, missing, motionOf, resolve, spend, table, weigh, write } from './walk';

/** Public money goes by its procedure, and there is no other way (C2). */

let office: Office;
let fund: PublicFundRow;
let poolId: string;
beforeAll(async () => {
  office = await newOffice();
  fund = await newFund(office);
  poolId = toGlobalId('Pool', fund.communityId, fund.id);
});
afterAll(async () => {
  expect(await runChecks(office.database.dataSource, CHECKS)).toEqual([]);
  await office.database.drop();
});

const act = <T>(actor: Actor, command: (work: UnitOfWork) => Promise<T>, moment?: Date) =>
  at(office, actor, command, moment);

test('nothing but the allotment comes into it, and nobody asks it for a grant', async () => {
  const { home } = office.world;
  const earmarked = { code: 'POOL_EARMARKED' };
  const plan = {
    ...{ enterpriseId: home.enterprise.globalId, communityId: home.place.globalId },
    ...{ validFrom: dayAt(0), shares: [{ poolId, weight: 1 }] },
  };
  const asked = {
    ...{ applicantId: home.team.globalId, poolId, title: 'Lamps', purpose: 'Light' },
    ...{ requested: cny('10.00'), budget: [{ label: 'Lamps', amount: cny('10.00') }] },
    tranches: [{ amount: cny('10.00'), milestone: 'Done', dueOn: dayAt(9) }],
  };
  const campaign = { poolId, title: 'Lamps', story: 'Light', startsOn: dayAt(0) };
  for (const refusal of [
    act(office.fundChair, (work) => needTarget(work, { poolId }, ['to'])),
    act(office.fundChair, (work) => openCampaign(work, campaign)),
    act(home.director.actor, (work) => setRoutingPlan(work, plan)),
    act(home.leader.actor, (work) => applyForGrant(work, asked)),
  ])
    expect(await refused(refusal)).toMatchObject(earmarked);
  const other = act(home.chair.actor, (work) =>
    openPool(work, {
      ...{ foundationId: home.foundation.globalId, communityId: home.place.globalId },
      ...{ name: 'Ours', purpose: 'public_fund', currency: 'CNY', thresholds: [] },
    }),
  );
  expect(await refused(other)).toMatchObject({ code: 'PURPOSE_RESERVED', path: ['purpose'] });
  const ofOffice = act(office.fundChair, (work) =>
    openPool(work, {
      ...{ foundationId: office.officeId, communityId: home.place.globalId },
      ...{ name: 'Ours', purpose: 'education', currency: 'CNY', thresholds: [] },
    }),
  );
  expect(await refused(ofOffice)).toMatchObject({ code: 'ORGANISATION_KIND' });
});

/** A project of the shorter procedure, tabled, with its resolution passed and its notice over. */
async function resolved(cost: string): Promise<FundProjectRow> {
  const project = await start(office, fund, await publish(office, 'small_repairs'), { cost });
  await write(office, project, 'publicity');
  await askHouseholds(office, project, [6, 1]);
  await advance(office, project, days(1));
  await weigh(office, project, 3, days(1));
  await table(office, project, [cost], days(1));
  await write(office, project, 'public_notice', days(1));
  await resolve(office, project, days(2));
  await advance(office, project, days(9));
  return await now(office, project);
}

test('a board, a withdrawal, another motion and a bare command do not spend it', async () => {
  const project = await resolved('500.00');
  const application = toGlobalId('Application', project.communityId, project.applicationId ?? '');
  const input = { applicationId: application };
  const review = { idempotencyKey: key(), ...input, verdict: 'approve', reason: 'Yes' } as const;
  const byChair = act(office.fundChair, (work) => reviewApplication(work, review), days(9));
  expect((await refused(byChair)).code).toBe('BY_PROCEDURE_ONLY');
  const { home } = office.world;
  const withdrawn = act(home.cadre.actor, (work) => withdrawApplication(work, input), days(9));
  await expect(withdrawn).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const motion = { ...motionInput(office), act: { awardGrant: input } };
  const tabled = act(home.cadre.actor, (work) => tableMotion(work, motion), days(9));
  await expect(tabled).rejects.toThrow();
  const bare = act(home.cadre.actor, (work) => spendPublicFund(work, input), days(9));
  await expect(bare).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const otherAct = act(
    home.cadre.actor,
    (work) =>
      underMandate(work, mandateFor(project.id, 'awardGrant', input), () =>
        awardByResolution(work, input),
      ),
    days(9),
  );
  expect((await refused(otherAct)).code).toBe('BY_PROCEDURE_ONLY');
  const resolution = await resolutionOf(office, await motionOf(office, project));
  const direct = act(
    home.cadre.actor,
    (work) =>
      executeResolution(work, {
        ...{ idempotencyKey: key(), resolutionId: resolutionId(resolution) },
      }),
    days(9),
  );
  expect((await refused(direct)).code).toBe('EXECUTED_BY_PROCEDURE');
  await expect(
    execute(office, project, days(9), { actor: home.treasurer.actor }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const again = key();
  const first = await execute(office, project, days(9), { key: again });
  expect(first.resolution.state).toBe('executed');
  const second = await execute(office, project, days(9), { key: again });
  expect(second.resolution).toMatchObject({ state: 'executed', id: first.resolution.id });
  expect((await refused(execute(office, project, days(9)))).code).toBe('RESOLUTION_STATE');
  const grants = await office.database.dataSource.query(
    'select amount_minor::integer as minor from pool_grant where pool_id = $1',
    [fund.id],
  );
  expect(grants).toEqual([{ minor: 50000 }]);
});

test('where the fund ran dry meanwhile nothing is awarded, and it can be tried again', async () => {
  const [one, other] = [await resolved('3000.00'), await resolved('2500.00')];
  expect((await execute(office, one, days(9))).refusal).toBeNull();
  const short = await execute(office, other, days(9));
  expect(short.refusal).toMatchObject({ code: 'POOL_SHORT' });
  expect(short.resolution.state).toBe('adopted');
  const attempts = await office.database.dataSource.query(
    'select code from resolution_attempt where resolution_id = $1',
    [short.resolution.id],
  );
  expect(attempts).toEqual([{ code: 'POOL_SHORT' }]);
});

test('what is not paid goes back to the fund when its grant is cancelled, or given back', async () => {
  const project = await resolved('200.00');
  await execute(office, project, days(9));
  const left = async () => {
    const [row] = await office.database.dataSource.query(
      `select (credits - debits)::integer as minor from ledger_account
       where holder_id = $1 and kind = 'poolAvailable'`,
      [fund.id],
    );
    return (row as { minor: number }).minor;
  };
  const before = await left();
  const grantId = toGlobalId('Grant', project.communityId, project.applicationId ?? '');
  const cancel = { grantId, reason: 'The wall fell down.' };
  expect(await missing(office, project)).toContain('money_spent');
  await act(office.fundChair, (work) => cancelGrant(work, cancel), days(10));
  expect(await left()).toBe(before + 20000);
  expect(await missing(office, project)).not.toContain('money_spent');
  const paid = await resolved('100.00');
  await execute(office, paid, days(9));
  await spend(office, paid, days(10));
  const back = {
    ...{ idempotencyKey: key(), amount: cny('30.00') },
    grantId: toGlobalId('Grant', paid.communityId, paid.applicationId ?? ''),
  };
  const then = await left();
  await act(office.fundTreasurer, (work) => returnUnspent(work, back), days(11));
  expect(await left()).toBe(then + 3000);
});

test('a project passes a step once, however many pass it at once', async () => {
  const project = await start(office, fund, await publish(office, 'small_repairs'), {
    cost: '9.00',
  });
  await write(office, project, 'publicity');
  await askHouseholds(office, project, [6, 1]);
  const told = await Promise.all(
    Array.from({ length: 4 }, () =>
      advance(office, project, days(1)).then(
        ({ step }) => step,
        (error: { code?: string }) => error.code,
      ),
    ),
  );
  expect(told.sort()).toEqual([2, 'STEP_INCOMPLETE', 'STEP_INCOMPLETE', 'STEP_INCOMPLETE']);
});

test('only one of many who execute at once does', async () => {
  const project = await resolved('100.00');
  const told = await Promise.all(
    Array.from({ length: 4 }, () =>
      execute(office, project, days(9)).then(
        ({ resolution }) => resolution.state,
        (error: { code?: string }) => error.code,
      ),
    ),
  );
  expect(told.filter((each) => each === 'executed')).toHaveLength(1);
  expect(told.filter((each) => each === 'RESOLUTION_STATE')).toHaveLength(3);
});

test('an application of which no procedure knows is awarded by nobody', async () => {
  const { home } = office.world;
  const asked = await act(home.cadre.actor, (work) =>
    applyFor(work, {
      ...{ communityId: fund.communityId, poolId: fund.id, applicantId: home.committee.id },
      ...{ submittedBy: home.cadre.id, title: 'Lamps', purpose: 'Light' },
      ...{ requested: cny('10.00'), budget: [{ label: 'Lamps', amount: cny('10.00') }] },
      tranches: [{ amount: cny('10.00'), milestone: 'Done', dueOn: dayAt(9) }],
    }),
  );
  const input = { applicationId: toGlobalId('Application', asked.communityId, asked.id) };
  const bare = act(office.fundChair, (work) => spendPublicFund(work, input));
  await expect(bare).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
