import { randomUUID } from 'node:crypto';
import { recuseFromBallot } from '../../src/ballots/recuse-from-ballot';
import { DECIDING_BRANCHES } from '../../src/inbox/deciding-branches';
import { inboxOf } from '../../src/inbox/inbox.reader';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { answerObjection } from '../../src/motions/answer-objection';
import { executeResolution } from '../../src/motions/execute-resolution';
import { lapseResolution } from '../../src/motions/lapse-resolution';
import { mergeMotion } from '../../src/motions/merge-motion';
import type { MotionRow } from '../../src/motions/motion.entity';
import { ballotsOfMotion } from '../../src/motions/motion.reader';
import { noteHearing } from '../../src/motions/note-hearing';
import { objectToResolution } from '../../src/motions/object-to-resolution';
import type { ResolutionRow } from '../../src/motions/resolution.entity';
import type { TableMotion } from '../../src/motions/table-motion';
import { withdrawMotion } from '../../src/motions/withdraw-motion';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { registerPlace } from '../../src/society/register-place';
import { actorOf } from '../support/world';
import { fund, newPool } from '../foundations/money';
import { grantActs } from '../grants/board';
import {
  after,
  conclude,
  coSigned,
  DAY,
  decideByCouncil,
  doing,
  HOUR,
  motionId,
  newAssembly,
  putToVote,
  resolutionId,
  resolutionOf,
  screen,
  START,
  table,
  vote,
  votedOn,
  type Assembly,
} from '../motions/assembly';
import { countQueries } from '../support/queries';
import { planOf, waitsFor } from './waiting';

/** What waits in the deciding stands in the inbox of whom it waits for, and of nobody else. */

let assembly: Assembly;
beforeAll(async () => {
  assembly = await newAssembly(5);
});
afterAll(() => assembly.database.drop());

const waits = (actor: Actor, now = START) => waitsFor(assembly.database.dataSource, actor, now);

/** Everybody of the world who might be asked about something, by name. */
function people(): Readonly<Record<string, Actor>> {
  const { world, party, members, residents } = assembly;
  const { home, other } = world;
  return {
    ...{ secretary: party[0], committee: party[1], officer: world.officer.actor },
    ...{ cadre: home.cadre.actor, chair: home.chair.actor, leader: home.leader.actor },
    ...{ member: members[0]!.actor, resident: residents[0]!.actor },
    ...{ auditor: world.auditor.actor, outsider: world.outsider.actor },
    ...{ 'cadre elsewhere': other.cadre.actor, 'leader elsewhere': other.leader.actor },
  };
}

/** Whom something waits for at a moment, by name. */
async function whom(kind: string, { id }: { id: string }, now = START): Promise<string[]> {
  const found: string[] = [];
  for (const [name, actor] of Object.entries(people()))
    if ((await waits(actor, now)).some(([as, node]) => as === kind && node === id))
      found.push(name);
  return found;
}

let titles = 0;
const newTitle = () => `Bench ${(titles += 1)}`;

/** A motion of a title of its own; of the committee, if nothing else is said. */
const put = (more: Partial<TableMotion> = {}, actor?: Actor) =>
  table(assembly, { title: newTitle(), ...more }, actor);

const LEADERS = ['secretary', 'committee', 'officer'];

