import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../seeds/demo-people';
import { until } from '../server/givers';
import { describeInChromium } from './support/chromium';
import { SCREENS } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';
import { creditsOf, customersOf, type Customer, scan, tile } from './support/till';
import { identify, keysOnDevice, timesRecorded } from './support/till-queue';

const SOAP = '6901234500042';
const SOAP_NAME = '洗衣皂 2 块装';
const TOOTHPASTE = '6901234500059';

const [, PHONE_EN, TABLET, , DESKTOP, DESKTOP_EN] = SCREENS as [
  ...[(typeof SCREENS)[number], (typeof SCREENS)[number], (typeof SCREENS)[number]],
  ...[(typeof SCREENS)[number], (typeof SCREENS)[number], (typeof SCREENS)[number]],
];

/** A device with two windows, a wrong clock, a full disk, another clerk, an old version. */
describeInChromium('the device that a till is on', () => {
  let stage: Stage;
  let customers: Customer[];

  beforeAll(async () => {
    stage = await openStage();
    const desk = await stage.open(SCREENS[0]!, 'clerk');
    await desk.go('/till');
    customers = [...(await customersOf(stage, desk))].filter(({ credits }) => credits >= 12);
    await desk.done();
  }, 240_000);
  afterAll(() => stage?.close());

  const nextCustomer = (): Customer => {
    const customer = customers.shift();
    if (!customer) throw new Error('Nobody has credits left.');
    return customer;
  };

  /** At the till, with its pages kept on the device. */
  async function openTill({ page, go }: Desk): Promise<void> {
    await go('/till');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await tile(page, SOAP_NAME).waitFor();
  }

  /** Somebody at the counter takes a piece, and the books have said what that comes to. */
  async function take({ page, say }: Desk, customer: Customer, ean = SOAP): Promise<void> {
    await identify(page, customer);
    await scan(page, ean);
    await page.getByText(say('till.wallet-after')).waitFor();
  }

  /** Without a network what was taken is finished, and kept: answers its keys. */
  async function finishCutOff(desk: Desk): Promise<string[]> {
    const { page, context, say } = desk;
    await context.setOffline(true);
    await page.getByText(say('till.off')).waitFor();
    await page.keyboard.press('F9');
    await page.getByText(say('till.kept', { credits: 3 })).waitFor();
    return await keysOnDevice(desk);
  }

  /** What the till tells the server, as long as `isHeld`, waits; the others go on. */
  async function whatIsSent(target: Page | BrowserContext, operation: string) {
    const state = { asked: 0, isHeld: false, release: () => undefined as void };
    await target.route('**/graphql', async (route) => {
      const isIt = route.request().postData()?.includes(`"${operation}"`) ?? false;
      if (isIt) state.asked += 1;
      if (isIt && state.isHeld)
        await new Promise<void>((resolve) => {
          state.release = () => resolve();
        });
      await route.continue();
    });
    return state;
  }

  test('two windows are two counters: each keeps its basket, and both are recorded once', async () => {
    const desk = await stage.open(TABLET, 'clerk');
    const { page, context, say } = desk;
    await openTill(desk);
    const [one, two] = [nextCustomer(), nextCustomer()];
    await identify(page, one);
    await scan(page, SOAP);
    await page.locator('.till-line').waitFor();
    const other = await context.newPage();
    await other.goto(page.url());
    await tile(other, SOAP_NAME).waitFor();
    // The basket of the first window is its own.
    expect(await other.locator('.till-called, .till-line').count()).toBe(0);
    await identify(other, two);
    await scan(other, TOOTHPASTE);
    await other.locator('.till-line').waitFor();

    await context.setOffline(true);
    for (const each of [page, other]) await each.getByText(say('till.off')).waitFor();
    await other.reload();
    await other.locator('.till-called').getByText(two.called, { exact: true }).waitFor();
    await page.keyboard.press('F9');
    await page.getByText(say('till.kept', { credits: 3 })).waitFor();
    await other.keyboard.press('F9');
    await other.getByText(say('till.kept', { credits: 3 })).waitFor();
    const keys = await keysOnDevice(desk);
    expect(keys).toHaveLength(2);
    await context.setOffline(false);
    await until(
      () => keysOnDevice(desk),
      (left) => left.length === 0,
    );
    expect(await timesRecorded(stage, keys)).toEqual([1, 1]);
    for (const each of [one, two]) expect(await creditsOf(desk, each)).toBe(each.credits - 3);
    desk.takeComplaints();
    await desk.done();
  });

  test('what a counter is finishing is not sent by another window', async () => {
    const desk = await stage.open(PHONE_EN, 'clerk');
    const { page, context, say } = desk;
    await openTill(desk);
    const customer = nextCustomer();
    const other = await context.newPage();
    await other.goto(page.url());
    await tile(other, SOAP_NAME).waitFor();
    const finishing = await whatIsSent(page, 'TillRecordExchange');
    const sending = await whatIsSent(other, 'TillRecordExchanges');
    finishing.isHeld = true;
    await take(desk, customer);
    await page.keyboard.press('F9');
    await until(
      () => Promise.resolve(finishing.asked),
      (asked) => asked === 1,
    );
    const keys = await keysOnDevice(desk);
    expect(keys).toHaveLength(1);
    await other.getByRole('button', { name: say('till.send-now') }).click();
    await other.getByRole('button', { name: say('till.send-now') }).waitFor();
    expect(sending.asked).toBe(0);
    finishing.isHeld = false;
    finishing.release();
    await page.getByText(say('till.recorded', { number: '' })).waitFor();
    await other.getByText(say('till.send-now')).waitFor({ state: 'detached' });
    expect(await timesRecorded(stage, keys)).toEqual([1]);
    await desk.done();
  });

  test('a clock that is two hours fast is told, and records what happened when it did', async () => {
    const desk = await stage.open(DESKTOP, 'clerk');
    const { page, context, say } = desk;
    await context.addInitScript(clockAhead, 2 * 3_600_000 + 30_000);
    await openTill(desk);
    await page.getByText(say('till.clock.fast_other', { count: 120 })).waitFor();
    await desk.expectAccessible();
    await desk.picture('till-clock');
    const customer = nextCustomer();
    await take(desk, customer);
    const keys = await finishCutOff(desk);
    await context.setOffline(false);
    await page.getByText(say('till.sent_one', { count: 1 })).waitFor();
    expect(await timesRecorded(stage, keys)).toEqual([1]);
    const [entry]: { minutes: number }[] = await stage.database.dataSource.query(
      `select abs(extract(epoch from recorded_at - occurred_at)) / 60 as minutes
       from ledger_entry where key = 'client/' || $1`,
      [keys[0]],
    );
    expect(Number(entry?.minutes)).toBeLessThan(2);
    desk.takeComplaints();
    await desk.done();
  });

  test('a full disk: with the network it sells, an answer that is lost doubles nothing', async () => {
    const desk = await stage.open(PHONE_EN, 'clerk');
    const { page, context, say } = desk;
    await context.addInitScript(fullDisk);
    await openTill(desk);
    const customer = nextCustomer();
    await take(desk, customer);
    await page.getByText(say('till.keeps-nothing')).waitFor();
    await desk.expectAccessible();
    await desk.picture('till-full');
    let key = '';
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postData() ?? '';
      if (!asked.includes('"TillRecordExchange"')) return await route.continue();
      key = /"idempotencyKey":"([^"]+)"/.exec(asked)?.[1] ?? '';
      await route.fetch();
      await route.abort();
    });
    await page.keyboard.press('F9');
    await page.getByText(say('till.not-kept')).waitFor();
    expect(await page.locator('.till-line').count()).toBe(1);
    expect(await timesRecorded(stage, [key])).toEqual([1]);
    await page.unroute('**/graphql');
    await page.getByText(say('till.on')).waitFor();
    await page.keyboard.press('F9');
    await page.getByText(say('till.recorded', { number: '' })).waitFor();
    expect(await timesRecorded(stage, [key])).toEqual([1]);
    expect(await creditsOf(desk, customer)).toBe(customer.credits - 3);
    desk.takeComplaints();
    await desk.done();
  });

  test('the next clerk sees what another left, and sends it knowingly, in their own name', async () => {
    const desk = await stage.open(DESKTOP_EN, 'clerk');
    const { page, context, say } = desk;
    await openTill(desk);
    const customer = nextCustomer();
    await take(desk, customer);
    const keys = await finishCutOff(desk);
    // The network is back, but the clerk has gone before anything was sent.
    const sending = await whatIsSent(context, 'TillRecordExchanges');
    sending.isHeld = true;
    await context.setOffline(false);
    await desk.go('/sign-in?to=%2Ftill%2Fwaiting');
    sending.isHeld = false;
    sending.asked = 0;
    await page.getByLabel(say('sign-in.login')).fill('storekeeper');
    await page.getByLabel(say('sign-in.password'), { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: say('sign-in.go') }).click();
    await page.waitForURL('**/till/waiting');
    await page.getByText(say('till.waiting.other')).waitFor();
    await page.getByText(`${SOAP_NAME} × 1`).waitFor();
    for (const name of [customer.name, customer.called])
      expect(await page.getByText(name).count()).toBe(0);
    expect(
      await page
        .getByRole('button', { name: say('till.send-now') })
        .last()
        .isDisabled(),
    ).toBe(true);
    await desk.expectAccessible();
    await desk.picture('till-waiting-others');
    expect(sending.asked).toBe(0);
    await page.getByRole('button', { name: say('till.send-all') }).click();
    await page.getByText(say('till.send-all.effect', { count: 1 })).waitFor();
    await page
      .getByRole('button', { name: say('till.send-all') })
      .last()
      .click();
    await page.getByText(say('till.sent_one', { count: 1 })).waitFor();
    expect(await timesRecorded(stage, keys)).toEqual([1]);
    const [by]: { login: string }[] = await stage.database.dataSource.query(
      `select person.login from ledger_entry entry join person on person.id = entry.actor_id
       where entry.key = 'client/' || $1`,
      [keys[0]],
    );
    expect(by?.login).toBe('storekeeper');
    desk.takeComplaints();
    await desk.done();
  });

  test('a window that goes while it finishes has nothing left to be finished again', async () => {
    const desk = await stage.open(PHONE_EN, 'clerk');
    const { page, say } = desk;
    await openTill(desk);
    const customer = nextCustomer();
    await take(desk, customer);
    // It arrives, and nobody is there any more to hear the answer.
    await page.route('**/graphql', async (route) =>
      route.request().postData()?.includes('"TillRecordExchange"')
        ? void (await route.fetch())
        : await route.continue(),
    );
    await page.keyboard.press('F9');
    await until(
      () => keysOnDevice(desk),
      (keys) => keys.length === 1,
    );
    const keys = await keysOnDevice(desk);
    await until(
      () => timesRecorded(stage, keys),
      ([times]) => times === 1,
    );
    await page.reload();
    await page.getByText(say('till.sent_one', { count: 1 })).waitFor();
    await tile(page, SOAP_NAME).waitFor();
    expect(await page.locator('.till-called, .till-line').count()).toBe(0);
    expect(await timesRecorded(stage, keys)).toEqual([1]);
    expect(await creditsOf(desk, customer)).toBe(customer.credits - 3);
    desk.takeComplaints();
    await desk.done();
  });

  test('what is scanned while one is sent does not count, and that is said', async () => {
    const desk = await stage.open(TABLET, 'clerk');
    const { page, say } = desk;
    await openTill(desk);
    const customer = nextCustomer();
    await take(desk, customer);
    const finishing = await whatIsSent(page, 'TillRecordExchange');
    finishing.isHeld = true;
    await page.keyboard.press('F9');
    await until(
      () => Promise.resolve(finishing.asked),
      (asked) => asked === 1,
    );
    await scan(page, TOOTHPASTE);
    await page.getByText(say('till.scan.busy')).waitFor();
    expect(await page.locator('.till-line').count()).toBe(1);
    finishing.release();
    await page.getByText(say('till.recorded', { number: '' })).waitFor();
    await page.getByText(say('till.scan.busy')).waitFor();
    expect(await creditsOf(desk, customer)).toBe(customer.credits - 3);
    await desk.done();
  });

  test('what one has left is never shown to the next, however late the books answer', async () => {
    const desk = await stage.open(PHONE_EN, 'clerk');
    const { page } = desk;
    await openTill(desk);
    const one = nextCustomer();
    const next = customers.find(({ credits }) => credits !== one.credits)!;
    await take(desk, one);
    const left = ({ credits }: Customer) =>
      page
        .locator('.till-total dd')
        .last()
        .filter({ hasText: `${credits - 3}` });
    await left(one).waitFor();
    const asking = await whatIsSent(page, 'TillPreview');
    asking.isHeld = true;
    await page.keyboard.press('F2');
    await identify(page, next);
    await until(
      () => Promise.resolve(asking.asked),
      (asked) => asked === 1,
    );
    expect(await left(next).count()).toBe(1);
    asking.release();
    await desk.done();
  });

  test('a later version that begins without a network knows what the first one kept', async () => {
    const desk = await stage.open(TABLET, 'clerk');
    const { page, context, say } = desk;
    await openTill(desk);
    const customer = nextCustomer();
    await take(desk, customer);
    await desk.go('/desks');
    await page.evaluate(AS_AT_FIRST);
    await context.setOffline(true);
    await page.goto(new URL('/till', page.url()).href);
    await page.getByText(say('till.off')).waitFor();
    await page.locator('.till-called').getByText(customer.called, { exact: true }).waitFor();
    await page.locator('.till-line').waitFor();
    const keys = await finishCutOff(desk);
    await context.setOffline(false);
    await page.getByText(say('till.sent_one', { count: 1 })).waitFor();
    expect(await timesRecorded(stage, keys)).toEqual([1]);
    desk.takeComplaints();
    await desk.done();
  });

  test('a browser that has no locks and keeps no notes sells, and sends what waited', async () => {
    const desk = await stage.open(DESKTOP_EN, 'clerk');
    const { page, context, say } = desk;
    await context.addInitScript(BARE);
    await desk.go('/till');
    await tile(page, SOAP_NAME).waitFor();
    const customer = nextCustomer();
    await take(desk, customer);
    await page.keyboard.press('F9');
    await page.getByText(say('till.recorded', { number: '' })).waitFor();
    await page.keyboard.press('Enter');
    await take(desk, customer, TOOTHPASTE);
    const keys = await finishCutOff(desk);
    await context.setOffline(false);
    await page.getByText(say('till.sent_one', { count: 1 })).waitFor();
    expect(await timesRecorded(stage, keys)).toEqual([1]);
    expect(await creditsOf(desk, customer)).toBe(customer.credits - 6);
    desk.takeComplaints();
    await desk.done();
  });

  test('one that cannot be read does not keep the others back', async () => {
    const desk = await stage.open(PHONE_EN, 'clerk');
    const { page, context, say } = desk;
    await openTill(desk);
    await take(desk, nextCustomer());
    const keys = await finishCutOff(desk);
    await page.evaluate(keepBrokenOne);
    await desk.go('/till/waiting');
    await context.setOffline(false);
    await page.getByText(say('till.sent_one', { count: 1 })).waitFor();
    expect(await timesRecorded(stage, keys)).toEqual([1]);
    expect(await keysOnDevice(desk)).toEqual(['broken']);
    await page.getByRole('button', { name: say('till.waiting.drop') }).click();
    await page.getByText(say('till.waiting.drop.effect')).waitFor();
    await page
      .getByRole('button', { name: say('till.waiting.drop') })
      .last()
      .click();
    await page.getByText(say('till.waiting.none')).waitFor();
    desk.takeComplaints();
    await desk.done();
  });

  test('a new version is offered when nobody is served, and the till goes on with it', async () => {
    const desk = await stage.open(TABLET, 'clerk');
    const { page, say } = desk;
    const house = await renewedHouse(stage.url);
    try {
      await page.goto(`${house.url}/till`);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await tile(page, SOAP_NAME).waitFor();
      const customer = nextCustomer();
      await identify(page, customer);
      await scan(page, SOAP);
      await page.locator('.till-line').waitFor();
      house.renew();
      await page.evaluate(
        `navigator.serviceWorker.getRegistration('/till').then((each) => each.update())`,
      );
      await until(
        () => page.evaluate(WAITS),
        (waits) => waits === true,
      );
      // Somebody is being served: it waits.
      expect(await page.getByText(say('till.new-version')).count()).toBe(0);
      await page.getByRole('button', { name: say('till.drop') }).click();
      await page.keyboard.press('F2');
      await page.getByText(say('till.new-version')).waitFor();
      desk.takeComplaints();
      await desk.expectAccessible();
      await desk.picture('till-new-version');
      await Promise.all([
        page.waitForEvent('load'),
        page.getByRole('button', { name: say('till.renew') }).click(),
      ]);
      await tile(page, SOAP_NAME).waitFor();
      expect(await page.getByText(say('till.new-version')).count()).toBe(0);
      expect(await page.evaluate(WAITS)).toBe(false);
      // Only the other house was asked, and from here on nobody is.
      await page.goto('about:blank');
      desk.takeComplaints();
      await desk.done();
    } finally {
      house.close();
    }
  });
});

