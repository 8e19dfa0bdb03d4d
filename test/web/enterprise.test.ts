import type { Page } from 'playwright-core';
import { askAs, firstPool, idOf } from './support/board';
import { describeInChromium } from './support/chromium';
import { unseen } from './support/routes';
import { SCREENS, STORY_SCREENS, type WordsIn } from './support/screens';
import { openStage, type Desk, type Stage } from './support/stage';
import { LANGUAGES, walk } from './support/walk';

/** A period of its own for each screen, long enough ago to be nobody else's. */
const YEAR = new Date().getUTCFullYear() - 3;
const periodOf = (at: number) => ({
  first: `${YEAR}-0${at + 1}-01`,
  last: `${YEAR}-0${at + 1}-27`,
  due: `${YEAR}-12-31`,
});

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Chooses from a list by what stands in it, with the keyboard. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  const list = page.getByRole('combobox', { name: label });
  await list.fill(text);
  await list.press('Enter');
}

async function declare({ page, say }: Desk, at: number): Promise<void> {
  const { first, last, due } = periodOf(at);
  await page.getByRole('button', { name: say('enterprise.declare') }).click();
  await heading(page, say('enterprise.declare')).waitFor();
  await page.getByLabel(say('enterprise.first-day')).fill(first);
  await page.getByLabel(say('enterprise.last-day')).fill(last);
  await page.getByLabel(say('enterprise.due')).fill(due);
  await page.getByLabel(say('enterprise.revenue')).fill('12,000.50');
  await page.getByLabel(say('enterprise.costs')).fill('2000.50');
}

/** Writes a share that is too large, is told so, and finds all that was written still there. */
async function promise(desk: Desk): Promise<void> {
  const { page, say } = desk;
  await page.getByRole('textbox', { name: say('enterprise.share') }).fill('150');
  await button(page, say('enterprise.declare.go')).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel(say('enterprise.revenue')).inputValue()).toBe('12,000.50');
  await desk.expectAccessible();
  await page.getByRole('textbox', { name: say('enterprise.share') }).fill('40');
  const effect = page.getByRole('status').filter({ hasText: say('enterprise.effect.promised') });
  await effect.getByText('¥4,000.00').waitFor();
  await effect.getByText('¥6,000.00').waitFor();
  await desk.picture('enterprise-declare');
  await button(page, say('enterprise.declare.go')).click();
  await button(page, say('enterprise.remit')).waitFor();
}

/** Sees what a remittance would do before it is recorded; too much is refused with the reason. */
async function remit(desk: Desk): Promise<void> {
  const { page, say } = desk;
  await button(page, say('enterprise.remit')).click();
  const form = page.getByRole('dialog');
  const amount = form.getByLabel(say('enterprise.remit.amount'));
  expect(await amount.inputValue()).toBe('4000.00');
  await amount.fill('4000.01');
  await form.getByRole('button', { name: say('enterprise.remit.look') }).click();
  await form.getByRole('alert').filter({ hasText: '4000.01' }).waitFor();
  await amount.fill('1000');
  await form.getByRole('button', { name: say('enterprise.remit.look') }).click();
  await form.getByText('¥3,000.00').waitFor();
  await desk.expectAccessible();
  await desk.picture('enterprise-remit');
  await form.getByRole('button', { name: say('enterprise.remit.go') }).dblclick();
  await form.waitFor({ state: 'hidden' });
  const arrivals = page.getByRole('listitem').filter({ hasText: '¥1,000.00' });
  await arrivals.first().waitFor();
  // A double click recorded it once.
  expect(await arrivals.count()).toBe(1);
  await page.getByText('¥3,000.00').first().waitFor();
  await desk.picture('enterprise-declaration');
}

async function follow(desk: Desk): Promise<void> {
  const { page, say } = desk;
  await page.getByRole('listitem').filter({ hasText: '¥1,000.00' }).getByRole('link').click();
  await heading(page, new RegExp(say('enterprise.arrival'))).waitFor();
  await page.getByRole('heading', { name: say('enterprise.went') }).waitFor();
  await desk.picture('enterprise-arrival');
  await page
    .getByRole('main')
    .getByRole('link', { name: String(YEAR) })
    .click();
}