describe('a motion to screen', () => {
  test('waits for who leads, and not for who tabled it', async () => {
    const motion = await put();
    expect(await whom('motionToScreen', motion)).toEqual(LEADERS);
    const more = { tabledAs: 'party_organisation' } as const;
    const own = await put(more, assembly.party[0]);
    expect(await whom('motionToScreen', own)).toEqual(['committee', 'officer']);
  });

  test('waits until its last moment, or until it is screened, merged or withdrawn', async () => {
    const [one, two, three, four] = [await put(), await put(), await put(), await put()];
    const last = new Date(four.screenBy!.getTime() - 1);
    expect(await whom('motionToScreen', four, last)).toEqual(LEADERS);
    expect(await whom('motionToScreen', four, four.screenBy!)).toEqual([]);
    const reason = 'It is the same.';
    await screen(assembly, one, 'return');
    await doing(assembly, assembly.party[0], mergeMotion, {
      ...{ motionId: motionId(two), intoId: motionId(four), reason },
    });
    const { cadre } = assembly.world.home;
    await doing(assembly, cadre.actor, withdrawMotion, { motionId: motionId(three), reason });
    for (const motion of [one, two, three])
      expect(await whom('motionToScreen', motion)).toEqual([]);
  });

  test('that gathers names waits for nobody, until it has them', async () => {
    expect(await whom('motionToScreen', await coSigned(assembly, 9))).toEqual([]);
    const tabled = await coSigned(assembly, 10, { title: 'Ten' });
    expect(await whom('motionToScreen', tabled)).toEqual(LEADERS);
  });

  test('of a courtyard waits for who leads there: the committee, and not the street', async () => {
    const { dataSource } = assembly.database;
    const parentId = assembly.world.home.place.globalId;
    const yard = await inUnitOfWork(dataSource, SYSTEM, (work) =>
      registerPlace(work, { kind: 'courtyard', name: 'Yard', parentId }),
    );
    const placeId = toGlobalId('Place', null, yard.id);
    const how = { placeId, tabledAs: 'party_organisation' } as const;
    const motion = await put(how, assembly.party[0]);
    expect(await whom('motionToScreen', motion)).toEqual(['committee', 'cadre']);
    await screen(assembly, motion, 'admit', { actor: assembly.world.home.cadre.actor });
    expect(await whom('motionToPutToVote', motion)).toEqual(['cadre']);
  });
});

describe('a motion that was admitted', () => {
  test('waits for who executes, to be put to the vote', async () => {
    const motion = await put();
    expect(await whom('motionToPutToVote', motion)).toEqual([]);
    await screen(assembly, motion);
    expect(await whom('motionToScreen', motion)).toEqual([]);
    expect(await whom('motionToPutToVote', motion)).toEqual(['cadre']);
    await putToVote(assembly, motion);
    expect(await whom('motionToPutToVote', motion)).toEqual([]);
  });

  test('waits for no vote before it was heard, if it has to be', async () => {
    const motion = await put();
    await screen(assembly, motion, 'admit', { hearingFirst: true });
    expect(await whom('motionToPutToVote', motion)).toEqual([]);
    await doing(
      assembly,
      SYSTEM,
      (work, heardAt: Date) => noteHearing(work, motion, { heardAt }),
      START,
    );
    expect(await whom('motionToPutToVote', motion)).toEqual(['cadre']);
  });

  test('waits to be counted once the last moment of its last ballot has passed', async () => {
    const motion = await put();
    await screen(assembly, motion);
    await putToVote(assembly, motion);
    expect(await whom('motionToConclude', motion, new Date(after(2 * HOUR).getTime() - 1))).toEqual(
      [],
    );
    expect(await whom('motionToConclude', motion, after(2 * HOUR))).toEqual(['cadre']);
    // Nobody has voted: it may be put to the vote again, and its second ballot counts.
    expect((await conclude(assembly, motion)).state).toBe('admitted');
    expect(await whom('motionToConclude', motion, after(3 * HOUR))).toEqual([]);
    await putToVote(assembly, motion, { now: after(3 * HOUR) });
    expect(await whom('motionToConclude', motion, after(4 * HOUR))).toEqual([]);
    expect(await whom('motionToConclude', motion, after(5 * HOUR))).toEqual(['cadre']);
    await vote(assembly, motion, [5, 0, 0], { now: after(4 * HOUR) });
    expect((await conclude(assembly, motion, after(5 * HOUR))).state).toBe('passed');
    expect(await whom('motionToConclude', motion, after(5 * HOUR))).toEqual([]);
  });
});

