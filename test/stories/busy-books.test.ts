import { randomUUID } from 'node:crypto';
import { Client as Postgres } from 'pg';
import { SYSTEM } from '../../src/kernel/actor';
import { currency } from '../../src/kernel/currency';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { MOST_WAITING } from '../../src/ledger/lane';
import type { Draft } from '../../src/ledger/draft';
import { post } from '../../src/ledger/post';
import { until } from '../server/givers';
import { findings } from './support/books';
import { key } from './support/furnish';
import { hours } from './support/moments';
import { newStage, type Stage } from './support/stage';

/** So much waits for a community's books that no more is taken in: the till is told when to ask. */

let stage: Stage;
beforeAll(async () => {
  stage = await newStage();
}, 60_000);
afterAll(() => stage.close());

function filler(): Draft {
  const account = (name: string) => ({
    ...{ kind: 'creditsIssued', holderId: stage.home.id, about: name },
    ...{ normalSide: 1 as const, floored: false },
  });
  const asset = currency('CNY');
  const legs = [
    { account: account('one'), asset, minor: 1n },
    { account: account('other'), asset, minor: -1n },
  ];
  const request = ownRequest(randomUUID());
  return { rule: 'filler', request, facts: {}, occurredAt: new Date(), reversalOf: null, legs };
}

/** Whoever stands before the holder's lock. */
const WAITING = `select 1 from pg_locks
  where not granted and database = (select oid from pg_database where datname = current_database())`;

const EXCHANGE = `mutation ($input: RecordExchangeInput!) { recordExchange(input: $input) {
  exchange { id } userErrors { __typename code message path ... on BooksBusy { retryAfterMs } } } }`;

test('a full lane refuses with a hint, in the language asked for, and takes the same key later', async () => {
  const clerk = await stage.as(stage.home.clerk);
  const { goods, services } = stage.home;
  const input = {
    idempotencyKey: key(),
    storeId: goods.store,
    residentId: services.customer.resident.globalId,
    occurredAt: hours(0),
    lines: [{ productId: goods.soap, quantity: 1 }],
  };
  // Somebody holds the accounts: nothing that is on its way can come through.
  const holder = new Postgres({ connectionString: stage.database.url });
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('begin; lock table ledger_account in share row exclusive mode');
  const fill = () =>
    Array.from({ length: MOST_WAITING }, () =>
      inUnitOfWork(stage.source, SYSTEM, (work) => post(work, stage.home.id, [filler()])).catch(
        () => null,
      ),
    );
  // Two batches are taken from the first; what the second adds is what waits behind them.
  const first = fill();
  await until(
    async () => (await holder.query(WAITING)).rowCount ?? 0,
    (waiting) => waiting > 0,
  );
  const waiting = [...first, ...fill()];
  const { data } = await clerk.ask(EXCHANGE, { input }, 'zh-CN');
  expect(data).toEqual({
    recordExchange: {
      exchange: null,
      userErrors: [
        {
          ...{ __typename: 'BooksBusy', code: 'BOOKS_BUSY', path: [] },
          message: expect.stringContaining('账簿正忙'),
          retryAfterMs: expect.any(Number),
        },
      ],
    },
  });
  const [refused] = (data as { recordExchange: { userErrors: { retryAfterMs: number }[] } })
    .recordExchange.userErrors;
  expect(refused!.retryAfterMs).toBeGreaterThan(0);

  await holder.query('rollback');
  await holder.end();
  await Promise.all(waiting);
  const later = await clerk.ask(EXCHANGE, { input });
  expect(later.data).toMatchObject({ recordExchange: { userErrors: [] } });
  expect(await findings(stage.source)).toEqual([]);
}, 60_000);
