import { idOf } from './support/board';
import { describeInChromium } from './support/chromium';
import { unseen } from './support/routes';
import { openStage, type Stage } from './support/stage';
import { LANGUAGES, walk, type Walked } from './support/walk';

describeInChromium('the pages of the cadres’ desk', () => {
  let stage: Stage;
  let pages: readonly Walked[];

  beforeAll(async () => {
    stage = await openStage();
    pages = (await pagesOf(stage)).map((path) => ({ path }));
  }, 240_000);
  afterAll(() => stage?.close());

  test('are all that the desk opens', () => expect(unseen('cadre', pages)).toEqual([]));

  test.each(LANGUAGES)('are whole and can be read by everybody: %s', (language) => {
    const login = language === 'en' ? 'officer' : 'cadre';
    return walk(stage, language, login, pages);
  });
});

/** The lists, and one of each thing that has a page of its own. */
async function pagesOf(stage: Stage): Promise<readonly string[]> {
  const one = (type: string, from: string) =>
    idOf(stage, type, `select it.id, it.community_id from ${from} order by it.id limit 1`);
  const home = `join membership on true join organisation on organisation.id =
    membership.organisation_id join person on person.id = membership.person_id and login = 'cadre'`;
  const here = 'it.community_id = organisation.place_id';
  const courtyard = `(select id, null::uuid as community_id, parent_id from place
    where kind = 'courtyard') it ${home} and it.parent_id = organisation.place_id`;
  const community = `(select id, null::uuid as community_id from place) it ${home}
    and it.id = organisation.place_id`;
  const body = `(select id, null::uuid as community_id, place_id from organisation) it ${home}
    and it.place_id = organisation.place_id`;
  return [
    ...['/cadre', '/cadre/fund', '/cadre/motions', '/cadre/meetings', '/cadre/meetings/convene'],
    ...['/cadre/ballots', '/cadre/councils', '/cadre/courtyards', '/cadre/register'],
    ...['/cadre/register/organisations', '/cadre/register/matters', '/cadre/register/import'],
    `/cadre/fund/${await one('FundProject', 'fund_project it')}`,
    `/cadre/motions/${await one('Motion', `motion it where it.state = 'passed'`)}`,
    `/cadre/meetings/${await one('Meeting', `meeting it where it.kind = 'open_space'`)}`,
    `/cadre/ballots/${await one('Ballot', 'ballot it where it.closed_at is not null')}`,
    `/cadre/councils/${await one('Council', `council it where it.kind = 'community_council'`)}`,
    ...['/cadre/projects', '/cadre/projects/new', '/cadre/courses', '/cadre/credits'],
    `/cadre/courses/${await one('Course', `course it ${home} and ${here}`)}`,
    `/cadre/credits/stores/${await one('Store', `store it ${home} and ${here}`)}`,
    `/cadre/projects/${await one('Project', `project it where it.title = '自行车棚'`)}`,
    `/cadre/elections/${await one('Election', 'election it')}`,
    `/cadre/courtyards/${await one('Place', courtyard)}`,
    `/cadre/register/organisations/${await one('Organisation', body)}`,
    `/cadre/store/allowances/${await one('Place', community)}`,
    `/cadre/register/${await one('Resident', `resident it ${home} and ${here}`)}`,
  ];
}
