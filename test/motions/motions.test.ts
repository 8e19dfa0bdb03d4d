import { castRollCallVote } from '../../src/ballots/cast-roll-call-vote';
import { recuseFromBallot } from '../../src/ballots/recuse-from-ballot';
import { toGlobalId } from '../../src/kernel/global-id';
import { coSignMotion } from '../../src/motions/co-sign-motion';
import { mergeMotion } from '../../src/motions/merge-motion';
import type { MotionRow } from '../../src/motions/motion.entity';
import { ballotsOfMotion } from '../../src/motions/motion.reader';
import { noteHearing } from '../../src/motions/note-hearing';
import { putMotionToVote } from '../../src/motions/put-motion-to-vote';
import { withdrawMotion } from '../../src/motions/withdraw-motion';
import { moveOutResident } from '../../src/society/move-out-resident';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { setRule, TODAY } from '../councils/chamber';
import { actorOf } from '../support/world';
import {
  after,
  again,
  conclude,
  coSigned,
  DAY,
  doing,
  HOUR,
  motionId,
  newAssembly,
  putToVote,
  refused,
  resolutionOf,
  screen,
  table,
  vote,
  votedOn,
  type Assembly,
} from './assembly';

/** A motion's way through a council of 21 (C1). */

let assembly: Assembly;
beforeAll(async () => {
  assembly = await newAssembly();
});
afterAll(() => assembly.database.drop());

const code = async (act: Promise<unknown>) => (await refused(act)).code;

describe('residents put their names together', () => {
  test('nine names gather, the tenth tables', async () => {
    const nine = await coSigned(assembly, 9);
    expect(nine.state).toBe('gathering');
    expect(nine.tabledAt).toBeNull();
    const tenth = assembly.residents[9]!;
    const tabled = await doing(assembly, tenth.actor, coSignMotion, { motionId: motionId(nine) });
    expect(tabled.state).toBe('tabled');
  });

  test('nobody twice, nobody of another community, nobody after it was tabled', async () => {
    const motion = await coSigned(assembly, 2, { title: 'Twice' });
    const input = { motionId: motionId(motion) };
    const [first, , third] = assembly.residents;
    expect(await code(doing(assembly, first!.actor, coSignMotion, input))).toBe(
      'CO_SIGNED_ALREADY',
    );
    const elsewhere = assembly.world.other.leader.actor;
    await expect(doing(assembly, elsewhere, coSignMotion, input)).rejects.toThrow('FORBIDDEN');
    const late = after(61 * DAY);
    expect(await code(doing(assembly, third!.actor, coSignMotion, input, late))).toBe(
      'GATHERING_OVER',
    );
    const tabled = await table(assembly, { title: 'By the committee' });
    const theirs = { motionId: motionId(tabled) };
    expect(await code(doing(assembly, third!.actor, coSignMotion, theirs))).toBe('MOTION_STATE');
  });

  test('two who sign last at one moment table it once', async () => {
    const motion = await coSigned(assembly, 9, { title: 'A race' });
    const sign = (n: number) =>
      doing(assembly, assembly.residents[n]!.actor, coSignMotion, { motionId: motionId(motion) });
    const ends = await Promise.allSettled([sign(9), sign(10)]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await again(assembly, motion)).state).toBe('tabled');
  });
});

