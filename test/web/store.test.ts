import { until } from '../server/givers';
import { describeInChromium } from './support/chromium';
import { loseAnswer } from './support/me';
import { SCREENS, type Screen } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';
import { creditsOf, customersOf, type Customer, scan, tile } from './support/till';

const SOAP = '6901234500042';
const SOAP_NAME = '洗衣皂 2 块装';
const RICE = '6901234500011';
const RICE_NAME = '东北大米 5 kg';
const NOODLES = '6901234509991';
const NOODLES_NAME = '挂面 1 kg';

const [PHONE, , TABLET, TABLET_EN, DESKTOP, DESKTOP_EN] = SCREENS as [
  ...[Screen, Screen, Screen],
  ...[Screen, Screen, Screen],
];

/** Each story goes on where the one before it ended: a product's life in a store. */
describeInChromium('a store, by its own people', () => {
  let stage: Stage;
  let customers: readonly Customer[];

  beforeAll(async () => {
    stage = await openStage();
    const desk = await stage.open(SCREENS[0]!, 'clerk');
    await desk.go('/till');
    customers = await customersOf(stage, desk);
    await desk.done();
  }, 240_000);
  afterAll(() => stage?.close());

  const press = ({ page }: Desk, name: string) =>
    page.getByRole('button', { name, exact: true }).click();

  /** In the window of an act: presses what does it. */
  const doIt = ({ page }: Desk, name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  const closed = ({ page }: Desk) => page.getByRole('dialog').waitFor({ state: 'detached' });

  async function openShelf(desk: Desk): Promise<void> {
    await desk.go('/till');
    await tile(desk.page, SOAP_NAME).waitFor();
  }

  test('a product is added by its code, priced for later, and kept in stock', async () => {
    const desk = await stage.open(DESKTOP, 'storekeeper');
    const { page, say } = desk;
    await openShelf(desk);
    await page.getByRole('link', { name: say('till.page.goods'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: say('store.goods') }).waitFor();
    await scan(page, NOODLES);
    await press(desk, say('store.add.scanned', { ean: NOODLES }));
    const form = page.getByRole('dialog');
    expect(await form.getByLabel(say('store.add.ean')).inputValue()).toBe(NOODLES);
    await form.getByLabel(say('store.add.name')).fill(NOODLES_NAME);
    await form.getByLabel(say('store.add.unit')).fill('袋');
    await form.getByLabel(say('store.price')).fill('10001');
    await doIt(desk, say('store.add'));
    // Refused at its field, and what was written is still there.
    await form.locator('.ant-form-item-explain-error').waitFor();
    expect(await form.getByLabel(say('store.add.name')).inputValue()).toBe(NOODLES_NAME);
    await desk.expectAccessible();
    await desk.picture('store-add');
    await form.getByLabel(say('store.price')).fill('5');
    await doIt(desk, say('store.add'));
    await closed(desk);
    await page.getByLabel(say('till.search'), { exact: true }).fill('挂面');
    await page.getByRole('link', { name: NOODLES_NAME }).click();

    // In this community a resolution sets prices, until that ends.
    await page.getByText(say('store.price.reserved')).waitFor();
    await stage.database.dataSource.query(
      `update reserved_matter set valid_until = now() where act = 'set_price'`,
    );
    await page.reload();
    await press(desk, say('store.price.set'));
    await form.getByLabel(say('store.price')).fill('4');
    await form.getByLabel(say('store.from')).fill('2099-01-01T08:00');
    await desk.picture('store-price');
    await doIt(desk, say('store.price.set'));
    await closed(desk);
    const prices = page.locator('.till-cards .till-card');
    await prices.nth(1).waitFor();
    await prices.nth(0).getByText(say('store.to-come')).waitFor();
    await prices.nth(1).getByText(say('store.holds')).waitFor();
    await press(desk, say('store.minimum.set'));
    await form.getByLabel(say('till.pieces')).fill('30');
    await doIt(desk, say('store.minimum.set'));
    await closed(desk);
    await desk.expectAccessible();
    await desk.picture('store-product');
    await page.getByRole('link', { name: say('store.goods'), exact: true }).click();
    const few = say('store.low.one', { minimum: 30, shelf: 0, coming: 0 });
    await page.getByText(few).waitFor();
    await desk.expectAccessible();
    await desk.picture('store-goods');
    await desk.done();
  });

  test('a resident brings goods, is told what that earns, and gets a slip', async () => {
    const desk = await stage.open(TABLET_EN, 'clerk');
    const { page, say } = desk;
    const giver = customers[0]!;
    const before = await creditsOf(await openedTill(desk), giver);
    await page.getByRole('link', { name: say('till.page.gifts'), exact: true }).click();
    await page.getByRole('link', { name: say('store.gift.receive') }).click();
    await page.getByText(say('store.gift.goods')).first().waitFor();
    await scan(page, RICE);
    await scan(page, RICE);
    const pieces = page.getByLabel(say('till.pieces-of', { name: RICE_NAME }));
    await until(
      () => pieces.inputValue(),
      (told) => told === '2',
    );
    await scan(page, giver.cardCode);
    await page.locator('.till-called').getByText(giver.called, { exact: true }).waitFor();
    await page.getByRole('radio', { name: say('store.thanks.CREDITS') }).check();
    const goodUntil = page.getByLabel(say('store.gift.until', { name: RICE_NAME }));
    await goodUntil.fill('2020-01-01');
    await press(desk, say('store.gift.go'));
    await page.locator('.store-given').getByRole('alert').waitFor();
    expect(await pieces.inputValue()).toBe('2');
    const told = await page.getByText(/earns \d+ credits/).textContent();
    const credits = Number(/earns (\d+) credits/.exec(told ?? '')?.[1]);
    expect(credits).toBeGreaterThan(0);
    await desk.expectAccessible();
    await desk.picture('store-gift');
    await goodUntil.fill('2099-01-01');
    await press(desk, say('store.gift.go'));
    await page.getByText(say('store.gift.received.credits', { credits })).waitFor();
    expect(await creditsOf(desk, giver)).toBe(before + credits);
    const opening = page.context().waitForEvent('page');
    // The slip is what has the focus: Enter opens it.
    await page.keyboard.press('Enter');
    const slip = await opening;
    await slip.waitForURL('**/slip');
    await slip.getByText(RICE_NAME).first().waitFor();
    await slip.close();
    await desk.done();
  });

  async function openedTill(desk: Desk): Promise<Desk> {
    await openShelf(desk);
    return desk;
  }

  test('a drive is opened, a body gives under it, the slip is printed again, it ends', async () => {
    const desk = await stage.open(PHONE, 'storekeeper');
    const { page, say } = desk;
    await openShelf(desk);
    await page.getByRole('link', { name: say('till.page.gifts'), exact: true }).click();
    await page.getByRole('link', { name: say('store.drives') }).click();
    await press(desk, say('store.drive.open'));
    const form = page.getByRole('dialog');
    await form.getByLabel(say('store.drive.title')).fill('冬衣募集');
    await form.getByLabel(say('store.drive.place')).fill('站前广场');
    await form.getByLabel(say('store.drive.until')).fill('2020-01-01');
    await doIt(desk, say('store.drive.open'));
    await form.locator('.ant-form-item-explain-error').waitFor();
    expect(await form.getByLabel(say('store.drive.title')).inputValue()).toBe('冬衣募集');
    const inTwoWeeks = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
    await form.getByLabel(say('store.drive.until')).fill(inTwoWeeks);
    // It is opened, and nobody here hears of it: pressed once more, it is not opened twice.
    await loseAnswer(page, 'TillOpenDrive');
    await doIt(desk, say('store.drive.open'));
    await form.getByText(say('desk.no-network')).waitFor();
    await doIt(desk, say('store.drive.open'));
    await closed(desk);
    await page.getByText('冬衣募集').first().waitFor();
    expect(desk.takeComplaints().join()).toContain('ERR_CONNECTION_RESET');
    expect(await stage.sql(`select from goods_drive where title = '冬衣募集'`)).toHaveLength(1);

    await desk.go('/till/gifts/new');
    await page.getByText(say('store.gift.goods')).first().waitFor();
    await scan(page, NOODLES);
    await page.getByLabel(say('till.pieces-of', { name: NOODLES_NAME })).fill('9');
    await page.getByRole('radio', { name: say('store.gift.giver.organisation') }).check();
    await choose(desk, say('store.gift.giver.organisation'));
    await choose(desk, say('store.gift.drive'), '冬衣募集');
    await desk.expectAccessible();
    await desk.picture('store-gift-body');
    await press(desk, say('store.gift.go'));
    await page.getByText(say('store.gift.received.says')).waitFor();
    await desk.picture('store-gift-done');

    await desk.go('/till/gifts');
    const card = page.locator('.till-card').first();
    await card.getByText('冬衣募集').waitFor();
    await card.getByRole('button').click();
    const href = await card
      .getByRole('link', { name: say('store.gift.slip') })
      .getAttribute('href');
    const slip = await page.request.get(new URL(href!, page.url()).href);
    expect(await slip.text()).toContain(NOODLES_NAME);
    await desk.expectAccessible();
    await desk.picture('store-gifts');

    await desk.go('/till/drives');
    await page.getByText(say('store.drive.sums', { gifts: 1, pieces: 9 })).waitFor();
    await press(desk, say('store.drive.end.of', { title: '冬衣募集' }));
    await page.getByText(say('store.drive.end.effect', ENDED)).waitFor();
    await doIt(desk, say('store.drive.end'));
    await closed(desk);
    const end = say('store.drive.end.of', { title: '冬衣募集' });
    await page.getByRole('button', { name: end }).waitFor({ state: 'detached' });
    await desk.picture('store-drives');
    await desk.done();
  });

  const ENDED = { title: '冬衣募集', gifts: 1, pieces: 9 };

  /** Opens a list and chooses what has a name, or the first there is. */
  async function choose({ page }: Desk, label: string, name?: string): Promise<void> {
    const list = page.getByRole('combobox', { name: label });
    await list.click();
    // As a whole: letters typed one by one might be the beginning of the scan that follows.
    if (name && (await list.isEditable())) await list.fill(name);
    const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
    await (name ? options.filter({ hasText: name }) : options).first().click();
  }

  test('what is broken is written off: alone within the limit, beyond it by a second', async () => {
    const desk = await stage.open(TABLET, 'clerk');
    const { page, say } = desk;
    await openShelf(desk);
    await page.getByRole('link', { name: say('till.page.lots'), exact: true }).click();
    await page.getByLabel(say('store.lots.seek')).waitFor();
    await scan(page, NOODLES);
    await page.getByRole('link', { name: NOODLES_NAME }).click();
    await press(desk, say('store.write-off'));
    const form = page.getByRole('dialog');
    await form.getByLabel(say('till.pieces')).fill('99');
    await form.getByRole('radio', { name: say('store.write-off.why.DAMAGED') }).check();
    await doIt(desk, say('store.write-off'));
    await form.locator('.ant-form-item-explain-error').waitFor();
    await desk.expectAccessible();
    await desk.picture('store-write-off');
    await form.getByLabel(say('till.pieces')).fill('1');
    await doIt(desk, say('store.write-off'));
    await page.getByText(say('store.write-off.done.POSTED')).waitFor();
    await page.getByText(say('store.lot.left', { of: 9, unit: '袋', count: 8 })).waitFor();
    await press(desk, say('store.write-off'));
    await form.getByLabel(say('till.pieces')).fill('6');
    await form.getByRole('radio', { name: say('store.write-off.why.SPOILED') }).check();
    await doIt(desk, say('store.write-off'));
    await page.getByText(say('store.write-off.done.WAITING')).click();
    await page.getByText(say('store.write-off.first')).waitFor();
    await desk.expectAccessible();
    const waiting = new URL(page.url()).pathname;
    await desk.done();

    const second = await stage.open(TABLET_EN, 'treasurer');
    await second.go(`/board/store/write-offs/${waiting.split('/').at(-1)}`);
    await press(second, second.say('store.write-off.approve'));
    const effect = { count: 6, name: NOODLES_NAME, left: 2 };
    await second.page.getByText(second.say('store.write-off.approve.effect', effect)).waitFor();
    await second.expectAccessible();
    await second.picture('store-write-off-approve');
    await doIt(second, second.say('store.write-off.approve'));
    await second.page.getByText(second.say('store.write-off.POSTED')).waitFor();
    // They were found behind the shelf.
    const back = `${second.say('store.write-off.reverse')}: ${NOODLES_NAME} 6`;
    await second.page.getByRole('button', { name: back }).click();
    await second.page.getByRole('dialog').getByLabel(second.say('store.why')).fill('在货架后面');
    await doIt(second, second.say('store.write-off.reverse'));
    await second.page.getByText(second.say('store.write-off.REVERSED')).waitFor();
    await second.page.getByText(/在货架后面/).waitFor();
    await second.expectAccessible();
    await second.done();
  });

  test('a lot is called back: the till gives none of it, and another clears it', async () => {
    const desk = await stage.open(DESKTOP_EN, 'storekeeper');
    const { page, say } = desk;
    await openShelf(desk);
    await page.getByRole('link', { name: say('till.page.lots'), exact: true }).click();
    await page.getByLabel(say('store.lots.seek')).fill('挂面');
    await page.getByRole('link', { name: NOODLES_NAME }).click();
    await press(desk, say('store.recall'));
    await page.getByText(say('store.recall.effect', { count: 8, name: NOODLES_NAME })).waitFor();
    await doIt(desk, say('store.recall'));
    await page.getByRole('dialog').locator('.ant-form-item-explain-error').waitFor();
    await page.getByLabel(say('store.recall.why')).fill('厂家召回');
    await desk.picture('store-recall');
    await doIt(desk, say('store.recall'));
    await page.getByText(say('store.lot.recalled.left', { count: 8 })).waitFor();
    // Who called it back is not who tells what became of it.
    await press(desk, say('store.clear'));
    await page.getByRole('radio', { name: say('store.clear.end.RETURNED') }).check();
    await doIt(desk, say('store.clear'));
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
    await closed(desk);
    await desk.expectAccessible();
    await desk.picture('store-recalled');
    const lot = new URL(page.url()).pathname;
    await desk.go('/till');
    const customer = customers[1]!;
    await scan(page, customer.cardCode);
    await page.locator('.till-called').getByText(customer.called, { exact: true }).waitFor();
    await scan(page, NOODLES);
    await page.locator('.till-line-refused').getByRole('alert').first().waitFor();
    expect(await page.getByRole('button', { name: say('till.finish') }).isDisabled()).toBe(true);
    await press(desk, say('till.drop'));
    await desk.done();

    const second = await stage.open(PHONE, 'treasurer');
    await second.go(`/board/store/lots/${lot.split('/').at(-1)}`);
    await press(second, second.say('store.clear'));
    await second.page.getByRole('radio', { name: second.say('store.clear.end.RETURNED') }).check();
    await doIt(second, second.say('store.clear'));
    await second.page.getByText(second.say('store.lot.recalled.left', { count: 0 })).waitFor();
    await second.done();
  });

  test('a shift that differs is settled by another, who sees what that does', async () => {
    const clerk = await stage.open(PHONE, 'clerk');
    await clerk.go('/till/shift');
    await press(clerk, clerk.say('till.shift.open'));
    await clerk.page.getByLabel(clerk.say('till.shift.slips')).fill('2');
    await press(clerk, clerk.say('till.shift.close'));
    await clerk.page.getByRole('button', { name: clerk.say('till.shift.open') }).waitFor();
    await clerk.page.getByText(clerk.say('store.settle.first')).first().waitFor();
    await clerk.done();

    const desk = await stage.open(TABLET_EN, 'storekeeper');
    const { page, say } = desk;
    await desk.go('/till/shift');
    const card = page.locator('.till-card').first();
    await card.getByRole('button').click();
    const form = page.getByRole('dialog');
    await page.getByText(say('store.settle.effect')).waitFor();
    await form.getByLabel(say('store.settle.count')).check();
    await doIt(desk, say('store.settle'));
    await form.locator('.ant-form-item-explain-error').waitFor();
    await form.getByLabel(say('store.settle.note')).fill('Two slips of the day before.');
    await desk.expectAccessible();
    await desk.picture('store-settle');
    await doIt(desk, say('store.settle'));
    await card.getByText('Two slips of the day before.').waitFor();
    await desk.expectAccessible();
    await desk.picture('store-settled');
    await card.getByRole('link', { name: say('store.settled.count') }).click();
    await page.getByRole('button', { name: say('till.stock-take.record') }).waitFor();
    await desk.done();
  });

  test('a rule is set for this store alone, from now, and is taken back', async () => {
    const desk = await stage.open(PHONE, 'storekeeper', { colorScheme: 'dark' });
    const { page, say } = desk;
    await openShelf(desk);
    await desk.go('/till/rules');
    await press(desk, say('store.rule.set'));
    const form = page.getByRole('dialog');
    await form.getByRole('radio', { name: say('store.rule.MINIMUM_AGE') }).check();
    await form.getByLabel(say('store.rule.value')).fill('121');
    await doIt(desk, say('store.rule.set'));
    await form.locator('.ant-form-item-explain-error').waitFor();
    await desk.expectAccessible();
    await desk.picture('store-rule');
    await form.getByLabel(say('store.rule.value')).fill('60');
    await doIt(desk, say('store.rule.set'));
    await closed(desk);
    const facts = { goods: say('store.rule.all'), value: 60 };
    const said = say('store.rule.MINIMUM_AGE.says', facts);
    await page.getByText(said).first().waitFor();
    await desk.expectAccessible();
    await desk.picture('store-rules');
    await page.getByRole('button', { name: `${say('store.rule.take-back')} ${said}` }).click();
    await doIt(desk, say('store.rule.take-back'));
    await closed(desk);
    const what = say('store.rule.MINIMUM_AGE');
    const back = say('store.rule.back', { goods: say('store.rule.all'), what, group: '' });
    await page.getByText(back).first().waitFor();
    await page.getByRole('link', { name: say('store.goods') }).click();
    await page.getByRole('link', { name: say('store.allowances') }).click();
    await page.getByText(say('store.allowances.who')).waitFor();
    await desk.expectAccessible();
    await desk.picture('store-allowances');
    await desk.done();
  });

  test('the committee sets what a household may take, from the next month on', async () => {
    const place = await stage.open(DESKTOP, 'storekeeper');
    await openShelf(place);
    await place.go('/till/goods');
    await place.page.getByRole('link', { name: place.say('store.allowances') }).click();
    await place.page.getByText(place.say('store.allowances.who')).waitFor();
    const { pathname } = new URL(place.page.url());
    await place.done();

    const desk = await stage.open(DESKTOP, 'cadre');
    const { page, say } = desk;
    await desk.go(`/cadre/store/allowances/${pathname.split('/').at(-1)}`);
    const grain = page.locator('.till-card').first();
    const before = await grain.locator('.till-figure').textContent();
    await grain.getByRole('button').click();
    const form = page.getByRole('dialog');
    await form.getByLabel(say('store.allowance.pieces')).fill('9');
    await form.getByLabel(say('store.allowance.from')).fill('2020-01');
    await doIt(desk, await grain.getByRole('button').innerText());
    await form.locator('.ant-form-item-explain-error').waitFor();
    await form.getByLabel(say('store.allowance.from')).fill('');
    await doIt(desk, await grain.getByRole('button').innerText());
    await closed(desk);
    await grain.getByText(say('store.to-come')).waitFor();
    // This month stays as it is.
    expect(await grain.locator('.till-figure').textContent()).toBe(before);
    await desk.expectAccessible();
    await desk.done();
  });

  test('what was sent is called off again, and is back in its lot', async () => {
    await stage.database.dataSource.query(
      `update store set operator_id = (select operator_id from store where code = 'ZQ1')
       where code = 'ZQ2'`,
    );
    const desk = await stage.open(TABLET, 'storekeeper');
    const { page, say } = desk;
    await desk.go('/till/transfers');
    await press(desk, say('till.stand-here', { code: 'ZQ1' }));
    await page.getByRole('link', { name: say('store.send') }).click();
    await page.getByRole('combobox', { name: say('till.lot') }).waitFor();
    await choose(desk, say('store.send.to'), 'ZQ2');
    await choose(desk, say('till.lot'), SOAP_NAME);
    await page.getByLabel(say('till.pieces-of', { name: SOAP_NAME })).fill('2');
    await page.getByRole('checkbox', { name: say('store.send.blind') }).check();
    await press(desk, say('store.send.go'));
    await press(desk, say('store.cancel'));
    await page.getByLabel(say('store.why')).fill('车坏了');
    await doIt(desk, say('store.cancel'));
    await page.getByText(say('store.transfer.CANCELLED')).waitFor();
    await page.getByRole('link', { name: say('store.transfers') }).click();
    await page.getByText(say('store.transfer.CANCELLED')).first().waitFor();
    await desk.expectAccessible();
    await desk.picture('store-transfers');
    await desk.done();
  });

  test('goods go to another store; what does not arrive is settled by a third person', async () => {
    const desk = await stage.open(DESKTOP_EN, 'storekeeper');
    const { page, say } = desk;
    await desk.go('/till/transfers/new');
    await press(desk, say('till.stand-here', { code: 'ZQ1' }));
    await page.getByLabel(say('store.send.to')).waitFor();
    await page.getByRole('combobox', { name: say('till.lot') }).waitFor();
    await choose(desk, say('store.send.to'), 'ZQ2');
    await scan(page, SOAP);
    const pieces = page.getByLabel(say('till.pieces-of', { name: SOAP_NAME }));
    await pieces.fill('99999');
    await press(desk, say('store.send.go'));
    await page.locator('.store-given').getByRole('alert').waitFor();
    expect(await pieces.inputValue()).toBe('99999');
    await desk.expectAccessible();
    await pieces.fill('3');
    await page.getByText(say('store.send.effect', { pieces: 3 })).waitFor();
    await desk.picture('store-send');
    await press(desk, say('store.send.go'));
    // Who sent it does not count it.
    await page.getByText(say('store.receive.second')).waitFor();
    const way = new URL(page.url()).pathname;
    await desk.done();

    const clerk = await stage.open(PHONE, 'clerk');
    await clerk.go(way);
    const arrived = clerk.page.getByLabel(clerk.say('store.receive.of', { name: SOAP_NAME }));
    await arrived.waitFor();
    await scan(clerk.page, SOAP);
    await until(
      () => arrived.evaluate((field) => field === field.ownerDocument.activeElement),
      (isFocused) => isFocused,
    );
    await clerk.page.keyboard.type('5');
    await press(clerk, clerk.say('store.receive.go'));
    await clerk.page.locator('.ant-form-item-explain-error').waitFor();
    await arrived.fill('2');
    await clerk.page.getByText(clerk.say('store.receive.effect.short', { count: 1 })).waitFor();
    await clerk.expectAccessible();
    await clerk.picture('store-receive');
    await press(clerk, clerk.say('store.receive.go'));
    await clerk.page.getByText(clerk.say('store.difference.first')).waitFor();
    await clerk.done();

    const third = await stage.open(TABLET, 'treasurer');
    await third.go(`/board/store/transfers/${way.split('/').at(-1)}`);
    await press(third, third.say('store.difference'));
    const form = third.page.getByRole('dialog');
    await form.getByRole('radio', { name: third.say('store.difference.LEFT_BEHIND') }).check();
    await form.getByLabel(third.say('store.difference.how')).fill('在原货架上找到');
    await third.expectAccessible();
    await third.picture('store-difference');
    await doIt(third, third.say('store.difference'));
    await third.page.getByText(third.say('store.transfer.SETTLED')).waitFor();
    await third.picture('store-transfer');
    await third.done();
  });
});
