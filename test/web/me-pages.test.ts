import { idOf } from './support/board';
import { describeInChromium } from './support/chromium';
import { SCREENS } from './support/screens';
import { unseen } from './support/routes';
import { openStage, type Stage } from './support/stage';
import { LANGUAGES, walk, type Walked } from './support/walk';

const PAGES = [
  ...['/me', '/me/wallet', '/me/exchanges', '/me/services', '/me/courses', '/me/votes'],
  ...['/me/teams', '/me/affairs/motions', '/me/affairs/meetings', '/me/affairs/results'],
  ...['/me/affairs/elections', '/me/affairs/councils', '/me/affairs/activities'],
  ...['/me/affairs/projects', '/account'],
];

/** Pages of one thing: they are reached by the first link of a list. */
const DEEPER: readonly (readonly [list: string, start: string])[] = [
  ['/me/votes', '/me/votes/'],
  ['/me/affairs/motions', '/me/motions/'],
  ['/me/affairs/meetings', '/me/meetings/'],
  ['/me/affairs/results', '/me/resolutions/'],
  ['/me/affairs/elections', '/me/elections/'],
  ['/me', '/me/councils/'],
  ['/me/affairs/activities', '/me/activities/'],
  ['/me/affairs/projects', '/me/projects/'],
  ['/me/teams', '/me/teams/'],
];

const walked = (paths: readonly string[]): Walked[] => paths.map((path) => ({ path }));

describeInChromium('a resident’s own pages', () => {
  let stage: Stage;
  let pages: readonly Walked[];

  beforeAll(async () => {
    stage = await openStage();
    pages = walked(await pagesOf(stage));
  }, 300_000);
  afterAll(() => stage?.close());

  test.each(LANGUAGES)('are whole and can be read by everybody: %s', (language) =>
    walk(stage, language, 'leader', pages),
  );

  test('are all that the desk opens', () => expect(unseen('me', pages)).toEqual([]));

  test('who lives in no community is told what to do', async () => {
    const paths = ['/me', '/me/wallet', '/me/votes', '/me/affairs/motions', '/me/teams'];
    await walk(stage, 'en', 'clerk', walked(paths));
  });
});

async function pagesOf(stage: Stage): Promise<string[]> {
  const desk = await stage.open(SCREENS[0]!, 'leader');
  const firstUnder = async (start: string) => {
    const link = desk.page.locator(`main a[href^="${start}"]`).first();
    return (await link.getAttribute('href')) ?? start;
  };
  const found: string[] = [];
  await desk.go('/me');
  for (const [list, start] of DEEPER) {
    await desk.follow(list);
    found.push(await firstUnder(start));
  }
  const team = found.at(-1) ?? '';
  await desk.follow(team);
  found.push(await firstUnder('/me/grants/'), await firstUnder('/me/applications/'));
  await desk.done();
  const course = await idOf(stage, 'Course', 'select id, community_id from course limit 1');
  return [...PAGES, ...found, `${team}/apply`, `${team}/import`, `/me/courses/${course}`];
}
