import { randomUUID } from 'node:crypto';
import { COUNCIL_KINDS } from '../../src/councils/council-kinds';
import { dissolveCouncil } from '../../src/councils/dissolve-council';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { answerObjection } from '../../src/motions/answer-objection';
import { executeResolution } from '../../src/motions/execute-resolution';
import { lapseResolution } from '../../src/motions/lapse-resolution';
import { MOTION_CHECKS } from '../../src/motions/motions.checks';
import type { ObjectionRow } from '../../src/motions/objection.entity';
import { objectToResolution } from '../../src/motions/object-to-resolution';
import type { ResolutionRow } from '../../src/motions/resolution.entity';
import { reserveMatter } from '../../src/society/reserve-matter';
import { addProduct } from '../../src/supermarkets/add-product';
import { setPrice } from '../../src/supermarkets/set-price';
import { actorOf } from '../support/world';
import { councilId, found, members, seat, setRule } from '../councils/chamber';
import { figuresOf, fund, newPool } from '../foundations/money';
import { grantActs } from '../grants/board';
import {
  after,
  again,
  conclude,
  DAY,
  decideByCouncil,
  doing,
  HOUR,
  newAssembly,
  putToVote,
  refused,
  resolutionId,
  resolutionOf,
  screen,
  START,
  table,
  vote,
  votedOn,
  type Assembly,
} from './assembly';

/** What a council of five resolved is executed once, and opens exactly what it names. */

let assembly: Assembly;
beforeAll(async () => {
  assembly = await newAssembly(5);
});
afterAll(async () => {
  expect(await runChecks(assembly.database.dataSource, MOTION_CHECKS)).toEqual([]);
  await assembly.database.drop();
});

const ALL = [5, 0, 0] as const;
const NOTICE_OVER = after(8 * DAY);

const code = async (act: Promise<unknown>) => (await refused(act)).code;

const resolve = async (title: string, act?: Record<string, object>) =>
  resolutionOf(assembly, await votedOn(assembly, ALL, { title, act: act ?? null }));

const execute = (
  resolution: ResolutionRow,
  how: { key?: string; now?: Date; actor?: Assembly['party'][0] } = {},
) =>
  doing(
    assembly,
    how.actor ?? assembly.world.home.cadre.actor,
    executeResolution,
    { idempotencyKey: how.key ?? randomUUID(), resolutionId: resolutionId(resolution) },
    how.now ?? NOTICE_OVER,
  );

const object = (resolution: ResolutionRow, n = 0, now = START) =>
  doing(
    assembly,
    assembly.residents[n]!.actor,
    objectToResolution,
    { resolutionId: resolutionId(resolution), text: 'There is a bench already.' },
    now,
  );

const answer = ({ communityId, id }: ObjectionRow, upheld: boolean) =>
  doing(assembly, assembly.party[0], answerObjection, {
    ...{ objectionId: toGlobalId('Objection', communityId, id), upheld },
    answer: 'It was moved.',
  });

/** A pool for which the council decides, with so many fen, and an application for 300 yuan. */
async function asked(minor: bigint) {
  const { dataSource } = assembly.database;
  const pool = await newPool(dataSource, assembly.world.home);
  await fund(dataSource, pool, minor);
  await decideByCouncil(assembly, pool.globalId);
  const acts = grantActs(dataSource, assembly.world.home);
  const application = await acts.apply(pool, [30_000], {}, START);
  return { pool, application, acts, act: { awardGrant: { applicationId: application.globalId } } };
}

describe('a resolution', () => {
  test('is executed after its notice, by who executes, once', async () => {
    const resolution = await resolve('Plain');
    const eve = after(6 * DAY);
    expect(await code(execute(resolution, { now: eve }))).toBe('NOTICE_RUNS');
    await expect(execute(resolution, { actor: assembly.party[0] })).rejects.toThrow('FORBIDDEN');
    const key = randomUUID();
    expect((await execute(resolution, { key })).resolution.state).toBe('executed');
    expect((await execute(resolution, { key })).resolution.state).toBe('executed');
    expect(await code(execute(resolution))).toBe('RESOLUTION_STATE');
    const other = await resolve('Another');
    expect(await code(execute(other, { key }))).toBe('KEY_REUSED');
  });

  test('lapses when its time runs out, or with a reason', async () => {
    const late = await resolve('Late');
    const eve = await resolve('The eve');
    expect(await code(execute(late, { now: after(188 * DAY) }))).toBe('RESOLUTION_STATE');
    expect((await execute(eve, { now: after(186 * DAY) })).resolution.state).toBe('executed');
    const given = { resolutionId: resolutionId(late), reason: 'The gate is gone.' };
    const { actor } = assembly.world.home.cadre;
    expect((await doing(assembly, actor, lapseResolution, given)).state).toBe('lapsed');
    expect(await code(execute(late))).toBe('RESOLUTION_STATE');
  });
});