describe('a vote by name', () => {
  test('waits for members who have not voted and do not stand aside, while it lasts', async () => {
    const motion = await put();
    await screen(assembly, motion);
    const [first, second, third] = assembly.members;
    await putToVote(assembly, motion);
    const [voted] = await ballotsOfMotion.read(
      ...[assembly.database.dataSource.manager, motion.communityId, [motion.id]],
    );
    const voting = async (actor: Actor, now = START) =>
      (await waits(actor, now)).filter(([, id]) => id === voted!.ballotId).map(([kind]) => kind);
    const ballotId = toGlobalId('Ballot', motion.communityId, voted!.ballotId);
    const aside = { ballotId, ground: 'My sister makes benches.' };
    await doing(assembly, third!.actor, recuseFromBallot, aside);
    expect(await voting(first!.actor)).toEqual(['ballot']);
    expect(await voting(second!.actor, new Date(after(2 * HOUR).getTime() - 1))).toEqual([
      'ballot',
    ]);
    expect(await voting(second!.actor, after(2 * HOUR))).toEqual([]);
    expect(await voting(third!.actor)).toEqual([]);
    expect(await voting(assembly.residents[0]!.actor)).toEqual([]);
    await vote(assembly, motion, [1, 0, 0]);
    expect(await voting(first!.actor)).toEqual([]);
    expect(await voting(second!.actor)).toEqual(['ballot']);
  });
});

describe('a resolution', () => {
  const NOTICE_OVER = after(8 * DAY);
  const resolve = async (more: Partial<TableMotion> = {}): Promise<[ResolutionRow, MotionRow]> => {
    const motion = await votedOn(assembly, [5, 0, 0], { title: newTitle(), ...more });
    return [await resolutionOf(assembly, motion), motion];
  };
  const execute = (resolution: ResolutionRow, now = NOTICE_OVER) =>
    doing(
      assembly,
      assembly.world.home.cadre.actor,
      executeResolution,
      { idempotencyKey: randomUUID(), resolutionId: resolutionId(resolution) },
      now,
    );

  test('waits for who executes, from the end of its notice until it is executed', async () => {
    const [resolution] = await resolve();
    expect(await whom('resolution', resolution, after(6 * DAY))).toEqual([]);
    expect(await whom('resolution', resolution, NOTICE_OVER)).toEqual(['cadre']);
    await execute(resolution);
    expect(await whom('resolution', resolution, NOTICE_OVER)).toEqual([]);
  });

  test('waits no more when its time has run out, or it was given up', async () => {
    const [late] = await resolve();
    expect(await whom('resolution', late, after(186 * DAY))).toEqual(['cadre']);
    expect(await whom('resolution', late, after(188 * DAY))).toEqual([]);
    const given = { resolutionId: resolutionId(late), reason: 'The gate is gone.' };
    await doing(assembly, assembly.party[0], lapseResolution, given);
    expect(await whom('resolution', late, NOTICE_OVER)).toEqual([]);
  });

  test('that could not be executed goes on waiting', async () => {
    const { dataSource } = assembly.database;
    const { home } = assembly.world;
    const pool = await newPool(dataSource, home);
    await fund(dataSource, pool, 30_000n);
    await decideByCouncil(assembly, pool.globalId);
    const apply = async () => {
      const { globalId } = await grantActs(dataSource, home).apply(pool, [30_000], {}, START);
      return await resolve({ act: { awardGrant: { applicationId: globalId } } });
    };
    const [[sooner], [dry]] = [await apply(), await apply()];
    await execute(sooner);
    expect((await execute(dry)).refusal).toMatchObject({ code: 'POOL_SHORT' });
    expect(await whom('resolution', sooner, NOTICE_OVER)).toEqual([]);
    expect(await whom('resolution', dry, NOTICE_OVER)).toEqual(['cadre']);
  });

  test('of a procedure waits for its next step, and for nobody here', async () => {
    const [resolution, motion] = await resolve();
    const { dataSource } = assembly.database;
    const stays = (how: 'disable' | 'enable') =>
      dataSource.query(`alter table motion ${how} trigger motion_stays_as_written`);
    await stays('disable');
    await dataSource.query(`update motion set kind = 'spend_public_fund' where id = $1`, [
      motion.id,
    ]);
    await stays('enable');
    expect(await whom('resolution', resolution, NOTICE_OVER)).toEqual([]);
  });

  test('is not executed before an objection is answered, which waits for who leads', async () => {
    const [resolution] = await resolve();
    const object = (n: number) =>
      doing(assembly, assembly.residents[n]!.actor, objectToResolution, {
        ...{ resolutionId: resolutionId(resolution), text: 'There is a bench already.' },
      });
    const objections = [await object(0), await object(1)];
    for (const each of objections) expect(await whom('objection', each)).toEqual(LEADERS);
    const answer = (n: number, upheld: boolean) =>
      doing(assembly, assembly.party[0], answerObjection, {
        objectionId: toGlobalId('Objection', assembly.world.home.id, objections[n]!.id),
        ...{ upheld, answer: 'It was moved.' },
      });
    await answer(0, false);
    expect(await whom('objection', objections[0]!)).toEqual([]);
    expect(await whom('resolution', resolution, NOTICE_OVER)).toEqual([]);
    // What was set aside is not answered to any more, and the motion waits for another vote.
    const third = await object(2);
    await answer(1, true);
    expect(await whom('objection', third)).toEqual([]);
    expect(await whom('motionToPutToVote', { id: resolution.motionId })).toEqual(['cadre']);
  });
});

