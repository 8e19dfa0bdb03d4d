import { randomUUID } from 'node:crypto';
import { adoptCovenant } from '../../src/courtyards/adopt-covenant';
import { cancelActivity } from '../../src/courtyards/cancel-activity';
import { covenantOn } from '../../src/courtyards/covenant.reader';
import { placeOn } from '../../src/courtyards/courtyard-body.reader';
import { endCourtyardBody } from '../../src/courtyards/end-courtyard-body';
import { nameCourtyardBody } from '../../src/courtyards/name-courtyard-body';
import { foundCouncil } from '../../src/councils/found-council';
import { dissolveCouncil } from '../../src/councils/dissolve-council';
import { seatMembers } from '../../src/councils/seat-members';
import { setCouncilRule } from '../../src/councils/set-council-rule';
import { COUNCIL_KINDS } from '../../src/councils/council-kinds';
import { CITY } from '../../src/api/context';
import { toGlobalId, readGlobalId } from '../../src/kernel/global-id';
import { mandateFor, underMandate } from '../../src/kernel/mandate';
import { registerPlace } from '../../src/society/register-place';
import { SYSTEM } from '../../src/kernel/actor';
import {
  activityId,
  adopt,
  announce,
  day,
  ending,
  everyone,
  moment,
  nameTeam,
  newYard,
  openYard,
  run,
  tell,
  TODAY,
  type Yard,
} from './yard';

let yard: Yard;
beforeAll(async () => {
  yard = await newYard();
});
afterAll(() => yard.database.drop());

const home = () => yard.world.home;
const covenantAt = async (placeId: string, on: string) => {
  const key = placeOn(readGlobalId(placeId)!.id, on);
  const [row] = await covenantOn.read(yard.database.dataSource.manager, CITY, [key]);
  return row?.number ?? null;
};

describe('the body of a courtyard', () => {
  test('is one at a time, and who follows begins on the day the other ends', async () => {
    const placeId = await openYard(yard, 'Mill Yard');
    const first = await nameTeam(yard, placeId, moment(-10));
    expect(first).toMatchObject({ validFrom: day(-10), validUntil: null });
    expect(await ending(nameTeam(yard, placeId))).toBe('BODY_NAMED placeId');
    const ended = await run(
      yard,
      (work) => endCourtyardBody(work, { placeId }),
      home().cadre.actor,
    );
    expect(ended).toMatchObject({ id: first.id, validUntil: TODAY });
    expect(
      await ending(run(yard, (work) => endCourtyardBody(work, { placeId }), home().cadre.actor)),
    ).toBe('NO_COURTYARD_BODY placeId');
    expect(await nameTeam(yard, placeId)).toMatchObject({ validFrom: TODAY });
  });

  test('is named by cadres and by members of its councils, and of nobody else', async () => {
    const placeId = await openYard(yard, 'Pear Yard');
    const [member] = home().members;
    const asked = { placeId, organisationId: home().team.globalId };
    const byMember = () =>
      ending(run(yard, (work) => nameCourtyardBody(work, asked), member.actor));
    expect(await byMember()).toBe('FORBIDDEN');
    const other = yard.world.other.cadre.actor;
    expect(await ending(run(yard, (work) => nameCourtyardBody(work, asked), other))).toBe(
      'FORBIDDEN',
    );
    const council = await sit(placeId, member.resident.globalId);
    expect(await byMember()).toBe('done');
    const byCouncil = { placeId, councilId: council };
    expect(
      await run(yard, (work) => nameCourtyardBody(work, byCouncil), member.actor),
    ).toMatchObject({ organisationId: null, validFrom: TODAY });
    const held = await announce(yard, { placeId }, { actor: member.actor });
    expect(held.state).toBe('announced');
    await run(yard, (work) => dissolveCouncil(work, { councilId: council, reason: 'Over' }));
    expect(await ending(announce(yard, { placeId }, { actor: member.actor }))).toBe('FORBIDDEN');
  });

  test.each([
    ['both', () => ({ organisationId: home().team.globalId, councilId: 'x' }), 'BODY_UNCLEAR'],
    ['none', () => ({}), 'BODY_UNCLEAR'],
    ['a committee', () => ({ organisationId: home().committee.globalId }), 'ORGANISATION_KIND'],
    [
      'a team of another community',
      () => ({ organisationId: yard.world.other.team.globalId }),
      'NOT_HERE',
    ],
    ['no council', () => ({ councilId: home().team.globalId }), 'ID_UNKNOWN'],
  ])('is not %s', async (_what, body, code) => {
    const input = { placeId: yard.courtyard, ...body() };
    const said = await ending(run(yard, (work) => nameCourtyardBody(work, input)));
    expect(said.split(' ')[0]).toBe(code);
  });

  test.each(['home', 'street'] as const)(
    'is of no other place than a courtyard: %s',
    async (at) => {
      const placeId = at === 'home' ? home().place.globalId : yard.world.street.globalId;
      const input = { placeId, organisationId: home().team.globalId };
      expect(await ending(run(yard, (work) => nameCourtyardBody(work, input)))).toBe(
        'PLACE_KIND placeId',
      );
    },
  );

  async function sit(placeId: string, residentId: string): Promise<string> {
    const kind = 'courtyard_council' as const;
    await moveTo(placeId, residentId);
    const council = await run(yard, (work) =>
      foundCouncil(work, { kind, name: 'Council of pears', placeId }),
    );
    const councilId = toGlobalId('Council', council.communityId, council.id);
    const rule = { ...COUNCIL_KINDS[kind].rule, minSeats: 1, councilId };
    await run(yard, (work) => setCouncilRule(work, rule));
    const seat = { councilId, validFrom: TODAY, members: [{ residentId }] };
    await run(yard, (work) => seatMembers(work, seat));
    return councilId;
  }

  /** The resident's household lives in a grid of the courtyard. */
  async function moveTo(placeId: string, residentId: string): Promise<void> {
    const grid = await run(yard, (work) =>
      registerPlace(work, { kind: 'grid', name: 'Grid', parentId: placeId }),
    );
    await yard.database.dataSource.query(
      `update household set grid_id = $1 from resident
       where resident.id = $2 and household.id = resident.household_id`,
      [grid.id, readGlobalId(residentId)!.id],
    );
  }
});

