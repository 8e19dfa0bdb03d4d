import { toGlobalId } from '../../src/kernel/global-id';
import { describeInChromium } from './support/chromium';
import { SCREENS, STORY_SCREENS } from './support/screens';
import { openStage, type Desk, type Stage } from './support/stage';

/** Every page of the desk, in each width and language, and in the dark. */
describeInChromium('the pages of the cadres’ desk', () => {
  let stage: Stage;
  let pages: readonly string[];

  beforeAll(async () => {
    stage = await openStage();
    pages = await pagesOf(stage);
  }, 240_000);
  afterAll(() => stage?.close());

  test.each(SCREENS)(
    '$device $language',
    async (screen) => {
      const desk = await stage.open(screen, 'cadre');
      await desk.go('/cadre');
      for (const path of pages) await look(desk, path);
      await desk.done();
    },
    240_000,
  );

  test('in the dark, for an officer', async () => {
    const [phone] = STORY_SCREENS;
    if (!phone) throw new Error('There is no phone');
    const desk = await stage.open(phone, 'officer', { colorScheme: 'dark' });
    await desk.go('/cadre');
    for (const path of pages) await look(desk, path);
    await desk.done();
  }, 240_000);
});

/** Goes to a page within the desk, waits for what it shows, and looks at it. */
async function look(desk: Desk, path: string): Promise<void> {
  const { page } = desk;
  await page.evaluate((to) => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.waitForURL((url) => url.pathname === path);
  await page.locator('main h1').waitFor();
  await page.locator('main .ant-skeleton').first().waitFor({ state: 'detached' });
  await desk.expectAccessible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect({ path, wide }).toEqual({ path, wide: desk.screen.width });
  await desk.picture(`page${path.replaceAll(/[^a-z]+/g, '-').slice(0, 24)}`);
}

/** The lists, and one of each thing that has a page of its own. */
async function pagesOf({ database }: Stage): Promise<readonly string[]> {
  const one = async (type: string, from: string) => {
    const [row] = await database.dataSource.query<{ id: string; community_id: string | null }[]>(
      `select it.id, it.community_id from ${from} order by it.id limit 1`,
    );
    if (!row) throw new Error(`There is no ${type}`);
    return toGlobalId(type, row.community_id, row.id);
  };
  const home = `join membership on true join organisation on organisation.id =
    membership.organisation_id join person on person.id = membership.person_id and login = 'cadre'`;
  const here = 'it.community_id = organisation.place_id';
  const courtyard = `(select id, null::uuid as community_id, parent_id from place
    where kind = 'courtyard') it ${home} and it.parent_id = organisation.place_id`;
  const body = `(select id, null::uuid as community_id, place_id from organisation) it ${home}
    and it.place_id = organisation.place_id`;
  return [
    ...['/cadre', '/cadre/fund', '/cadre/motions', '/cadre/meetings', '/cadre/meetings/convene'],
    ...['/cadre/ballots', '/cadre/councils', '/cadre/courtyards', '/cadre/register'],
    ...['/cadre/register/organisations', '/cadre/register/matters'],
    `/cadre/fund/${await one('FundProject', 'fund_project it')}`,
    `/cadre/motions/${await one('Motion', `motion it where it.state = 'passed'`)}`,
    `/cadre/meetings/${await one('Meeting', `meeting it where it.kind = 'open_space'`)}`,
    `/cadre/ballots/${await one('Ballot', 'ballot it where it.closed_at is not null')}`,
    `/cadre/councils/${await one('Council', `council it where it.kind = 'community_council'`)}`,
    `/cadre/elections/${await one('Election', 'election it')}`,
    `/cadre/courtyards/${await one('Place', courtyard)}`,
    `/cadre/register/organisations/${await one('Organisation', body)}`,
    `/cadre/register/${await one('Resident', `resident it ${home} and ${here}`)}`,
  ];
}
