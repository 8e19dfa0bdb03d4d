import { toGlobalId } from '../../src/kernel/global-id';
import { conveneMeeting } from '../../src/meetings/convene-meeting';
import { idOf } from './support/board';
import { describeInChromium } from './support/chromium';
import { form, Neighbourhood, said, send } from './support/me';
import { screenOf } from './support/screens';
import { openStage, type Stage } from './support/stage';

const DAY_MS = 86_400_000;

/** What was done wrongly is taken back where it is seen, with a reason; nothing is wiped away. */
describeInChromium('what was done wrongly, and who comes for whom', () => {
  let stage: Stage;
  let street: Neighbourhood;
  let home = '';

  beforeAll(async () => {
    stage = await openStage();
    street = new Neighbourhood(stage);
    ({ home } = await street.row('leader'));
  }, 240_000);
  afterAll(() => stage?.close());

  const balanceOf = async (residentId: string) => {
    const [row] = await stage.sql(
      `select credits - debits as balance from ledger_account
       where community_id = $1 and kind = 'wallet' and holder_id = $2`,
      ...[home, residentId],
    );
    return Number(row?.balance ?? 0);
  };

  test('a cadre takes a service back: what it earned leaves the wallet', async () => {
    const [row] = await stage.sql(
      `select service.resident_id from service
       join ledger_entry entry on entry.community_id = $1
         and entry.key = 'own/service/' || service.id::text
       join ledger_account wallet on wallet.community_id = $1 and wallet.kind = 'wallet'
         and wallet.holder_id = service.resident_id and wallet.credits - wallet.debits > 20
       where service.community_id = $1 order by service.id limit 1`,
      home,
    );
    const residentId = row?.resident_id ?? '';
    const desk = await stage.open(screenOf('tablet', 'zh-CN'), 'cadre');
    const { page, say } = desk;
    await desk.go(`/cadre/register/${toGlobalId('Resident', home, residentId)}`);
    await said(desk, 'cadre.services');
    const before = await balanceOf(residentId);
    const dialog = await form(desk, 'cadre.services.reverse');
    const go = dialog.getByRole('button', { name: say('cadre.services.reverse'), exact: true });
    // Nothing is taken back without a reason.
    await go.click();
    await dialog.locator('.ant-form-item-explain-error').waitFor();
    await desk.expectAccessible();
    await dialog.getByLabel(say('cadre.reason')).fill('当天并未到场');
    await send(desk, 'cadre.services.reverse');
    await page.getByText(/当天并未到场/).waitFor();
    await desk.picture('service-reversed');
    expect(await balanceOf(residentId)).toBeLessThan(before);
    await desk.expectAccessible();
    await desk.done();
  }, 120_000);

  test('a storekeeper takes thanks back; the giver may be thanked otherwise', async () => {
    const lot = await idOf(
      stage,
      'Lot',
      `select lot.id, lot.community_id from lot
       join goods_thanks thanks on thanks.community_id = lot.community_id
         and thanks.lot_id = lot.id and thanks.thanks = 'credits' and thanks.reversed_at is null
       where lot.community_id = '${home}' order by thanks.decided_at desc limit 1`,
    );
    const desk = await stage.open(screenOf('desktop', 'en'), 'storekeeper');
    const { page, say } = desk;
    await desk.go(`/till/lots/${lot}`);
    const dialog = await form(desk, 'store.thank.reverse');
    await dialog.getByLabel(say('store.why')).fill('another neighbour brought it');
    await desk.expectAccessible();
    await send(desk, 'store.thank.reverse');
    await page.getByRole('button', { name: say('store.thank'), exact: true }).waitFor();
    await desk.done();
  }, 120_000);

  test('somebody comes to a meeting in the name of an organisation', async () => {
    const asked = {
      ...{ kind: 'liaison' as const, title: '冬季共建会', placeId: await street.community() },
      ...{ venue: '社区议事厅', durationMinutes: 120 },
      startsAt: new Date(Date.now() + 12 * DAY_MS),
    };
    const meeting = await street.acting.as(await street.person('cadre'), conveneMeeting, asked);
    await stage.sql(
      `update meeting set convened_at = convened_at - interval '20 days',
         starts_at = now() - interval '30 minutes' where community_id = $1 and id = $2`,
      ...[meeting.communityId, meeting.id],
    );
    const desk = await stage.open(screenOf('phone', 'zh-CN'), 'director');
    await desk.go(`/me/meetings/${toGlobalId('Meeting', meeting.communityId, meeting.id)}`);
    await form(desk, 'me.meeting.represent');
    await desk.expectAccessible();
    await desk.picture('represent');
    await send(desk, 'me.meeting.represent');
    const came = `select organisation.kind from meeting_representative came
      join organisation on organisation.id = came.organisation_id
      where came.community_id = $1 and came.meeting_id = $2`;
    expect(await stage.sql(came, meeting.communityId, meeting.id)).toEqual([
      { kind: 'social_enterprise' },
    ]);
    await desk.done();
  }, 120_000);
});
