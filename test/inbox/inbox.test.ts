import { randomUUID } from 'node:crypto';
import { approveRefund } from '../../src/donations/check-refund';
import { requestRefund } from '../../src/donations/request-refund';
import { payDonation } from '../../src/donations/pay-donation';
import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { appointMember } from '../../src/society/appoint-member';
import { registerOrganisation } from '../../src/society/register-organisation';
import { ask } from '../donations/ask';
import { openDesk, type Desk, type Gift } from '../donations/desk';
import { sessionOf } from '../donations/gifts';
import { cny, runner } from '../foundations/money';
import { actorOf, SINCE, type Somebody } from '../support/world';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const INBOX = `{ me { inbox(first: 50) { edges { node { __typename
  ... on RefundToCheck { refund { reason amount { amount } donation { giverName } } }
  ... on PaymentToLookAt { task { kind held { amount } foundation { name } } } } } } } }`;

interface Item {
  readonly __typename: string;
  readonly refund?: { readonly reason: string };
  readonly task?: { readonly kind: string };
}

/** What about payments waits for somebody, in a word each. */
async function inboxOf(actor: Actor): Promise<string[]> {
  const { data, codes } = await ask<{ me: { inbox: { edges: { node: Item }[] } } }>(
    ...[desk.source, actor, INBOX],
  );
  expect(codes).toEqual([]);
  return data.me.inbox.edges.map(({ node }) => node.refund?.reason ?? node.task?.kind ?? '?');
}

function refund({ actor }: Somebody, gift: Gift, decimal: string, reason: string) {
  const key = { idempotencyKey: randomUUID(), donationId: gift.globalId };
  return runner(desk.source)(actor, (work) =>
    requestRefund(work, { ...key, amount: cny(decimal), reason }),
  );
}

test('a refund waits for those who may check it, and not for who asked', async () => {
  const { home, other, officer, auditor } = desk.world;
  const gift = await desk.paid({ amount: cny('2000.00') });
  await refund(home.secretary, gift, '1.00', 'of the secretary');
  await refund(home.treasurer, gift, '600.00', 'of the treasurer');
  await refund(home.treasurer, gift, '2.00', 'alone');
  expect(await inboxOf(home.chair.actor)).toEqual(['of the secretary', 'of the treasurer']);
  expect(await inboxOf(home.treasurer.actor)).toEqual(['of the secretary']);
  const others = [home.secretary, home.boardMembers[0], home.cadre, other.chair, other.treasurer];
  for (const { actor } of [...others, officer, auditor]) expect(await inboxOf(actor)).toEqual([]);
});

test('what was decided waits no more', async () => {
  const { home } = desk.world;
  const { communityId, id } = await refund(home.secretary, await desk.paid(), '1.00', 'one');
  const refundId = toGlobalId('Refund', communityId, id);
  await runner(desk.source)(home.chair.actor, (work) => approveRefund(work, { refundId }));
  expect(await inboxOf(home.treasurer.actor)).toEqual([]);
});

/** A gift is paid a second time. */
async function paidTwice(): Promise<void> {
  const gift = await desk.started();
  await desk.counter.standIn.expire(gift.session);
  await desk.counter.deliver();
  const { checkoutUrl } = await runner(desk.source)(STRANGER, (work) =>
    payDonation(work, { followToken: gift.token }),
  );
  await desk.counter.standIn.pay(sessionOf(checkoutUrl), {});
  await desk.counter.standIn.pay(gift.session, { late: true });
  await desk.counter.deliver();
}

test("a foundation's payment waits for its treasurer and secretary, until it has gone", async () => {
  const { home, other, officer } = desk.world;
  await paidTwice();
  for (const { actor } of [home.treasurer, home.secretary])
    expect(await inboxOf(actor)).toEqual(['paid_twice'.toUpperCase()]);
  for (const { actor } of [home.chair, home.boardMembers[0], other.treasurer, officer])
    expect(await inboxOf(actor)).toEqual([]);
  await desk.counter.work();
  expect(await inboxOf(home.treasurer.actor)).toEqual([]);
});

test("what is no foundation's waits for an officer of the city, and of no street", async () => {
  await desk.counter.standIn.strangeCharge(1200);
  await desk.counter.work();
  const { city, outsider, officer, home } = desk.world;
  await runner(desk.source)(SYSTEM, async (work) => {
    const office = { kind: 'street_office', name: 'City Office', placeId: city.globalId } as const;
    const { id } = await registerOrganisation(work, office);
    const organisationId = toGlobalId('Organisation', null, id);
    const personId = outsider.globalId;
    const officer = { organisationId, personId, role: 'officer', validFrom: SINCE } as const;
    await appointMember(work, officer);
  });
  expect(await inboxOf(await actorOf(desk.source, outsider.id))).toEqual(['UNKNOWN_TRANSACTION']);
  for (const { actor } of [officer, home.treasurer]) expect(await inboxOf(actor)).toEqual([]);
});
