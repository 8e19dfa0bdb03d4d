import { dueOf, type DueRow } from '../../src/disclosure/disclosure-due.reader';
import { addMonths } from '../../src/kernel/calendar';
import { tenantRef } from '../../src/kernel/global-id';
import { TODAY } from '../courtyards/yard';
import { newTown, post, sealAll, told, type Town } from './open-books';
import { GRANTS } from '../../src/bookkeeping/rules/grants';
import { fen } from '../foundations/money';

let town: Town;
let grantId: string;
beforeAll(async () => {
  town = await newTown();
  grantId = tenantRef('Grant', town.grantId, []).id;
}, 120_000);
afterAll(() => town.database.drop());

/** Rewrites when the grant was awarded and ended: nobody can wait for half a year. */
async function lived(awarded: number, ended: number | null): Promise<void> {
  await town.database.dataSource.query(
    `update pool_grant set awarded_at = $3::date, ended_at = $4::date,
       state = case when $4::date is null then 'active' else 'completed' end
     where community_id = $1 and id = $2`,
    [town.world.home.id, grantId, addMonths(TODAY, awarded), ended && addMonths(TODAY, ended)],
  );
}

const DUES = `disclosures { edges { node {
  kind lastToldOn dueOn overdue grant { title project { title } } } } }`;
const dues = async () =>
  (await told(town, 'yongle', DUES)).book.disclosures.edges.map(
    ({ node }: { node: object }) => node,
  );
const grant = { title: 'Repairs for the old', project: null };

test('nothing is due of a grant that has not run for six months', async () => {
  expect(await dues()).toEqual([]);
});

test('a grant that runs longer owes an account three months after it last showed something', async () => {
  await lived(-7, null);
  const lastToldOn = TODAY;
  expect(await dues()).toEqual([
    { kind: 'PERIODIC', lastToldOn, dueOn: addMonths(TODAY, 3), overdue: false, grant },
  ]);
});

test('one that ended owes the final account until all that was paid is accounted for', async () => {
  await lived(-20, -4);
  expect(await dues()).toEqual([
    expect.objectContaining({ kind: 'FINAL', dueOn: addMonths(TODAY, -1), overdue: true, grant }),
  ]);
  const rest = { poolId: town.welfare.id, grantId, amount: fen(20_000), spendingId: grantId };
  await post(town, town.welfare, GRANTS.spendingConfirmed, rest);
  await sealAll(town);
  expect(await dues()).toEqual([]);
});

test('what is due on a day is overdue on the next', () => {
  const row: DueRow = {
    ...{ communityId: '', grantId: '', awardedOn: '2026-01-31', endedOn: null },
    lastToldOn: null,
  };
  expect(dueOf(row, '2026-04-30')).toMatchObject({ dueOn: '2026-04-30', overdue: false });
  expect(dueOf(row, '2026-05-01')).toMatchObject({ kind: 'periodic', overdue: true });
  const ended = { ...row, endedOn: '2026-02-01', lastToldOn: '2026-01-31' };
  expect(dueOf(ended, '2026-05-01')).toMatchObject({ kind: 'final', dueOn: '2026-05-01' });
});

test('a number comes to what its entries add up to', async () => {
  const { book } = await told(
    town,
    'yongle',
    `gifts: total(items: [GIFTS]) { money { minor } entries }
     grant: total(grantId: "${town.grantId}", items: [GRANTS]) { money { minor } entries }
     way: total(fromNode: ENTERPRISES, toNode: POOL_WELFARE) { money { minor } entries }`,
  );
  expect(book).toEqual({
    gifts: { money: { minor: '11800' }, entries: 5 },
    grant: { money: { minor: '44000' }, entries: 2 },
    way: { money: { minor: '60000' }, entries: 1 },
  });
});
