import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { OPERATOR_CHECKS } from '../../src/supermarkets/operators.checks';
import { recordPremisesAgreement } from '../../src/supermarkets/record-premises-agreement';
import {
  basketOf,
  day,
  exchange,
  fillWallet,
  newProduct,
  newShop,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';
import { check, dispute, issue, pay } from './statements';

let shop: Shop;
const month = '2024-03';

/** A month in two statements, of which a line is in dispute and the rest is paid. */
beforeAll(async () => {
  shop = await newShop();
  const figs = await newProduct(shop, { name: 'Figs', price: 1 });
  const unitCost = { amount: '1.25', currency: 'CNY' as const };
  await receive(shop, figs, 100, { source: 'OPERATOR_OWNED', unitCost });
  await fillWallet(shop, residentOf(shop, 3).id, 100);
  const at = new Date(`${month}-15T10:00:00+08:00`);
  const take = (pieces: number) =>
    exchange(
      shop,
      { ...basketOf(shop, residentOf(shop, 3), figs, pieces), occurredAt: at },
      undefined,
      at,
    );
  await take(4);
  const stated = await issue(shop, month);
  await dispute(shop, stated, { pieces: 1 });
  await check(shop, stated);
  await pay(shop, month);
  await take(2);
  await issue(shop, month);
  for (const [from, until] of [
    [-100, -10],
    [-10, 100],
  ] as const)
    await run(shop, shop.world.officer.actor, (work) =>
      recordPremisesAgreement(work, {
        storeId: toGlobalId('Store', shop.home.id, shop.store.id),
        period: { from: day(from), until: day(until) },
        ...{ address: 'Zhanqian Street 1', terms: 'Free of rent.' },
      }),
    );
});
afterAll(() => shop.database.drop());

/** The names of the checks that find something after a statement; nothing of it stays. */
async function found(...statements: string[]): Promise<string[]> {
  const runner = shop.dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    for (const statement of statements) await runner.query(statement);
    const names: string[] = [];
    for (const { name, sql } of OPERATOR_CHECKS)
      if ((await runner.query(`select * from (${sql}) found limit 10`)).length > 0)
        names.push(name);
    return names;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

test('the statements of an ordinary month are right', async () => {
  expect(await runChecks(shop.dataSource, OPERATOR_CHECKS)).toEqual([]);
});

const unchecked = `checked_at = null, checked_by = null, settled_at = null`;

test.each<[string, string[]]>([
  ['operator-statements', ['update operator_statement set total = total + 1 where part = 1']],
  ['operator-statements', ['update operator_statement_line set pieces = pieces + 1']],
  ['operator-statements', ['update operator_statement_line set voided = voided + 1']],
  ['operator-statements', ['update operator_statement set through_seq = 4 where part = 1']],
  ['operator-stretches', ['update operator_statement set from_seq = from_seq + 1 where part = 2']],
  ['operator-stretches', ['update operator_statement set part = 3 where part = 2']],
  ['operator-numbers', ['update operator_statement set number = 9 where part = 2']],
  ['operator-numbers', ['update operator_statement_series set last_number = 7']],
  ['operator-disputes', ['update operator_dispute set amount = amount + 1']],
  ['operator-disputes', ['delete from operator_dispute']],
  [
    'operator-disputes',
    [`update ledger_account set credits = credits + 1 where about like '%/disputed'`],
  ],
  ['operator-lines-disputed', ['update operator_dispute set amount = 501, pieces = null']],
  ['operator-lines-disputed', ['update operator_dispute set pieces = 2']],
  ['operator-paid', [`update operator_statement set ${unchecked} where part = 1`]],
  ['operator-paid', ['update operator_dispute set amount = 126, pieces = null']],
  ['premises-apart', [`update premises_agreement set valid_until = valid_until + 1`]],
])('%s goes red', async (name, statements) => {
  expect(await found(...statements)).toContain(name);
});
