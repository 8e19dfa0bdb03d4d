import { LAYER_LINES } from '../../src/councils/layers';
import { membersToMeet, votesToPass, COUNCIL_KINDS } from '../../src/councils/council-kinds';
import { addDays, startOf } from '../../src/kernel/calendar';
import { serve, type Served } from '../../src/server/serve';
import { moveOutResident } from '../../src/society/move-out-resident';
import { Client } from '../stories/support/client';
import { countQueries, JOINED } from '../support/queries';
import { tokenOf } from '../support/world';
import {
  councilId,
  found,
  group,
  makeCadres,
  members,
  moveIn,
  newChamber,
  run,
  seat,
  TODAY,
  ZONE,
  type Chamber,
} from './chamber';

/** Councils as their people meet them: over HTTP. */

let chamber: Chamber;
let served: Served;
let stranger: Client;
let cadre: Client;
let officer: Client;
const logged: string[] = [];
beforeAll(async () => {
  chamber = await newChamber();
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, chamber.database.dataSource, (line) => logged.push(line));
  stranger = new Client(served.url);
  cadre = await clientOf(chamber.world.home.cadre.id);
  officer = await clientOf(chamber.world.officer.id);
});
afterAll(async () => {
  await served.close();
  await chamber.database.drop();
  expect(logged).toEqual([]);
});

const clientOf = async (personId: string) =>
  new Client(served.url, await tokenOf(chamber.database.dataSource, personId));

