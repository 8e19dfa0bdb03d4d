import { localOf } from '../../web/desks/kit/act-input';
import { daysAfter } from '../../web/kit/days';
import { idOf } from './support/board';
import { describeInChromium } from './support/chromium';
import { form, Neighbourhood, said, send } from './support/me';
import { screenOf } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';

const today = () => localOf(new Date()).slice(0, 10);

describeInChromium('what officers set of credits and stores', () => {
  let stage: Stage;
  let home = '';
  let slug = '';

  beforeAll(async () => {
    stage = await openStage();
    ({ home, slug } = await new Neighbourhood(stage).home());
  }, 240_000);
  afterAll(() => stage?.close());

  const one = async (sql: string) => (await stage.sql(sql))[0];

  test('what services and courses earn from a coming day on, and what may be handed on', async () => {
    const desk = await stage.open(screenOf('desktop', 'en'), 'officer');
    const { page, say } = desk;
    await desk.go(`/cadre/credits?in=${slug}`);
    await said(desk, 'cadre.stores');
    await desk.expectAccessible();
    await desk.picture('credits');

    const rates = await form(desk, 'cadre.scheme.set-rates');
    await rates.getByLabel(`${say('cadre.scheme.hourly')} 1`, { exact: true }).fill('15');
    await rates.getByRole('button', { name: say('cadre.scheme.rates.more') }).click();
    const kinds = await rates.getByLabel(new RegExp(`^${say('cadre.scheme.kind')} `)).count();
    await rates.getByLabel(`${say('cadre.scheme.kind')} ${kinds}`, { exact: true }).fill('陪诊');
    await rates.getByLabel(`${say('cadre.scheme.hourly')} ${kinds}`, { exact: true }).fill('12');
    // Today's services are earned by today's rates.
    await rates.getByLabel(say('cadre.scheme.from')).fill(today());
    const go = rates.getByRole('button', { name: say('cadre.scheme.set-rates'), exact: true });
    await go.click();
    await rates.locator('.ant-form-item-explain-error').first().waitFor();
    await desk.expectAccessible();
    await desk.picture('credits-rates');
    await rates.getByLabel(say('cadre.scheme.from')).fill(daysAfter(today(), 3));
    await send(desk, 'cadre.scheme.set-rates');
    expect(
      await one(`select credits_per_hour from credit_scheme_rate where service_kind = '陪诊'`),
    ).toEqual({ credits_per_hour: expect.anything() });

    const course = await form(desk, 'cadre.scheme.set-course');
    await course.getByLabel(say('cadre.scheme.credits')).fill('3');
    await course.getByRole('radio', { name: say('cadre.scheme.per.HOUR') }).check();
    await send(desk, 'cadre.scheme.set-course');
    expect(await one(`select per from credit_course_rate where credits = 3`)).toEqual({
      per: 'hour',
    });

    const transfer = await form(desk, 'cadre.scheme.set-transfer');
    await transfer.getByLabel(say('cadre.scheme.limit')).fill('37');
    await send(desk, 'cadre.scheme.set-transfer');
    const rule = 'select from credit_transfer_rule where monthly_limit = 37';
    expect(await stage.sql(rule)).toHaveLength(1);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await desk.done();
  }, 120_000);

  test('a store: what one person may write off, what goods earn, its premises', async () => {
    const desk = await stage.open(screenOf('tablet', 'zh-CN'), 'officer');
    const { page, say } = desk;
    const store = await idOf(
      stage,
      'Store',
      `select id, community_id from store where community_id = '${home}' order by id limit 1`,
    );
    await desk.go(`/cadre/credits/stores/${store}?in=${slug}`);
    const limit = await form(desk, 'cadre.write-off-limit.set');
    await limit.getByLabel(say('cadre.write-off-limit.most')).fill('9');
    await limit.getByLabel(say('cadre.write-off-limit.value')).fill('120.50');
    await send(desk, 'cadre.write-off-limit.set');
    await page.getByText(say('cadre.write-off-limit.pieces', { count: 9 })).waitFor();

    const [product] = await stage.sql(
      `select name from product where community_id = $1 order by id limit 1`,
      home,
    );
    await pressOf(desk, 'cadre.goods-value.set', product?.name ?? '');
    const value = page.getByRole('dialog');
    await value.getByLabel(say('cadre.goods-value.credits')).fill('7');
    await desk.expectAccessible();
    await value.getByRole('button', { name: say('cadre.goods-value.set'), exact: true }).click();
    await page
      .getByText(say('cadre.goods-value.says', { count: 7 }))
      .first()
      .waitFor();

    const before = (await stage.sql('select from premises_agreement')).length;
    const record = await form(desk, 'cadre.premises.record');
    await record.getByLabel(say('cadre.address')).fill('站前街 8 号');
    await record.getByLabel(say('cadre.premises.from')).fill(daysAfter(today(), -30));
    await record.getByLabel(say('cadre.premises.until')).fill(daysAfter(today(), -40));
    await record.getByLabel(say('cadre.premises.terms')).fill('水电自理');
    const go = record.getByRole('button', { name: say('cadre.premises.record'), exact: true });
    await go.click();
    await record.getByRole('alert').first().waitFor();
    expect(await record.getByLabel(say('cadre.address')).inputValue()).toBe('站前街 8 号');
    await record.getByLabel(say('cadre.premises.from')).fill(daysAfter(today(), 800));
    await record.getByLabel(say('cadre.premises.until')).fill(daysAfter(today(), 900));
    await desk.picture('store-premises');
    await send(desk, 'cadre.premises.record');
    await page
      .getByText(/站前街 8 号/)
      .first()
      .waitFor();
    expect(await stage.sql('select from premises_agreement')).toHaveLength(before + 1);

    await form(desk, 'cadre.premises.renew');
    const renew = page.getByRole('dialog');
    await renew.getByLabel(say('cadre.premises.until')).fill(daysAfter(today(), 1200));
    await send(desk, 'cadre.premises.renew');
    await page
      .getByText(/站前街 8 号/)
      .nth(1)
      .waitFor();
    await form(desk, 'cadre.premises.end');
    const end = page.getByRole('dialog');
    await end.getByLabel(say('cadre.reason')).fill('场地另有用途');
    await end.getByLabel(say('cadre.premises.until')).fill(daysAfter(today(), 1000));
    await send(desk, 'cadre.premises.end');
    await page
      .getByText(/场地另有用途/)
      .first()
      .waitFor();
    await desk.expectAccessible();
    await desk.picture('store-rules');
    await desk.done();
  }, 120_000);

  test('a second supermarket is opened, with who runs it, what pays and who lends', async () => {
    const desk = await stage.open(screenOf('phone', 'zh-CN'), 'officer');
    const { page, say } = desk;
    await desk.go(`/cadre/credits?in=${slug}`);
    await said(desk, 'cadre.stores');
    const open = await form(desk, 'cadre.stores.open');
    await open.getByLabel(say('cadre.name')).fill('二号慈善超市');
    await open.getByLabel(say('cadre.stores.code')).fill('C99');
    for (const key of ['cadre.stores.operator', 'cadre.stores.pool', 'cadre.premises.owner'])
      await first(desk, say(key));
    await desk.expectAccessible();
    await send(desk, 'cadre.stores.open');
    await page.getByRole('link', { name: '二号慈善超市' }).click();
    await page.getByRole('heading', { level: 1, name: '二号慈善超市' }).waitFor();
    await page.getByText(say('cadre.write-off-limit.none')).waitFor();
    await desk.done();
  }, 120_000);
});

/** Presses a button that names what it is about. */
const pressOf = ({ page, say }: Desk, key: string, name: string) =>
  page.getByRole('button', { name: `${say(key)}: ${name}`, exact: true }).click();

/** Takes the first of what can be chosen, which is shown whole or as a list to open. */
async function first({ page }: Desk, label: string): Promise<void> {
  const group = page.getByRole('radiogroup', { name: label });
  if (await group.isVisible()) return await group.getByRole('radio').first().check();
  const box = page.getByRole('combobox', { name: label });
  await box.press('ArrowDown');
  await box.press('Enter');
}
