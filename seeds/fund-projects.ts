import { acceptMilestone } from '../src/grants/accept-milestone';
import { disburseTranche } from '../src/grants/disburse-tranche';
import { requestDisbursement } from '../src/grants/request-disbursement';
import { tranchesOf } from '../src/grants/tranche.reader';
import { toGlobalId } from '../src/kernel/global-id';
import { archiveFundProject } from '../src/public-funds/archive-fund-project';
import { evaluateFundProject } from '../src/public-funds/evaluate-fund-project';
import { executeFundProject } from '../src/public-funds/execute-fund-project';
import { NINE_STEPS } from '../src/public-funds/procedures/nine-steps';
import { recordFundVisit } from '../src/public-funds/record-fund-visit';
import { settleFundVisit } from '../src/public-funds/settle-fund-visit';
import { dayOf } from '../src/kernel/calendar';
import { tenantId } from './economy';
import { FundWalk, type Begun, type FundOffice } from './fund-walk';
import { MeetingHall } from './meeting-hall';
import { ZONE, type Stage } from './stage';
import type { Year } from './time';

const LAMPS = {
  ...{ use: 'infrastructure' as const, title: '三号院加装路灯', cost: '12000.00' },
  ...{ selfRaised: '2000.00', description: '三号院北侧小路没有路灯，老人夜里摔过两次。加装六盏。' },
};

const RAILS = {
  ...{ use: 'infrastructure' as const, title: '中心花园加装扶手', cost: '8600.00' },
  ...{ selfRaised: '600.00', description: '花园台阶陡，雨雪天难走。加装两侧扶手。' },
};

const PATH = {
  ...{ use: 'environment' as const, title: '补种被踩秃的草坪', cost: '2400.00' },
  ...{ selfRaised: '400.00', description: '沿小路两侧补草，并立一块提示牌。' },
};

/** Nine steps, from publicity to the archive, in half a year. */
export async function finishProject(
  stage: Stage,
  office: FundOffice,
  begun: Begun,
  year: Year,
): Promise<void> {
  const walk = await FundWalk.begin(stage, office, begun, LAMPS, year.at(3, 2));
  await walk.write('publicity', '致三号院居民的一封信，在各楼门张贴。', year.at(3, 2, 15));
  await walk.pass(year.at(3, 6));
  await walk.ask([31, 4], { from: year.at(3, 6, 11), until: year.at(3, 12, 18) });
  await walk.write('opinions', '赞成者多，有四户担心灯光照进卧室。', year.at(3, 13));
  await walk.pass(year.at(3, 13, 11));
  await walk.weigh(4, year.at(3, 14));
  await walk.write('discussion_minutes', '灯杆移到路南，加遮光罩。', year.at(3, 14, 11));
  await walk.pass(year.at(3, 14, 15));
  await walk.table(['6000.00', '4000.00'], year.first(5), year.at(3, 15));
  await walk.write('public_notice', '决议在公示栏和居民群公示七日。', year.at(3, 16, 16));
  await walk.vote([15, 2, 1], year.at(3, 16, 17));
  await walk.pass(year.at(3, 24));
  await hear(stage, office, walk, year.at(3, 26, 14));
  await walk.write(
    'hearing_minutes',
    '施工方、居民和街道到场，答复了电费由谁出。',
    year.at(3, 26, 16),
  );
  await walk.pass(year.at(3, 26, 17));
  await carryOut(stage, office, walk, year);
  await supervise(stage, office, walk, year);
  await evaluate(stage, office, walk, year);
  await walk.write('final_accounts', '决算一万二千元，自筹二千元，无结余。', year.at(6, 20));
  const archived = { projectId: walk.projectId };
  await stage.as(office.community.cadre, archiveFundProject, archived, year.at(6, 20, 15));
}

async function hear(stage: Stage, office: FundOffice, walk: FundWalk, at: Date): Promise<void> {
  const hall = new MeetingHall(stage, office.community, office.officer);
  const motionId = tenantId('Motion', await walk.motion());
  const about = { kind: 'hearing' as const, title: '三号院路灯听证会', motionId };
  const meetingId = await hall.convene({ ...about, agenda: '电费由谁出，灯杆立在哪里' }, at);
  const inRoom = hall.neighbours(1, 0, 6);
  await hall.gather(meetingId, at, { onLine: hall.neighbours(2, 0, 5), inRoom });
  await hall.close(meetingId, at, '施工方、居民和街道到场，答复了电费由谁出。');
}