async function amend(desk: Desk): Promise<void> {
  const { page, say } = desk;
  await button(page, say('enterprise.amend')).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(say('enterprise.costs')).fill('3000.50');
  await form.getByLabel(say('enterprise.reason'), { exact: true }).fill('A bill came late.');
  await desk.picture('enterprise-amend');
  await form.getByRole('button', { name: say('enterprise.amend.go') }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByText('A bill came late.').waitFor();
  await page.getByText('¥3,600.00').first().waitFor();
}

/** Names two pools with weights; what each would get of a thousand yuan is seen at once. */
async function plan(desk: Desk): Promise<void> {
  const { page, say } = desk;
  await page.getByRole('link', { name: say('enterprise.plans') }).click();
  await page.getByRole('button', { name: say('enterprise.plan.new') }).click();
  const poolOf = (n: number) => say('enterprise.plan.pool', { n });
  await choose(page, poolOf(1), '教育');
  await button(page, say('enterprise.plan.add')).click();
  await choose(page, poolOf(2), '福利');
  await page.getByLabel(say('enterprise.plan.weight', { n: 2 })).fill('2');
  await page.getByRole('status').getByText('¥666.67').waitFor();
  await desk.expectAccessible();
  await desk.picture('enterprise-plan');
  await button(page, say('enterprise.plan.go')).click();
  await page.getByText(say('enterprise.plan.now')).first().waitFor();
  await desk.picture('enterprise-plans');
}

/** What the director's enterprise has remitted, the first of all first. */
const ARRIVALS = `
  select entry.community_id, entry.id, surplus_declaration.id declaration
  from ledger_entry entry
  join surplus_declaration on surplus_declaration.community_id = entry.community_id
    and surplus_declaration.id = (entry.facts ->> 'declarationId')::uuid
  join membership on organisation_id = enterprise_id
  join person on person.id = membership.person_id and person.login = 'director'
  where entry.rule = 'surplusRemitted' order by entry.id`;

describeInChromium('the desk of a social enterprise', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 240_000);
  afterAll(() => stage?.close());

  test.each(STORY_SCREENS.map((screen, at) => ({ ...screen, at })))(
    'declare, remit, see where it went, amend, plan anew: $device $language',
    async ({ at, ...screen }) => {
      const desk = await stage.open(screen, 'director');
      await desk.go('/enterprise');
      await heading(desk.page, desk.say('enterprise.promises')).waitFor();
      await declare(desk, at);
      await promise(desk);
      await remit(desk);
      await follow(desk);
      await amend(desk);
      await plan(desk);
      await desk.done();
    },
    240_000,
  );

  test.each(LANGUAGES)('every page may be looked at: %s', async (language) => {
    const one = (type: string, column: string) =>
      idOf(stage, type, `select entry.community_id, ${column} id from (${ARRIVALS}) entry limit 1`);
    const declaration = `/enterprise/promises/${await one('Declaration', 'declaration')}`;
    const arrival = `${declaration}/arrivals/${await one('Remittance', 'id')}`;
    const shows = (key: string) => (desk: Desk) => desk.say(key);
    const amends = async ({ page, say }: Desk) => {
      await button(page, say('enterprise.amend')).click();
      await page.getByText(say('enterprise.reason.public')).waitFor();
    };
    const pages = [
      { path: '/enterprise/promises', shows: shows('enterprise.committed') },
      { path: declaration, shows: shows('enterprise.arrivals'), opens: amends },
      { path: arrival, shows: shows('enterprise.shared') },
      { path: '/enterprise/promises/new', shows: shows('enterprise.first-day') },
      { path: '/enterprise/plans', shows: shows('enterprise.plan.example') },
      { path: '/enterprise/plans/new', shows: shows('enterprise.plan.add') },
      { path: '/enterprise/matches', shows: shows('enterprise.campaign.raised') },
    ];
    expect(unseen('enterprise', pages)).toEqual([]);
    await walk(stage, language, 'director', pages);
  });

  test('the director promises a match, once it was seen whom it binds', async () => {
    const campaign = await openCampaign(stage);
    const desk = await stage.open(SCREENS[3]!, 'director');
    const { page, say } = desk;
    await desk.go('/enterprise');
    await page.getByRole('link', { name: say('enterprise.matches') }).click();
    const card = page.getByRole('listitem').filter({ hasText: campaign });
    await card.getByRole('button', { name: say('enterprise.match.promise') }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(say('enterprise.match.percent')).fill('1001');
    await form.getByLabel(say('enterprise.match.cap')).fill('500');
    await form.getByRole('button', { name: say('enterprise.match.go') }).click();
    await form.locator('.ant-form-item-explain-error').first().waitFor();
    await desk.expectAccessible();
    await desk.picture('enterprise-match');
    await form.getByLabel(say('enterprise.match.percent')).fill('50');
    await form.getByRole('button', { name: say('enterprise.match.go') }).dblclick();
    await form.waitFor({ state: 'hidden' });
    await card.getByText(say('enterprise.match.own', { percent: 50 })).waitFor();
    await card.getByText('¥500.00').first().waitFor();
    await desk.expectAccessible();
    await desk.picture('enterprise-matches');
    await desk.done();
  }, 120_000);

  test('a bookkeeper is told who sets the plan, and whoever has no enterprise that there is none', async () => {
    const [screen] = SCREENS;
    const bookkeeper = await stage.open(screen!, 'bookkeeper');
    await bookkeeper.go('/enterprise/plans');
    await bookkeeper.page.getByText(bookkeeper.say('enterprise.plans.director')).waitFor();
    await expectNone(bookkeeper.page, bookkeeper.say);
    await bookkeeper.done();
    const clerk = await stage.open(screen!, 'clerk');
    await clerk.go('/enterprise');
    await clerk.page.getByText(clerk.say('desk.not-yours')).waitFor();
    await clerk.expectAccessible();
    await clerk.done();
  });
});

/** A campaign that nobody matches yet, in the books where the director may promise. */
async function openCampaign(stage: Stage): Promise<string> {
  const title = '给老人楼加扶手';
  await askAs(stage, 'secretary', OPEN_CAMPAIGN, {
    input: {
      ...{ poolId: await firstPool(stage), title, story: '三个单元，每层一根。' },
      startsOn: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()),
    },
  });
  return title;
}

const OPEN_CAMPAIGN = `mutation ($input: OpenCampaignInput!) { openCampaign(input: $input) {
  campaign { id } userErrors { code } } }`;

async function expectNone(page: Page, say: WordsIn): Promise<void> {
  expect(await page.getByRole('button', { name: say('enterprise.plan.new') }).count()).toBe(0);
}
