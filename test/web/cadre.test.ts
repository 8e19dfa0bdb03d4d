import type { Locator } from 'playwright-core';
import { describeInChromium } from './support/chromium';
import { voteInTheRoom } from './support/council-votes';
import { ON_DESKTOP, ON_PHONE, ON_TABLET, STORY_SCREENS } from './support/screens';
import { openStage, type Desk, type Stage } from './support/stage';

/** What cadres, the party organisation and officers do at their desk, each at every width. */
describeInChromium('the desk of cadres, the party organisation and officers', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 240_000);
  afterAll(() => stage?.close());

  test.each(STORY_SCREENS)(
    'a project of the fund moves on once nothing is missing: $device',
    async (screen) => {
      const desk = await stage.open(screen, 'cadre');
      const { page, say } = desk;
      const title = `${screen.device} 修路灯`;
      await desk.go('/cadre/fund');

      const form = await open(desk, say('cadre.start'));
      await form.getByLabel(say('cadre.start.title')).fill(title);
      await form.getByLabel(say('cadre.start.description')).fill('三号院的路灯坏了两盏。');
      await form.getByLabel(say('cadre.use.INFRASTRUCTURE')).check();
      await form.getByLabel(say('cadre.cost')).fill('nine hundred');
      await press(form, say('cadre.start.go'));
      await form.getByRole('alert').waitFor();
      expect(await form.getByLabel(say('cadre.start.title')).inputValue()).toBe(title);
      await form.getByLabel(say('cadre.cost')).fill('900');
      await press(form, say('cadre.start.go'));
      await form.waitFor({ state: 'hidden' });

      await page.getByRole('link', { name: title }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      const early = await open(desk, say('cadre.advance'));
      await early.getByText(say('cadre.document.PUBLICITY')).waitFor();
      await press(early, say('cadre.advance'));
      const refused = early.getByRole('alert');
      await refused.waitFor();
      expect(await refused.innerText()).toContain('2');
      await desk.picture('story-missing');
      await press(early, say('desk.cancel'));

      const kind = say('cadre.document.PUBLICITY');
      const write = await open(desk, say('cadre.write', { kind }));
      await write.getByLabel(say('cadre.write.text')).fill('在各楼门张贴了通知。');
      await press(write, say('cadre.write.go'));
      await write.waitFor({ state: 'hidden' });
      await page.getByText(say('cadre.missing.count_one', { count: 1 })).waitFor();

      await stage.sql(`update fund_step set since = since - interval '4 days' where n = 1
        and project_id = (select id from fund_project where title = '${title}')`);
      await page.reload();
      const pass = await open(desk, say('cadre.advance'));
      await press(pass, say('cadre.advance'));
      await pass.waitFor({ state: 'hidden' });
      const current = page.locator('[aria-current=step]');
      await current.getByText(say('cadre.ask')).waitFor();
      expect(await current.innerText()).toMatch(/^\s*2\. /);
      await desk.done();
    },
    240_000,
  );

  test.each(ON_PHONE)(
    'a motion is tabled, screened, put to the vote and concluded: $device',
    async (screen) => {
      const title = `${screen.device} 楼道清扫值日`;
      const cadre = await stage.open(screen, 'cadre');
      const { page, say } = cadre;
      await cadre.go('/cadre/motions');
      const table = await open(cadre, say('cadre.table-motion'));
      await table.getByLabel(say('cadre.motion-title')).fill(title);
      await table.getByLabel(say('cadre.motion-text')).fill('各楼门每周轮流清扫。');
      await press(table, say('cadre.table-motion'));
      await table.waitFor({ state: 'hidden' });

      const party = await stage.open(screen, 'party');
      await party.go('/cadre');
      await party.page.getByRole('link', { name: title }).click();
      const screening = await open(party, say('cadre.screen'));
      await press(screening, say('cadre.screen'));
      await screening.getByText(say('desk.required')).first().waitFor();
      await screening.getByLabel(say('cadre.screening.ADMIT')).check();
      await screening.getByLabel(say('cadre.reason')).fill('属于居民自治事项。');
      await press(screening, say('cadre.screen'));
      await screening.waitFor({ state: 'hidden' });
      await party.page.getByText(say('cadre.motion.ADMITTED')).first().waitFor();
      await party.done();

      await page.getByRole('link', { name: title }).click();
      const vote = await open(cadre, say('cadre.put-to-vote'));
      // Of 21 seats 17 must take part and 11 say yes: said before the roll is frozen.
      const effect = await vote.getByRole('note').innerText();
      expect(effect.match(/\d+/g)).toEqual(['21', '17', '11']);
      await press(vote, say('cadre.put-to-vote'));
      await vote.waitFor({ state: 'hidden' });
      await page.getByText(say('cadre.motion.VOTING')).first().waitFor();

      await voteInTheRoom(stage.database.dataSource, title);
      await page.reload();
      const conclude = await open(cadre, say('cadre.conclude'));
      await press(conclude, say('cadre.conclude'));
      await conclude.waitFor({ state: 'hidden' });
      await page.getByText(say('cadre.motion.PASSED')).first().waitFor();
      await page.getByText(say('cadre.resolution.ADOPTED')).waitFor();
      await cadre.picture('story-passed');
      await cadre.done();
    },
    240_000,
  );

  test.each(ON_TABLET)(
    'a meeting is convened, attended at the desk, and its minutes approved: $device',
    async (screen) => {
      const title = `${screen.device} 社区论坛`;
      const cadre = await stage.open(screen, 'cadre');
      const { page, say } = cadre;
      await cadre.go('/cadre/meetings/convene');
      await page.getByLabel(say('cadre.meeting.title')).fill(title);
      await page.getByLabel(say('cadre.meeting.venue')).fill('社区议事厅');
      await page.getByRole('button', { name: say('cadre.convene.go'), exact: true }).click();
      await page.getByRole('link', { name: title }).waitFor();
      await stage.sql(
        `update meeting set convened_at = convened_at - interval '10 days',
           starts_at = now() - interval '30 minutes' where title = $1`,
        title,
      );
      await page.getByRole('link', { name: title }).click();

      const two = await stage.sql(
        `select name from resident join household on household.community_id = resident.community_id
           and household.id = resident.household_id
         where resident.community_id = (select community_id from meeting where title = $1)
           and resident.moved_out is null and resident.birth_date < '2000-01-01'
           and not exists (select from resident other where other.name = resident.name
             and other.id <> resident.id)
         order by resident.id limit 2`,
        title,
      );
      expect(two).toHaveLength(2);
      const list = await open(cadre, say('cadre.attendance.record'));
      const picker = list.getByRole('combobox', { name: say('cadre.attendance.residents') });
      for (const { name = '' } of two) {
        await picker.fill(name);
        await page.getByTitle(name, { exact: false }).last().click();
      }
      await list.getByRole('note').click();
      await press(list, say('cadre.attendance.record.go'));
      await list.waitFor({ state: 'hidden' });
      await page.getByText(say('cadre.list-state.WAITING')).waitFor();
      const minutes = await open(cadre, say('cadre.minutes.write'));
      await minutes.getByLabel(say('cadre.minutes.text')).fill('与会居民谈了停车和路灯。');
      await press(minutes, say('cadre.minutes.save'));
      await minutes.waitFor({ state: 'hidden' });
      await page.getByText(say('cadre.minutes.another')).waitFor();
      await cadre.done();

      const officer = await stage.open(screen, 'officer');
      await officer.go('/cadre');
      const waits = { name: title, exact: true };
      await officer.page.getByRole('link', waits).first().click();
      const witness = await open(officer, say('cadre.witness'));
      await witness.getByLabel(say('cadre.witness.people')).fill('3');
      await press(witness, say('cadre.witness'));
      await witness.getByRole('alert').waitFor();
      await witness.getByLabel(say('cadre.witness.people')).fill('2');
      await press(witness, say('cadre.witness'));
      await witness.waitFor({ state: 'hidden' });
      await officer.page.getByText(say('cadre.list-state.WITNESSED')).waitFor();
      const early = await open(officer, say('cadre.minutes.approve'));
      await press(early, say('cadre.minutes.approve'));
      await early.getByRole('alert').waitFor();
      await press(early, say('desk.cancel'));
      await early.waitFor({ state: 'hidden' });
      const close = await open(officer, say('cadre.close-meeting'));
      await press(close, say('cadre.close-meeting'));
      await close.waitFor({ state: 'hidden' });
      const approve = await open(officer, say('cadre.minutes.approve'));
      await press(approve, say('cadre.minutes.approve'));
      await approve.waitFor({ state: 'hidden' });
      await officer.page.getByText(say('cadre.minutes.approved'), { exact: true }).waitFor();
      await officer.picture('story-minutes');
      await officer.done();
    },
    240_000,
  );

  test.each(ON_DESKTOP)(
    'a resident is found in the register: $device',
    async (screen) => {
      const desk = await stage.open(screen, 'cadre');
      const { page, say } = desk;
      const [resident] = await stage.sql(
        `select resident.name, household.address from resident
       join household on household.community_id = resident.community_id
         and household.id = resident.household_id
       join place on place.id = resident.community_id
       where resident.moved_out is null and household.community_id = (
         select place_id from organisation join membership
           on membership.organisation_id = organisation.id join person
           on person.id = membership.person_id where person.login = 'cadre')
       order by resident.id limit 1`,
      );
      await desk.go('/cadre/register');
      await page.getByLabel(say('cadre.register.search')).fill('查无此人');
      await page.getByRole('button', { name: say('cadre.register.find') }).click();
      await page.getByText(say('cadre.register.none')).waitFor();
      await page.getByLabel(say('cadre.register.search')).fill(resident?.name ?? '');
      await page.getByRole('button', { name: say('cadre.register.find') }).click();
      await page.getByText(resident?.address ?? '').waitFor();
      await page
        .getByRole('link', { name: resident?.name ?? '' })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: resident?.name ?? '' }).waitFor();

      const grant = await open(desk, say('cadre.priority.grant'));
      await grant.getByLabel(say('cadre.priority.AGED_ALONE')).check();
      await press(grant, say('cadre.priority.grant'));
      await grant.waitFor({ state: 'hidden' });
      await page.getByText(say('cadre.priority.AGED_ALONE')).first().waitFor();
      const freeze = await open(desk, say('cadre.wallet.freeze'));
      await freeze.getByLabel(say('cadre.why')).fill('本人报失。');
      await press(freeze, say('cadre.wallet.freeze'));
      await freeze.waitFor({ state: 'hidden' });
      await page.getByText(say('cadre.wallet.frozen')).waitFor();
      await desk.picture('story-resident');
      await desk.done();

      const party = await stage.open(screen, 'party');
      await party.go('/cadre/register');
      await party.page.getByText(say('cadre.register.not-yours')).waitFor();
      await party.done();
    },
    240_000,
  );
});

/** Presses a button that opens a window, and finds the window, which everybody can use. */
async function open(desk: Desk, name: string): Promise<Locator> {
  const { page } = desk;
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  await desk.expectAccessible();
  return dialog;
}

const press = (within: Locator, name: string) =>
  within.getByRole('button', { name, exact: true }).click();
