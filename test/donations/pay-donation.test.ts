import { cancelDonation, payDonation } from '../../src/donations/pay-donation';
import { STRANGER } from '../../src/kernel/actor';
import { runner } from '../foundations/money';
import { lettersOf, openDesk, type Desk, type Gift } from './desk';
import { findings, sessionOf, standing } from './gifts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const payOn = async ({ token: followToken }: Pick<Gift, 'token'>) => {
  const { donation, checkoutUrl } = await runner(desk.source)(STRANGER, (work) =>
    payDonation(work, { followToken }),
  );
  return { donation, session: sessionOf(checkoutUrl) };
};
const cancel = ({ token: followToken }: Pick<Gift, 'token'>) =>
  runner(desk.source)(STRANGER, (work) => cancelDonation(work, { followToken }));

const UNKNOWN = { token: 'A'.repeat(54) };

describe('a giver who comes back', () => {
  test('finds the page that is open', async () => {
    const gift = await desk.started();
    expect(await payOn(gift)).toMatchObject({ session: gift.session, donation: { state: 'open' } });
  });

  test('finds a new page where the first has run out, and pays once', async () => {
    const gift = await desk.started();
    await desk.counter.standIn.expire(gift.session);
    await desk.counter.deliver();
    expect(await desk.again(gift)).toMatchObject({ state: 'expired' });
    const { session } = await payOn(gift);
    expect(session).not.toBe(gift.session);
    await desk.counter.standIn.pay(session, {});
    await desk.counter.deliver();
    expect(await desk.again(gift)).toMatchObject({ state: 'paid' });
  });

  test('finds a new page where our own clock says that the first has run out', async () => {
    const gift = await desk.started();
    await desk.source.query('update attempt set expires_at = now() where donation_id = $1', [
      gift.id,
    ]);
    const { session } = await payOn(gift);
    expect(session).not.toBe(gift.session);
    await expect(desk.counter.standIn.pay(gift.session, {})).rejects.toThrow('is expired');
  });

  test('may try again where a payment failed, and is told so', async () => {
    const gift = await desk.started({ email: 'wang@example.org', payWith: 'alipay' });
    await desk.counter.standIn.pay(gift.session, { method: 'alipay', outcome: 'pending' });
    await desk.counter.deliver();
    await expect(payOn(gift)).rejects.toMatchObject({ code: 'GIFT_PROCESSING' });
    await desk.counter.standIn.settlePending(gift.session, 'failed');
    await desk.counter.deliver();
    expect(await desk.again(gift)).toMatchObject({ state: 'failed' });
    expect(await lettersOf(desk.source, gift)).toMatchObject([{ template: 'donationFailed' }]);
    const { session } = await payOn(gift);
    await desk.counter.standIn.pay(session, { method: 'alipay' });
    await desk.counter.deliver();
    expect(await desk.again(gift)).toMatchObject({ state: 'paid' });
  });

  test('pays nothing that is paid, or was taken back, or is not known', async () => {
    await expect(payOn(await desk.paid())).rejects.toMatchObject({ code: 'GIFT_PAID' });
    const gift = await desk.started();
    await cancel(gift);
    await expect(payOn(gift)).rejects.toMatchObject({ code: 'GIFT_CANCELLED' });
    for (const token of ['', 'nothing', UNKNOWN.token])
      await expect(payOn({ token })).rejects.toMatchObject({
        ...{ code: 'TOKEN_UNKNOWN', path: ['followToken'] },
      });
  });
});

describe('a giver who changes their mind', () => {
  test('closes the page, and nobody pays there any more', async () => {
    const gift = await desk.started();
    expect(await cancel(gift)).toMatchObject({ state: 'cancelled' });
    expect(await cancel(gift)).toMatchObject({ state: 'cancelled' });
    await expect(desk.counter.standIn.pay(gift.session, {})).rejects.toThrow('is expired');
    await desk.counter.work();
    expect(await desk.again(gift)).toMatchObject({ state: 'cancelled' });
  });

  test('is told where it is too late', async () => {
    await expect(cancel(await desk.paid())).rejects.toMatchObject({ code: 'GIFT_PAID' });
    const paidUnheard = await desk.started();
    await desk.counter.standIn.pay(paidUnheard.session, {});
    await expect(cancel(paidUnheard)).rejects.toMatchObject({ code: 'GIFT_PAID' });
    expect(await desk.again(paidUnheard)).toMatchObject({ state: 'paid' });
    const pending = await desk.started({ payWith: 'alipay' });
    await desk.counter.standIn.pay(pending.session, { method: 'alipay', outcome: 'pending' });
    await expect(cancel(pending)).rejects.toMatchObject({ code: 'GIFT_PROCESSING' });
    await expect(cancel(UNKNOWN)).rejects.toMatchObject({ code: 'TOKEN_UNKNOWN' });
  });

  test('has given after all, where it was paid as the page closed', async () => {
    const gift = await desk.started();
    await cancel(gift);
    await desk.counter.standIn.pay(gift.session, { late: true });
    await desk.counter.deliver();
    expect(await desk.again(gift)).toMatchObject({ state: 'paid' });
  });

  test('changes nothing where the processor does not answer', async () => {
    const gift = await desk.started();
    const only = 'POST /v1/checkout/sessions';
    desk.counter.standIn.fault({ next: 2, kind: '500', only });
    await expect(cancel(gift)).rejects.toMatchObject({ code: 'PROCESSOR_UNREACHABLE' });
    expect(await desk.again(gift)).toMatchObject({ state: 'open' });
  });
});

test('what stands in the books is what was paid', async () => {
  await desk.counter.deliver();
  await desk.counter.work();
  expect(await standing(desk.source, 'suspense')).toEqual({});
  expect(await standing(desk.source, 'processorPending')).toEqual({});
  expect(await findings(desk.source)).toEqual([]);
});
