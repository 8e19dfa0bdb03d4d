import { randomUUID } from 'node:crypto';
import { payOn, until } from '../../server/givers';
import { askAs, idOf } from './board';
import type { Stage } from './stage';

const START = `mutation ($input: StartDonationInput!) { startDonation(input: $input) {
  donation { id } checkoutUrl userErrors { code } } }`;

/** A gift to a pool whose giver is still at the page to pay on; `pay` pays it. */
export async function giftBegun(
  stage: Stage,
  to: { readonly poolId: string } | { readonly campaignId: string },
  amount: string,
): Promise<{ id: string; pay: () => Promise<unknown> }> {
  const input = {
    ...{ idempotencyKey: randomUUID(), to, schedule: 'ONCE', locale: 'ZH_CN' },
    ...{ amount: { amount, currency: 'CNY' }, name: '孙立', email: 'sun@linli.invalid' },
  };
  const { startDonation } = await askAs<{
    startDonation: { donation: { id: string }; checkoutUrl: string };
  }>(stage, null, START, { input });
  const { donation, checkoutUrl } = startDonation;
  return { id: donation.id, pay: () => payOn(checkoutUrl) };
}

const ACKNOWLEDGED = `query ($id: ID!) { node(id: $id) { ... on Donation {
  acknowledgements { number } } } }`;

/** Waits until a gift is paid for, and its giver has been told so in writing. */
export async function acknowledged(stage: Stage, id: string): Promise<string> {
  const { node } = await until(
    () =>
      askAs<{ node: { acknowledgements: { number: string }[] } }>(
        ...([stage, 'treasurer', ACKNOWLEDGED, { id }] as const),
      ),
    (found) => found.node.acknowledgements.length > 0,
  );
  return node.acknowledgements[0]!.number;
}

/** Waits for the task that a payment became, or until it has ended, and tells its global id. */
export async function heldTask(
  stage: Stage,
  kind: string,
  state: 'open' | 'resolved' = 'open',
): Promise<string> {
  const { dataSource } = stage.database;
  const found = () =>
    dataSource.query('select from payment_task where kind = $1 and state = $2', [kind, state]);
  await until<unknown[]>(found, (rows) => rows.length > 0);
  return await idOf(
    ...([stage, 'PaymentTask'] as const),
    'select community_id, id from payment_task where kind = $1',
    [kind],
  );
}

/** The processor pays out what it holds, and the worker posts what that brings to whose books. */
export async function payOut(stage: Stage): Promise<void> {
  const answer = await fetch(`${stage.url}/demo/bank`, {
    ...{ method: 'POST', redirect: 'manual' as const },
    body: new URLSearchParams({ act: 'payout', id: 'cny' }),
  });
  if (answer.status !== 303) throw new Error(`The bank answered ${answer.status}`);
  const { dataSource } = stage.database;
  await until<unknown[]>(
    () => dataSource.query('select from payout_share'),
    (rows) => rows.length > 0,
  );
}

const DECLARE = `mutation ($input: DeclareSurplusInput!) { declareSurplus(input: $input) {
  declaration { id } userErrors { code } } }`;
const REMIT = `mutation ($input: RemitSurplusInput!) { remitSurplus(input: $input) {
  remittance { id } userErrors { code } } }`;

/** The bookkeeper remits by a plan that leads into other books too: one holds for the other. */
export async function remitToOthers(stage: Stage): Promise<void> {
  const enterpriseId = await idOf(
    ...([stage, 'Organisation'] as const),
    `select null community_id, organisation_id id from membership
     join person on person.id = membership.person_id where person.login = 'bookkeeper'`,
  );
  const communityId = await idOf(
    ...([stage, 'Place'] as const),
    `select null community_id, place_id id from organisation
     join membership on membership.organisation_id = organisation.id
     join person on person.id = membership.person_id where person.login = 'bookkeeper'`,
  );
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const declared = await askAs<{ declareSurplus: { declaration: { id: string } } }>(
    ...([stage, 'bookkeeper', DECLARE] as const),
    {
      input: {
        ...{ idempotencyKey: randomUUID(), enterpriseId, communityId },
        ...{ period: { from: '2020-01-01', until: '2020-04-01' }, dueOn: '2020-12-31' },
        ...{ revenue: cny('9000.00'), costs: cny('3000.00'), surplus: cny('6000.00') },
        commitment: { amount: cny('2400.00') },
      },
    },
  );
  const receivedOn = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  const declarationId = declared.declareSurplus.declaration.id;
  await askAs(...([stage, 'bookkeeper', REMIT] as const), {
    input: { idempotencyKey: randomUUID(), declarationId, amount: cny('2400.00'), receivedOn },
  });
}
