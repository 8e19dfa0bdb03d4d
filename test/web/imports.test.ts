import fs from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { newId } from '../../src/kernel/id';
import { describeInChromium } from './support/chromium';
import { SCREENS, type Screen } from './support/screens';
import { openStage, type Desk, type Stage } from './support/stage';

type Six = [Screen, Screen, Screen, Screen, Screen, Screen];
const [PHONE, , , TABLET, DESKTOP, WIDE] = SCREENS as Six;

/** Chooses a file, as from the device's own list. */
async function choose({ page }: Desk, name: string, body: string | Buffer): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(body) };
  await page.locator('input[type=file]').setInputFiles(file);
}

const button = ({ page, say }: Desk, key: string, facts = {}) =>
  page.getByRole('button', { name: say(key, facts), exact: true });

const text = ({ page, say }: Desk, key: string, facts = {}) =>
  page.getByText(say(key, facts), { exact: true });

/** Words with a moment or a number in them that a story does not know. */
const begun = ({ page, say }: Desk, key: string, fact: string) =>
  page.getByText(
    say(key, { [fact]: '…' })
      .split('…')
      .sort(longest)[0] ?? '',
  );

const longest = (one: string, other: string) => other.length - one.length;

function book(rows: unknown[][]): Buffer {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), 'one');
  return write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const RESIDENTS = '住址,名称,电话\n';

/** Somebody at each of so many lines, three to a household. */
const homes = (street: string, many: number) =>
  Array.from({ length: many }, (_, at) => `${street} ${Math.floor(at / 3)} 号,居民${at},\n`);

/** The server does what is asked next, and its answer is lost on the way. */
async function loseAnswer({ page }: Desk): Promise<void> {
  let isLost = false;
  await page.route('**/import/**', async (route) => {
    if (isLost) return await route.fallback();
    isLost = true;
    await route.fetch();
    await route.abort('connectionreset');
  });
}

