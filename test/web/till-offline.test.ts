import { DEMO_PASSWORD } from '../../seeds/demo-people';
import { describeInChromium } from './support/chromium';
import { SCREENS, STORY_SCREENS, type Screen } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';
import {
  askAs,
  booksAbout,
  creditsOf,
  customersOf,
  type Customer,
  scan,
  storeOf,
  tile,
} from './support/till';
import { identify, keysOnDevice, timesRecorded } from './support/till-queue';

const SOAP = '6901234500042';
const TOOTHPASTE = '6901234500059';

interface Products {
  readonly node: {
    readonly products: {
      readonly edges: readonly { readonly node: { readonly id: string; readonly ean: string } }[];
    };
  };
}

interface Recorded {
  readonly recordExchange: { readonly userErrors: readonly unknown[] };
}

describeInChromium('the till without a network', () => {
  let stage: Stage;
  let storeId: string;
  let customers: Customer[];

  beforeAll(async () => {
    stage = await openStage();
    const desk = await stage.open(SCREENS[0]!, 'clerk');
    await desk.go('/till');
    storeId = await storeOf(desk);
    customers = [...(await customersOf(stage, desk))].filter(({ credits }) => credits >= 21);
    await desk.done();
  }, 120_000);
  afterAll(() => stage?.close());

  const nextCustomer = (): Customer => {
    const customer = customers.shift();
    if (!customer) throw new Error('Nobody has credits left.');
    return customer;
  };

  /** At the till, with its pages kept on the device. */
  async function openKeptTill(screen: Screen): Promise<Desk> {
    const desk = await stage.open(screen, 'clerk');
    await desk.go('/till');
    await desk.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await tile(desk.page, '洗衣皂').waitFor();
    return desk;
  }

  /** At another till, all that a household may take this month of what is for every day. */
  async function takeAllAtOtherTill(customer: Customer): Promise<void> {
    const desk = await stage.open(SCREENS[4]!, 'storekeeper');
    await desk.go('/till');
    const { mayTake } = await booksAbout(desk, customer);
    const daily = mayTake.find(({ productClass }) => productClass.code === 'daily');
    const shelf = await askAs<Products>(desk, 'TillShelf', { storeId });
    const soap = shelf.node.products.edges.find(({ node }) => node.ean === SOAP)!.node;
    const input = {
      ...{ idempotencyKey: `other/${customer.id}`, storeId, residentId: customer.id },
      occurredAt: new Date().toISOString(),
      lines: [{ productId: soap.id, quantity: daily!.remaining }],
    };
    const done = await askAs<Recorded>(desk, 'TillRecordExchange', { input });
    expect(done.recordExchange.userErrors).toEqual([]);
    await desk.done();
  }

  test.each(STORY_SCREENS)(
    'the network is cut and the page reloaded; nothing is lost or doubled: $device $language',
    async (screen) => {
      const desk = await openKeptTill(screen);
      const { page, context, say } = desk;
      const [one, other] = [nextCustomer(), nextCustomer()];
      await identify(desk.page, one);
      await scan(page, SOAP);
      await page.getByText(say('till.wallet-after')).waitFor();

      await context.setOffline(true);
      await page.getByText(say('till.off')).waitFor();
      await page.reload();
      await page.locator('.till-called').getByText(one.called, { exact: true }).waitFor();
      await scan(page, TOOTHPASTE);
      await page.locator('.till-line').nth(1).waitFor();
      await desk.expectAccessible();
      await desk.picture('till-offline');
      await page.keyboard.press('F9');
      await page.getByText(say('till.kept', { credits: 6 })).waitFor();
      const first = await keysOnDevice(desk);
      await desk.picture('till-kept');
      await page.keyboard.press('Enter');

      await scan(page, other.cardCode);
      await page.getByText(say('till.find.nobody-seen')).waitFor();
      await scan(page, one.cardCode);
      await page.locator('.till-called').getByText(one.called, { exact: true }).waitFor();
      await page.keyboard.press('F2');
      desk.takeComplaints();

      await context.setOffline(false);
      await page.getByText(say('till.sent_one', { count: 1 })).waitFor();
      expect(await timesRecorded(stage, first)).toEqual([1]);
      await identify(desk.page, other);
      await context.setOffline(true);
      await page.getByText(say('till.off')).waitFor();
      await scan(page, SOAP);
      await page.getByText(say('till.wallet-after')).waitFor();
      await page.keyboard.press('F9');
      await page.getByText(say('till.kept', { credits: 3 })).waitFor();
      await takeAllAtOtherTill(other);
      await desk.go('/till/waiting');
      await page.getByText('洗衣皂 2 块装 × 1').waitFor();
      await desk.expectAccessible();
      await desk.picture('till-waiting');
      const keys = await keysOnDevice(desk);
      expect(keys).toHaveLength(1);
      expect(await timesRecorded(stage, keys)).toEqual([0]);

      await context.setOffline(false);
      await page.getByText(say('till.sent-tasks_one', { count: 1 })).waitFor();
      expect(await keysOnDevice(desk)).toEqual([]);
      expect(await timesRecorded(stage, keys)).toEqual([0]);
      expect(await creditsOf(desk, one)).toBe(one.credits - 6);
      desk.takeComplaints();
      await desk.done();

      await settleTask(screen, other);
    },
  );

  /** The storekeeper looks into what was refused, and says what became of it. */
  async function settleTask(screen: Screen, { called }: Customer): Promise<void> {
    const desk = await stage.open(screen, 'storekeeper');
    const { page, say } = desk;
    await desk.go('/till/tasks');
    const task = page.locator('.till-card').filter({ hasText: called });
    await task.getByRole('button', { name: say('till.resolve') }).click();
    await page.getByLabel(say('till.resolve.note')).fill('居民已送回');
    await desk.expectAccessible();
    await desk.picture('till-task');
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: say('till.resolve') }).click();
    await task.waitFor({ state: 'detached' });
    await desk.done();
  }

  test('what is kept of people names nobody, and is gone when the clerk signs out', async () => {
    const desk = await openKeptTill(SCREENS[5]!);
    const { page, context, say } = desk;
    const customer = nextCustomer();
    await page.evaluate(keepSomebody, { id: 'Served', called: '赵**', seenAt: '2026-01-01' });
    await identify(desk.page, customer);
    await scan(page, SOAP);
    await page.getByText(say('till.wallet-after')).waitFor();
    await page.waitForFunction(isForgotten, 'Served');
    const kept = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('linli-till-seen');
          opening.onsuccess = () => {
            const all = opening.result.transaction('customers').objectStore('customers').getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(JSON.stringify(all.result));
            };
          };
        }),
    );
    expect(kept).toContain(customer.called);
    for (const hidden of [customer.name, customer.cardCode, customer.phone ?? customer.name])
      expect(kept).not.toContain(hidden);

    await context.setOffline(true);
    await page.getByText(say('till.off')).waitFor();
    await page.keyboard.press('F9');
    await page.getByText(say('till.kept', { credits: 3 })).waitFor();
    const keys = await keysOnDevice(desk);
    // The network is back, but the way to the till's own messages is not.
    await page.route('**/graphql', async (route) =>
      route.request().postData()?.includes('TillRecordExchanges"')
        ? await route.abort()
        : await route.continue(),
    );
    await context.setOffline(false);
    await desk.go('/desks');
    await page.getByRole('button', { name: /.+/ }).last().click();
    await page.getByRole('menuitem', { name: say('desk.sign-out') }).click();
    await page.waitForURL('**/sign-in');
    const names = await page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name),
    );
    expect(names).not.toContain('linli-till-seen');
    expect(await keysOnDevice(desk)).toEqual(keys);

    await page.unroute('**/graphql');
    await desk.go('/sign-in?to=%2Ftill');
    await page.getByLabel(say('sign-in.login')).fill('clerk');
    await page.getByLabel(say('sign-in.password'), { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: say('sign-in.go') }).click();
    await page.getByText(say('till.sent_one', { count: 1 })).waitFor();
    expect(await timesRecorded(stage, keys)).toEqual([1]);
    expect(await page.locator('.till-called').count()).toBe(0);
    desk.takeComplaints();
    await desk.done();
  });
});

/** In the browser: keeps somebody as if the till had served them. */
function keepSomebody(served: object): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('linli-till-seen');
    opening.onsuccess = () => {
      const keeping = opening.result.transaction('customers', 'readwrite');
      keeping.objectStore('customers').put(served);
      keeping.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** In the browser: whether nothing is kept of somebody any more. */
function isForgotten(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('linli-till-seen');
    opening.onsuccess = () => {
      const found = opening.result.transaction('customers').objectStore('customers').count(id);
      found.onsuccess = () => {
        opening.result.close();
        resolve(found.result === 0);
      };
    };
  });
}