describe('who tables', () => {
  test('party, committee and members by themselves; others not', async () => {
    const as = (tabledAs: 'party_organisation' | 'self_governing' | 'council_member') =>
      ({ title: `As ${tabledAs}`, tabledAs }) as const;
    const { party, members, residents, world } = assembly;
    expect((await table(assembly, as('party_organisation'), party[0])).state).toBe('tabled');
    expect((await table(assembly, as('self_governing'))).state).toBe('tabled');
    expect((await table(assembly, as('council_member'), members[0]!.actor)).state).toBe('tabled');
    const denied = (what: ReturnType<typeof as>, who: typeof world.officer.actor) =>
      expect(table(assembly, what, who)).rejects.toThrow('FORBIDDEN');
    await denied(as('party_organisation'), world.home.cadre.actor);
    await denied(as('self_governing'), party[0]);
    await denied(as('council_member'), residents[0]!.actor);
    await denied(as('council_member'), world.home.cadre.actor);
  });

  test('a double click tables once', async () => {
    const twice = await Promise.allSettled([
      table(assembly, { title: 'Double' }),
      table(assembly, { title: 'Double' }),
    ]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('an act that could not be done today is not put before people', async () => {
    const act = {
      appointMember: null,
      vacateSeat: { seatId: 'x', because: 'recalled', validUntil: TODAY },
    };
    expect(await refused(table(assembly, { title: 'Act', act }))).toMatchObject({
      code: 'ID_UNKNOWN',
    });
    const both = { awardGrant: { applicationId: 'x' }, vacateSeat: { seatId: 'x' } };
    expect(await code(table(assembly, { title: 'Act', act: both }))).toBe('ONE_ACT');
  });
});

test('a text that is written as a moment is stays text', async () => {
  const moment = '2026-01-01T00:00:00.000Z';
  const adoptCovenant = {
    placeId: assembly.world.home.place.globalId,
    title: moment,
    text: moment,
  };
  const motion = await table(assembly, { title: 'In force from', act: { adoptCovenant } });
  expect(motion.input).toEqual(adoptCovenant);
});

describe('screening', () => {
  test('the party screens with a reason, never its own', async () => {
    const own = await table(
      assembly,
      { title: 'Own', tabledAs: 'party_organisation' },
      assembly.party[0],
    );
    expect(await code(screen(assembly, own))).toBe('OWN_MOTION');
    const admitted = await screen(assembly, own, 'admit', { actor: assembly.party[1] });
    expect(admitted).toMatchObject({ state: 'admitted', screeningReason: 'It is for everybody.' });
    expect(await code(screen(assembly, own, 'return', { actor: assembly.party[1] }))).toBe(
      'MOTION_STATE',
    );
    const other = await table(assembly, { title: 'Cadres do not screen' });
    await expect(
      screen(assembly, other, 'admit', { actor: assembly.world.home.cadre.actor }),
    ).rejects.toThrow('FORBIDDEN');
  });

  test('silence speaks at the last moment and not before', async () => {
    const motion = await table(assembly, { title: 'Silence' });
    const last = motion.screenBy!;
    const before = new Date(last.getTime() - 1);
    expect(await code(putToVote(assembly, motion, { now: before }))).toBe('MOTION_STATE');
    expect((await putToVote(assembly, motion, { now: last })).state).toBe('voting');
    const spoken = await again(assembly, motion);
    expect(spoken).toMatchObject({ screenedBy: null, screenedAt: last });
  });

  test('silence returns where the rule says so', async () => {
    await setRule(assembly, assembly.council, { ...RULE, silence: 'returns' });
    const motion = await table(assembly, { title: 'Returned by silence' }, undefined, new Date());
    const late = new Date(motion.screenBy!.getTime() + 1);
    expect(await code(putToVote(assembly, motion, { now: late }))).toBe('MOTION_STATE');
    await setRule(assembly, assembly.council, RULE);
  });

  test('what is to be heard first is voted on after that', async () => {
    const motion = await table(assembly, { title: 'Heard first' });
    await screen(assembly, motion, 'admit', { hearingFirst: true });
    expect(await code(putToVote(assembly, motion))).toBe('HEARING_FIRST');
    await doing(
      assembly,
      assembly.party[0],
      (work, heardAt: Date) => noteHearing(work, motion, { heardAt }),
      after(0),
    );
    expect((await putToVote(assembly, motion)).state).toBe('voting');
  });

  test('merged into one that is open, withdrawn by who tabled it', async () => {
    const one = await table(assembly, { title: 'One' });
    const two = await table(assembly, { title: 'Two' });
    const merge = (into: string) =>
      doing(assembly, assembly.party[0], mergeMotion, {
        ...{ motionId: motionId(one), intoId: into, reason: 'The same bench.' },
      });
    expect(await code(merge(motionId(one)))).toBe('MERGE_TARGET');
    expect((await merge(motionId(two))).mergedInto).toBe(two.id);
    expect(await code(merge(motionId(two)))).toBe('MOTION_STATE');
    const withdrawal = { motionId: motionId(two), reason: 'It stands there.' };
    await expect(doing(assembly, assembly.party[0], withdrawMotion, withdrawal)).rejects.toThrow(
      'FORBIDDEN',
    );
    const { cadre } = assembly.world.home;
    expect((await doing(assembly, cadre.actor, withdrawMotion, withdrawal)).state).toBe(
      'withdrawn',
    );
    expect(await code(doing(assembly, cadre.actor, withdrawMotion, withdrawal))).toBe(
      'MOTION_STATE',
    );
  });
});

describe('what is of many', () => {
  const reason = 'I thought better of it.';

  test('ten names are not taken back by the first, nor what others were merged into', async () => {
    const [first] = assembly.residents;
    const nine = await coSigned(assembly, 9, { title: 'Of nine' });
    const taken = { motionId: motionId(nine), reason };
    expect((await doing(assembly, first!.actor, withdrawMotion, taken)).state).toBe('withdrawn');
    const ten = await coSigned(assembly, 10, { title: 'Of ten' });
    const given = { motionId: motionId(ten), reason };
    expect(await code(doing(assembly, first!.actor, withdrawMotion, given))).toBe('MOTION_OF_MANY');
    const into = await table(assembly, { title: 'Of the committee' });
    await doing(assembly, assembly.party[0], mergeMotion, { ...given, intoId: motionId(into) });
    const theirs = { motionId: motionId(into), reason };
    const { actor } = assembly.world.home.cadre;
    expect(await code(doing(assembly, actor, withdrawMotion, theirs))).toBe('MOTION_OF_MANY');
  });

  test('an act is merged with the same act only', async () => {
    const covenant = (title: string, text: string) => {
      const { globalId: placeId } = assembly.world.home.place;
      return table(assembly, { title, act: { adoptCovenant: { placeId, title: 'Quiet', text } } });
    };
    const ten = await covenant('At ten', 'After ten.');
    const merge = (into: MotionRow) =>
      doing(assembly, assembly.party[0], mergeMotion, {
        ...{ motionId: motionId(ten), intoId: motionId(into), reason },
      });
    expect(await code(merge(await table(assembly, { title: 'Talk of it' })))).toBe('MERGE_TARGET');
    expect(await code(merge(await covenant('At nine', 'After nine.')))).toBe('MERGE_TARGET');
    expect((await merge(await covenant('Ten again', 'After ten.'))).state).toBe('merged');
  });
});

const RULE = { seatsPerGroup: 0, minSeats: 21, rollCall: true };

const ballotOf = async ({ communityId, id }: MotionRow) => {
  const { manager } = assembly.database.dataSource;
  const voted = await ballotsOfMotion.read(manager, communityId, [id]);
  return toGlobalId('Ballot', communityId, voted.at(-1)?.ballotId ?? '');
};

describe('of 21 members 17 take part and 11 are in favour', () => {
  test.each([
    ['17 there, 11 in favour: passed', [11, 3, 3], 'passed'],
    ['17 there, 10 in favour: rejected', [10, 4, 3], 'rejected'],
    ['16 there, all in favour: no quorum, it may be voted on again', [16, 0, 0], 'admitted'],
    ['abstaining is taking part', [11, 0, 6], 'passed'],
  ] as const)('%s', async (title, votes, state) => {
    const motion = await votedOn(assembly, votes, { title });
    expect(motion.state).toBe(state);
  });

  test('who stands aside leaves the base: of 20, 16 and 11; of 19, 16 and 10', async () => {
    const motion = await screen(assembly, await table(assembly, { title: 'Aside' }));
    await putToVote(assembly, motion);
    const aside = { ballotId: await ballotOf(motion), ground: 'My sister makes benches.' };
    for (const { actor } of assembly.members.slice(19))
      await doing(assembly, actor, recuseFromBallot, aside);
    await vote(assembly, motion, [10, 6, 0]);
    expect((await conclude(assembly, motion)).state).toBe('passed');
  });

  test('who stands aside in the middle lowers the base for those who have voted', async () => {
    const motion = await screen(assembly, await table(assembly, { title: 'In the middle' }));
    await putToVote(assembly, motion);
    // Sixteen of 21 are too few; of 20 they are enough, and eleven of them are in favour.
    await vote(assembly, motion, [11, 5, 0]);
    const ballotId = await ballotOf(motion);
    const aside = { ballotId, ground: 'My brother makes benches.' };
    await doing(assembly, assembly.members[20]!.actor, recuseFromBallot, aside);
    expect((await conclude(assembly, motion)).state).toBe('passed');
  });

  test('who moves away after the roll was frozen has a vote, and stays in the base', async () => {
    const motion = await screen(assembly, await table(assembly, { title: 'Moved away' }));
    await putToVote(assembly, motion);
    const { residentId, personId } = assembly.members[20]!;
    await doing(assembly, assembly.world.home.cadre.actor, moveOutResident, {
      ...{ residentId, movedOut: TODAY },
    });
    const gone = await actorOf(assembly.database.dataSource, personId);
    const cast = { ballotId: await ballotOf(motion), choice: '赞成' };
    await doing(assembly, gone, castRollCallVote, cast);
    await vote(assembly, motion, [10, 6, 0]);
    expect((await conclude(assembly, motion)).state).toBe('passed');
    await assembly.database.dataSource.query(
      'update resident set moved_out = null where community_id = $1 and moved_out is not null',
      [assembly.world.home.id],
    );
  });

  test('where too few take part it is voted on again', async () => {
    const motion = await screen(assembly, await table(assembly, { title: 'Lost quorum' }));
    await putToVote(assembly, motion);
    await vote(assembly, motion, [16, 0, 0]);
    expect((await conclude(assembly, motion)).state).toBe('admitted');
    const again = await putToVote(assembly, motion, { now: after(4 * HOUR) });
    await vote(assembly, again, [11, 5, 1], { now: after(5 * HOUR) });
    expect((await conclude(assembly, motion, after(7 * HOUR))).state).toBe('passed');
  });

  test('a resolution is numbered, shown for days, and lapses', async () => {
    const first = await resolutionOf(
      assembly,
      await votedOn(assembly, [12, 5, 0], { title: 'R1' }),
    );
    const next = await resolutionOf(assembly, await votedOn(assembly, [12, 5, 0], { title: 'R2' }));
    expect(next.number).toBe(first.number + 1);
    const adoptedOn = dayOf(next.adoptedAt, 'Asia/Shanghai');
    expect(next.noticeUntil).toBe(addDays(adoptedOn, 7));
    expect(next.lapsesOn).toBe(addDays(adoptedOn, 187));
  });

  test('the notice is that of the rule by which it was voted on, whatever is set meanwhile', async () => {
    const motion = await screen(assembly, await table(assembly, { title: 'Short notice' }));
    await putToVote(assembly, motion);
    const hasty = { ...RULE, noticeDays: 0, lapseDays: 1 };
    await setRule(assembly, assembly.council, { ...hasty, from: after(HOUR) });
    await vote(assembly, motion, [12, 5, 0]);
    const resolution = await resolutionOf(assembly, await conclude(assembly, motion));
    const adoptedOn = dayOf(resolution.adoptedAt, 'Asia/Shanghai');
    expect(resolution.noticeUntil).toBe(addDays(adoptedOn, 7));
    expect(resolution.lapsesOn).toBe(addDays(adoptedOn, 187));
    await setRule(assembly, assembly.council, { ...RULE, from: after(HOUR + 1) });
  });

  test('is not counted before its time, nor twice', async () => {
    const motion = await screen(assembly, await table(assembly, { title: 'Early' }));
    await putToVote(assembly, motion);
    expect(await code(conclude(assembly, motion, after(HOUR)))).toBe('BALLOT_OPEN');
    await vote(assembly, motion, [17, 0, 0]);
    const ends = await Promise.allSettled([conclude(assembly, motion), conclude(assembly, motion)]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await resolutionOf(assembly, motion)).motionId).toBe(motion.id);
  });

  test('a council that lost its composition decides nothing', async () => {
    const motion = await screen(assembly, await table(assembly, { title: 'Moved' }));
    const { residentId } = assembly.members[20]!;
    await doing(assembly, assembly.world.home.cadre.actor, moveOutResident, {
      ...{ residentId, movedOut: TODAY },
    });
    expect(await refused(putToVote(assembly, motion))).toMatchObject({
      code: 'COUNCIL_NOT_COMPOSED',
    });
  });
});

test('an unknown motion is refused', async () => {
  const unknown = toGlobalId('Motion', assembly.world.home.id, assembly.world.home.id);
  const input = { motionId: unknown, closesAt: after(3 * HOUR) };
  expect(await code(doing(assembly, assembly.world.home.cadre.actor, putMotionToVote, input))).toBe(
    'ID_UNKNOWN',
  );
});