/** In the browser: it stands at no https address, and what pages write down is refused. */
const BARE = `
  delete Navigator.prototype.locks;
  delete Navigator.prototype.storage;
  delete Crypto.prototype.subtle;
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (name, word) {
    if (name.startsWith('linli.till')) throw new DOMException('No.', 'QuotaExceededError');
    setItem.call(this, name, word);
  };
  Object.defineProperty(globalThis, 'sessionStorage', {
    get: () => { throw new DOMException('No.', 'SecurityError'); },
  });
`;

/** In the browser: what this version has kept, as the first version kept it. */
const AS_AT_FIRST = `(async () => {
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('It cannot be done.'));
  });
  const KEYS = { shelves: 'storeId', customers: 'id', baskets: 'storeId', stores: 'personId' };
  const later = await asked(indexedDB.open('linli-till-seen'));
  const kept = {};
  for (const name of Object.keys(KEYS))
    kept[name] = await asked(later.transaction(name).objectStore(name).getAll());
  later.close();
  await asked(indexedDB.deleteDatabase('linli-till-seen'));
  const opening = indexedDB.open('linli-till-seen', 1);
  opening.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(KEYS)) {
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const { counter, ...each } of kept[name]) store.put(each);
    }
  };
  (await asked(opening)).close();
})()`;