async function carryOut(stage: Stage, office: FundOffice, walk: FundWalk, year: Year) {
  const { secretary, treasurer, community } = office;
  await walk.write('contract', '与巧手修理铺签订施工合同。', year.at(4, 1));
  const execute = { idempotencyKey: `seed/execute/${walk.projectId}`, projectId: walk.projectId };
  await stage.as(community.cadre, executeFundProject, execute, year.at(4, 1, 11));
  const { communityId, applicationId } = await walk.project();
  const { manager } = stage.source;
  const tranches = await tranchesOf.read(manager, communityId, [applicationId ?? '']);
  for (const [n, { id, milestone }] of tranches.entries()) {
    const trancheId = toGlobalId('Tranche', communityId, id);
    await stage.as(secretary, requestDisbursement, { trancheId }, year.at(4 + n, 3));
    const pays = { idempotencyKey: `seed/pay/${id}`, trancheId };
    await stage.as(treasurer, disburseTranche, pays, year.at(4 + n, 4));
    const accepts = { trancheId, evidence: `${milestone}：照片和清单已公示。` };
    await stage.as(secretary, acceptMilestone, accepts, year.at(4 + n, 25));
  }
}

async function supervise(stage: Stage, office: FundOffice, walk: FundWalk, year: Year) {
  const [first, second] = office.supervisors;
  const visit = async (who: string, at: Date, found: string, toPutRight: boolean) => {
    const input = { projectId: walk.projectId, visitedOn: dayOf(at, ZONE), found, toPutRight };
    return await stage.as(who, recordFundVisit, input, at);
  };
  const found = await visit(first, year.at(4, 12), '两处电线裸露，须加套管。', true);
  const visitId = toGlobalId('FundVisit', found.communityId, found.id);
  const settled = { visitId, putRight: '当天已加套管，并拍照。' };
  await stage.as(office.secretary, settleFundVisit, settled, year.at(4, 14));
  await visit(second, year.at(5, 22), '六盏灯都亮，遮光罩齐全。', false);
  await walk.write('completion_report', '六盏路灯全部点亮。', year.at(5, 25, 15));
  await walk.pass(year.at(5, 26));
  const report = '两次巡查，一处问题已整改。';
  await walk.write('supervision_report', report, year.at(5, 27), first);
  await walk.pass(year.at(5, 27, 15), first);
}

async function evaluate(
  stage: Stage,
  { community, supervisors }: FundOffice,
  walk: FundWalk,
  year: Year,
) {
  const people = [...(community.teams[5]?.members.slice(2, 5) ?? []).map((each) => each.personId)];
  for (const [n, personId] of [...people, supervisors[1]].entries()) {
    const scores = NINE_STEPS.dimensions.map(({ code: dimension }, i) => ({
      ...{ dimension, points: 5 - ((n + i) % 2) },
    }));
    const input = { projectId: walk.projectId, scores };
    await stage.as(personId, evaluateFundProject, input, year.at(6, 8 + n, 19));
  }
  await walk.write('evaluation_report', '居民评议四人次，平均四分半。', year.at(6, 15));
  await walk.write('improvement_plan', '灯杆编号，坏灯可扫码报修。', year.at(6, 15, 11));
  await walk.pass(year.at(6, 16));
}

const DAY_MS = 86_400_000;

/** Resolved three days ago: its notice runs. */
export async function waitForNotice(
  stage: Stage,
  office: FundOffice,
  begun: Begun,
  year: Year,
): Promise<void> {
  const days = (n: number) => new Date(year.today.getTime() - n * DAY_MS);
  const walk = await FundWalk.begin(stage, office, begun, RAILS, days(26));
  await walk.write('publicity', '扶手样式和位置图，在花园公示。', days(26));
  await walk.pass(days(22));
  await walk.ask([27, 6], { from: days(22), until: days(15) });
  await walk.write('opinions', '六户建议只装一侧。', days(14));
  await walk.pass(days(14));
  await walk.weigh(3, days(12));
  await walk.write('discussion_minutes', '两侧都装，颜色与长椅一致。', days(12));
  await walk.pass(days(12));
  await walk.table(['8000.00'], year.day(60), days(11));
  await walk.write('public_notice', '决议公示七日。', days(3));
  await walk.vote([13, 4, 1], days(3.5));
}

/** Households are asked until the end of the week. */
export async function gatherOpinions(
  stage: Stage,
  office: FundOffice,
  begun: Begun,
  year: Year,
): Promise<void> {
  const days = (n: number) => new Date(year.today.getTime() - n * DAY_MS);
  const walk = await FundWalk.begin(stage, office, begun, PATH, days(2));
  await walk.write('publicity', '草坪现状照片和报价单。', days(2));
  await walk.open(days(1), days(-6));
}