describeInChromium('lists that come from files', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 240_000);
  afterAll(() => stage?.close());

  async function count(table: string, where = 'true'): Promise<number> {
    const rows: { n: number }[] = await stage.database.dataSource.query(
      `select count(*)::int n from ${table} where ${where}`,
    );
    return rows[0]!.n;
  }

  /** Somebody else writes down this home: whoever does the same waits for what becomes of it. */
  async function beginHome(address: string): Promise<() => Promise<void>> {
    const runner = stage.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(
      `insert into household (community_id, id, address)
       select organisation.place_id, $1, $2 from person
       join membership on membership.person_id = person.id
       join organisation on organisation.id = membership.organisation_id
       where person.login = 'cadre'`,
      [newId(), address],
    );
    return async () => {
      await runner.rollbackTransaction();
      await runner.release();
    };
  }

  test('a cadre mends what is wrong, takes the list in, and not twice', async () => {
    const desk = await stage.open(DESKTOP, 'cadre');
    const { page, say } = desk;
    await desk.go('/cadre/register');
    await page.getByRole('link', { name: say('cadre.register.import') }).click();
    await text(desk, 'imports.residents').waitFor();
    await desk.expectAccessible();
    await desk.picture('import');
    const before = await count('resident');
    const bad = [
      '临河街 1 号,赵一,\n',
      '临河街 1 号,钱二,12x\n',
      '临河街 2 号,,\n',
      '临河街 3 号,=A1,\n',
    ];
    await choose(desk, '居民.csv', RESIDENTS + bad.join(''));
    await text(desk, 'imports.bad_other', { bad: 3, lines: 4 }).waitFor();
    for (const line of [3, 4, 5])
      await page
        .getByRole('listitem')
        .filter({ hasText: say('imports.line', { line }) })
        .first()
        .waitFor();
    await page.getByText(say('imports.given', { given: '12x' })).waitFor();
    await desk.expectAccessible();
    await desk.picture('import-bad');
    expect(await count('resident')).toBe(before);

    const good = RESIDENTS + homes('临河街', 6).join('');
    await choose(desk, '居民.csv', good);
    await text(desk, 'imports.good_other', { n: 6 }).waitFor();
    await text(desk, 'imports.made.residents_other', { n: 6 }).waitFor();
    await text(desk, 'imports.made.households_other', { n: 2 }).waitFor();
    await desk.expectAccessible();
    await desk.picture('import-good');
    expect(await count('resident')).toBe(before);
    await button(desk, 'imports.take_other', { n: 6 }).dblclick();
    await text(desk, 'imports.taken_other', { n: 6 }).waitFor();
    await desk.expectAccessible();
    await desk.picture('import-taken');
    expect(await count('resident')).toBe(before + 6);

    // The same file, and then the same lines in another.
    await choose(desk, '居民.csv', good);
    await begun(desk, 'imports.repeated', 'at').waitFor();
    await desk.picture('import-repeated');
    const rows = good
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    await choose(desk, '居民.xlsx', book(rows));
    await begun(desk, 'imports.same-lines', 'at').waitFor();
    const take = button(desk, 'imports.take_other', { n: 6 });
    expect(await take.isDisabled()).toBe(true);
    await desk.expectAccessible();
    await desk.picture('import-same-lines');
    await page.getByRole('checkbox').check();
    expect(await take.isDisabled()).toBe(false);
    expect(await count('resident')).toBe(before + 6);
    await desk.done();
  }, 120_000);

  test('how far a long list is, is seen; a network that breaks loses and doubles nothing', async () => {
    const desk = await stage.open(WIDE, 'cadre', { colorScheme: 'dark' });
    const { context, page } = desk;
    await desk.go('/cadre/register/import');
    await text(desk, 'imports.residents').waitFor();
    const before = await count('resident');
    await context.setOffline(true);
    await choose(desk, 'people.csv', RESIDENTS + homes('向阳街', 9_000).join(''));
    await text(desk, 'imports.broken').waitFor();
    await text(desk, 'imports.broken.trying').waitFor();
    await desk.expectAccessible();
    await desk.picture('import-broken');
    // It goes on by itself, to where it has to wait.
    const giveUp = await beginHome('向阳街 2500 号');
    await context.setOffline(false);
    const bar = page.locator('[role=progressbar]:not([aria-valuenow="0"], [aria-valuenow="100"])');
    await page
      .locator('.ant-card')
      .filter({ has: bar, hasText: /[1-9][\d,]* of 9,000 lines/ })
      .waitFor();
    await desk.picture('import-lines');
    await giveUp();
    const take = button(desk, 'imports.take_other', { n: '9,000' });
    await take.waitFor();
    await loseAnswer(desk);
    await take.click();
    await text(desk, 'imports.broken.taking').waitFor();
    await desk.expectAccessible();
    expect(await count('resident')).toBe(before + 9_000);
    await button(desk, 'imports.go-on').click();
    await text(desk, 'imports.taken_other', { n: '9,000' }).waitFor();
    await begun(desk, 'imports.taken.earlier', 'at').waitFor();
    await desk.expectAccessible();
    await desk.picture('import-taken-earlier');
    expect(await count('resident')).toBe(before + 9_000);
    expect(desk.takeComplaints().join()).toMatch(/ERR_INTERNET_DISCONNECTED.*ERR_CONNECTION_RESET/);
    await desk.done();
  }, 180_000);

  test('a store’s keeper takes a template; files that are no lists are told from those that are', async () => {
    const desk = await stage.open(TABLET, 'storekeeper');
    const { page } = desk;
    await desk.go('/till/intake');
    await page.getByRole('link', { name: desk.say('desk.from-file') }).click();
    await text(desk, 'imports.lots').waitFor();
    const came = page.waitForEvent('download');
    await page.getByRole('link', { name: desk.say('imports.template.csv') }).click();
    const template = fs.readFileSync(await (await came).path(), 'utf8');
    expect(template).toContain('Store code,Bar code,Quantity,Source');
    await choose(desk, 'goods.csv', template);
    await text(desk, 'imports.refused.says').waitFor();
    await choose(desk, 'goods.pdf', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01', 'latin1'));
    await page.getByText('open it and save it as XLSX').waitFor();
    await desk.expectAccessible();
    await desk.picture('import-refused');
    await choose(desk, 'goods.csv', Buffer.alloc(20_000_001, 'a'));
    await text(desk, 'imports.unfit.too-large').waitFor();
    const lots = await count('lot');
    const [{ code, ean }] = (await stage.database.dataSource.query(
      `select store.code, product.ean from person
       join membership on membership.person_id = person.id
       join store on store.operator_id = membership.organisation_id
       join product on product.community_id = store.community_id and product.ean is not null
       where person.login = 'storekeeper' order by product.name limit 1`,
    )) as [{ code: string; ean: string }];
    const heading = ['Store code', 'Bar code', 'Quantity', 'Source', 'Good until'];
    const good = [heading, [code, ean, 12, 'Donated', '2031-05-01'], [code, ean, 8, 'Donated', '']];
    await choose(desk, 'goods.xlsx', book(good));
    await text(desk, 'imports.made.pieces_other', { n: 20 }).waitFor();
    await desk.picture('import-lots');
    await button(desk, 'imports.take_other', { n: 2 }).click();
    await text(desk, 'imports.taken_other', { n: 2 }).waitFor();
    expect(await count('lot')).toBe(lots + 2);
    expect(desk.takeComplaints().join()).toMatch(/400 .*\/import\/lots/);
    await desk.done();
  }, 120_000);

  test('a team’s leader drops a list of services on a phone', async () => {
    const desk = await stage.open(PHONE, 'leader');
    const { page } = desk;
    await desk.go('/me/teams');
    const team = await page.locator('main a[href^="/me/teams/"]').first().getAttribute('href');
    await desk.go(`${team!.split('?')[0]}/import`);
    await text(desk, 'imports.services').waitFor();
    const file =
      '自组织名称,成员姓名,服务类型,服务时间,时长分钟\n不是我的队,王芳,repair,2026-03-01 09:30,90\n';
    const dropped = await page.evaluateHandle((body) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([body], '服务.csv'));
      return transfer;
    }, file);
    await page.locator('.imports-drop').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByText(desk.say('imports.problems')).waitFor();
    await desk.expectAccessible();
    await desk.picture('import-services');
    await desk.done();
  }, 120_000);
});
