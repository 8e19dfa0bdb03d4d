import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { dissolveCouncil } from '../../src/councils/dissolve-council';
import { foundCouncil } from '../../src/councils/found-council';
import { setPoolDecider, type SetPoolDecider } from '../../src/councils/set-pool-decider';
import { closePool } from '../../src/foundations/close-pool';
import { openPoolFor } from '../../src/foundations/open-pool';
import type { DecidedBy } from '../../src/foundations/pool-decider.entity';
import { applyFor } from '../../src/grants/apply-for';
import { applicationById } from '../../src/grants/application.reader';
import { awardByResolution } from '../../src/grants/award-by-resolution';
import { declareInterest } from '../../src/grants/declare-interest';
import { recusedFromApplication } from '../../src/grants/recused-from-application';
import { spendPublicFund } from '../../src/grants/spend-public-fund';
import { withdrawApplication } from '../../src/grants/withdraw-application';
import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { mandateFor, underMandate } from '../../src/kernel/mandate';
import { runChecks } from '../../src/ledger/verify';
import { FOUNDATIONS_CHECKS } from '../../src/foundations/foundations.checks';
import { GRANTS_CHECKS } from '../../src/grants/grants.checks';
import { createSchema } from '../../src/server/schema';
import { placeById } from '../../src/society/place.reader';
import { cny, figuresOf, fund, newPool, runner } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { grantActs, yuan, type SomeApplication } from './board';

const schema = createSchema();
let database: FreshDatabase;
let world: World;
let run: ReturnType<typeof runner>;
let acts: ReturnType<typeof grantActs>;
let councilId: string;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  run = runner(database.dataSource);
  acts = grantActs(database.dataSource, world.home);
  councilId = await council('Community council');
});
afterEach(async () => {
  const checks = [...FOUNDATIONS_CHECKS, ...GRANTS_CHECKS];
  expect(await runChecks(database.dataSource, checks)).toEqual([]);
});
afterAll(() => database.drop());

async function council(name: string, at = world.home): Promise<string> {
  const founded = await run(world.officer.actor, (work) =>
    foundCouncil(work, { kind: 'community_council', name, placeId: at.place.globalId }),
  );
  return toGlobalId('Council', founded.communityId, founded.id);
}

type Pool = Awaited<ReturnType<typeof newPool>>;

async function poolWith(minor: bigint): Promise<Pool> {
  const pool = await newPool(database.dataSource, world.home);
  await fund(database.dataSource, pool, minor);
  return pool;
}
const decide = (
  pool: { globalId: string },
  more: Partial<SetPoolDecider> = {},
  actor: Actor = world.home.chair.actor,
  now?: Date,
) =>
  run(
    actor,
    (work) =>
      setPoolDecider(work, { poolId: pool.globalId, decidedBy: 'council', councilId, ...more }),
    now,
  );

/** A pool that the council decides from now on, with some money. */
async function councilsPool(minor = 100_000n): Promise<Pool> {
  const pool = await poolWith(minor);
  await decide(pool);
  return pool;
}

const award = (
  { globalId }: SomeApplication,
  { actor = world.outsider.actor, input = { applicationId: globalId }, act = 'awardGrant' } = {},
) =>
  run(actor, (work) =>
    underMandate(work, mandateFor(randomUUID(), act, input), () =>
      awardByResolution(work, { applicationId: globalId }),
    ),
  );
const stateOf = async ({ communityId, id }: SomeApplication) =>
  (await applicationById.read(database.dataSource.manager, communityId, [id]))[0]?.state;
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

interface Legs {
  readonly rule: string;
  readonly kind: string;
  readonly amount: string;
}

/** The entry that awarded a grant, without the ids. */
const entryOf = ({ id }: SomeApplication): Promise<Legs[]> =>
  database.dataSource.query(
    `select entry.rule, held.kind, leg.amount from pool_grant granted
     join ledger_entry entry on entry.community_id = granted.community_id
       and entry.id = granted.entry_id
     join ledger_leg leg on leg.community_id = entry.community_id and leg.entry_id = entry.id
     join ledger_account held on held.community_id = leg.community_id
       and held.id = leg.account_id
     where granted.id = $1 order by leg.n`,
    [id],
  );