/** In the browser: whether a later version waits. */
const WAITS = `navigator.serviceWorker.getRegistration('/till')
  .then(({ waiting }) => waiting !== null)`;

/** Asks for all of it, as it is: neither packed nor by what is kept already. */
const plainly = ({
  'if-none-match': _tag,
  'if-modified-since': _since,
  ...headers
}: http.IncomingHttpHeaders): http.OutgoingHttpHeaders => ({
  ...{ ...headers, 'accept-encoding': 'identity' },
});

/** The same server behind another door, which hands out a later service worker once renewed. */
async function renewedHouse(url: string) {
  let isRenewed = false;
  const server = http.createServer((asked, answer) => {
    const onward = http.request(
      new URL(asked.url ?? '/', url),
      { method: asked.method, headers: plainly(asked.headers) },
      (told) => {
        const { 'content-length': _length, ...headers } = told.headers;
        answer.writeHead(told.statusCode ?? 502, headers);
        told.on('end', () => {
          if (isRenewed && asked.url === '/sw.js') answer.write('\n// A later one.\n');
          answer.end();
        });
        told.on('data', (part: Buffer) => answer.write(part));
      },
    );
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    renew: () => {
      isRenewed = true;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** In the browser: beside what waits, the same with two and a half pieces: nobody can read it. */
function keepBrokenOne(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('linli-till-queue');
    opening.onsuccess = () => {
      const keeping = opening.result.transaction('waiting', 'readwrite');
      const store = keeping.objectStore('waiting');
      const all = store.getAll();
      all.onsuccess = () => {
        const [first] = all.result as { lines: readonly object[] }[];
        const lines = first?.lines.map((line) => ({ ...line, quantity: 2.5 }));
        store.put({ ...first, key: 'broken', lines });
      };
      keeping.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** In the browser: a clock that is so many milliseconds fast. */
function clockAhead(byMs: number): void {
  const Right = Date;
  class Fast extends Right {
    constructor(...told: []) {
      super(...((told.length === 0 ? [Right.now() + byMs] : told) as []));
    }
    static override now(): number {
      return Right.now() + byMs;
    }
  }
  globalThis.Date = Fast as DateConstructor;
}

/** In the browser: a disk that takes nothing more. */
function fullDisk(): void {
  const stores = (globalThis as unknown as Record<string, { prototype: { put: unknown } }>)
    .IDBObjectStore;
  if (stores)
    stores.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
}
