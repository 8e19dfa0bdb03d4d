import { openScheme } from '../../../src/credits/open-scheme';
import type { CreditScheme } from '../../../src/credits/credit-scheme.reader';
import { monthOf } from '../../../src/kernel/calendar';
import { serve, type Served } from '../../../src/server/serve';
import { setTransferRule } from '../../../src/credits/set-transfer-rule';
import { transferCredits } from '../../../src/credits/transfer-credits';
import { toGlobalId } from '../../../src/kernel/global-id';
import { earn, runner, schemeInput } from '../../credits/stage';
import { freshDatabase, type FreshDatabase } from '../../support/database';
import { newWorld, tokenOf, type Somebody, type World } from '../../support/world';

let database: FreshDatabase;
let world: World;
let scheme: CreditScheme;
let served: Served;
const logged: string[] = [];
const month = monthOf(new Date(), 'Asia/Shanghai');
const who = () => world.home.members[0];

beforeAll(async () => {
  database = await freshDatabase();
  const { dataSource } = database;
  world = await newWorld(dataSource);
  scheme = await runner(dataSource)(world.officer.actor, (work) =>
    openScheme(work, schemeInput(world.home.place, { name: '<b>Credits & co</b>' })),
  );
  await earn(dataSource, scheme, who().resident, 40);
  const schemeId = toGlobalId('CreditScheme', null, scheme.id);
  const rule = { schemeId, fromMonth: '2026-01', monthlyLimit: 15 };
  await runner(dataSource)(
    world.officer.actor,
    (work) => setTransferRule(work, rule),
    new Date('2025-12-01T04:00:00Z'),
  );
  await runner(dataSource)(
    world.home.cadre.actor,
    (work) =>
      transferCredits(work, {
        ...{ idempotencyKey: 'hand-on-15', fromResidentId: who().resident.globalId, credits: 15 },
        toResidentId: world.home.households[1]!.residents[1]!.globalId,
      }),
    new Date(),
  );
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, dataSource, (line) => logged.push(line));
}, 60_000);
afterAll(async () => {
  await served.close();
  await database.drop();
  expect(logged).toEqual([]);
});

async function get(path: string, as: Pick<Somebody, 'id'> | null, language = 'zh-CN') {
  const headers: Record<string, string> = { 'accept-language': language };
  if (as) headers.authorization = `Bearer ${await tokenOf(database.dataSource, as.id)}`;
  const response = await fetch(`${served.url}${path}`, { headers });
  return { response, html: await response.text() };
}

const of = (file: string) => `/statements/${who().resident.globalId}/${file}`;
const said = (html: string) =>
  html
    .replace(/<style>[^]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('a month on a sheet, in the language of whoever asks, with nobody’s whole name', async () => {
  const { response, html } = await get(of(`${month}.html`), who());
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const text = said(html);
  expect(text).toContain(`${month} 积分对账单`);
  expect(text).toContain('期初余额 0 志愿服务所得 +40 同户转出 −15 期末余额 25');
  expect(text).toMatch(/志愿服务所得 \+40 40 \d{4}-\d{2}-\d{2} 同户转出 −15 25/);
  expect(html).not.toContain(who().resident.name);
  expect(html).toContain('&lt;b&gt;Credits &amp; co&lt;/b&gt;');
  const english = await get(`${of(`${month}.html`)}?lang=en`, world.home.cadre);
  expect(said(english.html)).toContain('At the beginning 0 Earned by service +40');
});

test('to nobody else, and of nothing else', async () => {
  const asked: [string, Pick<Somebody, 'id'> | null, number][] = [
    [of(`${month}.html`), null, 401],
    [of(`${month}.html`), world.outsider, 403],
    [of(`${month}.html`), world.home.members[1], 403],
    [of(`${month}.html`), world.other.cadre, 403],
    [of('2026-13.html'), who(), 404],
    [of('x'.repeat(90)), who(), 404],
    [`/statements/nonsense/${month}.html`, who(), 404],
  ];
  for (const [path, as, status] of asked)
    expect([path, (await get(path, as)).response.status]).toEqual([path, status]);
});