test('an objection waits for others than who raised it', async () => {
  const { dataSource } = assembly.database;
  const { actor, personId } = assembly.residents[4]!;
  await dataSource.query(
    `insert into membership (id, organisation_id, person_id, role, valid_from)
     select gen_random_uuid(), id, $1, 'party_member', '2020-01-01' from organisation
     where kind = 'party_organisation'`,
    [personId],
  );
  const motion = await votedOn(assembly, [5, 0, 0], { title: 'Objected to by one who leads' });
  const resolution = await resolutionOf(assembly, motion);
  const said = { resolutionId: resolutionId(resolution), text: 'Not there.' };
  const { id } = await doing(assembly, actor, objectToResolution, said);
  const waiting = async (who: Actor) =>
    (await waits(who)).some(([kind, node]) => kind === 'objection' && node === id);
  expect(await waiting(await actorOf(dataSource, personId))).toBe(false);
  expect(await waiting(assembly.party[0])).toBe(true);
});

test('a page is one statement, whatever waits, and goes on after its cursor', async () => {
  const { dataSource } = assembly.database;
  const page = (first: number, cursor: string | null) =>
    inboxOf(dataSource.manager, assembly.party[0], { first, after: cursor }, START);
  const { endCursor } = (await page(100, null)).pageInfo;
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.push((await put()).id);
  const { result, statements } = await countQueries(dataSource, () => page(2, endCursor));
  expect(statements).toHaveLength(1);
  expect(result.edges.map(({ node }) => node.id)).toEqual(ids.slice(0, 2));
  expect(result.pageInfo.hasNextPage).toBe(true);
  const rest = await page(2, result.pageInfo.endCursor);
  expect(rest.edges.map(({ node }) => node.id)).toEqual(ids.slice(2));
  expect(rest.pageInfo.hasNextPage).toBe(false);
});

test('each branch walks indexes, and none of them is asked without the community', async () => {
  for (const { sql } of DECIDING_BRANCHES) {
    const plan = await planOf(assembly.database.dataSource, sql);
    expect(plan).not.toMatch(/Seq Scan/);
    expect(plan).toMatch(/motion_to_screen|motion_under_way|resolution_\w+|ballot_open/);
  }
});
