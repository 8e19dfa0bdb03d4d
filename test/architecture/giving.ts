import type { DataSource } from 'typeorm';
import { lookAt } from '../../src/donations/look-at';
import { STRANGER } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { reconcile } from '../../src/payments/reconcile';
import { giveTo } from '../donations/campaigns';
import { sessionOf } from '../donations/gifts';
import { cny, key, secretary, today, treasurer, type Life, type Step } from './step';

type Before = NonNullable<Step['first']>;

const giver: Step['by'] = () => STRANGER;

const gift = (name: string, more: Record<string, unknown> = {}): Step => ({
  does: 'startDonation',
  by: giver,
  input: (get) => ({
    ...key(),
    to: { poolId: get('pool') },
    ...{ amount: cny('88.00'), schedule: 'ONCE', payWith: 'CARD', locale: 'ZH_CN' },
    ...{ email: 'giver@example.org', name: '王芳', publicName: 'Fang', message: 'Keep warm.' },
    ...more,
  }),
  keeps: [name, 'donation.id'],
  keepsToo: [
    [`${name} token`, 'donation.followToken'],
    [`${name} page`, 'checkoutUrl'],
  ],
});

const monthlyGift = (name: string, pledge: string): Step => {
  const step = gift(name, { schedule: 'MONTHLY' });
  const kept = [
    [pledge, 'donation.pledge.id'],
    [`${pledge} token`, 'donation.pledgeToken'],
  ] as const;
  return { ...step, keepsToo: [...(step.keepsToo ?? []), ...kept] };
};

/** What happens at the processor happens once, however many try the act that follows. */
const once =
  (name: string, happens: Before): Before =>
  async (source, life) => {
    if (life.ids.has(name)) return;
    life.ids.set(name, '');
    await happens(source, life);
    await life.counter.deliver();
  };

const pageOf = ({ ids }: Life, name: string) => sessionOf(ids.get(`${name} page`) ?? '');

const paid = (name: string) =>
  once(`${name} was paid`, (_source, life) => life.counter.standIn.pay(pageOf(life, name), {}));

const expired = (name: string) =>
  once(`${name} ran out`, (_source, life) => life.counter.standIn.expire(pageOf(life, name)));

/** A page that has run out is paid all the same, after the one that was opened in its stead. */
const paidTwice = (name: string) =>
  once(`${name} was paid twice`, async (source, life) => {
    const { standIn } = life.counter;
    await standIn.pay(pageOf(life, `second ${name}`), {});
    await standIn.pay(pageOf(life, name), { late: true });
    await life.counter.deliver();
    await keepRow(source, life, 'PaymentTask', `${name} task`, [
      `select id from payment_task where kind = 'paid_twice' and about_id = $1`,
      [life.ids.get(`${name} row`)],
    ]);
  });

/** The money of the gifts so far leaves for the bank; no refund is sent, so that some wait. */
const paidOut = (name: string) =>
  once(`${name} was sent`, async (source, life) => {
    const { standIn, processor } = life.counter;
    await reconcile(source, processor, lookAt, new Date());
    await standIn.payOut('cny');
    await reconcile(source, processor, lookAt, new Date());
    await keepRow(source, life, 'PayoutShare', name, [
      'select id from payout_share where holder_id = $1 order by id desc limit 1',
      [life.world.home.foundation.id],
    ]);
  });

const nextMonth = (pledge: string, time: number) =>
  once(`${pledge} came again ${time}`, async (source, life) => {
    const [row] = await source.query<{ subscription: string }[]>(
      'select subscription_id subscription from pledge where id = $1',
      [life.ids.get(`${pledge} row`)],
    );
    await life.counter.standIn.advanceSubscription(row?.subscription ?? '', 'paid');
  });

async function keepRow(
  source: DataSource,
  { world, ids }: Life,
  type: string,
  name: string,
  [sql, values]: readonly [string, unknown[]],
): Promise<void> {
  const [row] = await source.query<{ id: string }[]>(sql, values);
  if (!row) throw new Error(`There is no ${name}`);
  ids.set(name, toGlobalId(type, world.home.id, row.id));
}

const goOn = (name: string): Step => ({
  does: 'payDonation',
  by: giver,
  first: expired(name),
  input: (get) => ({ followToken: get(`${name} token`) }),
  keepsToo: [[`second ${name} page`, 'checkoutUrl']],
});

const ask = (name: string, of: string, by = secretary): Step => ({
  does: 'requestRefund',
  by,
  first: paid(of),
  input: (get) => ({
    ...key(),
    donationId: get(of),
    amount: cny('8.00'),
    reason: 'It was meant for another pool.',
  }),
  keeps: [name, 'refund.id'],
});

const arrival = (share: string): Step => ({
  does: 'recordPayoutArrival',
  by: treasurer,
  first: paidOut(share),
  input: (get, life) => ({
    ...key(),
    ...{ shareId: get(share), arrivedOn: today(life), bankReference: `Line of ${share}` },
  }),
});

const change = (does: string, pledge: string, first?: Before): Step => ({
  does,
  by: giver,
  ...(first ? { first } : {}),
  input: (get) => ({ pledgeToken: get(`${pledge} token`) }),
});

/** Gifts on the web, and what becomes of them. */
export const GIVING: readonly Step[] = [
  gift('gift'),
  gift('mistaken gift'),
  {
    does: 'cancelDonation',
    by: giver,
    input: (get) => ({ followToken: get('mistaken gift token') }),
  },
  {
    ...ask('declined refund', 'gift'),
    keepsToo: [['acknowledgement', 'refund.donation.acknowledgement.id']],
  },
  {
    does: 'declineRefund',
    by: treasurer,
    input: (get) => ({ refundId: get('declined refund'), reason: 'It is the right pool.' }),
  },
  ask('refund', 'gift'),
  { does: 'approveRefund', by: treasurer, input: (get) => ({ refundId: get('refund') }) },
  {
    does: 'recordReceipt',
    by: secretary,
    input: (get) => ({
      acknowledgementId: get('acknowledgement'),
      ...{ code: '11010125', number: '0012345678', checkCode: 'a1b2c3' },
    }),
  },
  gift('double gift'),
  goOn('double gift'),
  {
    does: 'resolvePaymentTask',
    by: treasurer,
    first: paidTwice('double gift'),
    input: (get) => ({
      ...{ taskId: get('double gift task'), decision: 'REFUND', note: 'They paid once too often.' },
    }),
    keeps: ['task', 'task.id'],
  },
  monthlyGift('monthly gift', 'pledge'),
  change('pausePledge', 'pledge', paid('monthly gift')),
  change('resumePledge', 'pledge'),
  monthlyGift('short monthly gift', 'short pledge'),
  change('cancelPledge', 'short pledge', paid('short monthly gift')),
  arrival('share'),
];

/** More of the same. */
export const moreGiving = (n: number): Step[] => [
  gift(`gift ${n}`),
  ask(`refund ${n}`, `gift ${n}`),
  ask(`second refund ${n}`, 'gift'),
  gift(`double gift ${n}`),
  { ...goOn(`double gift ${n}`) },
  {
    ...ask(`third refund ${n}`, `double gift ${n}`, treasurer),
    first: paidTwice(`double gift ${n}`),
  },
  { ...arrival(`share ${n}`) },
  {
    ...gift(`campaign gift ${n}`),
    first: once(`the month ${n} came`, async (source, life) => {
      const { world, ids, now } = life;
      const campaign = { communityId: world.home.id, id: ids.get('campaign row') ?? '' };
      await giveTo(source, campaign, 1000n, now);
      await nextMonth('pledge', n)(source, life);
    }),
  },
];
