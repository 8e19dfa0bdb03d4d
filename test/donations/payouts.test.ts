import { newPool } from '../foundations/money';
import { openDesk, type Desk } from './desk';
import { findings, standing } from './gifts';

/** What the processor sends to the bank is each foundation's own part, also the second time. */

const DAY_MS = 24 * 3600_000;

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const shares = () =>
  desk.source.query<{ holder_id: string; minor: string; failed: boolean }[]>(
    `select holder_id, minor, failed_entry_id is not null failed from payout_share
     order by payout_id, minor`,
  );

test('a payout that fails days later is taken back, and leaves again with the next', async () => {
  const { source, counter, world } = desk;
  const other = await newPool(source, world.other);
  await desk.paid();
  await desk.paid({ to: { poolId: other.globalId }, amount: { amount: '10.00', currency: 'CNY' } });
  await counter.work();
  const first = await counter.standIn.payOut('cny');
  await counter.work();
  const own = [
    { holder_id: world.other.foundation.id, minor: '736', failed: false },
    { holder_id: world.home.foundation.id, minor: '8310', failed: false },
  ];
  expect(await shares()).toEqual(own);
  expect(await standing(source, 'processorBalance')).toEqual({});
  expect(await standing(source, 'payoutInTransit')).toEqual({ CNY: '9046' });

  await counter.standIn.advanceClock(6 * 24 * 3600);
  await counter.standIn.failPayout(first.id);
  const later = new Date(Date.now() + 6 * DAY_MS);
  await counter.work(later);
  expect(await standing(source, 'processorBalance')).toEqual({ CNY: '9046' });
  expect(await standing(source, 'payoutInTransit')).toEqual({});
  const tasks = await source.query(`select kind from payment_task where kind = 'payout_failed'`);
  expect(tasks).toHaveLength(2);

  await counter.standIn.payOut('cny');
  await counter.work(later);
  const again = own.map((each) => ({ ...each, failed: true }));
  expect(await shares()).toEqual([...again, ...own]);
  expect(await standing(source, 'payoutInTransit')).toEqual({ CNY: '9046' });
  expect(await findings(source)).toEqual([]);
});

test('a payout that could not be read to its end is posted when it can', async () => {
  const { source, counter } = desk;
  await desk.paid();
  await counter.work();
  const { id } = await counter.standIn.payOut('cny');
  const { stripe } = counter.processor;
  const parts = ({ path }: { path: string }) => {
    if (path.includes('payout=')) counter.standIn.fault({ next: 1, kind: '500' });
  };
  stripe.on('request', parts);
  await expect(counter.work()).rejects.toThrow();
  stripe.off('request', parts);
  await counter.work();
  expect(
    await source.query('select holder_id, minor from payout_share where payout_id = $1', [id]),
  ).toEqual([{ holder_id: desk.world.home.foundation.id, minor: '8310' }]);
  expect(await findings(source)).toEqual([]);
});

test('one whose parts the processor has not told yet waits until they are', async () => {
  const { source, counter } = desk;
  await desk.paid();
  await counter.work();
  await counter.standIn.payOut('cny');
  const { payouts } = counter.processor.stripe;
  const list = payouts.list.bind(payouts);
  const untold = async (...asked: Parameters<typeof list>) => {
    const page = await list(...asked);
    const reconciliation_status = 'in_progress' as const;
    return { ...page, data: page.data.map((each) => ({ ...each, reconciliation_status })) };
  };
  Object.assign(payouts, { list: untold });
  await counter.work();
  expect(await shares()).toEqual([]);
  expect(await source.query('select id from payout')).toEqual([]);
  expect(await findings(source)).toEqual([]);
  Object.assign(payouts, { list });
  await counter.work();
  expect(await shares()).toMatchObject([{ minor: '8310' }]);
  expect(await findings(source)).toEqual([]);
});
