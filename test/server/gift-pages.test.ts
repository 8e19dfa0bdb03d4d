import { startStandIn } from '../../src/payments/stand-in/start-stand-in';
import { give } from '../donations/gifts';
import { newPool } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { buildPages } from '../web/support/chromium';
import { openCounter, payOn, until, type Counter } from './givers';

let database: FreshDatabase;
let world: World;
let poolId: string;
let counter: Counter;

beforeAll(async () => {
  buildPages();
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  poolId = (await newPool(database.dataSource, world.home)).globalId;
  counter = await openCounter(database);
}, 120_000);
afterAll(async () => {
  expect(counter.logged).toEqual([]);
  await counter.close();
  await database.drop();
});

const begin = (input: Partial<Parameters<typeof give>[1]> = {}) =>
  give(database.dataSource, { to: { poolId }, email: 'wang@example.org', name: '王芳', ...input });

async function look(path: string, { headers, ...init }: RequestInit = {}) {
  const answer = await fetch(new URL(path, counter.url), {
    redirect: 'manual',
    headers: { accept: 'text/html', 'accept-language': 'zh-CN', ...headers },
    ...init,
  });
  return {
    status: answer.status,
    headers: answer.headers,
    location: answer.headers.get('location'),
    text: await answer.text(),
  };
}

const post = (path: string, headers: Record<string, string> = {}) =>
  look(path, { method: 'POST', body: new URLSearchParams(), headers });
const inEnglish = { headers: { 'accept-language': 'en' } };

test('a giver pays, comes back, and follows the gift to its paper', async () => {
  const { donation, checkoutUrl } = await begin();
  const page = `/gifts/${donation.token}`;
  const before = await look(page);
  expect(before.status).toBe(200);
  expect(before.text).toContain('<html lang="zh-CN">');
  expect(before.text).toContain('¥88.00');
  expect(before.text).toContain('尚未付款');
  expect(before.text).toContain('没有真实的款项往来');
  expect(before.text).toContain(`action="${page}/pay"`);

  const back = await look(await payOn(checkoutUrl));
  expect({ status: back.status, location: back.location }).toEqual({ status: 303, location: page });
  const after = await look(page);
  expect(after.text).toContain('已收到，谢谢您');
  expect(after.text).toContain('尚未使用，仍在资金池中。');
  expect(after.text).not.toContain(`${page}/pay`);

  const paper = /href="([^"]+\.pdf)"/.exec(after.text)?.[1] ?? '';
  const pdf = await fetch(new URL(paper, counter.url));
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.headers.get('content-disposition')).toMatch(
    /^inline; filename="acknowledgement-\d{4}-000001\.pdf"$/,
  );
  const bytes = Buffer.from(await pdf.arrayBuffer());
  expect(bytes.subarray(0, 4).toString()).toBe('%PDF');
  expect(bytes.length).toBeLessThan(100_000);
});

test('the paper of one gift is not given to whoever follows another', async () => {
  const one = await begin();
  await look(await payOn(one.checkoutUrl));
  const { text } = await look(`/gifts/${one.donation.token}`);
  const name = /papers\/([^"]+\.pdf)/.exec(text)?.[1] ?? '';
  const { donation: other } = await begin();
  for (const path of [
    `/gifts/${other.token}/papers/${name}`,
    `/gifts/${one.donation.token}/papers/x.pdf`,
  ])
    expect((await look(path)).status).toBe(404);
});

test('every page is for whoever has its address, and for nobody else', async () => {
  const { donation } = await begin();
  for (const path of ['', '/pay', '/looking', '/return', '/papers/none.pdf']) {
    const { headers } = await look(`/gifts/${donation.token}${path}`);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('set-cookie')).toBeNull();
  }
  const { headers } = await look(`/gifts/${donation.token}`);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  const policy = headers.get('content-security-policy');
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*/);
});

test.each(['x', 'A'.repeat(54), `${'A'.repeat(53)}%00`, "'--"])(
  'a token that is none of ours (%s) leads to a page that says so',
  async (token) => {
    for (const path of [`/gifts/${token}`, `/gifts/${token}/return`, `/pledges/${token}`]) {
      const english = await look(path, inEnglish);
      expect({ path, status: english.status }).toEqual({ path, status: 404 });
      expect(english.text).toContain('There is no such page');
    }
    expect((await post(`/gifts/${token}/pay`)).status).toBe(404);
    expect((await post(`/pledges/${token}/cancel`)).status).toBe(404);
    expect((await look(`/gifts/${token}`)).text).toContain('没有这个页面');
  },
);

test('what givers write stays text', async () => {
  const { donation } = await begin({
    ...{ name: '<script>alert(1)</script>', message: '"><img src=x onerror=alert(2)>' },
    locale: 'en',
  });
  const { text } = await look(`/gifts/${donation.token}`, inEnglish);
  expect(text).toContain('<html lang="en">');
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(text).not.toMatch(/<script>|<img src=x/);
});

