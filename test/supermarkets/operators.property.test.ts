import fc from 'fast-check';
import { account } from '../../src/bookkeeping/chart';
import { Refusal } from '../../src/kernel/refusal';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import type { Exchange } from '../../src/supermarkets/exchange.reader';
import type { OperatorDisputeRow } from '../../src/supermarkets/operator-dispute.entity';
import type { OperatorStatementRow } from '../../src/supermarkets/operator-statement.entity';
import { OPERATOR_CHECKS } from '../../src/supermarkets/operators.checks';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import {
  balance,
  basketOf,
  booksAreRight,
  CNY,
  exchange,
  fillWallet,
  key,
  newProduct,
  newShop,
  owed,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';
import { answer, check, decide, dispute, figures, issue, pay } from './statements';

let shop: Shop;
let products: ProductRow[];
beforeAll(async () => {
  shop = await newShop();
  products = [];
  for (const [i, amount] of ['1.25', '3.00'].entries()) {
    const product = await newProduct(shop, { name: `Goods ${i}`, price: 1 });
    const unitCost = { amount, currency: 'CNY' as const };
    await receive(shop, product, 5000, { source: 'OPERATOR_OWNED', unitCost });
    products.push(product);
  }
  await fillWallet(shop, residentOf(shop, 3).id, 9000);
});
afterAll(() => shop.database.drop());

/** What has happened in a month so far. */
interface Month {
  readonly name: string;
  readonly taken: Exchange[];
  readonly statements: OperatorStatementRow[];
  readonly disputes: OperatorDisputeRow[];
}

type Act = readonly [
  'take' | 'undo' | 'issue' | 'dispute' | 'answer' | 'decide' | 'check' | 'pay',
  number,
];

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % (list.length || 1)];

async function take({ name, taken }: Month, n: number): Promise<void> {
  const at = new Date(`${name}-15T10:00:00+08:00`);
  const basket = basketOf(shop, residentOf(shop, 3), products[n % 2]!, 1 + (n % 4));
  taken.push(await exchange(shop, { ...basket, occurredAt: at }, undefined, at));
}

/** One act of one person; what it needs may not be there, and it may be refused. */
async function act(month: Month, [does, n]: Act): Promise<void> {
  const statement = pick(month.statements, n);
  const disputed = pick(month.disputes, n);
  const done = pick(month.taken, n);
  switch (does) {
    case 'take':
      return await take(month, n);
    case 'undo':
      if (done)
        await run(shop, shop.home.storekeeper.actor, (work) =>
          voidExchange(work, {
            ...{ idempotencyKey: key(), reason: 'A slip' },
            exchangeId: toGlobalId('Exchange', done.communityId, done.id),
          }),
        );
      return;
    case 'issue':
      month.statements.push(await issue(shop, month.name));
      return;
    case 'dispute':
      if (statement)
        month.disputes.push(
          await dispute(shop, statement, { line: 1 + (n % 2), pieces: 1 + (n % 3) }),
        );
      return;
    case 'answer':
      if (disputed) await answer(shop, disputed, { answer: n % 2 ? 'accept' : 'insist' });
      return;
    case 'decide':
      if (disputed) await decide(shop, disputed, { decision: n % 2 ? 'reduce' : 'keep' });
      return;
    case 'check':
      if (statement) await check(shop, statement);
      return;
    case 'pay':
      await pay(shop, month.name);
  }
}

/** A refusal is an answer; anything else is our fault. */
const orRefused = (error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
};

/** What the ledger says of the month, whatever the statements say. */
async function booked(month: string) {
  const [row] = await shop.dataSource.query(
    `select
       coalesce(-sum(leg.amount) filter (
         where entry.rule in ('goodsExchanged', 'reversal')), 0)::integer as exchanged,
       coalesce(sum(leg.amount) filter (where entry.rule = 'operatorSettled'), 0)::integer as paid
     from ledger_account owed
     join ledger_leg leg on leg.community_id = owed.community_id and leg.account_id = owed.id
     join ledger_entry entry on entry.community_id = leg.community_id and entry.id = leg.entry_id
     where owed.kind = 'operatorOwed' and owed.about = $1`,
    [`${shop.store.id}/${month}`],
  );
  const disputed = account('operatorOwed', shop.pool.id, shop.store.id, month, 'disputed');
  const open = (await owed(shop, month)) + (await balance(shop, disputed, CNY.id));
  return { ...(row as { exchanged: number; paid: number }), open };
}

const ACTS = ['take', 'undo', 'issue', 'dispute', 'answer', 'decide', 'check', 'pay'] as const;
const anAct: fc.Arbitrary<Act> = fc.tuple(fc.constantFrom(...ACTS), fc.nat(30));
/** Each run has a month of its own, long ago. */
let months = 0;
const newMonth = () => {
  months += 1;
  const [year, month] = [2020 - Math.floor(months / 12), (months % 12) + 1];
  return `${year}-${String(month).padStart(2, '0')}`;
};

test('what was paid, taken back and is open is what came to be owed, whoever acts at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anAct, { minLength: 1, maxLength: 5 }), { minLength: 6, maxLength: 14 }),
      async (rounds) => {
        const name = newMonth();
        const month: Month = { name, taken: [], statements: [], disputes: [] };
        for (let n = 0; n < 4; n += 1) await take(month, n);
        for (const round of rounds) {
          await Promise.all(round.map((each) => act(month, each).catch(orRefused)));
          const [seen, books] = [await figures(shop, name), await booked(name)];
          expect(seen.exchanged).toBe(books.exchanged);
          expect(seen.paid).toBe(books.paid);
          expect(books.paid + seen.reduced + books.open).toBe(books.exchanged);
          expect(seen.payable).toBeGreaterThanOrEqual(0);
          expect(await runChecks(shop.dataSource, OPERATOR_CHECKS)).toEqual([]);
        }
        await finish(month);
        const { exchanged, reduced, paid } = await figures(shop, name);
        expect(paid + reduced).toBe(exchanged);
        await booksAreRight(shop);
      },
    ),
    { numRuns: 8 },
  );
}, 300_000);

/** Everybody does what is left to do: then nothing is open. */
async function finish(month: Month): Promise<void> {
  await act(month, ['issue', 0]).catch(orRefused);
  for (const each of month.disputes)
    await decide(shop, each, { decision: 'keep' }).catch(orRefused);
  for (const each of [...month.statements].sort((a, b) => a.part - b.part))
    await check(shop, each).catch(orRefused);
  await pay(shop, month.name).catch(orRefused);
}
