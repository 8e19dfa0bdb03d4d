import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { seal } from '../../src/ledger/seal';
import { rolling } from '../../src/reports/rolling';
import { until } from '../server/givers';
import { idOf } from './support/board';
import { describeInChromium } from './support/chromium';
import { unseen } from './support/routes';
import { STORY_SCREENS } from './support/screens';
import { openStage, type Desk, type Stage } from './support/stage';
import { LANGUAGES, walk } from './support/walk';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const entries = (page: Page) => page.getByRole('main').getByRole('listitem');

const REMITTED = { 'zh-CN': '盈余捐入', en: 'Surplus remitted' } as const;

/** Searches by the kind of event, with the keyboard, and finds entries of that kind alone. */
async function search(desk: Desk): Promise<void> {
  const { page, say, screen } = desk;
  const title = REMITTED[screen.language];
  await desk.go('/audit');
  await entries(page).first().waitFor();
  const kind = page.getByRole('combobox', { name: say('audit.kind') });
  await kind.fill(title);
  await kind.press('Enter');
  await button(page, say('audit.search')).click();
  await page.getByText(say('audit.sealed-only')).waitFor();
  await entries(page).filter({ hasText: title }).first().waitFor();
  expect(await entries(page).filter({ hasNotText: title }).count()).toBe(0);
  await desk.picture('audit-search');
}

/** Opens an entry, finds the same by its number, and sees it as it is printed. */
async function read(desk: Desk): Promise<void> {
  const { page, say, screen } = desk;
  await entries(page).first().getByRole('link').click();
  await heading(page, REMITTED[screen.language]).waitFor();
  await page.getByText(say('audit.sealed'), { exact: true }).waitFor();
  expect(await page.getByRole('row').count()).toBeGreaterThan(3);
  await desk.picture('audit-entry');
  await page.emulateMedia({ media: 'print' });
  expect(await button(page, say('audit.print')).isVisible()).toBe(false);
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  await desk.picture('audit-entry-printed');
  await page.emulateMedia({ media: 'screen' });

  // The number is what may be copied.
  const number = await page
    .getByRole('definition')
    .filter({ has: page.getByRole('button') })
    .innerText();
  await desk.go('/audit/entries');
  const field = page.getByLabel(say('audit.by-number'));
  await field.fill('0'.repeat(12));
  await button(page, say('audit.open')).click();
  await page.getByText(say('audit.by-number.unknown')).waitFor();
  await field.fill(number.trim().slice(-12));
  await field.press('Enter');
  await heading(page, REMITTED[screen.language]).waitFor();
}

/** From an entry to all on one account, on to its statement, and back to everybody's. */
async function along(desk: Desk): Promise<void> {
  const { page, say } = desk;
  await page.getByRole('row').getByRole('link').first().click();
  await page.getByRole('columnheader', { name: say('audit.after') }).waitFor();
  await desk.picture('audit-account');
  await button(page, say('audit.search-account')).click();
  const narrowed = page.getByLabel(say('audit.without-account'));
  await narrowed.waitFor();
  await entries(page).first().waitFor();
  await desk.expectAccessible();
  await narrowed.click();
  await narrowed.waitFor({ state: 'hidden' });
  // Everybody's entries are there, and the form with them.
  await desk.settle();
  await page.getByLabel(say('audit.amount')).fill('0.07');
  await button(page, say('audit.search')).click();
  await page.getByText(say('audit.found.nothing')).waitFor();
  await desk.expectAccessible();
}

async function verify(desk: Desk): Promise<void> {
  const { page, say } = desk;
  await page.getByRole('link', { name: say('audit.verify'), exact: true }).click();
  await button(page, say('audit.verify.ask')).click();
  await page
    .getByRole('status')
    .filter({ hasText: say('audit.verify.RIGHT') })
    .waitFor({ timeout: 60_000 });
  const held = say('audit.verify.right-ones_other', { count: '' }).trim();
  await page.getByText(held).click();
  await page
    .getByRole('img', { name: say('audit.right') })
    .first()
    .waitFor();
  // Nothing is new, unless a block was sealed just now: it is said when it may be asked for again.
  const later = page.getByRole('alert').filter({ hasText: '10' });
  const askAgain = async () => {
    await button(page, say('audit.verify.ask')).click();
    await desk.settle();
    return await later.isVisible();
  };
  await until(askAgain, (isTold) => isTold);
  await desk.expectAccessible();
  await desk.picture('audit-verify');
}

/** A file is taken away whole; one whose way breaks is told of, and taken again. */
async function take(desk: Desk): Promise<void> {
  const { page, say, context } = desk;
  await page.getByRole('link', { name: say('audit.exports'), exact: true }).click();
  const file = (name: string, format: string) =>
    button(page, `${say(`audit.file.${name}`)} ${say(`audit.as.${format}`)}`);
  await file('books', 'hledger').waitFor();
  await context.setOffline(true);
  await file('books', 'hledger').click();
  await page.getByText(say('audit.file.broken')).waitFor();
  await desk.expectAccessible();
  await context.setOffline(false);
  expect(desk.takeComplaints().join()).toContain('ERR_INTERNET_DISCONNECTED');
  const came = page.waitForEvent('download');
  await file('books', 'hledger').click();
  const saved = await (await came).path();
  expect(fs.readFileSync(saved, 'utf8')).toContain('surplusRemitted');
  await page.getByText(say('audit.file.done', { size: '' }).slice(0, 3)).waitFor();
  await desk.picture('audit-exports');
}

describeInChromium('the desk of an auditor', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
    const { dataSource } = stage.database;
    await seal(dataSource, rolling(dataSource));
  }, 240_000);
  afterAll(() => stage?.close());

  test.each(STORY_SCREENS)(
    'search, read, verify, take away: $device $language',
    async (screen) => {
      // The story before this one was an hour ago.
      await stage.database.dataSource.query(
        `update verification set begun_at = begun_at - interval '1 hour',
           ended_at = ended_at - interval '1 hour'`,
      );
      const desk = await stage.open(screen, 'auditor');
      await search(desk);
      await read(desk);
      await along(desk);
      await verify(desk);
      await take(desk);
      await desk.done();
    },
    240_000,
  );

  test.each(LANGUAGES)('every page may be looked at: %s', async (language) => {
    const one = async (type: string, from: string) =>
      await idOf(stage, type, `select community_id, id from ${from} order by id limit 1`);
    const entry = await one('Entry', `ledger_entry where rule = 'surplusRemitted'`);
    const account = await one('Account', `ledger_account where kind = 'poolAvailable'`);
    const report = await one('Verification', 'verification where ended_at is not null');
    const pages = [
      { path: '/audit/entries', opens: ({ page }: Desk) => entries(page).first().waitFor() },
      { path: `/audit/entries/${entry}`, shows: ({ say }: Desk) => say('audit.seal') },
      { path: `/audit/accounts/${account}`, shows: ({ say }: Desk) => say('audit.after') },
      { path: '/audit/verify', shows: ({ say }: Desk) => say('audit.verify.says') },
      { path: `/audit/verify/${report}` },
      { path: '/audit/exports', shows: ({ say }: Desk) => say('audit.file.journal') },
    ];
    expect(unseen('audit', pages)).toEqual([]);
    await walk(stage, language, 'auditor', pages);
  });
});
