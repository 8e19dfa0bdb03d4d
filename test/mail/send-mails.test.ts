import { SYSTEM } from '../../src/kernel/actor';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { MailRow } from '../../src/mail/mail.entity';
import { mailPage, mailsPage } from '../../src/mail/outbox-page';
import { MOST_TRIES, pauseAfter, sendMails } from '../../src/mail/send-mails';
import { KEEPS, newSender, type Sender } from '../../src/mail/sender';
import { TEMPLATES } from '../../src/mail/templates';
import { writeMail } from '../../src/mail/write-mail';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { openPostOffice, type PostOffice } from './post-office';

let database: FreshDatabase;
let world: World;
let office: PostOffice;
let sender: Sender;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  office = await openPostOffice();
  sender = newSender(office.url, 'Yongle Foundation <letters@yongle.example>');
});
afterAll(async () => {
  sender.close();
  await office.close();
  await database.drop();
});
afterEach(async () => {
  office.received.length = 0;
  office.answers.length = 0;
  await database.dataSource.query('delete from mail');
});

const NOW = new Date('2026-11-26T04:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const MINUTE = 60_000;

const write = (key: string, more: { to?: string; communityId?: string; fails?: boolean } = {}) =>
  inUnitOfWork(
    database.dataSource,
    SYSTEM,
    async (work) => {
      await writeMail(work, more.communityId ?? world.home.id, {
        key,
        to: more.to ?? 'giver@example.org',
        locale: 'zh',
        template: 'donationReceived',
        facts: TEMPLATES.donationReceived.example,
      });
      if (more.fails) throw new Error('Rolled back');
    },
    NOW,
  );
const send = (now: Date = NOW, by: Sender = sender) =>
  sendMails(database.dataSource, by, { now, limit: 50 });
const rows = () => database.dataSource.manager.find(MailRow, { order: { key: 'asc' } });

test('a letter arrives, from whom and to whom it should, and is marked', async () => {
  await write('gift/1');
  expect(office.received).toEqual([]);
  expect(await send()).toEqual({ sent: 1, kept: 0, failed: 0 });
  const [row] = await rows();
  expect(row).toMatchObject({ state: 'sent', tries: 1, lastError: null });
  expect(row?.sentAt?.getTime()).toBeGreaterThanOrEqual(NOW.getTime());
  const [letter] = office.received;
  expect(letter?.to).toEqual(['giver@example.org']);
  expect(letter?.header('from')).toBe('Yongle Foundation <letters@yongle.example>');
  expect(letter?.header('message-id')).toBe(`<${row?.id}@yongle.example>`);
  expect(letter?.raw).toMatch(/text\/plain[^]*text\/html/);
  expect(await send()).toEqual({ sent: 0, kept: 0, failed: 0 });
});

test('the same letter is written once, in each community; what is rolled back never', async () => {
  await write('gift/1');
  await write('gift/1', { to: 'other@example.org' });
  await write('gift/1', { communityId: world.other.id });
  await expect(write('gift/2', { fails: true })).rejects.toThrow('Rolled back');
  expect((await rows()).map(({ recipient }) => recipient)).toEqual([
    'giver@example.org',
    'giver@example.org',
  ]);
});

test('three senders at once send each letter once', async () => {
  for (let n = 10; n < 30; n += 1) await write(`gift/${n}`);
  const senders = await Promise.all([send(), send(), send()]);
  expect(senders.reduce((sum, { sent }) => sum + sent, 0)).toBe(20);
  const ids = office.received.map((letter) => letter.header('message-id'));
  expect(ids).toHaveLength(20);
  expect(new Set(ids).size).toBe(20);
});

test('refused for now, it is tried again after a pause, and not before', async () => {
  await write('gift/1');
  await write('gift/2', { to: 'second@example.org' });
  office.answers.push('450 mailbox busy');
  expect(await send()).toMatchObject({ failed: 1, sent: 1 });
  const [waits] = await rows();
  expect(waits).toMatchObject({ state: 'waiting', tries: 1, sentAt: null });
  expect(waits?.lastError).toContain('450 mailbox busy');
  expect(await send(later(MINUTE / 2))).toMatchObject({ sent: 0 });
  expect(await send(later(2 * MINUTE))).toMatchObject({ sent: 1 });
  expect((await rows())[0]).toMatchObject({ state: 'sent', tries: 2, lastError: null });
});

test('after ten tries it is given up', async () => {
  await write('gift/1');
  let now = NOW;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    office.answers.push('550 no such mailbox');
    expect(await send(now)).toMatchObject({ failed: 1 });
    now = new Date(now.getTime() + pauseAfter(tries) + MINUTE);
  }
  expect((await rows())[0]).toMatchObject({ state: 'failed', tries: MOST_TRIES, sentAt: null });
  expect(await send(later(365 * 24 * 60 * MINUTE))).toEqual({ sent: 0, kept: 0, failed: 0 });
});

test('pauses grow from a minute to six hours', () => {
  const pauses = Array.from({ length: MOST_TRIES }, (_, n) => pauseAfter(n + 1) / MINUTE);
  expect(pauses).toEqual([1, 3, 9, 27, 81, 243, 360, 360, 360, 360]);
});

test('a line cut off after the letter was taken sends it again under the same id', async () => {
  await write('gift/1');
  office.hangsUp = 1;
  expect(await send()).toMatchObject({ failed: 1 });
  expect(await send(later(2 * MINUTE))).toMatchObject({ sent: 1 });
  const [first, second] = office.received.map((letter) => letter.header('message-id'));
  expect(first).toBe(second);
});

test('whoever dies with a letter in hand leaves it to others after ten minutes', async () => {
  await write('gift/1');
  let taken: () => void = () => undefined;
  const hasTaken = new Promise<void>((resolve) => (taken = resolve));
  const dies: Sender = { send: () => (taken(), new Promise(() => undefined)), close: () => {} };
  void send(NOW, dies);
  await hasTaken;
  expect(await send(later(9 * MINUTE))).toMatchObject({ sent: 0 });
  expect(await send(later(11 * MINUTE))).toMatchObject({ sent: 1 });
});

test('what is no address goes to nobody, and holds up nobody', async () => {
  await write('gift/1', { to: 'a@example.org, b@example.org' });
  await write('gift/2', { to: 'a@example.org\r\nBcc: b@example.org' });
  await write('gift/3');
  expect(await send()).toEqual({ sent: 1, kept: 0, failed: 2 });
  expect(office.received.map(({ to }) => to)).toEqual([['giver@example.org']]);
});

test('without a post office letters are kept, and read on a page', async () => {
  const { manager } = database.dataSource;
  expect(await mailsPage(manager)).toContain('No letters yet');
  await write('gift/1', { to: '<script>@example.org' });
  await write('gift/2');
  expect(newSender(undefined, 'x@example.org')).toBe(KEEPS);
  expect(await send(NOW, KEEPS)).toEqual({ sent: 0, kept: 1, failed: 1 });
  const kept = (await rows())[1]!;
  expect(kept).toMatchObject({ state: 'kept', sentAt: null });
  const link = `/demo/mails/${kept.communityId}/${kept.id}`;
  expect(await mailsPage(manager)).toContain(`<a href="${link}">谢谢您的捐赠：老人食堂</a>`);
  const page = await mailPage(manager, kept.communityId, kept.id);
  expect(page).toContain('1,234.50 元');
  expect(page).not.toContain('<script');
  expect(await mailPage(manager, world.other.id, kept.id)).toBeNull();
  expect(await mailPage(manager, 'x', "';")).toBeNull();
});