async function act(who: Client, mutation: string, input: object, gives: string) {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { ${gives} userErrors { code path message } } }`;
  const answer = await who.ask(query, { input });
  return (answer.data?.[mutation] ?? answer.errors[0]?.extensions) as Record<string, unknown>;
}

const ask = async (who: Client, id: string, fields: string): Promise<unknown> =>
  (await who.ask(`query ($id: ID!) { node(id: $id) { ${fields} } }`, { id })).data?.node as Record<
    string,
    never
  >;

const RULE = {
  ...{ minSeats: 4, seatsPerGroup: 0, cadrePercent: 50, termYears: 2, coSigners: 8 },
  ...{ quorum: { parts: 2, of: 3 }, passesWithMoreThan: { parts: 1, of: 2 } },
};

test('a council is founded, ruled, seated, left, filled and dissolved', async () => {
  const { home } = chamber.world;
  const asked = { kind: 'NEIGHBOURHOOD_COUNCIL', name: 'Well Lane', placeId: home.place.globalId };
  const { council } = (await act(cadre, 'foundCouncil', asked, 'council { id kind name }')) as {
    council: { id: string };
  };
  expect(council).toMatchObject({ kind: 'NEIGHBOURHOOD_COUNCIL', name: 'Well Lane' });
  const ruled = { councilId: council.id, ...RULE };
  expect(await act(cadre, 'setCouncilRule', ruled, 'rule { minSeats }')).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(
    await act(officer, 'setCouncilRule', ruled, 'rule { minSeats quorum { parts of } coSigners }'),
  ).toMatchObject({ rule: { minSeats: 4, quorum: { parts: 2, of: 3 }, coSigners: 8 } });
  const four = [home.leader.resident.globalId, ...(await moveIn(chamber, 3))];
  const seated = { councilId: council.id, validFrom: TODAY, members: members(four) };
  const gives = `council { isComposed term { seats membersToMeet votesToPass validUntil }
    seats { edges { node { id number name resident { displayName name } } } } }`;
  const { council: sitting } = await act(cadre, 'seatMembers', seated, gives);
  expect(sitting).toMatchObject({
    ...{ isComposed: true, term: { seats: 4, membersToMeet: 3, votesToPass: 3 } },
  });
  const edges = (sitting as { seats: { edges: { node: { id: string } }[] } }).seats.edges;
  const first = edges[0]!.node.id;
  const leader = await clientOf(home.leader.id);
  const me = '{ me { seats { edges { node { id number council { name } } } } } }';
  expect((await leader.ask(me)).data).toEqual({
    me: { seats: { edges: [{ node: { id: first, number: 1, council: { name: 'Well Lane' } } }] } },
  });
  const leaves = { seatId: first, because: 'RESIGNED', validUntil: TODAY };
  const recalls = { ...leaves, because: 'RECALLED' };
  expect(await act(leader, 'vacateSeat', recalls, 'seat { id }')).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await act(cadre, 'vacateSeat', recalls, 'seat { id }')).toMatchObject({
    userErrors: [{ code: 'RECALL_NEEDS_VOTE', path: ['because'] }],
  });
  expect(await act(leader, 'vacateSeat', leaves, 'seat { endedBecause validUntil }')).toMatchObject(
    { seat: { endedBecause: 'RESIGNED', validUntil: TODAY }, userErrors: [] },
  );
  expect((await leader.ask(me)).data).toEqual({ me: { seats: { edges: [] } } });
  const [substitute] = await moveIn(chamber, 1);
  const filled = { seatId: first, residentId: substitute };
  const { seat: held } = await act(cadre, 'fillSeat', filled, 'seat { number validFrom }');
  expect(held).toEqual({ number: 1, validFrom: TODAY });
  const ends = { councilId: council.id, reason: 'The lane is built over.' };
  expect(await act(cadre, 'dissolveCouncil', ends, 'council { id }')).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(
    await act(officer, 'dissolveCouncil', ends, 'council { dissolveReason term { seats } }'),
  ).toMatchObject({ council: { dissolveReason: 'The lane is built over.', term: null } });
  const again = await act(cadre, 'fillSeat', filled, 'seat { id }');
  expect(again).toMatchObject({
    ...{ seat: null, userErrors: [{ code: 'COUNCIL_DISSOLVED', path: ['seatId'] }] },
  });
});

const COMPOSITION = `... on Council { isComposed
  composition { part needed found holds group { name } } }`;

test('who moves away or becomes a cadre makes a council stop holding, and it is shown', async () => {
  const one = await group(chamber, 19);
  const other = await group(chamber, 5);
  const council = await found(chamber, 'community_council');
  const given = [
    ...members(one.residents, one.id),
    ...members(other.residents.slice(0, 2), other.id),
  ];
  await seat(chamber, council, given);
  const id = councilId(council);
  const line = (part: string, needed: number, count: number, name: string | null = null) => ({
    ...{ part, needed, found: count },
    ...{ holds: part === 'CADRES' ? count <= needed : count >= needed, group: name && { name } },
  });
  expect(await ask(stranger, id, COMPOSITION)).toEqual({
    isComposed: true,
    composition: [
      ...[line('SEATS', 21, 21), line('HERE', 21, 21), line('CHOSEN', 21, 21)],
      ...[line('GROUP', 2, 19, one.council.name), line('GROUP', 2, 2, other.council.name)],
      line('CADRES', 10, 0),
    ],
  });
  await makeCadres(chamber, one.residents.slice(0, 11));
  const moved = { residentId: other.residents[0]!, movedOut: TODAY };
  await run(chamber, (work) => moveOutResident(work, moved));
  expect(await ask(stranger, id, COMPOSITION)).toEqual({
    isComposed: false,
    composition: [
      ...[line('SEATS', 21, 20), line('HERE', 21, 20), line('CHOSEN', 20, 20)],
      ...[line('GROUP', 2, 19, one.council.name), line('GROUP', 2, 1, other.council.name)],
      line('CADRES', 10, 11),
    ],
  });
});

test('a rule that is changed later leaves what was before as it was', async () => {
  const council = await found(chamber, 'group_council');
  const later = addDays(TODAY, 3);
  const ruled = { councilId: councilId(council), ...RULE, from: `${later}T00:00:00+08:00` };
  await act(officer, 'setCouncilRule', ruled, 'rule { validFrom }');
  const at = (moment: Date) => `rule(at: "${moment.toISOString()}") { minSeats }`;
  const morning = startOf(later, ZONE);
  const fields = `... on Council { rule { minSeats } before: ${at(new Date(morning.getTime() - 1))}
    from: ${at(morning)} unfounded: ${at(new Date(0))} rules { edges { node { minSeats } } } }`;
  expect(await ask(stranger, councilId(council), fields)).toEqual({
    ...{ rule: { minSeats: 5 }, before: { minSeats: 5 }, from: { minSeats: 4 }, unfounded: null },
    rules: { edges: [{ node: { minSeats: 4 } }, { node: { minSeats: 5 } }] },
  });
});

test("a member's name is public, and nothing else of the resident", async () => {
  const { council } = await group(chamber, 5);
  const fields = `... on Council { seats(first: 1) { edges { node { name
    resident { name birthDate household { address } } } } } }`;
  const answer = await stranger.ask(`query ($id: ID!) { node(id: $id) { ${fields} } }`, {
    id: councilId(council),
  });
  expect(answer.data?.node).toEqual({
    seats: {
      edges: [
        { node: { name: 'Member 0', resident: { name: null, birthDate: null, household: null } } },
      ],
    },
  });
  expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual([
    ...['UNAUTHENTICATED', 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
  ]);
});

test('a community lists its councils with all that is told of them in few statements', async () => {
  const { home } = chamber.world;
  const look = (first: number) =>
    countQueries(chamber.database.dataSource, () =>
      ask(
        stranger,
        home.place.globalId,
        `... on Place { councils(first: ${first}) { edges { node { place { name } term { seats }
           rule { minSeats } rules { edges { node { minSeats } } } composition { holds }
           seats { edges { node { name council { name } group { name } } } } } } } }`,
      ),
    );
  const few = await look(1);
  const many = await look(5);
  expect(many.result).toMatchObject({ councils: { edges: { length: 5 } } });
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
});

test('the table of layers tells who does what, and is what the commands ask', async () => {
  const query = '{ layers(matter: COUNCIL_RULES) { matter layer body mutations } }';
  const lines = (await stranger.ask(query)).data?.layers as Record<string, unknown>[];
  expect(lines).toContainEqual({
    ...{ matter: 'COUNCIL_RULES', layer: 'LEAD', body: 'STREET_OFFICE' },
    mutations: ['setCouncilRule'],
  });
  expect(lines).toContainEqual({
    ...{ matter: 'COUNCIL_RULES', layer: 'ADVISE', body: 'RESIDENTS_COMMITTEE', mutations: [] },
  });
  const all = (await stranger.ask('{ layers { body } }')).data?.layers as unknown[];
  expect(all).toHaveLength(LAYER_LINES.length);
});

test('of 21 members 17 must be there, and 11 must say yes', () => {
  const { rule } = COUNCIL_KINDS.community_council;
  expect([5, 20, 21, 22].map((n) => membersToMeet(rule, n))).toEqual([4, 16, 17, 18]);
  expect([5, 20, 21, 22].map((n) => votesToPass(rule, n))).toEqual([3, 11, 11, 12]);
});
