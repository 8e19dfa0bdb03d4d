import { randomUUID } from 'node:crypto';
import { connectStore } from '../../src/attachments/object-store';
import { toGlobalId } from '../../src/kernel/global-id';
import { nameCourtyardBody } from '../../src/courtyards/name-courtyard-body';
import { serve, type Served } from '../../src/server/serve';
import { registerOrganisation } from '../../src/society/register-organisation';
import { MemoryStore, upload } from '../attachments/stage';
import { pdf } from '../attachments/files';
import { Client } from '../stories/support/client';
import { countQueries, JOINED } from '../support/queries';
import { tokenOf } from '../support/world';
import {
  adopt,
  announce,
  confirm,
  day,
  everyone,
  moment,
  nameTeam,
  newYard,
  openYard,
  run,
  spend,
  tell,
  TODAY,
  type Yard,
} from './yard';

/** Courtyards as their people meet them: over HTTP. */

let yard: Yard;
let served: Served;
let stranger: Client;
let cadre: Client;
let leader: Client;
let member: Client;
const logged: string[] = [];
beforeAll(async () => {
  yard = await newYard();
  connectStore(yard.database.dataSource, new MemoryStore());
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, yard.database.dataSource, (line) => logged.push(line));
  stranger = new Client(served.url);
  cadre = await clientOf(yard.world.home.cadre.id);
  leader = await clientOf(yard.world.home.leader.id);
  member = await clientOf(yard.world.home.members[0].id);
});
afterAll(async () => {
  await served.close();
  await yard.database.drop();
  expect(logged).toEqual([]);
});

const clientOf = async (personId: string) =>
  new Client(served.url, await tokenOf(yard.database.dataSource, personId));

