import { until } from '../server/givers';
import { describeInChromium } from './support/chromium';
import { ON_TABLET, SCREENS, STORY_SCREENS } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';
import {
  countingInputs,
  creditsOf,
  customersOf,
  makeBusy,
  type Customer,
  recordedFor,
  scan,
  SPEED,
  tile,
  typeAtSpeed,
} from './support/till';

const SOAP = '6901234500042';
const TOOTHPASTE = '6901234500059';

describeInChromium('the till', () => {
  let stage: Stage;
  let customers: Customer[];

  beforeAll(async () => {
    stage = await openStage();
    const desk = await stage.open(SCREENS[0]!, 'clerk');
    await desk.go('/till');
    customers = [...(await customersOf(stage, desk))];
    await desk.done();
  }, 120_000);
  afterAll(() => stage?.close());

  const nextCustomer = (): Customer => {
    const customer = customers.shift();
    if (!customer || customer.credits < 16) throw new Error('Nobody has credits left.');
    return customer;
  };

  async function openTill(screen: (typeof SCREENS)[number]): Promise<Desk> {
    const desk = await stage.open(screen, 'clerk');
    await desk.go('/till');
    await tile(desk.page, '洗衣皂').waitFor();
    return desk;
  }

  /** Scans a card, and waits until it is known whose it is. */
  async function identify({ page }: Desk, { cardCode, called }: Customer): Promise<void> {
    await scan(page, cardCode);
    await page.locator('.till-called').getByText(called, { exact: true }).waitFor();
  }

  test.each(STORY_SCREENS)(
    'three things by keys alone, the slip, and back: $device $language',
    async (screen) => {
      const desk = await openTill(screen);
      const { page, say } = desk;
      const customer = nextCustomer();
      await identify(desk, customer);
      await page.keyboard.press('F4');
      await page.keyboard.press('Escape');
      const keyOf = (name: string) => tile(page, name).getAttribute('aria-keyshortcuts');
      const keys = await Promise.all(['东北大米', '洗衣皂', '牙膏'].map(keyOf));

      const clerk = countingInputs(page);
      for (const key of keys) await clerk.press(key!);
      await clerk.press('F9');
      const recorded = page.getByText(say('till.recorded', { number: '' }));
      await recorded.waitFor();
      expect(clerk.inputs()).toBeLessThanOrEqual(5);
      const says = say('till.recorded.says', { credits: 16, left: customer.credits - 16 });
      await page.getByText(says).waitFor();
      expect(await creditsOf(desk, customer)).toBe(customer.credits - 16);
      await desk.picture('till-done');

      const opening = page.context().waitForEvent('page');
      await page.keyboard.press('p');
      const slip = await opening;
      await slip.getByRole('heading', { level: 1 }).waitFor();
      const pdf = (await slip.pdf({ preferCSSPageSize: true })).toString('latin1');
      // 80 mm in points.
      expect(Number(/MediaBox \[0 0 ([\d.]+)/.exec(pdf)?.[1])).toBeCloseTo(226.8, 0);
      await slip.close();

      const number = (await recorded.textContent())!.replace(
        say('till.recorded', { number: '' }),
        '',
      );
      await page.getByRole('button', { name: say('till.void.title', { number }) }).click();
      await page.getByLabel(say('till.void.reason')).fill('拿错了');
      await desk.expectAccessible();
      await desk.picture('till-void');
      await page.getByRole('button', { name: say('till.void.go') }).click();
      await page.getByLabel(say('till.find.label')).waitFor();
      expect(await creditsOf(desk, customer)).toBe(customer.credits);
      await desk.go('/till/slips');
      const voided = page.locator('.till-card').filter({ hasText: number });
      await voided.getByText(say('till.voided', { reason: '拿错了' })).waitFor();
      await desk.done();
    },
  );

  test('who presses the last key and F9 at once on a slow device finishes all of it', async () => {
    const desk = await openTill(SCREENS[3]!);
    const { page, say } = desk;
    await identify(desk, nextCustomer());
    await page.keyboard.press('F4');
    await page.keyboard.press('Escape');
    const key = await tile(page, '洗衣皂').getAttribute('aria-keyshortcuts');
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 20 });
    await page.evaluate(atOnce(key!));
    await page.getByText(say('till.recorded', { number: '' })).waitFor();
    await desk.done();
  });

  test.each(ON_TABLET)(
    'three things by scanner, refusals beside the line: $device $language',
    async (screen) => {
      const desk = await openTill(screen);
      const { page, say } = desk;
      const customer = nextCustomer();
      const clerk = countingInputs(page);
      await clerk.scan(customer.cardCode);
      await page.locator('.till-called').getByText(customer.called, { exact: true }).waitFor();
      for (const code of [SOAP, TOOTHPASTE, SOAP]) await clerk.scan(code);
      await page.locator('.till-line').nth(1).waitFor();
      const pieces = page.getByLabel(say('till.pieces-of', { name: '洗衣皂 2 块装' }));
      expect(await pieces.inputValue()).toBe('2');

      await pieces.fill('400');
      await pieces.press('Tab');
      await page.locator('.till-line-refused').getByRole('alert').first().waitFor();
      expect(await page.getByRole('button', { name: say('till.finish') }).isDisabled()).toBe(true);
      await desk.expectAccessible();
      await desk.picture('till-refused');
      await pieces.fill('2');
      await pieces.press('Tab');
      await page.locator('.till-line-refused').waitFor({ state: 'detached' });
      await desk.picture('till-basket');
      await desk.expectAccessible();
      await clerk.press('F9');
      await page.getByText(say('till.recorded', { number: '' })).waitFor();
      expect(await creditsOf(desk, customer)).toBe(customer.credits - 9);
      await desk.done();
    },
  );

  test('a scan is a scan wherever the focus is, and a hand is a hand', async () => {
    const desk = await openTill(SCREENS[4]!);
    const { page, say } = desk;
    const find = page.getByLabel(say('till.find.label'));
    await find.fill('12');
    await scan(page, SOAP);
    const soap = page.getByLabel(say('till.pieces-of', { name: '洗衣皂 2 块装' }));
    await soap.waitFor();
    expect(await find.inputValue()).toBe('12');

    await find.fill('');
    await typeAtSpeed(page, TOOTHPASTE, SPEED.hand);
    await page.getByText(say('till.find.nobody')).waitFor();
    expect(await find.inputValue()).toBe(TOOTHPASTE);
    expect(await page.locator('.till-line').count()).toBe(1);
    await typeAtSpeed(page, SOAP, SPEED.radio);
    await until(
      () => soap.inputValue(),
      (value) => value === '2',
    );

    // On a button, and while the page is busy with something else: no key is lost.
    await page.getByRole('button', { name: say('till.camera') }).focus();
    await makeBusy(page);
    await scan(page, SOAP);
    await until(
      () => soap.inputValue(),
      (value) => value === '3',
    );
    expect(await page.getByRole('dialog').count()).toBe(0);

    await scan(page, '6901234599999');
    await page.getByText(say('till.scan.unknown')).waitFor();
    await desk.done();
  });

  test('somebody is found by the end of a number and by a name', async () => {
    const desk = await openTill(SCREENS[3]!);
    const { page, say } = desk;
    const customer = nextCustomer();
    const find = page.getByLabel(say('till.find.label'));
    await find.fill(customer.name.slice(0, 1));
    await find.press('Enter');
    await page.locator('.till-person').first().waitFor();
    await desk.expectAccessible();
    await desk.picture('till-people');
    await page.keyboard.press('Enter');
    await page.locator('.till-called').waitFor();
    await page.keyboard.press('F2');
    await find.fill(customer.phone!.slice(-4));
    await find.press('Enter');
    await page.locator('.till-called').getByText(customer.called, { exact: true }).waitFor();
    await desk.done();
  });

  test('what arrived though its answer was lost is recorded once', async () => {
    const desk = await openTill(SCREENS[2]!);
    const { page, say } = desk;
    const customer = nextCustomer();
    const began = new Date();
    await identify(desk, customer);
    await scan(page, SOAP);
    await page.getByText(say('till.wallet-after')).waitFor();
    await page.route('**/graphql', async (route) => {
      const isRecording = route.request().postData()?.includes('TillRecordExchange"');
      if (!isRecording) return await route.continue();
      await route.fetch();
      await route.abort();
    });
    await page.keyboard.press('F9');
    await page.getByText(say('till.kept.says')).waitFor();
    await page.unroute('**/graphql');
    // Whatever is answered next tells the till that the network is back.
    await page.getByText(say('till.sent_one', { count: 1 })).waitFor();
    expect(await creditsOf(desk, customer)).toBe(customer.credits - 3);
    expect(await recordedFor(stage, customer, began)).toHaveLength(1);
    desk.takeComplaints();
    await desk.done();
  });
});

/** Presses F9 in the moment in which it is sure that the key before it was no scan. */
const atOnce = (key: string) => `
  const press = (key) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  press('${key}');
  setTimeout(() => press('F9'), 120);`;
