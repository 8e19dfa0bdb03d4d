import { confirmSpending } from '../src/courtyards/confirm-spending';
import { recordSpending } from '../src/courtyards/record-spending';
import { toGlobalId } from '../src/kernel/global-id';
import { endProject } from '../src/projects/end-project';
import { openProject } from '../src/projects/open-project';
import { stepsOfProject } from '../src/projects/project.reader';
import { recordProjectStep } from '../src/projects/record-project-step';
import { cny, organisationId, tenantId } from './economy';
import { placeId } from './places';
import type { Stage } from './stage';
import type { Year } from './time';
import type { Yard } from './yard';

/** What the menders bought with their grant, to the last yuan. */
const BOUGHT = [
  { month: 4, amount: '420.00', purpose: '电扇、电饭锅配件一批' },
  { month: 5, amount: '365.50', purpose: '万用表两只，烙铁四把' },
  { month: 6, amount: '354.50', purpose: '志愿者意外保险与交通' },
] as const;

export async function account(stage: Stage, yard: Yard, year: Year): Promise<void> {
  const grantId = await grantOf(stage, yard);
  if (!grantId) return;
  for (const bought of BOUGHT) {
    const spendingId = await spend(stage, yard, grantId, bought, year);
    const confirmed = { idempotencyKey: `seed/confirm/${spendingId.slice(-16)}`, spendingId };
    const second = yard.team.members[1]?.personId ?? null;
    await stage.as(second, confirmSpending, confirmed, year.at(bought.month, 14, 10));
  }
}

/** The hairdressers tell of a part, and nobody has confirmed it yet. */
export async function owe(stage: Stage, yard: Yard, year: Year): Promise<void> {
  const grantId = await grantOf(stage, yard);
  const clippers = { month: 12, amount: '210.00', purpose: '推子三把与围布' };
  if (grantId) await spend(stage, yard, grantId, clippers, year);
}

async function spend(
  stage: Stage,
  { leader }: Yard,
  grantId: string,
  { month, amount, purpose }: { month: number; amount: string; purpose: string },
  year: Year,
): Promise<string> {
  const at = year.at(month, 12, 10);
  const spent = { grantId, amount: cny(amount), purpose, spentOn: year.first(month) };
  const idempotencyKey = `seed/spend/${grantId.slice(-16)}/${month}`;
  const row = await stage.as(leader, recordSpending, { idempotencyKey, ...spent }, at);
  return tenantId('GrantSpending', row);
}

/** The first grant of which something was paid to the team. */
async function grantOf(stage: Stage, { community, team }: Yard): Promise<string | null> {
  const [row]: { id: string }[] = await stage.source.query(
    `select granted.id from pool_grant granted
     where granted.community_id = $1 and granted.grantee_id = $2 and exists (
       select 1 from disbursement paid where paid.community_id = $1
         and paid.grant_id = granted.id and paid.state = 'paid')
     order by granted.id limit 1`,
    [community.place.id, team.organisation.id],
  );
  return row ? toGlobalId('Grant', community.place.id, row.id) : null;
}

/** Benches by the well, built in summer; and a shed for bicycles that is being built. */
export async function build(stage: Stage, yard: Yard, year: Year): Promise<void> {
  const { community, leader } = yard;
  const benches = await open(stage, yard, year.at(5, 6, 10), {
    ...{ title: '树下长椅', goal: '在两棵槐树下装六张长椅，老人下楼有处坐。' },
    steps: [
      { title: '量尺寸、选料', dueOn: year.first(6) },
      { title: '制作安装', dueOn: year.first(8) },
    ],
  });
  for (const [n, stepId] of benches.steps.entries()) {
    const at = year.at(6 + n, 25, 10);
    const doneOn = year.first(6 + n);
    const done = { stepId, doneOn, note: n === 0 ? '用旧木料，刷清漆。' : '六张都装好了。' };
    await stage.as(leader, recordProjectStep, done, at);
  }
  const result = '六张长椅装好，住户回访三十户，二十八户满意。';
  const ended = { projectId: benches.projectId, outcome: 'reached' as const, result };
  await stage.as(community.cadre, endProject, ended, year.at(8, 10, 10));
  const shed = await open(stage, yard, year.at(11, 6, 10), {
    ...{ title: '自行车棚', goal: '楼道里的自行车有处停放。' },
    steps: [
      { title: '各楼门征求意见', dueOn: year.day(-5) },
      { title: '搭棚划线', dueOn: year.day(40) },
    ],
  });
  const note = '四十六户回了意见，四十一户赞成。';
  const asked = { stepId: shed.steps[0] ?? '', doneOn: year.day(-6), note };
  await stage.as(leader, recordProjectStep, asked);
}

async function open(
  stage: Stage,
  { community, place, team }: Yard,
  at: Date,
  what: {
    readonly title: string;
    readonly goal: string;
    readonly steps: readonly { readonly title: string; readonly dueOn: string }[];
  },
): Promise<{ readonly projectId: string; readonly steps: readonly string[] }> {
  const asked = {
    ...{ placeId: placeId(place), organisationId: organisationId(team.organisation), ...what },
    ...{ people: '维修队八人，周末各来半天。', material: '旧木料与物业的余料。' },
    ...{ money: '约三百元，由住户自筹。', sustainability: '维修队每季检查一次。' },
    mode: 'cooperative' as const,
  };
  const row = await stage.as(community.cadre, openProject, asked, at);
  const steps = await stepsOfProject.read(stage.source.manager, row.communityId, [row.id]);
  return {
    projectId: tenantId('Project', row),
    steps: steps.map((step) => tenantId('ProjectStep', step)),
  };
}
