import type { Locator } from 'playwright-core';
import { rolling } from '../../src/reports/rolling';
import { seal } from '../../src/ledger/seal';
import { describeInChromium } from './support/chromium';
import { SCREENS, STORY_SCREENS, wordsOf, type Screen } from './support/screens';
import { openStage, type Desk, type Stage } from './support/stage';
import { LANGUAGES, walk } from './support/walk';

const COMMUNITY = '一道街社区';
const BOOK = '/c/yidaojie';
const ENTRIES = `${BOOK}/entries?items=GRANTS`;

const PAGES = [
  ...['/c', BOOK, ENTRIES].map((path) => ({ path })),
  // Where there is little to show, or nothing.
  { path: `${BOOK}?from=2020-01&until=2021-01` },
  { path: `${BOOK}/entries?items=RETURNED` },
  { path: '/c/nowhere', status: 404 },
];
const [PHONE] = SCREENS as readonly [Screen, ...Screen[]];

describeInChromium('the open book', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
    const { dataSource } = stage.database;
    await seal(dataSource, rolling(dataSource));
  }, 120_000);
  afterAll(() => stage?.close());

  test.each(LANGUAGES)('every page is whole: %s', (language) =>
    walk(stage, language, undefined, PAGES),
  );

  test.each(STORY_SCREENS)('from a number to the entries beneath it: $device', async (screen) => {
    const desk = await stage.open(screen);
    await followNumber(desk);
    await desk.done();
  });

  test('the same without JavaScript', async () => {
    const desk = await stage.open(PHONE, undefined, { javaScriptEnabled: false });
    await followNumber(desk);
    await desk.done();
  });

  test('it is read in the other language, and over a longer time', async () => {
    const desk = await stage.open(PHONE);
    const english = wordsOf('en');
    await desk.go(BOOK);
    await desk.page.getByRole('link', { name: 'English' }).click();
    const title = english('book.title', { place: COMMUNITY });
    await desk.page.getByRole('heading', { level: 1, name: title }).waitFor();
    const long = desk.page.getByRole('link', { name: english('book.period.long') });
    await long.click();
    expect(await long.getAttribute('aria-current')).toBe('page');
    const months = desk.page.getByRole('region', { name: english('book.time.table') });
    await desk.page.getByText(english('book.time.table'), { exact: true }).first().click();
    expect(await months.getByRole('row').count()).toBe(37);
    await desk.done();
  });

  test('its lists leave as CSV, whose rows are the entries of the page', async () => {
    const desk = await stage.open(PHONE);
    await desk.go(ENTRIES);
    const total = fen((await heading(desk).textContent()) ?? '');
    const link = desk.page.getByRole('link', { name: desk.say('book.entry.csv') });
    const answer = await desk.page.request.get(stage.url + (await link.getAttribute('href')));
    expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
    const [head, ...rows] = (await answer.text()).trimEnd().split('\r\n');
    expect(head).toContain('金额');
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.reduce((sum, row) => sum + fen(row.split(',')[2] ?? ''), 0)).toBe(total);
    await desk.done();
  });
});

const heading = ({ page }: Desk): Locator => page.getByRole('heading', { level: 1 });

/** Fen of an amount as it is written: `¥1,234.50`, `-60.00`. */
function fen(text: string): number {
  const [, sign = '', whole = '', part = ''] = /(-?)¥?([\d,]+)\.(\d\d)/.exec(text) ?? [];
  const minor = Number(whole.replaceAll(',', '')) * 100 + Number(part);
  return sign ? -minor : minor;
}

/** From the list of communities to a number, the entries beneath it, one of them, and back. */
async function followNumber(desk: Desk): Promise<void> {
  const { page, say } = desk;
  await desk.go('/c');
  await page.getByRole('link', { name: COMMUNITY }).click();
  const picture = page.getByRole('img', { name: new RegExp(COMMUNITY) });
  await picture.filter({ visible: true }).waitFor();
  const uses = page.getByRole('region', { name: say('book.uses') });
  const number = uses.getByRole('link').first();
  const said = (await number.textContent()) ?? '';
  await number.click();
  await page.getByText(say('book.entry.masked')).waitFor();
  expect(fen((await heading(desk).textContent()) ?? '')).toBe(fen(said));
  const entries = page.getByRole('article');
  const sums = await entries.locator('.entry-money').allTextContents();
  expect(sums.reduce((sum, each) => sum + fen(each), 0)).toBe(fen(said));
  const latest = entries.first();
  await latest.getByText(say('book.entry.as-book')).click();
  await latest.getByRole('columnheader', { name: say('book.entry.debit') }).waitFor();
  expect(await latest.getByRole('row').count()).toBeGreaterThan(2);
  await page.getByRole('link', { name: say('book.title', { place: COMMUNITY }) }).click();
  await page.getByRole('heading', { level: 2, name: say('book.loop') }).waitFor();
}
