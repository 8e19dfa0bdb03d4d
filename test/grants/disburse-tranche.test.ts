import { randomUUID } from 'node:crypto';
import { cancelGrant } from '../../src/grants/cancel-grant';
import { declineDisbursement } from '../../src/grants/decline-disbursement';
import { disburseTranche } from '../../src/grants/disburse-tranche';
import { grantById } from '../../src/grants/grant.reader';
import { acceptMilestone } from '../../src/grants/accept-milestone';
import { returnUnspent, type ReturnUnspent } from '../../src/grants/return-unspent';
import { tranchesOf } from '../../src/grants/tranche.reader';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { CHECKS } from '../../src/server/checks';
import { appointMember } from '../../src/society/appoint-member';
import { cny, figuresOf, fund, newPool, runner } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { actorOf, newWorld, SINCE, type Somebody, type World } from '../support/world';
import { grantActs } from './board';

let database: FreshDatabase;
let world: World;
let run: ReturnType<typeof runner>;
let acts: ReturnType<typeof grantActs>;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  run = runner(database.dataSource);
  acts = grantActs(database.dataSource, world.home);
});
afterAll(() => database.drop());

/** A pool with so much, of which an application in tranches is awarded. */
async function awarded(tranches: readonly number[], more = 0) {
  const pool = await newPool(database.dataSource, world.home);
  await fund(database.dataSource, pool, BigInt(tranches.reduce((a, b) => a + b, more)));
  return { pool, ...(await acts.award(pool, tranches)) };
}
const figures = (pool: Parameters<typeof figuresOf>[1]) => figuresOf(database.dataSource, pool);
const grantOf = async ({ communityId, id }: { communityId: string; id: string }) =>
  (await grantById.read(database.dataSource.manager, communityId, [id]))[0];

/** Someone who also belongs to the home self-organisation now. */
async function inTeam(who: Somebody): Promise<Somebody & { leave: () => Promise<unknown> }> {
  const membership = await run(SYSTEM, (work) =>
    appointMember(work, {
      organisationId: world.home.team.globalId,
      role: 'member',
      personId: who.globalId,
      validFrom: SINCE,
    }),
  );
  const leave = () =>
    database.dataSource.query('delete from membership where id = $1', [membership.id]);
  return { ...who, actor: await actorOf(database.dataSource, who.id), leave };
}

test('a grant is paid tranche by tranche as milestones are accepted, and completed', async () => {
  const { pool, trancheIds, ...application } = await awarded([500, 300]);
  const [first, second] = trancheIds;
  expect(await figures(pool)).toEqual([800n, 0n, 800n, 0n]);
  await acts.request(first);
  await acts.pay(first);
  expect(await figures(pool)).toEqual([800n, 0n, 300n, 500n]);
  await expect(acts.request(second)).rejects.toMatchObject({
    code: 'MILESTONE_OPEN',
    facts: { milestone: 'Milestone 1' },
    path: ['trancheId'],
  });
  await expect(acts.pay(second)).rejects.toMatchObject({ code: 'MILESTONE_OPEN' });
  await acts.accept(first);
  expect(await grantOf(application)).toMatchObject({ state: 'active' });
  await acts.request(second);
  await acts.pay(second);
  expect(await figures(pool)).toEqual([800n, 0n, 0n, 800n]);
  expect(await grantOf(application)).toMatchObject({ state: 'active' });
  await acts.accept(second, world.home.chair);
  expect(await grantOf(application)).toMatchObject({ state: 'completed' });
  await expect(acts.accept(second)).rejects.toMatchObject({ code: 'ALREADY_ACCEPTED' });
});