describe('a covenant', () => {
  const text = 'We greet each other, and sweep on Saturdays.';

  test('is adopted by nobody without a resolution that says exactly this', async () => {
    const input = { placeId: yard.courtyard, title: 'Ours', text };
    for (const actor of [SYSTEM, home().cadre.actor, yard.world.officer.actor])
      expect(await ending(run(yard, (work) => adoptCovenant(work, input), actor))).toBe(
        'FORBIDDEN',
      );
    const other = mandateFor(randomUUID(), 'adoptCovenant', { ...input, text: `${text}!` });
    expect(
      await ending(
        run(yard, (work) => underMandate(work, other, () => adoptCovenant(work, input))),
      ),
    ).toBe('FORBIDDEN');
    expect(await covenantAt(yard.courtyard, TODAY)).toBeNull();
  });

  test('of a community or a courtyard is kept in versions, and the last that began holds', async () => {
    const placeId = home().place.globalId;
    const first = await adopt(yard, { placeId, title: 'One', text }, { now: moment(-40) });
    expect(first).toMatchObject({ number: 1, validFrom: day(-40) });
    const later = await adopt(yard, { placeId, title: 'Two', text, from: day(5) });
    expect(later).toMatchObject({ number: 2, validFrom: day(5) });
    expect(later.resolutionId).not.toBe(first.resolutionId);
    expect(await covenantAt(placeId, day(-41))).toBeNull();
    expect(await covenantAt(placeId, day(-40))).toBe(1);
    expect(await covenantAt(placeId, day(4))).toBe(1);
    expect(await covenantAt(placeId, day(5))).toBe(2);
    const last = await adopt(yard, { placeId, title: 'Three', text, from: day(-3) });
    expect(last).toMatchObject({ number: 3, validFrom: TODAY });
    expect(await covenantAt(placeId, day(-1))).toBe(1);
    expect(await covenantAt(placeId, day(5))).toBe(3);
  });

  test('that two resolutions adopt at once is adopted twice, one after the other', async () => {
    const placeId = await openYard(yard, 'Twin Yard');
    const rows = await Promise.all(
      ['One', 'Two', 'Three'].map((title) => adopt(yard, { placeId, title, text })),
    );
    expect(rows.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  });

  test.each([
    [20_000, 'done'],
    [20_001, 'TEXT_LENGTH text'],
    [0, 'TEXT_LENGTH text'],
  ])('of %d characters: %s', async (length, said) => {
    const placeId = await openYard(yard, `Yard of ${length}`);
    const input = { placeId, title: 'Long', text: '约'.repeat(length) };
    expect(await ending(adopt(yard, input))).toBe(said);
  });

  test('is of no street', async () => {
    const input = { placeId: yard.world.street.globalId, title: 'Wide', text };
    expect(await ending(adopt(yard, input))).toBe('PLACE_KIND placeId');
  });
});

describe('an activity', () => {
  beforeAll(() => nameTeam(yard, yard.courtyard, moment(-60)));

  test('is announced by the leader and by cadres, where somebody stands for the courtyard', async () => {
    expect((await announce(yard)).bodyId).toBeTruthy();
    expect(await ending(announce(yard, {}, { actor: home().cadre.actor }))).toBe('done');
    expect(await ending(announce(yard, {}, { actor: home().members[0].actor }))).toBe('FORBIDDEN');
    expect(await ending(announce(yard, {}, { actor: yard.world.other.leader.actor }))).toBe(
      'FORBIDDEN',
    );
    const placeId = await openYard(yard, 'Empty Yard');
    expect(await ending(announce(yard, { placeId }, { actor: home().cadre.actor }))).toBe(
      'NO_COURTYARD_BODY placeId',
    );
  });

  test.each([
    [-30, 'done'],
    [-30.01, 'ACTIVITY_DAY startsAt'],
    [365, 'done'],
    [365.01, 'ACTIVITY_DAY startsAt'],
  ])('of a day %d days away: %s', async (days, said) => {
    const now = new Date();
    const startsAt = new Date(now.getTime() + days * 24 * 3600_000);
    expect(await ending(announce(yard, { startsAt }, { now }))).toBe(said);
  });

  test('is announced once by who clicks twice, and again once it is cancelled', async () => {
    const asked = { title: 'Chess', startsAt: moment(3) };
    const twice = [announce(yard, asked), announce(yard, asked)];
    const said = await Promise.all(twice.map((each) => ending(each)));
    expect(said.sort()).toEqual(['ACTIVITY_TWICE title', 'done']);
    const [row] = await yard.database.dataSource.query(
      `select community_id "communityId", id from activity where title = 'Chess'`,
    );
    const input = { activityId: activityId(row), reason: 'Rain' };
    await run(yard, (work) => cancelActivity(work, input), home().leader.actor);
    expect(await ending(announce(yard, asked))).toBe('done');
  });

  test('is told of once, with who took part; nobody twice, nobody of elsewhere', async () => {
    const activity = await announce(yard);
    const people = everyone(yard).slice(0, 3);
    const bad: [string[], string][] = [
      [[], 'LIST_LENGTH residentIds'],
      [[people[0]!, people[0]!], 'RESIDENT_TWICE residentIds 1'],
      [[people[0]!, yard.world.other.leader.resident.globalId], 'OTHER_COMMUNITY residentIds 1'],
      [[toGlobalId('Resident', home().id, randomUUID())], 'ID_UNKNOWN residentIds 0'],
    ];
    for (const [residentIds, said] of bad)
      expect(await ending(tell(yard, activity, residentIds))).toBe(said);
    expect(await tell(yard, activity, people)).toMatchObject({ state: 'held', participants: 3 });
    expect(await ending(tell(yard, activity, people))).toBe('ACTIVITY_TOLD activityId');
    const input = { activityId: activityId(activity), reason: 'Rain' };
    expect(await ending(run(yard, (work) => cancelActivity(work, input)))).toBe(
      'ACTIVITY_TOLD activityId',
    );
    const bands: { band: string }[] = await yard.database.dataSource.query(
      'select band from activity_participant where activity_id = $1',
      [activity.id],
    );
    expect(bands.map(({ band }) => band)).toEqual(['from_60', 'from_60', 'from_60']);
  });

  test('that has not begun is not told of, but may be cancelled', async () => {
    const activity = await announce(yard, { startsAt: moment(1) });
    expect(await ending(tell(yard, activity, everyone(yard).slice(0, 1)))).toBe(
      'ACTIVITY_TO_COME activityId',
    );
    const input = { activityId: activityId(activity), reason: 'Rain' };
    const cancelled = await run(yard, (work) => cancelActivity(work, input), home().leader.actor);
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: 'Rain' });
  });

  test('is told of at once by two, and stands once', async () => {
    const activity = await announce(yard);
    const people = everyone(yard).slice(0, 2);
    const said = await Promise.all([
      ending(tell(yard, activity, people)),
      ending(tell(yard, activity, people, { actor: home().cadre.actor })),
    ]);
    expect(said.sort()).toEqual(['ACTIVITY_TOLD activityId', 'done']);
  });
});