describe('objections', () => {
  test('an answer is waited for; one that is not upheld stops nothing', async () => {
    const resolution = await resolve('Objected to');
    const objection = await object(resolution);
    expect(await code(object(resolution))).toBe('OBJECTED_ALREADY');
    expect(await code(object(resolution, 1, NOTICE_OVER))).toBe('NOTICE_OVER');
    expect(await code(execute(resolution))).toBe('OBJECTION_WAITING');
    await answer(objection, false);
    expect(await code(answer(objection, true))).toBe('OBJECTION_ANSWERED');
    expect((await execute(resolution)).resolution.state).toBe('executed');
  });

  test('one that is upheld sets the resolution aside, and the motion is voted on again', async () => {
    const motion = await votedOn(assembly, ALL, { title: 'Set aside' });
    const resolution = await resolutionOf(assembly, motion);
    await answer(await object(resolution), true);
    expect(await code(execute(resolution))).toBe('RESOLUTION_STATE');
    expect((await again(assembly, motion)).state).toBe('admitted');
    await putToVote(assembly, motion, { now: after(4 * HOUR) });
    await vote(assembly, motion, ALL, { now: after(5 * HOUR) });
    await conclude(assembly, motion, after(7 * HOUR));
    const next = await resolutionOf(assembly, motion);
    expect(next.number).toBeGreaterThan(resolution.number);
    expect((await execute(next)).resolution.state).toBe('executed');
  });

  test('who leads does not answer their own, and so undoes nothing alone', async () => {
    const { dataSource } = assembly.database;
    const { actor, personId } = assembly.residents[2]!;
    const [body] = await dataSource.query(
      `select id from organisation where kind = 'party_organisation'`,
    );
    await dataSource.query(
      `insert into membership (id, organisation_id, person_id, role, valid_from)
       values ($1, $2, $3, 'party_member', '2020-01-01')`,
      [randomUUID(), body.id, personId],
    );
    const resolution = await resolve('Not alone');
    const said = { resolutionId: resolutionId(resolution), text: 'I like it not.' };
    const { communityId, id } = await doing(assembly, actor, objectToResolution, said);
    const input = { objectionId: toGlobalId('Objection', communityId, id), upheld: true };
    const leads = await actorOf(dataSource, personId);
    const own = doing(assembly, leads, answerObjection, { ...input, answer: 'Indeed.' });
    expect(await code(own)).toBe('OWN_OBJECTION');
    const other = await doing(assembly, assembly.party[0], answerObjection, {
      ...input,
      ...{ upheld: false, answer: 'Others do.' },
    });
    expect(other.upheld).toBe(false);
  });

  test('who lives elsewhere does not object', async () => {
    const resolution = await resolve('Elsewhere');
    const input = { resolutionId: resolutionId(resolution), text: 'No.' };
    await expect(
      doing(assembly, assembly.world.other.leader.actor, objectToResolution, input),
    ).rejects.toThrow('FORBIDDEN');
  });
});

