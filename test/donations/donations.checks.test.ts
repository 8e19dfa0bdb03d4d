import { DONATIONS_CHECKS } from '../../src/donations/donations.checks';
import { dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { PAYMENTS_CHECKS } from '../../src/payments/payments.checks';
import { recordPayoutArrival } from '../../src/payments/record-payout-arrival';
import { runner } from '../foundations/money';
import { chargeOf as chargeOfGift, openDesk, settleDown, type Desk, type Gift } from './desk';
import { findings } from './gifts';

const CHECKS = [...PAYMENTS_CHECKS, ...DONATIONS_CHECKS];

const ONE_CHARGE = `(select charge_id from gift_payment order by id limit 1)`;

/** Each tampering, as whoever has the database could do it, and the checks that find it. */
const TAMPERINGS: readonly (readonly [checks: readonly string[], sql: string])[] = [
  [
    ['transactions-posted', 'processor-balances'],
    `update balance_transaction set fee_minor = fee_minor + 1 where source_id = ${ONE_CHARGE}`,
  ],
  [
    ['transactions-posted', 'transactions-once'],
    `update balance_transaction set entry_id = null where source_id = ${ONE_CHARGE}`,
  ],
  [
    ['transactions-once', 'processor-balances'],
    `delete from balance_transaction where source_id = ${ONE_CHARGE}`,
  ],
  [
    ['processor-balances', 'payouts-shared', 'payouts-in-transit'],
    `update payout_share set minor = minor + 1`,
  ],
  [['payouts-shared'], `update payout set minor = minor + 1`],
  [
    ['payouts-in-transit'],
    `update ledger_account set debits = debits + 1 where kind = 'payoutInTransit'`,
  ],
  [['gifts-posted'], `update gift_payment set charge_id = charge_id || 'x'`],
  [['gifts-posted'], `update gift_refund set refund_id = 're_other'`],
  [['gifts-posted', 'disputes-held'], `update gift_dispute set withdrawn_entry_id = lost_entry_id`],
  [
    ['gifts-posted'],
    `update gift_dispute set lost_entry_id = null where reinstated_entry_id is not null`,
  ],
  [
    ['gifts-posted', 'donations-agree'],
    `update gift_dispute set reinstated_entry_id = null where lost_entry_id is not null`,
  ],
  [
    ['processor-balances', 'payouts-in-transit'],
    `update payout_share set failed_entry_id = null where failed_entry_id is not null`,
  ],
  [['donations-agree'], `update donation set refunded_minor = 1 where state = 'paid'`],
  [['donations-agree'], `update donation set disputed_minor = disputed_minor + 1`],
  [
    ['donations-agree'],
    `update donation set state = 'failed', paid_at = null where state = 'paid'`,
  ],
  [['suspense-has-tasks'], `update payment_task set minor = minor - 1 where minor is not null`],
  [['suspense-has-tasks'], `delete from payment_task`],
  [['disputes-held'], `update gift_dispute set minor = minor + 1`],
  [
    ['pending-settled'],
    `update ledger_account set debits = debits + 1 where kind = 'processorPending'`,
  ],
  [
    ['acknowledgements-numbered'],
    `update acknowledgement set number = number + 5 where number = 3`,
  ],
  [
    ['acknowledgements-numbered'],
    `update acknowledgement_series set last_number = last_number + 1`,
  ],
  [
    ['acknowledgements-numbered', 'gifts-acknowledged'],
    `delete from acknowledgement where number = 1`,
  ],
];

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const { counter, source } = desk;
  await desk.paid();
  const back = await desk.paid();
  await counter.work();
  await cameBack();
  await wonOnAppeal();
  await counter.standIn.payOut('cny');
  const disputed = await desk.paid();
  const held = await desk.started();
  await source.query('update donation set amount_minor = 9000 where id = $1', [held.id]);
  await counter.standIn.pay(held.session, {});
  await counter.standIn.dashboardRefund(await chargeOf(back), 1000);
  await counter.standIn.openDispute(await chargeOf(disputed));
  await counter.deliver();
  await counter.work();
});
afterAll(() => desk.close());

const chargeOf = (gift: Gift) => chargeOfGift(desk.source, gift);

/** A payout that arrived at the bank, which sent it back afterwards. */
async function cameBack(): Promise<void> {
  const { counter, source, world } = desk;
  const { id } = await counter.standIn.payOut('cny');
  await counter.work();
  const [share] = await source.query<{ id: string; communityId: string }[]>(
    `select id, community_id "communityId" from payout_share`,
  );
  const shareId = toGlobalId('PayoutShare', share!.communityId, share!.id);
  const arrivedOn = dayOf(new Date(), 'Asia/Shanghai');
  await runner(source)(world.home.treasurer.actor, (work) =>
    recordPayoutArrival(work, {
      ...{ idempotencyKey: 'it-has-arrived', shareId, arrivedOn, bankReference: 'Line 7' },
    }),
  );
  await counter.standIn.failPayout(id);
  await counter.work();
}

/** A gift whose dispute was lost, and won on appeal. */
async function wonOnAppeal(): Promise<void> {
  const { standIn } = desk.counter;
  const gift = await desk.paid();
  const { id } = await standIn.openDispute(await chargeOf(gift));
  for (const outcome of ['lost', 'won'] as const) {
    await standIn.closeDispute(id, outcome);
    await settleDown(desk);
  }
}

test('what was only touched by givers and their banks passes', async () => {
  expect(await findings(desk.source)).toEqual([]);
});

test.each(TAMPERINGS)('%j go red on: %s', async (checks, sql) => {
  const tampering = desk.source.createQueryRunner();
  await tampering.startTransaction();
  try {
    await tampering.query(sql);
    const red: string[] = [];
    for (const { name, sql: check } of CHECKS)
      if ((await tampering.query(check)).length > 0) red.push(name);
    expect(red).toEqual(expect.arrayContaining([...checks]));
  } finally {
    await tampering.rollbackTransaction();
    await tampering.release();
  }
});

test('every check has been seen red', () => {
  const seen = new Set(TAMPERINGS.flatMap(([checks]) => checks));
  expect(CHECKS.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
});
