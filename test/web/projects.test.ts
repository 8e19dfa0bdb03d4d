import { choose, dialogOf, press, refused, tryTo } from './support/acts';
import { inDialog } from './support/board';
import { describeInChromium } from './support/chromium';
import { SCREENS } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';

const LONG = 180_000;

describeInChromium('micro-projects', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  const day = (after: number) =>
    new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);

  /** Writes a project; its second step is due before its first. */
  const writeProject = async (desk: Desk) => {
    const { page, say } = desk;
    for (const name of ['goal', 'people', 'material', 'money', 'sustainability'])
      await page.getByLabel(say(`projects.${name}`), { exact: true }).fill(`${name}：楼道种花`);
    await page.getByLabel(say('projects.title'), { exact: true }).fill('楼道花架');
    await choose(desk, say('projects.organisation'), '维修');
    await page.getByRole('radio', { name: say('projects.mode.COOPERATIVE') }).check();
    const step = (n: number, key: string) => page.getByLabel(`${say(key)} ${n}`, { exact: true });
    await step(1, 'projects.step').fill('买花架');
    await step(1, 'projects.step.due').fill(day(20));
    await press(desk, say('projects.steps.more'));
    await step(2, 'projects.step').fill('装好浇水');
    await step(2, 'projects.step.due').fill(day(10));
    return step(2, 'projects.step.due');
  };

  test(
    'one is opened with its plan, a step is done, and it ends with what it came to',
    async () => {
      const desk = await stage.open(SCREENS[1]!, 'cadre');
      const { page, say } = desk;
      await desk.go('/cadre');
      await page.getByRole('link', { name: say('cadre.part.projects') }).click();
      await page.getByText('自行车棚').waitFor();
      await desk.expectAccessible();
      await desk.picture('projects');
      await page.getByRole('link', { name: say('projects.open') }).click();
      const due = await writeProject(desk);
      await desk.expectAccessible();
      await press(desk, say('projects.open.go'));
      // Steps follow one another: said, and all that was written stays.
      await refused(desk);
      await desk.picture('projects-open');
      await due.fill(day(40));
      await press(desk, say('projects.open.go'));
      await page.getByRole('heading', { level: 1, name: '楼道花架' }).waitFor();

      await press(desk, say('projects.step.record'));
      const dialog = dialogOf(desk);
      await dialog.getByLabel(say('projects.step.note')).fill('买了六个。');
      await inDialog(desk, say('projects.step.go'));
      await page.getByText('买了六个。').waitFor();

      await press(desk, say('projects.end'));
      await dialog
        .getByRole('radio', { name: say('projects.outcome.REACHED'), exact: true })
        .check();
      await dialog.getByLabel(say('projects.result')).fill('花架装好一半。');
      await tryTo(desk, say('projects.end.go'));
      // A step is open: the goal was not wholly reached.
      await refused(desk);
      await desk.expectAccessible();
      await desk.picture('projects-end');
      await dialog.getByRole('radio', { name: say('projects.outcome.PARTLY_REACHED') }).check();
      await inDialog(desk, say('projects.end.go'));
      await page.getByText('花架装好一半。').waitFor();
      await desk.expectAccessible();
      await desk.picture('projects-ended');
      await desk.done();

      // Officers look, and open none.
      const officer = await stage.open(SCREENS[4]!, 'officer', { colorScheme: 'dark' });
      await officer.go('/cadre/projects');
      await officer.page.getByText('楼道花架').waitFor();
      expect(
        await officer.page.getByRole('link', { name: officer.say('projects.open') }).count(),
      ).toBe(0);
      await officer.expectAccessible();
      await officer.picture('projects-dark');
      await officer.done();
    },
    LONG,
  );

  test(
    'whoever leads the team tells that a step is done, and neighbours read it',
    async () => {
      const neighbour = await stage.open(SCREENS[3]!, 'member');
      const read = neighbour.page;
      await neighbour.go('/me/affairs');
      await read.getByRole('link', { name: neighbour.say('projects') }).click();
      const shed = read.getByRole('link', { name: '自行车棚' });
      await shed.waitFor();
      await neighbour.expectAccessible();
      await neighbour.picture('project-list');
      await shed.click();
      await read.getByText('搭棚划线').waitFor();
      const record = neighbour.say('projects.step.record');
      expect(await read.getByRole('button', { name: record }).count()).toBe(0);

      const desk = await stage.open(SCREENS[0]!, 'leader');
      const { page, say } = desk;
      await desk.go('/me/affairs/projects');
      // On a phone, too, one sees where one is.
      const here = page.getByRole('link', { name: say('projects'), exact: true });
      expect((await here.boundingBox())?.x).toBeLessThan(SCREENS[0]!.width - 60);
      await desk.expectAccessible();
      await desk.picture('project-list');
      await page.getByRole('link', { name: say('me.nav.teams') }).click();
      await page.getByRole('link', { name: /维修/ }).click();
      await page.getByRole('link', { name: '自行车棚' }).click();
      await page.getByRole('heading', { level: 1, name: '自行车棚' }).waitFor();
      await desk.expectAccessible();
      await press(desk, say('projects.step.record'));
      const dialog = dialogOf(desk);
      await dialog.getByLabel(say('projects.step.day')).fill(day(3));
      await dialog.getByLabel(say('projects.step.note')).fill('棚搭好了，线也划了。');
      await tryTo(desk, say('projects.step.go'));
      // What is to come is not done: said at the day, and what was written stays.
      await refused(desk);
      await desk.expectAccessible();
      await desk.picture('project-step');
      await dialog.getByLabel(say('projects.step.day')).fill(day(-1));
      await inDialog(desk, say('projects.step.go'));
      await page.getByText('棚搭好了，线也划了。').waitFor();
      expect(await page.getByRole('button', { name: say('projects.step.record') }).count()).toBe(0);
      await desk.picture('project-told');
      await desk.done();

      await read.reload();
      await read.getByText('棚搭好了，线也划了。').waitFor();
      await neighbour.expectAccessible();
      await neighbour.done();
    },
    LONG,
  );
});
