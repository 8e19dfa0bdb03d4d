import type { CouncilRow } from '../src/councils/council.entity';
import { councilsOfPlace } from '../src/councils/council.reader';
import { setPoolDecider } from '../src/councils/set-pool-decider';
import { applyForGrant } from '../src/grants/apply-for-grant';
import { toGlobalId } from '../src/kernel/global-id';
import { answerObjection } from '../src/motions/answer-objection';
import { mergeMotion } from '../src/motions/merge-motion';
import { objectToResolution } from '../src/motions/object-to-resolution';
import { reserveMatter } from '../src/society/reserve-matter';
import { CITY } from '../src/api/context';
import type { Cast, CommunityCast } from './cast';
import { Chamber, type Matter } from './chamber';
import { cny, organisationId, tenantId, type Shop } from './economy';
import { placeId } from './places';
import type { Stage } from './stage';
import type { Year } from './time';

/**
 * A year of council life in the first community: residents put their names together and get money
 * for the menders, the price of quilts comes down, motions are returned, merged and rejected; and
 * today one of each waits for somebody.
 */
export async function resolveTogether(
  stage: Stage,
  cast: Cast,
  shops: readonly Shop[],
  year: Year,
): Promise<void> {
  const [shop] = shops;
  const council = shop && (await councilOf(stage, shop.community));
  if (!shop?.council || !council) return;
  const councilId = toGlobalId('Council', council.communityId, council.id);
  const decider = {
    poolId: tenantId('Pool', shop.council),
    decidedBy: 'council',
    councilId,
  } as const;
  await stage.as(cast.chair, setPoolDecider, decider, year.at(2, 15, 10));
  const matter = { communityId: placeId(shop.community.place), act: 'set_price' } as const;
  await stage.as(cast.officer, reserveMatter, matter, year.at(2, 16, 10));
  const chamber = new Chamber(stage, shop.community, cast.officer);
  await theYear(stage, chamber, shop, year);
  await theseDays(stage, chamber, shop, year);
}

async function councilOf(stage: Stage, { place }: CommunityCast): Promise<CouncilRow | undefined> {
  const page = { after: null, limit: 20, about: '' };
  const councils = await councilsOfPlace.read(stage.source.manager, CITY, [place.id], page);
  return councils.find(({ kind }) => kind === 'community_council');
}

/** What was decided and done. */
async function theYear(stage: Stage, chamber: Chamber, shop: Shop, year: Year): Promise<void> {
  const tools = await applied(stage, shop, 1, '维修队添置工具', year.at(3, 2));
  const paid = await residents(chamber, year.at(3, 3), {
    ...{ as: 'residents', title: '请议事会资助维修队添置工具', act: { awardGrant: tools } },
    text: '维修队每周为独居老人上门修理，工具多是队员自己的。请从居民议事池资助八百元。',
  });
  await chamber.decide(paid, [11, 2, 2], { screenAt: year.at(3, 6), voteAt: year.at(3, 10) });
  await chamber.execute(paid, year.at(3, 25));
  const quilt = shop.products.at(-1);
  const cheaper = await chamber.table(year.at(6, 3), {
    ...{ as: 'council_member', title: '入冬前下调棉被所需积分' },
    text: '棉被三十积分，独居老人换不起。建议改为二十四积分。',
    act: { setPrice: { productId: quilt?.id ?? '', price: 24 } },
  });
  await chamber.decide(cheaper, [13, 4, 2], { screenAt: year.at(6, 5), voteAt: year.at(6, 12) });
  await chamber.execute(cheaper, year.at(6, 28));
  const gate = await chamber.table(year.at(7, 2), {
    ...{ as: 'council_member', title: '夜间关闭东门' },
    text: '东门夜里车多人杂，建议二十三点后关闭。',
  });
  await chamber.decide(gate, [9, 8, 1], { screenAt: year.at(7, 4), voteAt: year.at(7, 9) });
  const camera = await chamber.table(year.at(8, 3), {
    ...{ as: 'self_governing', title: '在每个楼门口装摄像头' },
    text: '请议事会同意在每个楼门口安装摄像头。',
  });
  await chamber.screen(camera, 'return', '涉及公共安全设施，须先由街道立项。', year.at(8, 6));
  const [one, two] = [
    await chamber.table(year.at(9, 2), {
      ...{ as: 'party_organisation', title: '设立邻里节', text: '每年九月办一次邻里节。' },
    }),
    await chamber.table(year.at(9, 3), {
      ...{ as: 'self_governing', title: '办百家宴', text: '中秋前后在院里办百家宴。' },
    }),
  ];
  const merged = { motionId: tenantId('Motion', two), intoId: tenantId('Motion', one) };
  const reason = '两件事合在一起办。';
  await stage.as(chamber.party, mergeMotion, { ...merged, reason }, year.at(9, 5));
  await chamber.screen(one, 'admit', '年内择日表决。', year.at(9, 6));
}