async function act(who: Client, mutation: string, input: object, gives: string) {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { ${gives} userErrors { code path message } } }`;
  const answer = await who.ask(query, { input });
  return (answer.data?.[mutation] ?? answer.errors[0]?.extensions) as Record<string, unknown>;
}

const ask = async (who: Client, id: string, fields: string): Promise<Record<string, unknown>> =>
  (await who.ask(`query ($id: ID!) { node(id: $id) { ${fields} } }`, { id })).data?.node as Record<
    string,
    unknown
  >;

const AUTONOMY = `... on Place { autonomy { hasOrganisation organisationSince hasCovenant
  covenantSince hasActivities lastActivityOn isOpen lastPublishedOn holds } }`;
const NOTHING = {
  ...{ hasOrganisation: false, organisationSince: null, hasCovenant: false, covenantSince: null },
  ...{ hasActivities: false, lastActivityOn: null, isOpen: false, lastPublishedOn: null },
  holds: false,
};

test('a courtyard comes to its three haves and one openness, each by what is done', async () => {
  const { home } = yard.world;
  const placeId = yard.courtyard;
  const stands = async () =>
    (await ask(stranger, placeId, AUTONOMY)).autonomy as Record<string, unknown>;
  expect(await stands()).toEqual(NOTHING);
  const named = { placeId, organisationId: home.team.globalId };
  expect(await act(leader, 'nameCourtyardBody', named, 'body { id }')).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(
    await act(cadre, 'nameCourtyardBody', named, 'body { validFrom organisation { name } }'),
  ).toMatchObject({
    body: { validFrom: TODAY, organisation: { name: home.team.name } },
    userErrors: [],
  });
  const organised = { ...NOTHING, hasOrganisation: true, organisationSince: TODAY };
  expect(await stands()).toEqual(organised);
  const covenant = await adopt(yard, { placeId, title: 'Ours', text: 'We greet each other.' });
  const agreed = { ...organised, hasCovenant: true, covenantSince: TODAY };
  expect(await stands()).toEqual(agreed);
  expect(
    await ask(
      stranger,
      placeId,
      `... on Place { covenant { id number text } before: covenant(on: "${day(-1)}") { id }
        covenants { edges { node { title place { name } } } } }`,
    ),
  ).toEqual({
    covenant: {
      id: toGlobalId('Covenant', covenant.communityId, covenant.id),
      ...{ number: 1, text: 'We greet each other.' },
    },
    before: null,
    covenants: { edges: [{ node: { title: 'Ours', place: { name: 'Well Yard' } } }] },
  });
  const announced = {
    ...{ placeId, title: 'Sweeping day', about: 'We sweep.', venue: 'The well' },
    ...{ startsAt: moment(-1).toISOString(), mode: 'SPONTANEOUS' },
  };
  const { activity } = await act(leader, 'announceActivity', announced, 'activity { id state }');
  expect(activity).toMatchObject({ state: 'ANNOUNCED' });
  expect(await stands()).toEqual(agreed);
  const told = {
    activityId: (activity as { id: string }).id,
    residentIds: everyone(yard).slice(0, 6),
    report: 'The yard is clean.',
  };
  expect(
    await act(leader, 'recordActivity', told, 'activity { state people { count } }'),
  ).toMatchObject({ activity: { state: 'HELD', people: { count: 6 } } });
  expect(await stands()).toEqual({
    ...{ ...agreed, hasActivities: true, lastActivityOn: day(-1) },
    ...{ isOpen: true, lastPublishedOn: TODAY, holds: true },
  });
  // Had the team stood for it for long, it would have announced this in time.
  await yard.database.dataSource.query('update courtyard_body set valid_from = $1', [day(-99)]);
  const late = moment(-20);
  const untold = await announce(yard, { startsAt: moment(-45) }, { now: late });
  expect(await stands()).toMatchObject({ isOpen: false, holds: false });
  await tell(yard, untold, everyone(yard).slice(0, 1));
  expect(await stands()).toMatchObject({ isOpen: true, holds: true, lastActivityOn: day(-1) });
});

test('money that was paid long ago and is not accounted for closes the books', async () => {
  const stands = async () =>
    (await ask(stranger, yard.courtyard, AUTONOMY)).autonomy as Record<string, unknown>;
  const paidBefore = (days: number) =>
    yard.database.dataSource.query(
      `update disbursement set checked_at = now() - make_interval(days => $1)`,
      [days],
    );
  await paidBefore(89);
  expect(await stands()).toMatchObject({ isOpen: true });
  await paidBefore(92);
  expect(await stands()).toMatchObject({ isOpen: false, holds: false });
  const most = await spend(yard, 49_999);
  await confirm(yard, most);
  expect(await stands()).toMatchObject({ isOpen: false });
  await confirm(yard, await spend(yard, 1));
  expect(await stands()).toMatchObject({ isOpen: true, holds: true });
  await yard.pays(1);
});

test('an organisation accounts for its money before all, and for its papers before few', async () => {
  const { dataSource } = yard.database;
  const { home } = yard.world;
  const file = await upload(dataSource, home.leader.actor, home, pdf('timber'));
  const recorded = {
    ...{ idempotencyKey: randomUUID(), grantId: yard.grantId, purpose: 'Timber' },
    ...{ amount: { amount: '120.50', currency: 'CNY' }, spentOn: TODAY },
    receiptId: toGlobalId('Attachment', file.communityId, file.id),
  };
  const { spending } = await act(leader, 'recordSpending', recorded, 'spending { id state }');
  const { id } = spending as { id: string };
  const fields = `... on GrantSpending { purpose amount { amount } state }`;
  expect(await ask(stranger, id, fields)).toBeNull();
  expect(await ask(member, id, fields)).toEqual({
    ...{ purpose: 'Timber', amount: { amount: '120.50' }, state: 'WAITING' },
  });
  const waits = async (who: Client): Promise<unknown> =>
    (
      await who.ask(`{ me { inbox { edges { node { __typename
        ... on SpendingToConfirm { spending { purpose } } } } } } }`)
    ).data?.me;
  const item = { __typename: 'SpendingToConfirm', spending: { purpose: 'Timber' } };
  expect(await waits(member)).toEqual({ inbox: { edges: [{ node: item }] } });
  expect(await waits(leader)).toEqual({ inbox: { edges: [] } });
  const confirms = { idempotencyKey: randomUUID(), spendingId: id };
  expect(await act(leader, 'confirmSpending', confirms, 'spending { id }')).toMatchObject({
    userErrors: [{ code: 'SECOND_PERSON_NEEDED', path: ['spendingId'] }],
  });
  expect(
    await act(member, 'confirmSpending', confirms, 'spending { state entry { rule } }'),
  ).toMatchObject({ spending: { state: 'CONFIRMED', entry: { rule: 'spendingConfirmed' } } });
  expect(await waits(member)).toEqual({ inbox: { edges: [] } });
  const books = `... on Place { courtyardBooks { organisation { name }
    sums { received { amount } returned { amount } accountedFor { amount } unaccounted { amount } }
    receipts { edges { node { amount { amount } milestone grant { title } } } }
    spendings(first: 1) { edges { node { purpose amount { amount } grant { title } } } } } }`;
  const money = (amount: string) => ({ amount });
  const receipt = (amount: string, milestone: string) => ({
    node: {
      ...{ amount: money(amount), milestone, grant: { title: 'Repairs for the old' } },
    },
  });
  expect(await ask(stranger, yard.courtyard, books)).toEqual({
    courtyardBooks: {
      organisation: { name: home.team.name },
      sums: [
        {
          ...{ received: money('800.00'), returned: money('0.00') },
          ...{ accountedFor: money('620.50'), unaccounted: money('179.50') },
        },
      ],
      receipts: {
        edges: [receipt('300.00', 'Milestone 2'), receipt('500.00', 'Milestone 1')],
      },
      spendings: {
        edges: [
          {
            node: {
              ...{ purpose: 'Timber', amount: money('120.50') },
              grant: { title: 'Repairs for the old' },
            },
          },
        ],
      },
    },
  });
  const entries = `... on Place { courtyardBooks {
    receipts(first: 1) { edges { node { entry { rule } } } }
    spendings(first: 1) { edges { node { entry { rule } } } } } }`;
  const entry = (rule: string) => ({ edges: [{ node: { entry: { rule } } }] });
  const auditor = await clientOf(yard.world.auditor.id);
  expect(await ask(auditor, yard.courtyard, entries)).toEqual({
    courtyardBooks: {
      ...{ receipts: entry('trancheDisbursed'), spendings: entry('spendingConfirmed') },
    },
  });
  const inside = `... on GrantSpending { receipt { type } recordedBy { name } }`;
  expect(await ask(stranger, id, inside)).toEqual({ receipt: null, recordedBy: null });
  expect(await ask(member, id, inside)).toMatchObject({
    ...{ receipt: { type: 'application/pdf' } },
  });
  expect(
    await ask(stranger, yard.grantId, '... on Grant { paid { amount } accountedFor { amount } }'),
  ).toEqual({ paid: money('800.00'), accountedFor: money('620.50') });
});

test('strangers are told of no few people, and of nobody by name', async () => {
  const activity = await announce(yard, { startsAt: moment(-29) }, { now: moment(-28) });
  await tell(yard, activity, everyone(yard).slice(0, 4));
  const months = moment(-60);
  const many = await announce(yard, { startsAt: months }, { now: months });
  await tell(yard, many, everyone(yard).slice(0, 12));
  const fields = `... on Activity { people { count suppressed }
    participation { band people { count } } participants { edges { node { displayName } } } }`;
  const idOf = (row: typeof activity) => toGlobalId('Activity', row.communityId, row.id);
  const few = (await ask(stranger, idOf(activity), fields)) as Record<string, unknown>;
  expect(few).toMatchObject({ people: { count: null, suppressed: true }, participants: null });
  const shownToAll = (await ask(stranger, idOf(many), fields)) as Record<string, unknown>;
  expect(shownToAll).toMatchObject({ people: { count: 10 }, participants: null });
  const exact = (await ask(leader, idOf(many), fields)) as {
    participation: { band: string; people: { count: number } }[];
  };
  expect(exact).toMatchObject({ people: { count: 12 }, participants: { edges: { length: 12 } } });
  const all = exact.participation.reduce((sum, { people }) => sum + people.count, 0);
  expect(all).toBe(12);
  const other = await clientOf(yard.world.other.leader.id);
  expect(await ask(other, idOf(many), fields)).toMatchObject({ participants: null });
});

test('a community lists its courtyards with all that is told of them in few statements', async () => {
  for (const n of [1, 2, 3]) {
    const placeId = await openYard(yard, `Yard ${n}`);
    await nameTeam(yard, placeId);
    await adopt(yard, { placeId, title: `Of ${n}`, text: 'We greet each other.' });
    await tell(yard, await announce(yard, { placeId }), everyone(yard).slice(0, 2));
  }
  const look = (first: number) =>
    countQueries(yard.database.dataSource, () =>
      ask(
        stranger,
        yard.world.home.place.globalId,
        `... on Place { courtyards(first: ${first}) { edges { node { name
           autonomy { holds } courtyardBody { organisation { name } council { name } }
           courtyardBodies { edges { node { validFrom } } } covenant { number }
           covenants { edges { node { number place { name } } } }
           activities { edges { node { title body { validFrom } place { name }
             people { count } participation { band } } } }
           courtyardBooks { sums { received { amount } }
             receipts { edges { node { grant { title } entry { rule } } } }
             spendings { edges { node { amount { amount } grant { title } entry { rule } } } } }
         } } } }`,
      ),
    );
  const few = await look(1);
  const many = await look(4);
  expect(many.result).toMatchObject({ courtyards: { edges: { length: 4 } } });
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
});

test('what was told last counts, be it of what was held or recorded before', async () => {
  const placeId = await openYard(yard, 'Late Yard');
  await nameTeam(yard, placeId, moment(-40));
  const long = [moment(-30)];
  await yard.database.dataSource.query(
    'update grant_spending set decided_at = $1 where decided_at is not null',
    long,
  );
  const told = async () =>
    ((await ask(stranger, placeId, AUTONOMY)).autonomy as Record<string, unknown>).lastPublishedOn;
  const early = await announce(yard, { placeId, title: 'First', startsAt: moment(-6) });
  const late = await announce(yard, { placeId, title: 'Second', startsAt: moment(-5) });
  await tell(yard, late, everyone(yard).slice(0, 1), { now: moment(-4) });
  expect(await told()).toBe(day(-4));
  await tell(yard, early, everyone(yard).slice(0, 1), { now: moment(-2) });
  expect(await told()).toBe(day(-2));
  const [one, two] = [await spend(yard, 1), await spend(yard, 1)];
  const decide = (spending: typeof one, days: number) =>
    yard.database.dataSource.query('update grant_spending set decided_at = $2 where id = $1', [
      spending.id,
      moment(days),
    ]);
  await confirm(yard, two);
  await confirm(yard, one);
  await decide(two, -2);
  await decide(one, -1);
  expect(await told()).toBe(day(-1));
});

test('naming another body settles nothing of what was paid to the one before', async () => {
  const { dataSource } = yard.database;
  const { home } = yard.world;
  const placeId = await openYard(yard, 'Swap Yard');
  await nameTeam(yard, placeId, moment(-120));
  await tell(yard, await announce(yard, { placeId }), everyone(yard).slice(0, 1));
  const isOpen = async () =>
    ((await ask(stranger, placeId, AUTONOMY)).autonomy as Record<string, unknown>).isOpen;
  const paid = (days: number) =>
    dataSource.query('update disbursement set checked_at = $1', [moment(-days)]);
  await paid(80);
  expect(await isOpen()).toBe(true);
  await paid(100);
  expect(await isOpen()).toBe(false);
  const fresh = await run(yard, (work) =>
    registerOrganisation(work, {
      ...{ kind: 'self_organisation', name: 'Fresh team', placeId: home.place.globalId },
    }),
  );
  const organisationId = toGlobalId('Organisation', null, fresh.id);
  const named = (now: Date) =>
    run(
      yard,
      (work) => nameCourtyardBody(work, { placeId, organisationId }),
      home.cadre.actor,
      now,
    );
  await named(moment(-95));
  expect(await isOpen()).toBe(false);
  // What the team was paid after it had ceased to stand for this courtyard is no affair of it.
  await paid(93);
  expect(await isOpen()).toBe(true);
});
