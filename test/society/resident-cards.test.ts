import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { readCardCode } from '../../src/society/card-code';
import { CARD_CHECKS } from '../../src/society/cards.checks';
import { endCard } from '../../src/society/end-card';
import { issueCard } from '../../src/society/issue-card';
import { moveOutResident } from '../../src/society/move-out-resident';
import type { ResidentCardRow } from '../../src/society/resident-card.entity';
import { cardById, residentOfCard } from '../../src/society/resident-card.reader';
import { atOnce } from '../support/at-once';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type SomeResident, type World } from '../support/world';
import { act, refused } from './acts';

let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
});
afterAll(() => database.drop());

const someone = (household: number, person = 1) =>
  world.home.households[household]!.residents[person]!;
const issue = (who: SomeResident, actor: Actor = world.home.cadre.actor) =>
  act(database.dataSource, actor, issueCard, { residentId: who.globalId });
const cardId = ({ communityId, id }: ResidentCardRow) =>
  toGlobalId('ResidentCard', communityId, id);
const end = (card: ResidentCardRow, actor: Actor = world.home.clerk.actor) =>
  act(database.dataSource, actor, endCard, { cardId: cardId(card), because: 'lost' as const });
const find = (code: string, communityId = world.home.id) =>
  residentOfCard(database.dataSource.manager, communityId, code, ['by', 'cardCode']);
const kept = async (card: ResidentCardRow) =>
  (await cardById.read(database.dataSource.manager, card.communityId, [card.id]))[0];

test('a card finds its resident, and a new one takes its place', async () => {
  const who = someone(0);
  const first = await issue(who);
  expect(readCardCode(first.code, [])).toBe(first.code);
  expect(await find(first.code)).toMatchObject({ id: who.id });
  const second = await issue(who, world.home.storekeeper.actor);
  expect(second.code).not.toBe(first.code);
  expect(await find(second.code)).toMatchObject({ id: who.id });
  await expect(find(first.code)).rejects.toMatchObject({ code: 'CARD_ENDED' });
  expect(await kept(first)).toMatchObject({
    endedBy: world.home.storekeeper.id,
    endedAt: expect.any(Date),
    endedBecause: null,
  });
});

test('verify says where a card ended without a reason and without a new one', async () => {
  const { dataSource } = database;
  expect(await runChecks(dataSource, CARD_CHECKS)).toEqual([]);
  const card = await issue(someone(0, 2));
  await dataSource.query(
    `update resident_card set ended_by = issued_by, ended_at = issued_at
     where community_id = $1 and id = $2`,
    [card.communityId, card.id],
  );
  expect(await runChecks(dataSource, CARD_CHECKS)).toMatchObject([{ check: 'cards-replaced' }]);
  await issue(someone(0, 2));
  expect(await runChecks(dataSource, CARD_CHECKS)).toEqual([]);
});

test('a lost card is ended once, by the till, and is kept with the reason', async () => {
  const card = await issue(someone(1));
  expect(await end(card)).toMatchObject({ endedBecause: 'lost', endedBy: world.home.clerk.id });
  expect(await kept(card)).toMatchObject({ endedBecause: 'lost' });
  await expect(find(card.code)).rejects.toMatchObject({ code: 'CARD_ENDED' });
  await expect(end(card)).rejects.toMatchObject({ code: 'CARD_ENDED', path: ['cardId'] });
});

test('who lost a card may end it, and who did not may not', async () => {
  const { leader, members } = world.home;
  const card = await issue(leader.resident);
  await expect(end(card, members[0].actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await end(card, leader.actor)).toMatchObject({ endedBy: leader.id });
});

test('a slip, a code of nobody, and a card of another community are told apart', async () => {
  const { other } = world;
  const theirs = await issue(other.households[0]!.residents[1]!, other.cadre.actor);
  const path = ['by', 'cardCode'];
  await expect(find(theirs.code)).rejects.toMatchObject({ code: 'CARD_UNKNOWN', path });
  expect(await find(theirs.code, other.id)).toMatchObject({ communityId: other.id });
  const slip = `${theirs.code.slice(0, 17)}${theirs.code.endsWith('A') ? 'B' : 'A'}`;
  await expect(find(slip, other.id)).rejects.toMatchObject({ code: 'CODE_UNREADABLE', path });
});

test('who moved out is found no longer and gets no card', async () => {
  const who = someone(4, 2);
  const card = await issue(who);
  await act(database.dataSource, world.home.cadre.actor, moveOutResident, {
    residentId: who.globalId,
    movedOut: '2026-01-01',
  });
  await expect(find(card.code)).rejects.toMatchObject({ code: 'RESIDENT_GONE' });
  await expect(issue(who)).rejects.toMatchObject({ code: 'RESIDENT_GONE', path: ['residentId'] });
});

test('of many cards given out at once one is good', async () => {
  const who = someone(2, 2);
  const cards = await atOnce(database.dataSource, 8, () => issue(who));
  expect(new Set(cards.map(({ code }) => code)).size).toBe(8);
  const [{ good }] = await database.dataSource.query(
    `select count(*)::int good from resident_card
     where community_id = $1 and resident_id = $2 and ended_at is null`,
    [world.home.id, who.id],
  );
  expect(good).toBe(1);
  expect(await runChecks(database.dataSource, CARD_CHECKS)).toEqual([]);
});

test('the register’s keepers and the storekeeper give cards out, nobody else', async () => {
  const { home, other, officer, auditor, outsider } = world;
  const who = someone(3);
  for (const { actor } of [home.cadre, home.storekeeper, officer]) await issue(who, actor);
  const nobody = [home.clerk, home.leader, other.cadre, other.storekeeper, auditor, outsider];
  for (const { actor } of nobody)
    await expect(issue(who, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(issue(who, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  const card = await issue(who);
  for (const { actor } of [home.treasurer, other.clerk, auditor, outsider])
    await expect(end(card, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('an unknown resident and an unknown card are refused', async () => {
  const { actor } = world.home.cadre;
  const { dataSource } = database;
  const residentId = toGlobalId('Resident', world.home.id, world.home.id);
  const given = act(dataSource, actor, issueCard, { residentId });
  expect(await refused(given)).toBe('ID_UNKNOWN residentId');
  const unknown = toGlobalId('ResidentCard', world.home.id, world.home.id);
  const ended = act(dataSource, actor, endCard, { cardId: unknown, because: 'lost' as const });
  expect(await refused(ended)).toBe('ID_UNKNOWN cardId');
});
