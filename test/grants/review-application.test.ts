import { randomUUID } from 'node:crypto';
import { closePool } from '../../src/foundations/close-pool';
import { applicationById } from '../../src/grants/application.reader';
import { boardroomOf, loadsOf } from '../../src/grants/boardroom';
import { declareInterest } from '../../src/grants/declare-interest';
import { grantById } from '../../src/grants/grant.reader';
import { interestsOf, reviewsOf } from '../../src/grants/review.reader';
import { reviewApplication } from '../../src/grants/review-application';
import { withdrawApplication } from '../../src/grants/withdraw-application';
import { SYSTEM } from '../../src/kernel/actor';
import { runChecks } from '../../src/ledger/verify';
import { dayOf } from '../../src/kernel/calendar';
import { CHECKS } from '../../src/server/checks';
import { appointMember } from '../../src/society/appoint-member';
import { cny, figuresOf, fund, newPool, runner } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { actorOf, newWorld, SINCE, type Named, type Somebody, type World } from '../support/world';
import { grantActs } from './board';

let database: FreshDatabase;
let world: World;
let run: ReturnType<typeof runner>;
let acts: ReturnType<typeof grantActs>;
let pool: Awaited<ReturnType<typeof newPool>>;
let [chair, zhou, wu]: Somebody[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  run = runner(database.dataSource);
  acts = grantActs(database.dataSource, world.home);
  pool = await newPool(database.dataSource, world.home);
  await fund(database.dataSource, pool, 10_000_000n);
  chair = world.home.chair;
  [zhou, wu] = world.home.boardMembers;
});
afterAll(() => database.drop());

const stateOf = async ({ communityId, id }: { communityId: string; id: string }) =>
  (await applicationById.read(database.dataSource.manager, communityId, [id]))[0]?.state;
const votesOn = async ({ communityId, id }: { communityId: string; id: string }) =>
  (await reviewsOf.read(database.dataSource.manager, communityId, [id])).length;
const declare = ({ globalId }: { globalId: string }, member: Somebody, reason = 'My sister') =>
  run(member.actor, (work) => declareInterest(work, { applicationId: globalId, reason }));

/** Someone with one more role, as they act from then on. */
async function alsoIn(body: Named, role: 'member' | 'board_member', who: Somebody) {
  const input = {
    organisationId: body.globalId,
    role,
    personId: who.globalId,
    validFrom: SINCE,
  } as const;
  const membership = await run(SYSTEM, (work) => appointMember(work, input));
  return { ...who, actor: await actorOf(database.dataSource, who.id), membership };
}
/** Takes a role away again, as if it had never been. */
const drop = (membership: { id: string }) =>
  database.dataSource.query('delete from membership where id = $1', [membership.id]);

test('the second approval awards: money moves from available to committed', async () => {
  const applied = await acts.apply(pool, [50_000, 30_000]);
  const [received, available, committed, spent] = await figuresOf(database.dataSource, pool);
  expect((await acts.review(applied, chair!)).state).toBe('submitted');
  expect((await acts.review(applied, zhou!)).state).toBe('awarded');
  expect(await figuresOf(database.dataSource, pool)).toEqual([
    received,
    available! - 80_000n,
    committed! + 80_000n,
    spent,
  ]);
  const [grant] = await grantById.read(database.dataSource.manager, applied.communityId, [
    applied.id,
  ]);
  expect(grant).toMatchObject({ state: 'active', amountMinor: '80000', title: applied.title });
  await expect(acts.review(applied, wu!)).rejects.toMatchObject({
    code: 'APPLICATION_DECIDED',
    facts: { state: 'awarded' },
  });
});

test('the table decides: 4,999.99 needs two approvals, 5,000.00 three', async () => {
  for (const [minor, second] of [
    [499_999, 'awarded'],
    [500_000, 'submitted'],
  ] as const) {
    const applied = await acts.apply(pool, [minor]);
    await acts.review(applied, chair!);
    expect((await acts.review(applied, zhou!)).state).toBe(second);
    if (second === 'submitted') expect((await acts.review(applied, wu!)).state).toBe('awarded');
  }
});