test('maker and checker: roles, and two people', async () => {
  const { trancheIds } = await awarded([100]);
  const { secretary, treasurer, chair, leader } = world.home;
  await expect(acts.pay(trancheIds[0])).rejects.toMatchObject({ code: 'NOT_REQUESTED' });
  for (const who of [treasurer, chair, leader, world.other.secretary])
    await expect(acts.request(trancheIds[0], who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const both = {
    ...secretary,
    actor: {
      ...secretary.actor,
      standings: [...secretary.actor.standings, ...treasurer.actor.standings],
    } satisfies Actor,
  };
  await acts.request(trancheIds[0], both);
  await expect(acts.pay(trancheIds[0], both)).rejects.toMatchObject({ code: 'SAME_PERSON' });
  for (const who of [secretary, chair, leader, world.other.treasurer])
    await expect(acts.pay(trancheIds[0], who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(acts.request(trancheIds[0])).rejects.toMatchObject({ code: 'ALREADY_REQUESTED' });
  await acts.pay(trancheIds[0]);
  await expect(acts.pay(trancheIds[0])).rejects.toMatchObject({ code: 'ALREADY_PAID' });
  await expect(acts.request(trancheIds[0])).rejects.toMatchObject({ code: 'ALREADY_PAID' });
});

test('a request may be declined, and made again', async () => {
  const { trancheIds } = await awarded([100]);
  const [trancheId = ''] = trancheIds;
  const decline = (who = world.home.treasurer, reason = 'The receipt is missing') =>
    run(who.actor, (work) => declineDisbursement(work, { trancheId, reason }));
  await expect(decline()).rejects.toMatchObject({ code: 'NOT_REQUESTED' });
  await acts.request(trancheId);
  await expect(decline(world.home.secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(decline(world.home.treasurer, '')).rejects.toMatchObject({ code: 'TEXT_LENGTH' });
  await decline();
  await expect(acts.pay(trancheId)).rejects.toMatchObject({ code: 'NOT_REQUESTED' });
  await acts.request(trancheId);
  await acts.pay(trancheId);
});

test('of many requests at once one stands; of many payments one is made', async () => {
  const { pool, trancheIds } = await awarded([100], 900);
  const requests = await Promise.allSettled(
    Array.from({ length: 8 }, () => acts.request(trancheIds[0])),
  );
  expect(requests.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const payments = await Promise.allSettled(
    Array.from({ length: 8 }, () => acts.pay(trancheIds[0])),
  );
  expect(payments.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await figures(pool)).toEqual([1000n, 900n, 0n, 100n]);
});

test('the same payment 30 times at once is one payment, and answers alike later too', async () => {
  const { pool, trancheIds } = await awarded([100, 100]);
  await acts.request(trancheIds[0]);
  const key = randomUUID();
  const pay = () => acts.pay(trancheIds[0], world.home.treasurer, key);
  const answers = await Promise.all(Array.from({ length: 30 }, pay));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await figures(pool)).toEqual([200n, 0n, 100n, 100n]);
  await acts.accept(trancheIds[0]);
  expect((await pay()).id).toBe(answers[0]?.id);
  await acts.request(trancheIds[1]);
  await expect(acts.pay(trancheIds[1], world.home.treasurer, key)).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
});

test('a bank that is short refuses, and the tranche still waits', async () => {
  // Another foundation in the same books has the money; this one's bank has none of it.
  const { pool, trancheIds } = await awarded([100]);
  await acts.request(trancheIds[0]);
  const bank = `kind = 'bank' and holder_id = '${world.home.foundation.id}'`;
  const [{ debits, credits }] = await database.dataSource.query(
    `select debits, credits from ledger_account where ${bank}`,
  );
  await database.dataSource.query(`update ledger_account set credits = debits - 99 where ${bank}`);
  await expect(acts.pay(trancheIds[0])).rejects.toMatchObject({
    code: 'BANK_SHORT',
    facts: { available: '0.99', required: '1.00' },
  });
  await database.dataSource.query(
    `update ledger_account set debits = $1, credits = $2 where ${bank}`,
    [debits, credits],
  );
  expect(await figures(pool)).toEqual([100n, 0n, 100n, 0n]);
  await acts.pay(trancheIds[0]);
});

test("the grantee's own people neither accept its milestones nor pay it", async () => {
  const { trancheIds } = await awarded([100, 100]);
  const { secretary, treasurer, members } = world.home;
  await expect(acts.accept(trancheIds[0], members[0])).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const maker = await inTeam(secretary);
  await expect(acts.request(trancheIds[0], maker)).rejects.toMatchObject({ code: 'RECUSED' });
  await maker.leave();
  await acts.request(trancheIds[0]);
  const checker = await inTeam(treasurer);
  await expect(acts.pay(trancheIds[0], checker)).rejects.toMatchObject({ code: 'RECUSED' });
  await checker.leave();
  await acts.pay(trancheIds[0]);
  for (const who of [world.home.chair, world.home.boardMembers[0], secretary]) {
    const related = await inTeam(who);
    await expect(acts.accept(trancheIds[0], related)).rejects.toMatchObject({
      code: 'RECUSED',
      facts: { because: 'member_of_applicant' },
      path: ['trancheId'],
    });
    await related.leave();
  }
  await expect(acts.accept(trancheIds[0], treasurer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await acts.accept(trancheIds[0], world.home.boardMembers[0]);
});

test('a milestone is accepted when its tranche is paid, with evidence', async () => {
  const { trancheIds } = await awarded([100, 100]);
  const [first = '', second] = trancheIds;
  await expect(acts.accept(first)).rejects.toMatchObject({ code: 'TRANCHE_UNPAID' });
  await acts.request(first);
  await acts.pay(first);
  await expect(acts.accept(second)).rejects.toMatchObject({ code: 'TRANCHE_UNPAID' });
  await expect(
    run(world.home.secretary.actor, (work) =>
      acceptMilestone(work, { trancheId: first, evidence: '' }),
    ),
  ).rejects.toMatchObject({ code: 'TEXT_LENGTH', path: ['evidence'] });
});

test('what is not awarded is not paid', async () => {
  const pool = await newPool(database.dataSource, world.home);
  const { communityId, id } = await acts.apply(pool, [100]);
  const [row] = await tranchesOf.read(database.dataSource.manager, communityId, [id]);
  const trancheId = toGlobalId('Tranche', communityId, row?.id ?? '');
  await expect(acts.request(trancheId)).rejects.toMatchObject({ code: 'NOT_AWARDED' });
  await expect(acts.pay(trancheId)).rejects.toMatchObject({ code: 'NOT_AWARDED' });
  const elsewhere = toGlobalId('Tranche', world.other.id, row?.id ?? '');
  await expect(acts.pay(elsewhere)).rejects.toMatchObject({ code: 'ID_UNKNOWN' });
});

test.each([
  ['in the future', 'OCCURRED_IN_FUTURE', 1],
  ['before the award', 'OCCURRED_TOO_EARLY', -1],
])('a payment cannot have been made %s', async (_when, code, hours) => {
  const { trancheIds } = await awarded([100]);
  await acts.request(trancheIds[0]);
  const input = {
    idempotencyKey: randomUUID(),
    trancheId: trancheIds[0] ?? '',
    occurredAt: new Date(Date.now() + hours * 3_600_000),
  };
  await expect(
    run(world.home.treasurer.actor, (work) => disburseTranche(work, input)),
  ).rejects.toMatchObject({ code, path: ['occurredAt'] });
});

const cancel = (grantId: string, who = world.home.chair, reason = 'The team dissolved') =>
  run(who.actor, (work) => cancelGrant(work, { grantId, reason }));

test('cancelling gives back what was not paid, once, and nothing is paid afterwards', async () => {
  const { pool, grantId, trancheIds, ...application } = await awarded([500, 300]);
  await acts.request(trancheIds[0]);
  await acts.pay(trancheIds[0]);
  await acts.accept(trancheIds[0]);
  await acts.request(trancheIds[1]);
  for (const who of [world.home.secretary, world.home.treasurer, world.home.boardMembers[0]])
    await expect(cancel(grantId, who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(cancel(grantId, world.home.chair, ' ')).rejects.toMatchObject({
    code: 'TEXT_LENGTH',
  });
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => cancel(grantId)));
  // Asked six times at once, it happens once and everybody hears the same.
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
  expect(await figures(pool)).toEqual([800n, 300n, 0n, 500n]);
  expect(await grantOf(application)).toMatchObject({
    state: 'cancelled',
    cancelledBecause: 'The team dissolved',
  });
  await expect(acts.pay(trancheIds[1])).rejects.toMatchObject({ code: 'GRANT_ENDED' });
  await expect(acts.accept(trancheIds[1])).rejects.toMatchObject({ code: 'GRANT_ENDED' });
  await expect(cancel(grantId, world.home.chair, 'Another reason')).rejects.toMatchObject({
    code: 'GRANT_ENDED',
  });
});

test('cancelling before anything is paid gives all back; after all is paid, nothing', async () => {
  const unpaid = await awarded([100]);
  await cancel(unpaid.grantId);
  await expect(acts.request(unpaid.trancheIds[0])).rejects.toMatchObject({ code: 'GRANT_ENDED' });
  expect(await figures(unpaid.pool)).toEqual([100n, 100n, 0n, 0n]);
  const paid = await awarded([100]);
  await acts.request(paid.trancheIds[0]);
  await acts.pay(paid.trancheIds[0]);
  await cancel(paid.grantId);
  expect(await figures(paid.pool)).toEqual([100n, 0n, 0n, 100n]);
});

test('cancelling and paying at once: the money goes one way', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { pool, grantId, trancheIds } = await awarded([100]);
    await acts.request(trancheIds[0]);
    const [, payment] = await Promise.allSettled([cancel(grantId), acts.pay(trancheIds[0])]);
    expect(await figures(pool)).toEqual(
      payment.status === 'fulfilled' ? [100n, 0n, 0n, 100n] : [100n, 100n, 0n, 0n],
    );
  }
});

const giveBack = (
  grantId: string,
  amount: string,
  who = world.home.secretary,
  more: Partial<ReturnUnspent> = {},
) =>
  run(who.actor, (work) =>
    returnUnspent(work, { idempotencyKey: randomUUID(), grantId, amount: cny(amount), ...more }),
  );

test('unspent money comes back: up to all that was paid, not a fen more', async () => {
  const { pool, grantId, trancheIds } = await awarded([500, 300]);
  await expect(giveBack(grantId, '0.01')).rejects.toMatchObject({ code: 'EXPENSE_SHORT' });
  await acts.request(trancheIds[0]);
  await acts.pay(trancheIds[0]);
  for (const who of [world.home.chair, world.home.leader, world.other.treasurer])
    await expect(giveBack(grantId, '1.00', who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await giveBack(grantId, '2.00');
  await expect(giveBack(grantId, '3.01')).rejects.toMatchObject({
    code: 'EXPENSE_SHORT',
    facts: { available: '3.00', required: '3.01' },
  });
  await giveBack(grantId, '3.00', world.home.treasurer);
  expect(await figures(pool)).toEqual([800n, 500n, 300n, 0n]);
  await expect(giveBack(grantId, '0.001')).rejects.toMatchObject({ code: 'AMOUNT_TOO_FINE' });
  await expect(
    giveBack(grantId, '1', world.home.secretary, { amount: { amount: '1', currency: 'JPY' } }),
  ).rejects.toMatchObject({ code: 'WRONG_CURRENCY' });
});

test('money that came back once is recorded once, and may come back after the end', async () => {
  const { pool, grantId, trancheIds } = await awarded([500]);
  await acts.request(trancheIds[0]);
  await acts.pay(trancheIds[0]);
  await acts.accept(trancheIds[0]);
  const key = { idempotencyKey: randomUUID() };
  await Promise.all(
    Array.from({ length: 20 }, () => giveBack(grantId, '4.00', world.home.secretary, key)),
  );
  expect(await figures(pool)).toEqual([500n, 400n, 0n, 100n]);
  await expect(giveBack(grantId, '1.00', world.home.secretary, key)).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => giveBack(grantId, '0.20')),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  expect(await figures(pool)).toEqual([500n, 500n, 0n, 0n]);
});

test('the books hold', async () => {
  expect(await runChecks(database.dataSource, CHECKS)).toEqual([]);
});
