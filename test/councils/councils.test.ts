import { COUNCIL_CHECKS } from '../../src/councils/councils.checks';
import { dissolveCouncil } from '../../src/councils/dissolve-council';
import { foundCouncil } from '../../src/councils/found-council';
import { addDays, addMonths } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { moveOutResident } from '../../src/society/move-out-resident';
import { registerPlace } from '../../src/society/register-place';
import {
  councilId,
  fill,
  found,
  group,
  makeCadres,
  members,
  moveIn,
  newChamber,
  run,
  seat,
  seatsOf,
  setRule,
  TODAY,
  vacate,
  type Chamber,
} from './chamber';

let chamber: Chamber;
beforeAll(async () => {
  chamber = await newChamber();
});
afterEach(async () => {
  expect(await runChecks(chamber.database.dataSource, COUNCIL_CHECKS)).toEqual([]);
});
afterAll(async () => {
  await chamber.database.drop();
});

const refused = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) as object }) as object;

test('a group council has five members: four are refused, and nothing is kept', async () => {
  const council = await found(chamber, 'group_council');
  const five = await moveIn(chamber, 5);
  const small = refused('COUNCIL_TOO_SMALL', { needed: 5, seats: 4 });
  await expect(seat(chamber, council, members(five.slice(1)))).rejects.toEqual(small);
  expect(await seatsOf(chamber, council)).toEqual([]);
  await seat(chamber, council, members(five));
  expect((await seatsOf(chamber, council)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});

describe('a community council', () => {
  let one: Awaited<ReturnType<typeof group>>;
  let other: Awaited<ReturnType<typeof group>>;
  let community: Chamber;
  beforeAll(async () => {
    community = await newChamber();
    one = await group(community, 20);
    other = await group(community, 5);
  });
  afterAll(async () => {
    await community.database.drop();
  });
  const council = () => found(community, 'community_council');
  const from = (first: number, second: number) => [
    ...members(one.residents.slice(0, first), one.id),
    ...members(other.residents.slice(0, second), other.id),
  ];

  test('has 21 members: 20 are refused', async () => {
    const small = refused('COUNCIL_TOO_SMALL', { needed: 21, seats: 20 });
    await expect(seat(community, await council(), from(18, 2))).rejects.toEqual(small);
    await seat(community, await council(), from(19, 2));
  });

  test('has two of every group: one is refused', async () => {
    const under = refused('GROUP_UNDERSEATED', { needed: 2, seats: 1, group: other.council.name });
    await expect(seat(community, await council(), from(20, 1))).rejects.toEqual(under);
  });

  test('is chosen from the group councils, for the group that chose', async () => {
    const [stranger = ''] = await moveIn(community, 1);
    const asked: [string, object][] = [
      ['GROUP_NEEDED', { residentId: stranger }],
      ['NOT_OF_GROUP', { residentId: stranger, groupId: one.id }],
      ['NOT_OF_GROUP', { residentId: one.residents[19], groupId: other.id }],
    ];
    const beside = await council();
    asked.push(['GROUP_UNKNOWN', { residentId: stranger, groupId: councilId(beside) }]);
    for (const [code, member] of asked) {
      const given = [...from(19, 2), member as { residentId: string }];
      await expect(seat(community, beside, given)).rejects.toEqual(refused(code));
    }
  });

  test('may have ten cadres among 21, and not eleven', async () => {
    await makeCadres(community, one.residents.slice(0, 10));
    await seat(community, await council(), from(19, 2));
    await makeCadres(community, one.residents.slice(10, 11));
    const many = refused('TOO_MANY_CADRES', { most: 10, cadres: 11 });
    await expect(seat(community, await council(), from(19, 2))).rejects.toEqual(many);
  });
});

test('exactly half of the members may be cadres, and not one more', async () => {
  const six = await moveIn(chamber, 6);
  await makeCadres(chamber, six.slice(0, 3));
  await seat(chamber, await found(chamber, 'group_council'), members(six));
  await makeCadres(chamber, six.slice(3, 4));
  const council = await found(chamber, 'group_council');
  const many = refused('TOO_MANY_CADRES', { most: 3, cadres: 4 });
  await expect(seat(chamber, council, members(six))).rejects.toEqual(many);
});

test('nobody sits twice, from elsewhere, or after having moved away', async () => {
  const council = await found(chamber, 'group_council');
  const six = await moveIn(chamber, 6);
  const twice = seat(chamber, council, members([...six, six[2]!]));
  await expect(twice).rejects.toMatchObject({
    ...{ code: 'SEAT_TWICE', path: ['members', '6', 'residentId'] },
  });
  const [foreigner = ''] = await moveIn(chamber, 1, { at: 'other' });
  const foreign = seat(chamber, council, members([...six, foreigner]));
  await expect(foreign).rejects.toEqual(refused('OTHER_COMMUNITY'));
  await run(chamber, (work) => moveOutResident(work, { residentId: six[5]!, movedOut: TODAY }));
  const gone = seat(chamber, council, members(six));
  await expect(gone).rejects.toMatchObject({
    ...{ code: 'NOT_RESIDENT_HERE', path: ['members', '5', 'residentId'] },
  });
});

test("a courtyard's council is of those who live in it", async () => {
  const { home } = chamber.world;
  const place = (kind: 'courtyard' | 'grid', parentId: string) =>
    run(chamber, (work) => registerPlace(work, { kind, name: `A ${kind}`, parentId }));
  const yard = toGlobalId('Place', null, (await place('courtyard', home.place.globalId)).id);
  const grid = toGlobalId('Place', null, (await place('grid', yard)).id);
  const council = await found(chamber, 'courtyard_council', yard);
  const inside = await moveIn(chamber, 5, { gridId: grid });
  const outside = await moveIn(chamber, 1);
  const mixed = seat(chamber, council, members([...inside.slice(1), ...outside]));
  await expect(mixed).rejects.toEqual(refused('NOT_RESIDENT_HERE'));
  await seat(chamber, council, members(inside));
  const inCommunity = found(chamber, 'courtyard_council');
  await expect(inCommunity).rejects.toEqual(refused('COUNCIL_PLACE'));
  const inStreet = found(chamber, 'group_council', chamber.world.street.globalId);
  await expect(inStreet).rejects.toEqual(refused('COUNCIL_PLACE'));
});

test('terms follow upon each other and do not overlap, and begin within a year', async () => {
  const council = await found(chamber, 'group_council');
  await setRule(chamber, council, { termYears: 1 });
  const given = members(await moveIn(chamber, 5));
  const past = seat(chamber, council, given, addDays(TODAY, -1));
  await expect(past).rejects.toEqual(refused('DAY_PAST'));
  await seat(chamber, council, given);
  const end = addMonths(TODAY, 12);
  const overlaps = refused('TERMS_OVERLAP', { from: TODAY, until: end });
  await expect(seat(chamber, council, given, addDays(end, -1))).rejects.toEqual(overlaps);
  await expect(seat(chamber, council, given, addDays(end, 1))).rejects.toEqual(
    refused('TERM_TOO_FAR', { last: end }),
  );
  await seat(chamber, council, given, end);
});

test('two who seat a council at the same moment seat it once', async () => {
  const council = await found(chamber, 'group_council');
  const given = members(await moveIn(chamber, 5));
  const told = await Promise.allSettled([1, 2].map(() => seat(chamber, council, given)));
  expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await seatsOf(chamber, council)).toHaveLength(5);
});

test('a seat that fell vacant is filled once, for the rest of the term', async () => {
  const council = await found(chamber, 'group_council');
  const five = await moveIn(chamber, 5);
  await seat(chamber, council, members(five));
  const [held, beside] = await seatsOf(chamber, council);
  const [one = '', two = ''] = await moveIn(chamber, 2);
  await expect(fill(chamber, held!, one)).rejects.toEqual(refused('SEAT_HELD'));
  await vacate(chamber, held!);
  await expect(vacate(chamber, held!)).rejects.toEqual(refused('SEAT_VACANT'));
  await expect(fill(chamber, held!, five[1]!)).rejects.toEqual(refused('SEAT_TWICE'));
  const told = await Promise.allSettled([one, two].map((who) => fill(chamber, held!, who)));
  expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = told.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(lost.reason).toEqual(refused('SEAT_FILLED'));
  const substitute = (await seatsOf(chamber, council)).at(-1)!;
  expect(substitute).toMatchObject({ number: 1, validFrom: TODAY, validUntil: held!.validUntil });
  await vacate(chamber, beside!, { validUntil: addDays(TODAY, 30) });
  // Whoever still sits there for a month does not sit on another seat meanwhile.
  await vacate(chamber, substitute);
  const leaving = five[1]!;
  await expect(fill(chamber, substitute, leaving)).rejects.toEqual(refused('SEAT_TWICE'));
  const over = new Date(`${held!.validUntil}T00:00:00+08:00`);
  await expect(fill(chamber, substitute, one, over)).rejects.toEqual(refused('TERM_ENDED'));
});

test('a substitute is no cadre too many', async () => {
  const council = await found(chamber, 'group_council');
  const seven = await moveIn(chamber, 7);
  await makeCadres(chamber, [...seven.slice(0, 3), seven[6]!]);
  await seat(chamber, council, members(seven.slice(0, 6)));
  const sixth = (await seatsOf(chamber, council)).find(({ number }) => number === 6)!;
  await vacate(chamber, sixth);
  await expect(fill(chamber, sixth, seven[6]!)).rejects.toEqual(
    refused('TOO_MANY_CADRES', { most: 3, cadres: 4 }),
  );
  await fill(chamber, sixth, seven[5]!);
});

test('a council that was dissolved sits no more', async () => {
  const council = await found(chamber, 'group_council');
  const given = members(await moveIn(chamber, 5));
  await seat(chamber, council, given);
  const dissolve = () =>
    run(chamber, (work) =>
      dissolveCouncil(work, { councilId: councilId(council), reason: 'Two became one.' }),
    );
  await dissolve();
  const over = await seatsOf(chamber, council);
  expect(new Set(over.map(({ endedBecause }) => endedBecause))).toEqual(new Set(['dissolved']));
  expect(new Set(over.map(({ validUntil }) => validUntil))).toEqual(new Set([TODAY]));
  const dissolved = refused('COUNCIL_DISSOLVED');
  await expect(dissolve()).rejects.toEqual(dissolved);
  await expect(seat(chamber, council, given)).rejects.toEqual(dissolved);
  await expect(fill(chamber, over[0]!, given[0]!.residentId)).rejects.toEqual(dissolved);
  await expect(setRule(chamber, council, {})).rejects.toEqual(dissolved);
  const placeId = chamber.world.home.place.globalId;
  const again = { kind: 'group_council', name: council.name, placeId } as const;
  await run(chamber, (work) => foundCouncil(work, again));
  const taken = run(chamber, (work) => foundCouncil(work, again));
  await expect(taken).rejects.toEqual(refused('COUNCIL_NAME_TAKEN'));
});

test('a rule is set from now on, within what a council can reach', async () => {
  const council = await found(chamber, 'group_council');
  const past = new Date(Date.now() - 60_000);
  await expect(setRule(chamber, council, { from: past })).rejects.toEqual(refused('RULE_IN_PAST'));
  for (const change of [{ minSeats: 0 }, { minSeats: 201 }, { cadrePercent: 101 }])
    await expect(setRule(chamber, council, change)).rejects.toEqual(refused('COUNCIL_RULE_RANGE'));
  const shares = [
    { quorum: { parts: 6, of: 5 } },
    { quorum: { parts: 0, of: 5 } },
    { passesWithMoreThan: { parts: 2, of: 2 } },
    { quorum: { parts: 1, of: 101 } },
  ];
  for (const change of shares)
    await expect(setRule(chamber, council, change)).rejects.toEqual(refused('COUNCIL_SHARE_RANGE'));
  await setRule(chamber, council, { minSeats: 4, quorum: { parts: 5, of: 5 } });
  await seat(chamber, council, members(await moveIn(chamber, 4)));
});

test('officers set rules, cadres seat members, members resign, and nobody else', async () => {
  const { home, officer, outsider, other } = chamber.world;
  const council = await found(chamber, 'group_council');
  const denied = expect.objectContaining({ code: 'FORBIDDEN' }) as object;
  await setRule(chamber, council, {}, officer.actor);
  for (const { actor } of [home.cadre, outsider, home.chair])
    await expect(setRule(chamber, council, {}, actor)).rejects.toEqual(denied);
  const { resident, actor } = home.leader;
  const given = [resident.globalId, ...(await moveIn(chamber, 4))];
  await seat(chamber, council, members(given));
  const [own, beside] = await seatsOf(chamber, council);
  await expect(vacate(chamber, beside!, { actor })).rejects.toEqual(denied);
  await expect(vacate(chamber, own!, { actor: other.cadre.actor })).rejects.toEqual(denied);
  await vacate(chamber, own!, { actor });
});

test('nobody unseats a member by saying that they resigned, died or moved away', async () => {
  const { home } = chamber.world;
  const { actor } = home.cadre;
  const council = await found(chamber, 'group_council');
  const [leaving = '', ...others] = await moveIn(chamber, 4);
  await seat(chamber, council, members([home.leader.resident.globalId, leaving, ...others]));
  const [own, beside, third] = await seatsOf(chamber, council);
  const { dataSource } = chamber.database;
  await dataSource.query(`update person set login = 'leader.of.lane' where id = $1`, [
    home.leader.id,
  ]);
  const alone = vacate(chamber, own!, { actor });
  await expect(alone).rejects.toEqual(refused('RESIGNS_ALONE'));
  for (const because of ['died', 'moved_away'] as const)
    await expect(vacate(chamber, beside!, { actor, because })).rejects.toEqual(
      refused('STILL_LIVES_HERE'),
    );
  const moved = { residentId: leaving, movedOut: TODAY };
  await run(chamber, (work) => moveOutResident(work, moved));
  await vacate(chamber, beside!, { actor, because: 'moved_away' });
  // Whoever cannot sign in tells the clerk.
  await vacate(chamber, third!, { actor });
});
