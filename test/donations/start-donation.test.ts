import { randomUUID } from 'node:crypto';
import { endCampaign } from '../../src/donations/end-campaign';
import { openCampaign } from '../../src/donations/open-campaign';
import type { StartDonation } from '../../src/donations/start-donation';
import { cancelGrant } from '../../src/grants/cancel-grant';
import { closePool } from '../../src/foundations/close-pool';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { connectProcessor, type Processor } from '../../src/payments/processor';
import { cny, fund, runner } from '../foundations/money';
import { grantActs } from '../grants/board';
import { lettersOf, openDesk, papersOf, type Desk } from './desk';
import { findings, give, standing } from './gifts';

const TODAY = dayOf(new Date(), 'Asia/Shanghai');

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const chair = () => desk.world.home.chair.actor;

async function campaign(startsOn = TODAY): Promise<string> {
  const { communityId, id } = await runner(desk.source)(chair(), (work) =>
    openCampaign(work, {
      ...{ poolId: desk.pool.globalId, title: randomUUID(), story: 'It is cold.', startsOn },
    }),
  );
  return toGlobalId('Campaign', communityId, id);
}

async function endedCampaign(): Promise<string> {
  const campaignId = await campaign();
  await runner(desk.source)(chair(), (work) => endCampaign(work, { campaignId }));
  return campaignId;
}

async function closedPool(): Promise<string> {
  const { globalId: poolId } = await desk.newPool();
  await runner(desk.source)(chair(), (work) => closePool(work, { poolId }));
  return poolId;
}

async function endedGrant(): Promise<string> {
  const pool = await desk.newPool();
  await fund(desk.source, pool, 100_00n);
  const { grantId } = await grantActs(desk.source, desk.world.home).award(pool, [100_00]);
  await runner(desk.source)(chair(), (work) => cancelGrant(work, { grantId, reason: 'No need.' }));
  return grantId;
}

test('a gift is begun, paid, settled, and stands in the books once', async () => {
  const { source, counter } = desk;
  const gift = await desk.started({ email: 'wang@example.org', name: '王芳' });
  expect(gift).toMatchObject({ state: 'open', amountMinor: '8800', provider: 'local' });
  await counter.standIn.pay(gift.session, {});
  await counter.deliver();
  expect(await desk.again(gift)).toMatchObject({ state: 'paid' });
  expect(await standing(source, 'poolAvailable')).toEqual({ CNY: '8800' });
  expect(await standing(source, 'processorPending')).toEqual({ CNY: '8800' });
  await counter.work();
  expect(await standing(source, 'processorPending')).toEqual({});
  const [paper] = await papersOf(source, gift);
  expect(paper).toMatchObject({ giver: '王芳', amount: { amount: '88.00' } });
  expect(await lettersOf(source, gift)).toMatchObject([
    { template: 'donationReceived', facts: { acknowledgement: { number: paper?.number } } },
  ]);
  expect(await findings(source)).toEqual([]);
});