describe('a grant', () => {
  test('is awarded as it is executed, and promised once', async () => {
    const { pool, application, act } = await asked(100_000n);
    const resolution = await resolve('A grant', act);
    const { dataSource } = assembly.database;
    expect(await figuresOf(dataSource, pool)).toEqual([100_000n, 100_000n, 0n, 0n]);
    const ends = await Promise.allSettled([execute(resolution), execute(resolution)]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await figuresOf(dataSource, pool)).toEqual([100_000n, 70_000n, 30_000n, 0n]);
    const [{ state }] = await dataSource.query('select state from application where id = $1', [
      application.id,
    ]);
    expect(state).toBe('awarded');
  });

  test('of a pool that ran dry meanwhile waits, visibly, and is executed when there is money', async () => {
    const { pool, act } = await asked(30_000n);
    const { dataSource } = assembly.database;
    const resolution = await resolve('Dry', act);
    const other = await askedOf(pool);
    const spent = await resolve('Sooner', other);
    expect((await execute(spent)).refusal).toBeNull();
    const given = { resolutionId: resolutionId(resolution), reason: 'I would rather not.' };
    const giveUp = () => doing(assembly, assembly.world.home.cadre.actor, lapseResolution, given);
    expect(await code(giveUp())).toBe('NOT_TRIED');
    const key = randomUUID();
    const { refusal, resolution: after } = await execute(resolution, { key });
    expect(refusal?.code).toBe('POOL_SHORT');
    expect(after.state).toBe('adopted');
    const attempts = await dataSource.query(
      'select code from resolution_attempt where resolution_id = $1',
      [resolution.id],
    );
    expect(attempts).toEqual([{ code: 'POOL_SHORT' }]);
    expect(await figuresOf(dataSource, pool)).toEqual([30_000n, 0n, 30_000n, 0n]);
    await fund(dataSource, pool, 50_000n);
    expect((await execute(resolution, { key })).refusal).toBeNull();
    expect(await figuresOf(dataSource, pool)).toEqual([80_000n, 20_000n, 60_000n, 0n]);
  });

  const askedOf = async (pool: { globalId: string }) => {
    const acts = grantActs(assembly.database.dataSource, assembly.world.home);
    const { globalId } = await acts.apply(pool, [30_000], {}, START);
    return { awardGrant: { applicationId: globalId } };
  };

  test('that was tried in vain may be given up', async () => {
    const { pool, act } = await asked(30_000n);
    const resolution = await resolve('In vain', act);
    expect((await execute(await resolve('Before it', await askedOf(pool)))).refusal).toBeNull();
    expect((await execute(resolution)).refusal?.code).toBe('POOL_SHORT');
    const given = { resolutionId: resolutionId(resolution), reason: 'There is no money.' };
    const { actor } = assembly.world.home.cadre;
    expect((await doing(assembly, actor, lapseResolution, given)).state).toBe('lapsed');
  });

  test('that is voted down is declined', async () => {
    const { application, act } = await asked(100_000n);
    const motion = await votedOn(assembly, [2, 3, 0], { title: 'Voted down', act });
    expect(motion.state).toBe('rejected');
    const [{ state }] = await assembly.database.dataSource.query(
      'select state from application where id = $1',
      [application.id],
    );
    expect(state).toBe('declined');
  });

  test('that was passed, or is voted on, is not put to another vote meanwhile', async () => {
    const { pool, act } = await asked(100_000n);
    const again = await screen(assembly, await table(assembly, { title: 'Once more', act }));
    const motion = await screen(assembly, await table(assembly, { title: 'Once', act }));
    await putToVote(assembly, motion);
    expect(await code(putToVote(assembly, again))).toBe('ACT_UNDER_WAY');
    await vote(assembly, motion, ALL);
    await conclude(assembly, motion);
    expect(await code(putToVote(assembly, again))).toBe('ACT_UNDER_WAY');
    expect((await execute(await resolutionOf(assembly, motion))).refusal).toBeNull();
    // It is vain now, and harms nothing.
    await putToVote(assembly, again, { now: NOTICE_OVER });
    const later = { now: new Date(NOTICE_OVER.getTime() + HOUR) };
    await vote(assembly, again, [1, 4, 0], later);
    await conclude(assembly, again, new Date(NOTICE_OVER.getTime() + 3 * HOUR));
    expect(await figuresOf(assembly.database.dataSource, pool)).toEqual([
      100_000n,
      70_000n,
      30_000n,
      0n,
    ]);
  });

  test('that a board decides is not put before a council', async () => {
    const { dataSource } = assembly.database;
    const pool = await newPool(dataSource, assembly.world.home);
    const act = await askedOf(pool);
    expect(await code(table(assembly, { title: 'For the board', act }))).toBe('DECIDED_BY_BOARD');
  });

  test('members of the applicant stand aside by themselves', async () => {
    const { act } = await asked(100_000n);
    const { dataSource } = assembly.database;
    const [member] = assembly.members;
    await dataSource.query(
      `insert into membership (id, organisation_id, person_id, role, valid_from)
       values ($1, $2, $3, 'member', '2020-01-01')`,
      [randomUUID(), assembly.world.home.team.id, member!.personId],
    );
    const motion = await screen(assembly, await table(assembly, { title: 'Ours', act }));
    await putToVote(assembly, motion);
    expect(await code(vote(assembly, motion, [1, 0, 0]))).toBe('RECUSED_FROM_BALLOT');
    await vote(assembly, motion, [3, 1, 0], { from: 1 });
    expect((await conclude(assembly, motion)).state).toBe('passed');
  });
});