test('it is declined as soon as approvals cannot come together, and no money moves', async () => {
  const before = await figuresOf(database.dataSource, pool);
  const applied = await acts.apply(pool, [100]);
  expect((await acts.review(applied, chair!, 'decline')).state).toBe('submitted');
  expect((await acts.review(applied, zhou!, 'decline')).state).toBe('declined');
  const large = await acts.apply(pool, [500_000]);
  expect((await acts.review(large, zhou!, 'decline')).state).toBe('declined');
  expect(await figuresOf(database.dataSource, pool)).toEqual(before);
});

test('one member, one vote', async () => {
  const applied = await acts.apply(pool, [100]);
  await acts.review(applied, chair!);
  for (const verdict of ['approve', 'decline'] as const)
    await expect(acts.review(applied, chair!, verdict)).rejects.toMatchObject({
      code: 'ALREADY_REVIEWED',
    });
  expect(await votesOn(applied)).toBe(1);
});

test('only the board of this foundation votes, and declares interests', async () => {
  const applied = await acts.apply(pool, [100]);
  const { secretary, treasurer, leader } = world.home;
  for (const who of [secretary, treasurer, leader, world.other.chair, world.officer]) {
    await expect(acts.review(applied, who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(declare(applied, who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});

test('a seat that ended is no seat, though the session may be older', async () => {
  const applied = await acts.apply(pool, [100]);
  const member = await alsoIn(world.home.foundation, 'board_member', world.outsider);
  await drop(member.membership);
  await expect(acts.review(applied, member)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('a term ends with the day before its end: on that day the seat is empty', async () => {
  const applied = await acts.apply(pool, [100]);
  const member = await alsoIn(world.home.foundation, 'board_member', world.outsider);
  const endsOn = (days: number) =>
    database.dataSource.query('update membership set valid_until = $2 where id = $1', [
      member.membership.id,
      dayOf(new Date(Date.now() + days * 86_400_000), 'Asia/Shanghai'),
    ]);
  await endsOn(0);
  await expect(acts.review(applied, member)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await endsOn(1);
  await acts.review(applied, member);
  await drop(member.membership);
});

test.each([
  ['reason', { reason: ' ' }, 'TEXT_LENGTH'],
  ['idempotencyKey', { idempotencyKey: 'short' }, 'KEY_UNUSABLE'],
  ['applicationId', { applicationId: 'nonsense' }, 'ID_UNKNOWN'],
])('a wrong %s is refused', async (field, wrong, code) => {
  const applied = await acts.apply(pool, [100]);
  const input = {
    idempotencyKey: randomUUID(),
    applicationId: applied.globalId,
    verdict: 'approve' as const,
    reason: 'Good',
    ...wrong,
  };
  await expect(run(chair!.actor, (work) => reviewApplication(work, input))).rejects.toMatchObject({
    code,
    path: [field],
  });
});

test('the same vote 30 times at once is one vote; its key serves for nothing else', async () => {
  const applied = await acts.apply(pool, [100]);
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => acts.review(applied, chair!, 'approve', key)),
  );
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(await votesOn(applied)).toBe(1);
  await expect(acts.review(applied, chair!, 'decline', key)).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
  // Another member with the same key and words casts another vote: it must not pass for this one.
  await expect(acts.review(applied, zhou!, 'approve', key)).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
  expect((await acts.review(applied, zhou!)).state).toBe('awarded');
  // The repeat of a vote that is long overtaken still gets its answer.
  expect((await acts.review(applied, chair!, 'approve', key)).state).toBe('awarded');
});

test('one key on two applications at once is one vote', async () => {
  const both = [await acts.apply(pool, [100]), await acts.apply(pool, [100])];
  const key = randomUUID();
  const tries = await Promise.allSettled(
    both.map((each) => acts.review(each, chair!, 'approve', key)),
  );
  const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ code: 'KEY_REUSED' });
});

test('three members vote at the same moment: awarded once', async () => {
  const applied = await acts.apply(pool, [100]);
  const before = await figuresOf(database.dataSource, pool);
  const tries = await Promise.allSettled(
    [chair!, zhou!, wu!].map((member) => acts.review(applied, member)),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  const after = await figuresOf(database.dataSource, pool);
  expect(after[2]).toBe(before[2]! + 100n);
});

test('whoever declared an interest is out of the vote and out of the base', async () => {
  const applied = await acts.apply(pool, [100]);
  await declare(applied, wu!);
  await expect(declare(applied, wu!)).rejects.toMatchObject({ code: 'ALREADY_DECLARED' });
  await expect(acts.review(applied, wu!)).rejects.toMatchObject({
    code: 'RECUSED',
    facts: { because: 'declared_interest' },
    path: ['applicationId'],
  });
  // Two of two are left, so that one decline decides.
  expect((await acts.review(applied, chair!, 'decline')).state).toBe('declined');
});

test('a vote cast before an interest was declared counts no longer', async () => {
  const applied = await acts.apply(pool, [100]);
  await acts.review(applied, wu!);
  await declare(applied, wu!);
  expect((await acts.review(applied, chair!)).state).toBe('submitted');
  expect((await acts.review(applied, zhou!)).state).toBe('awarded');
});

test('an interest after which approvals cannot come together declines', async () => {
  const applied = await acts.apply(pool, [100]);
  await acts.review(applied, chair!, 'decline');
  expect((await declare(applied, wu!)).state).toBe('declined');
  await expect(declare(applied, zhou!)).rejects.toMatchObject({ code: 'APPLICATION_DECIDED' });
  const { communityId, id } = applied;
  expect(await interestsOf.read(database.dataSource.manager, communityId, [id])).toHaveLength(1);
});

test('a board too small by interests decides nothing until it has more members', async () => {
  const applied = await acts.apply(pool, [500_000]);
  await acts.review(applied, chair!);
  await declare(applied, wu!);
  for (const verdict of ['approve', 'decline'] as const)
    await expect(acts.review(applied, zhou!, verdict)).rejects.toMatchObject({
      code: 'BOARD_TOO_SMALL',
      facts: { needed: 3, possible: 2 },
    });
  expect(await stateOf(applied)).toBe('submitted');
  const fourth = await alsoIn(world.home.foundation, 'board_member', world.outsider);
  await acts.review(applied, zhou!);
  expect((await acts.review(applied, fourth)).state).toBe('awarded');
  await drop(fourth.membership);
});

test('a member who belongs to the applicant is recused, also when it was left since', async () => {
  const belonging = await alsoIn(world.home.team, 'member', wu!);
  const applied = await acts.apply(pool, [100]);
  await expect(acts.review(applied, belonging)).rejects.toMatchObject({
    code: 'RECUSED',
    facts: { because: 'member_of_applicant' },
  });
  const end = (day: string) =>
    database.dataSource.query(`update membership set valid_until = $2 where id = $1`, [
      belonging.membership.id,
      day,
    ]);
  const day = (days: number) =>
    new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(
      Date.now() + days * 86_400_000,
    );
  await end(day(1));
  await expect(acts.review(applied, wu!)).rejects.toMatchObject({ code: 'RECUSED' });
  await end(day(0));
  // Left the day before it applied: no longer of the applicant's people.
  await acts.review(applied, wu!);
  await drop(belonging.membership);
});

test('who submitted it is recused, whatever they left since', async () => {
  const seated = await alsoIn(world.home.foundation, 'board_member', world.home.leader);
  const applied = await acts.apply(pool, [100]);
  await expect(acts.review(applied, seated)).rejects.toMatchObject({
    code: 'RECUSED',
    facts: { because: 'applied' },
  });
  await drop(seated.membership);
});

test('a decided application shows the board of that day, whoever sits there now', async () => {
  const then = new Date(Date.now() - 10 * 86_400_000);
  const guest = await alsoIn(world.home.foundation, 'board_member', world.outsider);
  const applied = await acts.apply(pool, [100], {}, then);
  await acts.review(applied, chair!, 'approve', randomUUID(), then);
  const { communityId, id } = await acts.review(applied, guest, 'approve', randomUUID(), then);
  await database.dataSource.query('update membership set valid_until = $2 where id = $1', [
    guest.membership.id,
    dayOf(new Date(Date.now() - 5 * 86_400_000), 'Asia/Shanghai'),
  ]);
  const { manager } = database.dataSource;
  const [decided] = await applicationById.read(manager, communityId, [id]);
  const boardroom = await run(SYSTEM, (work) =>
    boardroomOf(loadsOf(work), decided!, pool, { timeZone: 'Asia/Shanghai' }, new Date()),
  );
  expect(boardroom.tally).toEqual({
    needed: 2,
    possible: 4,
    approvals: 2,
    declines: 0,
    pending: 2,
  });
  await drop(guest.membership);
});

test('a pool that is short by a fen refuses the last approval, and the vote is not kept', async () => {
  const poor = await newPool(database.dataSource, world.home);
  await fund(database.dataSource, poor, 99n);
  const applied = await acts.apply(poor, [100]);
  await acts.review(applied, chair!);
  await expect(acts.review(applied, zhou!)).rejects.toMatchObject({
    code: 'POOL_SHORT',
    facts: { available: '0.99', required: '1.00' },
  });
  expect(await votesOn(applied)).toBe(1);
  expect(await stateOf(applied)).toBe('submitted');
  await fund(database.dataSource, poor, 1n);
  expect((await acts.review(applied, zhou!)).state).toBe('awarded');
  expect(await figuresOf(database.dataSource, poor)).toEqual([100n, 0n, 100n, 0n]);
});

test('two awards race for the last fen: exactly one wins', async () => {
  for (let round = 0; round < 8; round += 1) {
    const poor = await newPool(database.dataSource, world.home);
    await fund(database.dataSource, poor, 100n);
    const both = [await acts.apply(poor, [100]), await acts.apply(poor, [100])];
    for (const each of both) await acts.review(each, chair!);
    const tries = await Promise.allSettled([
      acts.review(both[0]!, zhou!),
      acts.review(both[1]!, wu!),
    ]);
    const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: 'POOL_SHORT' });
    expect(await figuresOf(database.dataSource, poor)).toEqual([100n, 0n, 100n, 0n]);
  }
  expect(await runChecks(database.dataSource, CHECKS)).toEqual([]);
});

test('withdrawing and awarding at once: one of them', async () => {
  for (let round = 0; round < 8; round += 1) {
    const applied = await acts.apply(pool, [100]);
    await acts.review(applied, chair!);
    const [withdrawn, awarded] = await Promise.allSettled([
      run(world.home.leader.actor, (work) =>
        withdrawApplication(work, { applicationId: applied.globalId }),
      ),
      acts.review(applied, zhou!),
    ]);
    expect([withdrawn.status, awarded.status].sort()).toEqual(['fulfilled', 'rejected']);
    const expected = withdrawn.status === 'fulfilled' ? 'withdrawn' : 'awarded';
    expect(await stateOf(applied)).toBe(expected);
  }
});

test('a closed pool is not awarded from; its applications may still be declined', async () => {
  const closing = await newPool(database.dataSource, world.home);
  const applied = await acts.apply(closing, [100]);
  await run(chair!.actor, (work) => closePool(work, { poolId: closing.globalId }));
  await expect(acts.review(applied, chair!)).rejects.toMatchObject({ code: 'POOL_CLOSED' });
  await acts.review(applied, chair!, 'decline');
  expect((await acts.review(applied, zhou!, 'decline')).state).toBe('declined');
});

test('a table may ask for more than the board has', async () => {
  const strict = await newPool(database.dataSource, world.home, {
    thresholds: [{ from: cny('0'), approvals: 4 }],
  });
  await fund(database.dataSource, strict, 100n);
  const applied = await acts.apply(strict, [100]);
  await expect(acts.review(applied, chair!)).rejects.toMatchObject({
    code: 'BOARD_TOO_SMALL',
    facts: { needed: 4, possible: 3 },
  });
});