test('a resolution awards with the same entry as a board does', async () => {
  const [boards, councils] = [await poolWith(100_000n), await councilsPool()];
  const [one, other] = [
    await acts.award(boards, [500, 300]),
    await acts.apply(councils, [500, 300]),
  ];
  const awarded = await award(other);
  expect(awarded.state).toBe('awarded');
  expect(await entryOf(other)).toEqual(await entryOf(one));
  expect(await entryOf(other)).toHaveLength(2);
  expect(await figuresOf(database.dataSource, councils)).toEqual(
    await figuresOf(database.dataSource, boards),
  );
  await expect(award(other)).rejects.toEqual(refusal('APPLICATION_DECIDED'));
});

test('nothing but the mandate for it opens an award, not for the system either', async () => {
  const pool = await councilsPool();
  const [applied, another] = [await acts.apply(pool, [500]), await acts.apply(pool, [400])];
  const denied = refusal('FORBIDDEN');
  const plainly = (actor: Actor) =>
    run(actor, (work) => awardByResolution(work, { applicationId: applied.globalId }));
  for (const { actor } of [world.officer, world.home.chair, { actor: SYSTEM }])
    await expect(plainly(actor)).rejects.toEqual(denied);
  await expect(plainly(STRANGER)).rejects.toEqual(denied);
  const other = { applicationId: another.globalId };
  await expect(award(applied, { input: other })).rejects.toEqual(denied);
  await expect(award(applied, { act: 'spendPublicFund' })).rejects.toEqual(denied);
  await expect(award(applied, { actor: SYSTEM, input: other })).rejects.toEqual(denied);
  expect(await stateOf(applied)).toBe('submitted');
});

test('a board does not decide what a council does, nor the other way round', async () => {
  const [boards, councils] = [await poolWith(100_000n), await councilsPool()];
  const [one, other] = [await acts.apply(boards, [500]), await acts.apply(councils, [500])];
  const { chair, boardMembers } = world.home;
  const theirs = refusal('DECIDED_BY_COUNCIL');
  await expect(acts.review(other, chair)).rejects.toEqual(theirs);
  await expect(acts.review(other, boardMembers[0], 'decline')).rejects.toEqual(theirs);
  const aside = { applicationId: other.globalId, reason: 'My sister' };
  const stand = run(chair.actor, (work) => declareInterest(work, aside));
  await expect(stand).rejects.toEqual(theirs);
  await expect(award(one)).rejects.toEqual(refusal('DECIDED_BY_BOARD'));
  expect([await stateOf(one), await stateOf(other)]).toEqual(['submitted', 'submitted']);
});

test('an application stays with whoever decided when it was submitted, to the instant', async () => {
  const pool = await poolWith(100_000n);
  const moment = new Date(Date.now() + 60_000);
  const [before, after] = [new Date(moment.getTime() - 1), new Date(moment.getTime() + 1)];
  await decide(pool, { from: moment });
  const at = (now: Date) => acts.apply(pool, [100], {}, now);
  const [early, then, late] = [await at(before), await at(moment), await at(after)];
  await expect(award(early)).rejects.toEqual(refusal('DECIDED_BY_BOARD'));
  await award(then);
  await decide(pool, { decidedBy: 'board', councilId: null, from: new Date(after.getTime() + 1) });
  await award(late);
  const back = await at(new Date(after.getTime() + 1));
  await expect(award(back)).rejects.toEqual(refusal('DECIDED_BY_BOARD'));
});

test('where the pool has run dry, nothing has changed and it stays undecided', async () => {
  const pool = await councilsPool(1_000n);
  const [one, other] = [await acts.apply(pool, [1_000]), await acts.apply(pool, [1])];
  await award(one);
  await expect(award(other)).rejects.toMatchObject({
    ...{ code: 'POOL_SHORT', path: ['applicationId'] },
    facts: { available: '0.00', required: '0.01' },
  });
  expect(await stateOf(other)).toBe('submitted');
  await fund(database.dataSource, pool, 1n);
  expect((await award(other)).state).toBe('awarded');
});

test('two who execute it at one moment award it once', async () => {
  const applied = await acts.apply(await councilsPool(), [500]);
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => award(applied)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of tries)
    if (each.status === 'rejected') expect(each.reason).toEqual(refusal('APPLICATION_DECIDED'));
});