describe('what others do by themselves', () => {
  test('is opened where the community keeps it for resolutions, and exactly as voted on', async () => {
    const { officer, home } = assembly.world;
    const product = await doing(assembly, officer.actor, addProduct, {
      ...{ communityId: home.place.globalId, name: 'Rice', unit: 'kg', price: 10 },
    });
    const productId = toGlobalId('Product', product.communityId, product.id);
    const act = { setPrice: { productId, price: 8 } };
    expect(await code(table(assembly, { title: 'Cheaper', act }))).toBe('NOT_RESERVED');
    const matter = { communityId: home.place.globalId, act: 'set_price' as const };
    await doing(assembly, officer.actor, reserveMatter, matter);
    expect(await code(doing(assembly, officer.actor, setPrice, act.setPrice))).toBe(
      'RESOLUTION_NEEDED',
    );
    const resolution = await resolve('Cheaper', act);
    expect((await execute(resolution)).refusal).toBeNull();
    const [{ credits }] = await assembly.database.dataSource.query(
      'select credits from product_price where product_id = $1 order by valid_from desc limit 1',
      [product.id],
    );
    expect(credits).toBe(8);
  });

  test('no council sets its own rule: that is for the residents’ meeting', async () => {
    const { officer, home } = assembly.world;
    const matter = { communityId: home.place.globalId, act: 'set_council_rule' as const };
    await doing(assembly, officer.actor, reserveMatter, matter);
    const half = { parts: 1, of: 2 };
    const rule = { ...COUNCIL_KINDS.community_council.rule, seatsPerGroup: 0, minSeats: 5 };
    const act = {
      setCouncilRule: { ...rule, councilId: councilId(assembly.council), quorum: half },
    };
    expect(await code(table(assembly, { title: 'Half is enough', act }))).toBe('NO_BODY');
    const meeting = await found(assembly, 'residents_meeting');
    await setRule(assembly, meeting, { seatsPerGroup: 0, minSeats: 1 });
    await seat(assembly, meeting, members([assembly.residents[0]!.residentId]));
    const motion = await table(assembly, { title: 'Half is enough', act });
    expect(motion.councilId).toBe(meeting.id);
    await doing(assembly, officer.actor, dissolveCouncil, {
      ...{ councilId: councilId(meeting), reason: 'It was held.' },
    });
  });

  test('of another place is not put before this council', async () => {
    const { officer, other } = assembly.world;
    const product = await doing(assembly, officer.actor, addProduct, {
      ...{ communityId: other.place.globalId, name: 'Rice', unit: 'kg', price: 10 },
    });
    const productId = toGlobalId('Product', product.communityId, product.id);
    const act = { setPrice: { productId, price: 1 } };
    expect(await code(table(assembly, { title: 'Theirs', act }))).toBe('ACT_ELSEWHERE');
  });
});

test('a council that is dissolved begins no vote; the one that had begun counts, and is executed', async () => {
  const { officer } = assembly.world;
  const begun = await screen(assembly, await table(assembly, { title: 'Begun' }));
  const waits = await screen(assembly, await table(assembly, { title: 'Waits' }));
  await putToVote(assembly, begun);
  await vote(assembly, begun, ALL);
  const ends = { councilId: councilId(assembly.council), reason: 'Two became one.' };
  await doing(assembly, officer.actor, dissolveCouncil, ends, after(HOUR));
  expect(await code(putToVote(assembly, waits, { now: after(HOUR) }))).toBe('COUNCIL_DISSOLVED');
  expect(await code(table(assembly, { title: 'Too late' }))).toBe('NO_BODY');
  const resolution = await resolutionOf(assembly, await conclude(assembly, begun));
  expect((await execute(resolution)).resolution.state).toBe('executed');
});