/** What waits for somebody today. */
async function theseDays(stage: Stage, chamber: Chamber, shop: Shop, year: Year): Promise<void> {
  const days = (n: number) => new Date(year.today.getTime() - n * 86_400_000);
  const ready = await chamber.table(days(30), {
    ...{ as: 'self_governing', title: '公布院落垃圾分类值日表' },
    text: '由各楼门长排班，每月公布一次。',
  });
  await chamber.decide(ready, [16, 1, 1], { screenAt: days(28), voteAt: days(20) });
  const shown = await chamber.table(days(12), {
    ...{ as: 'council_member', title: '把旧车棚改成共享厨房' },
    text: '车棚已空置两年。建议由家政队负责改造和日常管理。',
  });
  await chamber.decide(shown, [12, 3, 4], { screenAt: days(10), voteAt: days(6) });
  const objection = await chamber
    .resolution(shown)
    .then((resolutionId) =>
      stage.as(
        chamber.community.teams[5]?.members[2]?.personId ?? null,
        objectToResolution,
        { resolutionId, text: '我家窗户正对车棚，担心油烟。' },
        days(3),
      ),
    );
  const answer = { objectionId: tenantId('Objection', objection), upheld: false };
  const told = { ...answer, answer: '只用电灶，并加装油烟净化。' };
  await stage.as(chamber.party, answerObjection, told, days(2));
  const voting = await chamber.table(days(9), {
    ...{ as: 'council_member', title: '在中心花园加装扶手和长椅' },
    text: '请居委会列入下季度的微项目。',
  });
  await chamber.screen(voting, 'admit', '与许多居民有关。', days(7));
  await chamber.open(voting, days(0), new Date(year.today.getTime() + 5 * 86_400_000));
  const hair = await applied(stage, shop, 2, '理发队添两把椅子', days(4));
  await residents(chamber, days(3), {
    ...{ as: 'residents', title: '请议事会资助理发队', act: { awardGrant: hair } },
    text: '理发队每周三义剪，椅子已经坏了一把。',
  });
  await residents(
    chamber,
    days(2),
    { as: 'residents', title: '给楼道装声控灯', text: '三号楼二到五层的灯坏了三个月。' },
    6,
  );
}

/** Residents table a motion, so many of them together. */
async function residents(chamber: Chamber, at: Date, matter: Matter, names = 10) {
  return await chamber.coSigned(at, matter, names);
}

/** A team asks the pool for which the council decides. */
async function applied(stage: Stage, shop: Shop, team: number, title: string, at: Date) {
  const { organisation, members } = shop.community.teams[team] ?? {};
  if (!organisation || !shop.council) throw new Error('There is nobody to ask');
  const row = await stage.as(
    members?.[0]?.personId ?? null,
    applyForGrant,
    {
      ...{ applicantId: organisationId(organisation), poolId: tenantId('Pool', shop.council) },
      ...{ title, purpose: `${organisation.name}：${title}。`, requested: cny('800.00') },
      budget: [{ label: '工具与材料', amount: cny('800.00') }],
      tranches: [
        {
          ...{ amount: cny('800.00'), milestone: '购置并公示清单' },
          dueOn: new Date(at.getTime() + 60 * 86_400_000).toISOString().slice(0, 10),
        },
      ],
    },
    at,
  );
  return { applicationId: tenantId('Application', row) };
}