test('looking opens no checkout; a button does, until too many were opened', async () => {
  const { donation, checkoutUrl } = await begin();
  const path = `/gifts/${donation.token}/pay`;
  const page = await look(path);
  expect(page.text).toContain(`<form method="post" action="${path}">`);
  // Where the checkout stands is for the processor to say.
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self' http: https:");
  const attempts = () =>
    database.dataSource.query('select id from attempt where donation_id = $1', [donation.id]);
  expect(await attempts()).toHaveLength(1);
  const pressed = await post(path);
  expect(pressed).toMatchObject({ status: 303, location: checkoutUrl });

  await database.dataSource.query(`update sign_in_guess set points = 10000 where key like 'gift%'`);
  const refused = await post(path);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('秒后重试');
  // Through a proxy on this machine others come, too, and are counted by themselves.
  expect((await post(path, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(303);
  await database.dataSource.query(`delete from sign_in_guess where key like 'gift%'`);

  await look(await payOn(checkoutUrl));
  const late = await post(path);
  expect(late).toMatchObject({ status: 303, location: `/gifts/${donation.token}` });
  expect((await look(path)).text).toContain('已收到');
});

test('while a payment is under way, the page says so', async () => {
  const { donation, checkoutUrl } = await begin();
  const shown = await look(await payOn(checkoutUrl, 'pending'));
  expect(shown).toMatchObject({ status: 303, location: `/gifts/${donation.token}` });
  expect((await look(`/gifts/${donation.token}`)).text).toContain('付款处理中');
  await until(
    () => look(`/gifts/${donation.token}`),
    ({ text }) => text.includes('已收到'),
  );
}, 30_000);

test('while the processor does not answer, the page looks again by itself', async () => {
  const webhook = { deliver: () => Promise.resolve() };
  const standIn = await startStandIn({ webhook });
  const other = await freshDatabase();
  const { home } = await newWorld(other.dataSource);
  const pool = await newPool(other.dataSource, home);
  const served = await openCounter(other, {
    payments: {
      ...{ by: 'stripe', key: 'sk_test_key', webhookSecret: 'whsec_secret' },
      ...{ base: standIn.url, currencies: ['CNY'] },
    },
  });
  try {
    const to = { poolId: pool.globalId };
    const { donation, checkoutUrl } = await give(other.dataSource, { to, locale: 'en' });
    expect(donation.provider).toBe('stripe');
    const back = await payOn(checkoutUrl);
    standIn.fault({ next: 1, kind: 'hang' });
    const sent = await look(back);
    const at = `/gifts/${donation.token}/looking?looks=0`;
    expect(sent).toMatchObject({ status: 303, location: at });
    const waiting = await look(new URL(at, served.url).href, inEnglish);
    expect(waiting.status).toBe(200);
    const next = `/gifts/${donation.token}/return?looks=1`;
    expect(waiting.text).toContain(`href="${next}" data-look-again`);
    expect(waiting.text).toContain('Looking for your payment');
    expect(waiting.text).not.toContain('no money moves');
    const known = await look(new URL(next, served.url).href);
    expect(known).toMatchObject({ status: 303, location: `/gifts/${donation.token}` });
    const home = new URL(known.location ?? '', served.url).href;
    expect((await look(home, inEnglish)).text).toContain('arrived');
  } finally {
    await served.close();
    await standIn.close();
    await other.drop();
  }
}, 30_000);

test('a monthly gift is paused, goes on, and is ended', async () => {
  const { donation, checkoutUrl } = await begin({ schedule: 'monthly', payWith: 'card' });
  await look(await payOn(checkoutUrl));
  const [{ token }] = await database.dataSource.query('select token from pledge where id = $1', [
    donation.pledgeId,
  ]);
  const page = `/pledges/${token}`;
  const first = await look(page);
  expect(first.text).toContain('每月 ¥88.00');
  expect(first.text).toContain('进行中');
  expect(first.text).toContain(`href="/gifts/${donation.token}"`);
  for (const [act, says] of [
    ['pause', '已暂停'],
    ['resume', '进行中'],
    ['cancel', '已结束'],
  ]) {
    expect(await post(`${page}/${act}`)).toMatchObject({ status: 303, location: page });
    // An event that was looked at meanwhile may say for a moment what was true before.
    await until(
      () => look(page),
      ({ text }) => text.includes(says ?? ''),
    );
  }
  const late = await post(`${page}/pause`);
  expect(late.status).toBe(422);
  expect(late.text).toContain('role="alert"');
  expect((await look(page)).text).not.toContain('<form');
});

test('a form only: no other body is read, and no other act known', async () => {
  const { donation } = await begin();
  const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  expect((await look(`/gifts/${donation.token}/pay`, json)).status).toBe(415);
  expect((await post(`/gifts/${donation.token}`)).status).toBe(404);
  const long = { method: 'POST', body: new URLSearchParams({ long: 'x'.repeat(60_000) }) };
  expect((await look(`/gifts/${donation.token}/pay`, long)).status).toBe(413);
});

describe('the outbox of the demonstration', () => {
  test('shows the letters, each in a frame of its own that runs nothing', async () => {
    const list = await until(
      () => look('/demo/mails'),
      ({ text }) => text.includes('谢谢您的捐赠'),
    );
    const path = /href="(\/demo\/mails\/[^"]+)"/.exec(list.text)?.[1] ?? '';
    const mail = await look(path);
    expect(mail.status).toBe(200);
    expect(mail.text).toContain('<iframe sandbox="allow-popups"');
    expect(mail.headers.get('content-security-policy')).toMatch(/^default-src 'none'; /);
    expect((await look('/demo/mails/x/y')).status).toBe(404);
  });

  test('is not there in production, nor where letters leave', async () => {
    const mail = { smtpUrl: 'smtp://127.0.0.1:9', from: 'a@example.org' };
    for (const more of [{ environment: 'production' as const }, { mail }]) {
      const other = await freshDatabase();
      const served = await openCounter(other, { ...more, payments: { by: 'none' } });
      expect((await fetch(`${served.url}/demo/mails`)).status).toBe(404);
      await served.close();
      await other.drop();
    }
  });
});
