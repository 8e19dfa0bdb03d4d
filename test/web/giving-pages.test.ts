import { gzipSync } from 'node:zlib';
import { askAs } from './support/board';
import { describeInChromium } from './support/chromium';
import { giveGoods, giveThere, placesOf, type Places } from './support/giving';
import { STORY_SCREENS } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';
import { LANGUAGES, walk } from './support/walk';

/** What a page may load before anything can be done on it, as it goes over the wire. */
const MOST_SCRIPT_BYTES = 75_000;

describeInChromium('pages for givers', () => {
  let stage: Stage;
  let places: Places;
  /** The words of gifts: one that was used for a milestone, one that waits for its payment. */
  let used: string;
  let waiting: string;
  let pledge: string;
  let goods: string;

  beforeAll(async () => {
    stage = await openStage();
    places = await placesOf(stage);
    const { grant, campaign } = places;
    const amount = { amount: '2000', currency: 'CNY' };
    used = await giveThere(stage, { to: { grantId: grant.id }, amount });
    await payTranche();
    goods = await giveGoods(stage);
    waiting = await giveThere(stage, { to: { campaignId: campaign.id } }, null);
    const monthly = { schedule: 'MONTHLY', payWith: 'CARD', email: 'zhao@example.org' };
    const first = await giveThere(stage, {
      ...{ ...monthly, to: { campaignId: campaign.id } },
      ...{ publicName: '赵敏', message: '天冷了，大家慢点走。' },
    });
    const asked = `query ($followToken: String!) { donation(followToken: $followToken) {
      pledgeToken } }`;
    type Asked = { donation: { pledgeToken: string } };
    const { donation } = await askAs<Asked>(stage, null, asked, { followToken: first });
    pledge = donation.pledgeToken;
  }, 120_000);
  afterAll(() => stage?.close());

  /** The project is paid its first part: by the gift for it, and the rest by its pool. */
  async function payTranche(): Promise<void> {
    const { trancheId } = places.grant;
    const act = (
      name: string,
    ) => `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) {
      ${name}(input: $input) { userErrors { code } } }`;
    await askAs(stage, 'secretary', act('requestDisbursement'), { input: { trancheId } });
    const input = { trancheId, idempotencyKey: 'giving-pays-it' };
    await askAs(stage, 'treasurer', act('disburseTranche'), { input });
    const accepted = { input: { trancheId, evidence: '照片与签到表' } };
    await askAs(stage, 'secretary', act('acceptMilestone'), accepted);
  }

  test.each(LANGUAGES)('are whole and can be read by everybody: %s', (language) =>
    walk(
      stage,
      language,
      undefined,
      [
        ...['/give', `/give/${places.slug}`, places.campaign.path, places.pool.path],
        ...[places.grant.path, `/gifts/${used}`, `/gifts/${waiting}`, `/gifts/${waiting}/pay`],
        ...[`/gifts/${waiting}/looking?looks=99`, `/pledges/${pledge}`, `/goods/${goods}`],
      ].map((path) => ({ path })),
    ),
  );

  test.each(LANGUAGES)('what is refused, and where nothing is: %s', async (language) => {
    const refused = async ({ page, say }: Desk) => {
      await page.getByText(say('give.receipt'), { exact: true }).click();
      await page.getByLabel(say('give.receipt.tax-id')).fill('91210300');
      await page.getByRole('button', { name: say('give.go') }).click();
      await page.getByRole('alert').waitFor();
    };
    await walk(stage, language, undefined, [
      { path: places.campaign.path, opens: refused, status: 422 },
      { path: `/give/${places.slug}/nothing`, status: 404 },
    ]);
  });

  test('the way of a gift is drawn to the milestone that it paid for', async () => {
    const desk = await stage.open(STORY_SCREENS[0]!);
    const { page, say } = desk;
    await desk.go(`/gifts/${used}`);
    await page.getByRole('img', { name: say('give.way.picture') }).waitFor();
    const rows = await page.getByRole('table').getByRole('row').allInnerTexts();
    const [, gift, pool, grant, milestone, waits, ...more] = rows;
    expect(more).toEqual([]);
    expect(gift).toMatch(/^您的捐赠\s.*年.*月.*日付款\s+¥2,000\.00$/s);
    expect(pool).toMatch(/池\s.*年.*¥2,000\.00$/s);
    expect(grant).toMatch(/\s.*日资助.*¥2,000\.00$/s);
    expect(milestone).toMatch(/\s.*付款 · .*验收\s+¥[\d,.]+$/s);
    expect(waits).toContain(say('give.stage.FOR_PROJECT'));
    const { title, milestone: reached, part } = places.grant;
    expect([grant!.split('\t')[0], milestone!.split('\n')[0]]).toEqual([title, reached]);
    const figures = [milestone, waits].map((row) => /¥[\d,.]+$/.exec(row!)?.[0].replace(',', ''));
    expect(figures).toEqual([`¥${part}`, `¥${(2000 - Number(part)).toFixed(2)}`]);
    // The picture holds the same words and figures, and a stream to each end.
    const drawn = await page.locator('.give-way').innerHTML();
    for (const said of ['您的捐赠', title, '¥2,000.00', '付款', '验收'])
      expect(drawn).toContain(said);
    expect(drawn.match(/<g class="\w+">/g)).toEqual(['<g class="done">', '<g class="waits">']);
    await desk.done();
  });

  test('a page to give on is small, and what is largest on it is in the first HTML', async () => {
    const desk = await stage.open(STORY_SCREENS[0]!);
    const { page } = desk;
    const scripts: Buffer[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      void response.body().then((body) => scripts.push(body));
    });
    await desk.go(places.campaign.path);
    const bytes = scripts.reduce((sum, each) => sum + gzipSync(each).length, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);

    const largest = await page.evaluate(
      () =>
        new Promise<string>((found) => {
          const observer = new PerformanceObserver((list) => {
            const last = list.getEntries().at(-1) as unknown as {
              element: { textContent: string | null } | null;
            };
            found(last.element?.textContent ?? '');
          });
          observer.observe({ type: 'largest-contentful-paint' as never, buffered: true });
        }),
    );
    const headers = { 'accept-language': 'zh-CN' };
    const html = await (await fetch(stage.url + places.campaign.path, { headers })).text();
    expect(largest.length).toBeGreaterThan(5);
    expect(html).toContain(largest);
    await desk.done();
  });

  test('each visitor’s form has a key of its own: nobody is given another’s page', async () => {
    const page = stage.url + places.campaign.path;
    const keys = await Promise.all(
      [1, 2].map(async () => {
        const answer = await fetch(page);
        expect(answer.headers.get('cache-control')).not.toContain('max-age');
        return /name="key" value="([^"]+)"/.exec(await answer.text())?.[1];
      }),
    );
    expect(keys.filter(Boolean)).toHaveLength(2);
    expect(new Set(keys).size).toBe(2);
  });

  test('whoever is sent the address sees what it is; a gift is shown to nobody else', async () => {
    const campaign = await (await fetch(stage.url + places.campaign.path)).text();
    for (const [property, content] of [
      ['og:title', places.campaign.title],
      ['og:description', '给五个院落的单元门口装扶手'],
      ['og:url', stage.url + places.campaign.path],
    ])
      expect(campaign).toMatch(new RegExp(`<meta property="${property}" content="${content}`));
    const gift = await fetch(`${stage.url}/gifts/${used}`);
    const [head = ''] = (await gift.text()).split('</head>');
    const told = head.match(/<meta [^>]*>/g)?.join('\n');
    expect(told).toContain(`"og:title" content="What became of a gift · ${places.grant.title}"`);
    expect(told).toContain(`"og:image" content="${stage.url}${places.grant.path}/picture.png?`);
    expect(told).not.toMatch(/og:url|2,000|赵敏/);
    expect(head).not.toContain(used);
    expect(gift.headers.get('x-robots-tag')).toContain('noindex');
    expect(gift.headers.get('cache-control')).toBe('no-store');
  });
});
