import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { DemoLogin } from '../../../seeds/demo-people';
import { type Actor, STRANGER } from '../../../src/kernel/actor';
import { toGlobalId } from '../../../src/kernel/global-id';
import { ask } from '../../donations/ask';
import { payOn, until } from '../../server/givers';
import { actorOf } from '../../support/world';
import type { Desk, Stage } from './stage';

/**
 * Asks the API as one of the demo's people, past the server, which answers our own documents alone;
 * nobody is refused here.
 */
export async function askAs<Data>(
  { database: { dataSource } }: Stage,
  login: DemoLogin | null,
  query: string,
  variables: object = {},
): Promise<Data> {
  const actor = login ? await actorNamed(dataSource, login) : STRANGER;
  const { data, codes } = await ask<Data>(dataSource, actor, query, variables);
  if (codes.length > 0 || JSON.stringify(data).includes('"code"'))
    throw new Error(JSON.stringify({ data, codes }));
  return data;
}

async function actorNamed(dataSource: DataSource, login: DemoLogin): Promise<Actor> {
  const [person]: { id: string }[] = await dataSource.query(
    'select id from person where login = $1',
    [login],
  );
  return await actorOf(dataSource, person!.id);
}

/** The global id of a row that a statement finds in the demo. */
export async function idOf(
  { database }: Stage,
  type: string,
  sql: string,
  values: unknown[] = [],
): Promise<string> {
  const [row]: { community_id: string | null; id: string }[] = await database.dataSource.query(
    ...([sql, values] as const),
  );
  if (!row) throw new Error(`The demo has no such ${type}`);
  return toGlobalId(type, row.community_id, row.id);
}

const START = `mutation ($input: StartDonationInput!) { startDonation(input: $input) {
  donation { id } checkoutUrl userErrors { code } } }`;
const STATE = `query ($id: ID!) { node(id: $id) { ... on Donation { state } } }`;

interface Started {
  readonly startDonation: { readonly donation: { id: string }; readonly checkoutUrl: string };
}

/** Somebody gives to a pool and pays at once; the gift as the treasurer finds it. */
export async function gift(stage: Stage, poolId: string, amount: string): Promise<string> {
  const input = {
    ...{ idempotencyKey: randomUUID(), to: { poolId }, schedule: 'ONCE', locale: 'ZH_CN' },
    ...{ amount: { amount, currency: 'CNY' }, name: '周宁', email: 'zhou@linli.invalid' },
  };
  const { startDonation } = await askAs<Started>(stage, null, START, { input });
  await payOn(startDonation.checkoutUrl);
  const { id } = startDonation.donation;
  const state = () => askAs<{ node: { state: string } }>(stage, 'treasurer', STATE, { id });
  await until(state, ({ node }) => node.state === 'PAID');
  return id;
}

/** The pool of the first community: it has grants in every stage. */
export const firstPool = (stage: Stage) =>
  idOf(stage, 'Pool', `select community_id, pool_id id from pool_grant where title = $1`, [
    '每月一次上门理发',
  ]);

const APPLY = `mutation ($input: ApplyForGrantInput!) { applyForGrant(input: $input) {
  application { id } userErrors { code } } }`;

/** The leader's team asks the first pool for money, in two tranches. */
export async function application(stage: Stage, title: string): Promise<string> {
  const applicantId = await idOf(
    ...([stage, 'Organisation'] as const),
    `select null community_id, organisation_id id from membership
     join person on person.id = membership.person_id where person.login = 'leader' limit 1`,
  );
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const dueOn = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const input = {
    ...{
      applicantId,
      poolId: await firstPool(stage),
      title,
      purpose: `${title}：为三栋楼的老人。`,
    },
    requested: cny('900.00'),
    budget: [
      { label: '材料', amount: cny('700.00') },
      { label: '保险', amount: cny('200.00') },
    ],
    tranches: [
      { amount: cny('600.00'), milestone: '装好前两栋', dueOn },
      { amount: cny('300.00'), milestone: '全部装好并公示', dueOn },
    ],
  };
  const asked = await askAs<{ applyForGrant: { application: { id: string } } }>(
    ...([stage, 'leader', APPLY, { input }] as const),
  );
  return asked.applyForGrant.application.id;
}

/** Goes to another page of the desk as a link does: nothing is loaded anew. */
export async function visit({ page }: Desk, path: string): Promise<void> {
  const to = JSON.stringify(path);
  await page.evaluate(`history.pushState(null, '', ${to})`);
  await page.evaluate(`dispatchEvent(new PopStateEvent('popstate'))`);
}

/** In the window that is open: presses what does it, and waits until it has closed. */
export async function inDialog({ page }: Desk, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The grant of the demo that has a title. */
export const grantNamed = (stage: Stage, title: string) =>
  idOf(stage, 'Grant', `select community_id, id from pool_grant where title = $1`, [title]);

const ASK_BACK = `mutation ($input: RequestRefundInput!) { requestRefund(input: $input) {
  refund { id } userErrors { code } } }`;

/** The secretary has asked for a part of a gift to go back: another person checks it. */
export async function refundAsked(
  stage: Stage,
  donationId: string,
  amount: string,
): Promise<string> {
  const input = {
    ...{ idempotencyKey: randomUUID(), donationId, reason: '捐赠人来电' },
    amount: { amount, currency: 'CNY' },
  };
  const asked = await askAs<{ requestRefund: { refund: { id: string } } }>(
    ...([stage, 'secretary', ASK_BACK, { input }] as const),
  );
  return asked.requestRefund.refund.id;
}

/** The store whose people the demo has logins for. */
export const ownStore = (stage: Stage) =>
  idOf(stage, 'Store', `select community_id, id from store where code = 'ZQ1'`);

const COUNT = `mutation ($input: StartStockTakeInput!) { startStockTake(input: $input) {
  stockTake { id } userErrors { code } } }`;

/** Somebody has begun to count that store. */
export async function stockTake(stage: Stage): Promise<string> {
  const input = { storeId: await ownStore(stage) };
  const { startStockTake } = await askAs<{ startStockTake: { stockTake: { id: string } } }>(
    ...([stage, 'storekeeper', COUNT, { input }] as const),
  );
  return startStockTake.stockTake.id;
}