test('a closed pool awards nothing, and what was withdrawn is decided', async () => {
  const pool = await newPool(database.dataSource, world.home);
  await decide(pool);
  const [applied, withdrawn] = [await acts.apply(pool, [500]), await acts.apply(pool, [500])];
  await run(world.home.leader.actor, (work) =>
    withdrawApplication(work, { applicationId: withdrawn.globalId }),
  );
  await expect(award(withdrawn)).rejects.toEqual(refusal('APPLICATION_DECIDED'));
  await run(world.home.chair.actor, (work) => closePool(work, { poolId: pool.globalId }));
  await expect(award(applied)).rejects.toEqual(refusal('POOL_CLOSED'));
});

test('the chair says who decides, from now on, and names a council of the community', async () => {
  const pool = await poolWith(0n + 1n);
  const { home, other } = world;
  for (const { actor } of [home.secretary, home.boardMembers[0], other.chair, world.officer])
    await expect(decide(pool, {}, actor)).rejects.toEqual(refusal('FORBIDDEN'));
  const unclear = refusal('DECIDER_UNCLEAR');
  await expect(decide(pool, { councilId: null })).rejects.toEqual(unclear);
  await expect(decide(pool, { decidedBy: 'board' })).rejects.toEqual(unclear);
  const foreign = await council('Elsewhere', other);
  await expect(decide(pool, { councilId: foreign })).rejects.toEqual(refusal('OTHER_COMMUNITY'));
  const gone = await council('Gone');
  await run(world.officer.actor, (work) =>
    dissolveCouncil(work, { councilId: gone, reason: 'Nobody came' }),
  );
  await expect(decide(pool, { councilId: gone })).rejects.toEqual(refusal('COUNCIL_DISSOLVED'));
  const past = { from: new Date(Date.now() - 60_000) };
  await expect(decide(pool, past)).rejects.toEqual(refusal('RULE_IN_PAST'));
  const procedure = { decidedBy: 'procedure' as DecidedBy, councilId: null };
  await expect(decide(pool, procedure)).rejects.toEqual(refusal('BY_PROCEDURE_ONLY'));
  const closed = await newPool(database.dataSource, home);
  await run(home.chair.actor, (work) => closePool(work, { poolId: closed.globalId }));
  await expect(decide(closed)).rejects.toEqual(refusal('POOL_CLOSED'));
});

describe('who belongs to the applicant stands aside', () => {
  const aside = async (applied: SomeApplication, residentIds: readonly string[]) =>
    await run(SYSTEM, (work) => recusedFromApplication(work, applied, residentIds));

  test('each by the strongest ground; others, and who is no person here, do not', async () => {
    const applied = await acts.apply(await councilsPool(), [500]);
    const { leader, members, households } = world.home;
    const nobody = households[4]!.residents[2]!;
    const ids = [nobody.id, members[0].resident.id, leader.resident.id];
    expect(await aside(applied, ids)).toEqual([
      { residentId: members[0].resident.id, ground: 'member_of_applicant', declared: null },
      { residentId: leader.resident.id, ground: 'applied', declared: null },
    ]);
    expect(await aside(applied, [nobody.id])).toEqual([]);
  });
});

