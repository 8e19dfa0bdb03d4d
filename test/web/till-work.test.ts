import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from '../server/givers';
import { describeInChromium } from './support/chromium';
import { cameraThatShows, filmCode } from './support/filmed-code';
import { ON_DESKTOP, ON_PHONE, ON_TABLET, SCREENS } from './support/screens';
import { openStage, type Stage } from './support/stage';
import { scan, tile } from './support/till';

const SOAP = '6901234500042';
const SOAP_NAME = '洗衣皂 2 块装';

describeInChromium('what a store does besides exchanging', () => {
  const films = fs.mkdtempSync(path.join(os.tmpdir(), 'linli-film-'));
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(cameraThatShows(await filmCode(films, SOAP)));
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    fs.rmSync(films, { recursive: true });
  });

  test.each(ON_PHONE)(
    'a shift is begun and ended, and the difference told: $device $language',
    async (screen) => {
      const desk = await stage.open(screen, 'clerk');
      const { page, say } = desk;
      await desk.go('/till/shift');
      await page.getByRole('button', { name: say('till.shift.open') }).click();
      await page.getByLabel(say('till.shift.slips')).fill('viele');
      await page.getByRole('button', { name: say('till.shift.close') }).click();
      await page.getByText(say('till.whole')).waitFor();
      await scan(page, SOAP);
      await page.getByLabel(say('till.counted-of', { name: SOAP_NAME })).fill('1');
      await page.getByLabel(say('till.shift.slips')).fill('2');
      await desk.expectAccessible();
      await desk.picture('till-shift-close');
      await page.getByRole('button', { name: say('till.shift.close') }).click();
      await page.getByRole('button', { name: say('till.shift.open') }).waitFor();
      const facts = { slips: 2, exchanges: 0, difference: '+2' };
      await page.getByText(say('till.shift.slips-differ', facts)).first().waitFor();
      await page.getByText(say('till.shift.differs')).first().waitFor();
      await desk.expectAccessible();
      await desk.picture('till-shift');
      await desk.done();
    },
  );

  test.each(ON_TABLET)(
    'goods come in by their label, with their last good day: $device $language',
    async (screen) => {
      const desk = await stage.open(screen, 'clerk');
      const { page, say } = desk;
      await desk.go('/till');
      await tile(page, SOAP_NAME).waitFor();
      await page.getByRole('link', { name: say('till.page.intake') }).click();
      await page.getByRole('button', { name: say('till.receive') }).waitFor();
      await scan(page, `]C10106901234500042173012311012345`);
      const pieces = page.getByLabel(say('till.pieces'), { exact: true });
      await page.waitForFunction(() => document.activeElement?.id === 'quantity');
      expect(await page.getByLabel(say('till.good-until')).inputValue()).toBe('2030-12-31');

      await page.getByText(say('till.source.OPERATOR_OWNED')).click();
      await page.getByLabel(say('till.unit-cost')).fill('1.005');
      await pieces.fill('7');
      await page.getByRole('button', { name: say('till.receive') }).click();
      await page.getByRole('alert').waitFor();
      expect(await pieces.inputValue()).toBe('7');
      await desk.expectAccessible();
      await desk.picture('till-intake');
      await page.locator('#source').getByText(say('till.source.DONATED')).click();
      await page.getByLabel(say('till.donor')).fill('一位邻居');
      await pieces.press('Enter');
      await page.getByText(say('till.received.one', { name: SOAP_NAME, count: 7 })).waitFor();
      const [lot]: { quantity: string; expires: string; donor: string }[] =
        await stage.database.dataSource.query(
          `select quantity::text, expires_on::text as expires, donor_name as donor from lot
           order by received_at desc limit 1`,
        );
      expect(lot).toEqual({ quantity: '7', expires: '2030-12-31', donor: '一位邻居' });
      await desk.done();
    },
  );

  test.each(ON_DESKTOP)(
    'stock is counted by scan, and a second person decides: $device $language',
    async (screen) => {
      const desk = await stage.open(screen, 'storekeeper');
      const { page, say } = desk;
      await desk.go('/till/stock-takes');
      await page.getByRole('button', { name: say('till.stock-take.start') }).click();
      await page.getByRole('button', { name: say('till.stock-take.record') }).waitFor();
      await scan(page, SOAP);
      await page.getByRole('radio').first().check();
      await page.getByLabel(say('till.counted'), { exact: true }).fill('1');
      await desk.picture('till-stock-take-count');
      await desk.expectAccessible();
      await page.getByLabel(say('till.counted'), { exact: true }).press('Enter');
      await page.getByRole('cell', { name: SOAP_NAME }).waitFor();
      const close = say('till.stock-take.close');
      await page.getByRole('button', { name: close }).click();
      await page.getByText(say('till.stock-take.close.effect')).waitFor();
      await page.getByRole('dialog').getByRole('button', { name: close }).click();
      await page.getByText(say('till.stock-take.second')).waitFor();
      await page.getByRole('columnheader', { name: say('till.difference') }).waitFor();
      const { pathname } = new URL(page.url());
      await desk.done();

      const second = await stage.open(screen, 'treasurer');
      await second.go('/board');
      await second.page
        .locator(`a[href$="${pathname.split('/').at(-1)}"]`)
        .first()
        .click();
      const approve = say('till.stock-take.approve');
      await second.page.getByRole('button', { name: approve }).click();
      await second.page.getByText(say('till.stock-take.approve.effect')).waitFor();
      await second.expectAccessible();
      await second.picture('till-stock-take-approve');
      await second.page.getByRole('dialog').getByRole('button', { name: approve }).click();
      await second.page.getByText(say('till.stock-take.APPROVED'), { exact: true }).waitFor();
      await second.picture('till-stock-take');
      await second.done();
    },
  );

  test('the camera reads a bar code, and the till takes it as a scan', async () => {
    const more = { permissions: ['camera'] };
    const desk = await stage.open(SCREENS[2]!, 'clerk', more);
    const { page, say } = desk;
    await desk.go('/till');
    await tile(page, SOAP_NAME).waitFor();
    // No reader of the browser's own: ours is tried.
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'BarcodeDetector'));
    await page.getByRole('button', { name: say('till.camera') }).click();
    const soap = page.getByLabel(say('till.pieces-of', { name: SOAP_NAME }));
    await soap.waitFor();
    expect(await soap.inputValue()).toBe('1');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.done();
  });

  test('who serves at two stores chooses, and goes to the other one', async () => {
    await stage.database.dataSource.query(
      `update store set operator_id = (select operator_id from store where code = 'ZQ1')
       where code = 'ZQ2'`,
    );
    const desk = await stage.open(SCREENS[3]!, 'clerk');
    const { page, say } = desk;
    await desk.go('/till');
    await page.getByRole('heading', { name: say('till.choose-store') }).waitFor();
    await desk.expectAccessible();
    await desk.picture('till-stores');
    await page.getByRole('button', { name: say('till.stand-here', { code: 'ZQ2' }) }).click();
    await tile(page, SOAP_NAME).waitFor();
    const name = () => page.locator('.till-store').textContent();
    const before = await name();
    await page.reload();
    await tile(page, SOAP_NAME).waitFor();
    expect(await name()).toBe(before);
    await page.getByRole('button', { name: say('till.other-store') }).click();
    await page.getByRole('button', { name: say('till.stand-here', { code: 'ZQ1' }) }).click();
    await tile(page, SOAP_NAME).waitFor();
    await until(name, (now) => now !== before);
    await desk.done();
  });
});