describe('what is refused', () => {
  test.each<[string, string, () => Promise<Partial<StartDonation>> | Partial<StartDonation>]>([
    ['TARGET_UNCLEAR', 'to', () => ({ to: {} })],
    [
      'TARGET_UNCLEAR',
      'to',
      async () => ({ to: { poolId: desk.pool.globalId, campaignId: await campaign() } }),
    ],
    ['ID_UNKNOWN', 'to.poolId', () => ({ to: { poolId: 'nothing' } })],
    ['ID_UNKNOWN', 'to.campaignId', () => ({ to: { campaignId: desk.pool.globalId } })],
    ['POOL_CLOSED', 'to.poolId', async () => ({ to: { poolId: await closedPool() } })],
    [
      'CAMPAIGN_UPCOMING',
      'to.campaignId',
      async () => ({ to: { campaignId: await campaign(addDays(TODAY, 2)) } }),
    ],
    [
      'CAMPAIGN_ENDED',
      'to.campaignId',
      async () => ({ to: { campaignId: await endedCampaign() } }),
    ],
    ['GRANT_ENDED', 'to.grantId', async () => ({ to: { grantId: await endedGrant() } })],
    ['WRONG_CURRENCY', 'amount.currency', () => ({ amount: { amount: '9.00', currency: 'USD' } })],
    ['AMOUNT_UNREADABLE', 'amount.amount', () => ({ amount: cny('nine') })],
    ['AMOUNT_TOO_FINE', 'amount.amount', () => ({ amount: cny('9.001') })],
    ['AMOUNT_NOT_POSITIVE', 'amount.amount', () => ({ amount: cny('-9.00') })],
    ['AMOUNT_TOO_LARGE', 'amount.amount', () => ({ amount: cny('1000000.00') })],
    ['GIFT_TOO_SMALL', 'amount.amount', () => ({ amount: cny('3.99') })],
    ['EMAIL_MISSING', 'email', () => ({ schedule: 'monthly' })],
    ['EMAIL_UNREADABLE', 'email', () => ({ email: 'wang at example' })],
    ['TAX_ID_MISPLACED', 'taxId', () => ({ taxId: '91110000X' })],
    ['TEXT_LENGTH', 'name', () => ({ name: 'n'.repeat(101) })],
    ['TEXT_LENGTH', 'message', () => ({ message: 'm'.repeat(501) })],
    ['TEXT_LENGTH', 'taxId', () => ({ giverKind: 'organisation', taxId: '9'.repeat(41) })],
    ['KEY_UNUSABLE', 'idempotencyKey', () => ({ idempotencyKey: 'short' })],
  ])('%s at %s', async (code, path, input) => {
    const begun = desk.started(await input());
    await expect(begun).rejects.toMatchObject({ code, path: path.split('.') });
  });

  test('nothing, at the very edge of what may be given', async () => {
    expect(await desk.started({ amount: cny('4.00') })).toMatchObject({ amountMinor: '400' });
    expect(await desk.started({ amount: cny('999999.99') })).toMatchObject({ state: 'open' });
  });

  test('a currency that the processor does not take', async () => {
    const { source, counter } = desk;
    connectProcessor(source, { ...counter.processor, currencies: ['USD'] });
    await expect(desk.started()).rejects.toMatchObject({
      ...{ code: 'CURRENCY_NOT_TAKEN', path: ['amount', 'currency'] },
    });
    connectProcessor(source, counter.processor);
  });

  test('everything, where no payments are taken', async () => {
    const { source, counter } = desk;
    connectProcessor(source, undefined as unknown as Processor);
    await expect(desk.started()).rejects.toMatchObject({ code: 'PAYMENTS_UNAVAILABLE' });
    connectProcessor(source, counter.processor);
  });
});

describe('asking again with the same key', () => {
  const input = () => ({
    ...{ idempotencyKey: `gift-${randomUUID()}`, to: { poolId: desk.pool.globalId } },
  });

  test('leads to the same gift and page, many times at once', async () => {
    const asked = input();
    const begun = await Promise.all([1, 2, 3, 4].map(() => give(desk.source, asked)));
    expect(new Set(begun.map(({ donation }) => donation.id)).size).toBe(1);
    expect(new Set(begun.map(({ checkoutUrl }) => checkoutUrl)).size).toBe(1);
  });

  test('with another wish is refused', async () => {
    const asked = input();
    await give(desk.source, asked);
    await expect(give(desk.source, { ...asked, amount: cny('9.00') })).rejects.toMatchObject({
      code: 'KEY_REUSED',
    });
  });

  test('leads to no page once it is paid', async () => {
    const asked = input();
    const gift = await desk.paid(asked);
    expect(await give(desk.source, asked)).toMatchObject({
      ...{ checkoutUrl: null, donation: { id: gift.id, state: 'paid' } },
    });
  });

  test('goes on where the processor did not answer, or its answer was lost', async () => {
    const { standIn } = desk.counter;
    const only = 'POST /v1/checkout/sessions';
    for (const after of [false, true]) {
      const asked = input();
      standIn.fault({ next: 2, kind: '500', only, after });
      await expect(give(desk.source, asked)).rejects.toMatchObject({
        code: 'PROCESSOR_UNREACHABLE',
      });
      const { donation, checkoutUrl } = await give(desk.source, asked);
      expect(checkoutUrl).not.toBeNull();
      const attempts = await desk.source.query<object[]>(
        'select number, state from attempt where donation_id = $1',
        [donation.id],
      );
      expect(attempts).toEqual([{ number: 1, state: 'open' }]);
    }
  });

  test('tries anew where the processor refused', async () => {
    const asked = input();
    const longAgo = new Date(Date.now() - 3 * 24 * 3600_000);
    await expect(give(desk.source, asked, longAgo)).rejects.toMatchObject({
      code: 'PROCESSOR_REFUSED',
    });
    expect(await give(desk.source, asked)).toMatchObject({ donation: { state: 'open' } });
  });
});