describe('what a procedure decides', () => {
  async function procedurePool(): Promise<Pool> {
    const { home } = world;
    const pool = await run(SYSTEM, async (work) => {
      const [books] = await placeById.read(work.db, '', [home.id]);
      const decider = { decidedBy: 'procedure' as const, councilId: null };
      const foundation = { id: home.foundation.id, placeId: home.id };
      return await openPoolFor(
        work,
        { foundation, books: books!, decider },
        {
          ...{ name: `Pool ${randomUUID()}`, purpose: 'infrastructure', currency: 'CNY' },
          thresholds: [{ from: cny('0'), approvals: 1 }],
        },
      );
    });
    await fund(database.dataSource, pool, 10_000n);
    return { ...pool, globalId: toGlobalId('Pool', pool.communityId, pool.id) };
  }

  const apply = async (pool: Pool, applicantId: string) => {
    const row = await run(SYSTEM, (work) =>
      applyFor(work, {
        ...{ communityId: pool.communityId, poolId: pool.id, applicantId },
        ...{ submittedBy: world.home.cadre.id, title: 'Lamps', purpose: 'Light for the yard' },
        ...{ requested: yuan(500), budget: [{ label: 'Lamps', amount: yuan(500) }] },
        tranches: [{ amount: yuan(500), milestone: 'It is light', dueOn: '2099-01-01' }],
      }),
    );
    return { ...row, globalId: toGlobalId('Application', row.communityId, row.id) };
  };

  test('is asked for and taken back by its steps alone', async () => {
    const pool = await procedurePool();
    const only = refusal('BY_PROCEDURE_ONLY');
    await expect(acts.apply(pool, [500])).rejects.toEqual(only);
    await expect(decide(pool, { decidedBy: 'board', councilId: null })).rejects.toEqual(only);
    const applied = await apply(pool, world.home.enterprise.id);
    await expect(acts.review(applied, world.home.chair)).rejects.toEqual(only);
    await expect(award(applied)).rejects.toEqual(only);
    const back = run(world.home.director.actor, (work) =>
      withdrawApplication(work, { applicationId: applied.globalId }),
    );
    await expect(back).rejects.toEqual(only);
    const input = { applicationId: applied.globalId };
    await expect(run(SYSTEM, (work) => spendPublicFund(work, input))).rejects.toEqual(
      refusal('FORBIDDEN'),
    );
    const spent = await run(world.home.cadre.actor, (work) =>
      underMandate(work, mandateFor(randomUUID(), 'spendPublicFund', input), () =>
        spendPublicFund(work, input),
      ),
    );
    expect(spent.state).toBe('awarded');
  });

  test('may be executed by a committee or an enterprise, not by a foundation', async () => {
    const pool = await procedurePool();
    expect((await apply(pool, world.home.committee.id)).state).toBe('submitted');
    const kind = refusal('ORGANISATION_KIND');
    await expect(apply(pool, world.home.foundation.id)).rejects.toEqual(kind);
    await expect(apply(pool, world.other.team.id)).rejects.toEqual(refusal('APPLICANT_ELSEWHERE'));
    await expect(apply(pool, randomUUID())).rejects.toEqual(refusal('ID_UNKNOWN'));
  });
});

describe('over the API', () => {
  const ask = async (actor: Actor, source: string, variableValues: Record<string, unknown>) => {
    const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
    const contextValue = new Context(database.dataSource, actor, 'en', session);
    return await graphql({ schema, source, contextValue, variableValues });
  };

  test('an application says who decides; it is in no board member’s inbox', async () => {
    const [boards, councils] = [await poolWith(1n), await councilsPool()];
    const title = `Of the board ${randomUUID()}`;
    await acts.apply(boards, [100], { title });
    const applied = await acts.apply(councils, [100], { title: `Of the council ${randomUUID()}` });
    const { data, errors } = await ask(
      world.home.chair.actor,
      `query ($id: ID!) {
        node(id: $id) { ... on Application { decider { decidedBy council { name } }
          review { needed possible pending { name } recused { member { name } } }
          pool { decider { decidedBy validFrom council { name } } } } }
        me { inbox(first: 100) { edges { node { __typename
          ... on ApplicationToReview { application { title } } } } } } }`,
      { id: applied.globalId },
    );
    expect(errors).toBeUndefined();
    const decider = { decidedBy: 'COUNCIL', council: { name: 'Community council' } };
    expect(data?.node).toEqual({
      decider,
      review: { needed: 0, possible: 0, pending: [], recused: [] },
      pool: { decider: { ...decider, validFrom: expect.any(Date) as Date } },
    });
    const inbox = JSON.stringify(data?.me);
    expect(inbox).toContain(title);
    expect(inbox).not.toContain('Of the council');
  });

  test('the chair hands a pool to a council, and sees it', async () => {
    const pool = await poolWith(1n);
    const { data, errors } = await ask(
      world.home.chair.actor,
      `mutation ($input: SetPoolDeciderInput!) { setPoolDecider(input: $input) {
        pool { decider { decidedBy council { name } } } userErrors { code path } } }`,
      { input: { poolId: pool.globalId, decidedBy: 'COUNCIL', councilId } },
    );
    expect(errors).toBeUndefined();
    expect(data?.setPoolDecider).toEqual({
      pool: { decider: { decidedBy: 'COUNCIL', council: { name: 'Community council' } } },
      userErrors: [],
    });
  });
});
