import { foundCouncil } from '../src/councils/found-council';
import { seatMembers } from '../src/councils/seat-members';
import { announceActivity } from '../src/courtyards/announce-activity';
import { cancelActivity } from '../src/courtyards/cancel-activity';
import { nameCourtyardBody } from '../src/courtyards/name-courtyard-body';
import { recordActivity } from '../src/courtyards/record-activity';
import { toGlobalId } from '../src/kernel/global-id';
import type { ParticipationMode } from '../src/society/participation-mode';
import type { PlaceRow } from '../src/society/place.entity';
import { courtyardsOf } from '../src/courtyards/courtyard.reader';
import type { Cast, CommunityCast } from './cast';
import { Chamber } from './chamber';
import { account, build, owe } from './courtyard-affairs';
import { organisationId, tenantId } from './economy';
import { placeId } from './places';
import type { Stage } from './stage';
import type { Year } from './time';
import type { Yard } from './yard';
import { COVENANT, REVISED } from './covenant-texts';

const MEMBERS = 7;
const NEIGHBOURS = 24;

/**
 * Two courtyards of the first community. In the first, the menders stand for it, a covenant was
 * adopted and amended, neighbours come together, and each yuan is accounted for; in the second, the
 * hairdressers have begun, and still owe an account of what they were paid.
 */
export async function keepCourtyards(stage: Stage, cast: Cast, year: Year): Promise<void> {
  const [community] = cast.communities;
  if (!community) return;
  const page = { after: '00000000-0000-0000-0000-000000000000', limit: 2 };
  const { manager } = stage.source;
  const yards = await courtyardsOf.read(manager, [community.place.id], null, page);
  const [first, second] = [
    await yardOf(stage, community, yards[0], 1),
    await yardOf(stage, community, yards[1] ?? yards[0], 2),
  ];
  if (first) {
    await name(stage, first, year.at(2, 6, 9));
    await agree(stage, cast, first, year);
    await comeTogether(stage, first, year);
    await account(stage, first, year);
    await build(stage, first, year);
  }
  if (second && second.place.id !== first?.place.id) {
    await name(stage, second, year.at(10, 8, 9));
    await owe(stage, second, year);
  }
}

async function yardOf(
  stage: Stage,
  community: CommunityCast,
  place: PlaceRow | undefined,
  n: number,
): Promise<Yard | null> {
  const team = community.teams[n];
  const leader = team?.members[0]?.personId;
  if (!place || !team || !leader) return null;
  const rows: { id: string; isAdult: boolean }[] = await stage.source.query(
    `select distinct on (household.id) resident.id,
       resident.birth_date < $4::date - interval '20 years' "isAdult"
     from household
     join place grid on grid.id = household.grid_id and $2 = any (grid.lineage)
     join resident on resident.community_id = $1 and resident.household_id = household.id
     where household.community_id = $1 and resident.moved_out is null
     order by household.id, md5(resident.id::text) limit $3`,
    [community.place.id, place.id, NEIGHBOURS, stage.today],
  );
  // Who votes is grown up: such neighbours come first.
  const residents = rows
    .sort((one, other) => Number(other.isAdult) - Number(one.isAdult))
    .map(({ id }) => toGlobalId('Resident', community.place.id, id));
  return { community, place, team, leader, residents };
}

async function name(stage: Stage, { community, place, team }: Yard, at: Date): Promise<void> {
  const asked = { placeId: placeId(place), organisationId: organisationId(team.organisation) };
  await stage.as(community.cadre, nameCourtyardBody, asked, at);
}

/** Seven neighbours sit in the courtyard's council and adopt a covenant, which they amend later. */
async function agree(stage: Stage, cast: Cast, yard: Yard, year: Year): Promise<void> {
  const { community, place, residents } = yard;
  const asked = { kind: 'courtyard_council' as const, name: `${place.name}议事会` };
  const council = await stage.as(
    community.cadre,
    foundCouncil,
    { ...asked, placeId: placeId(place) },
    year.at(2, 8, 9),
  );
  const members = residents.slice(0, MEMBERS).map((residentId) => ({ residentId }));
  const seated = { councilId: tenantId('Council', council), validFrom: year.first(3), members };
  await stage.as(community.cadre, seatMembers, seated, year.at(2, 20, 15));
  const chamber = new Chamber(stage, { ...community, place }, cast.officer);
  const adopts = async (month: number, title: string, text: string): Promise<void> => {
    const motion = await chamber.table(year.at(month, 3), {
      ...{
        as: 'self_governing',
        title: `通过《${title}》`,
        text: '草案已在院内张贴征求意见。',
      },
      act: { adoptCovenant: { placeId: placeId(place), title, text } },
    });
    const votes = { screenAt: year.at(month, 5), voteAt: year.at(month, 10) };
    await chamber.decide(motion, [5, 1, 1], votes);
    await chamber.execute(motion, year.at(month, 26));
  };
  await adopts(4, COVENANT.title, COVENANT.text);
  await adopts(10, REVISED.title, REVISED.text);
}

/** What was held, by month: who called, and how many came. */
const HELD: readonly {
  readonly month: number;
  readonly title: string;
  readonly mode: ParticipationMode;
  readonly from: number;
  readonly until: number;
  readonly report: string;
}[] = [
  {
    ...{ month: 3, title: '春季院落大扫除', mode: 'mobilised', from: 0, until: 9 },
    report: '清走楼道杂物两车，居委会出车，各楼门出人。',
  },
  {
    ...{ month: 6, title: '楼下纳凉电影', mode: 'spontaneous', from: 5, until: 19 },
    report: '住户自带幕布和投影，放了两场。',
  },
  {
    ...{ month: 10, title: '修旧利废集市', mode: 'cooperative', from: 2, until: 24 },
    report: '维修队摆摊，购物袋小组收旧衣，物业供电。修好三十一件家电。',
  },
];

async function comeTogether(stage: Stage, yard: Yard, year: Year): Promise<void> {
  for (const { month, title, mode, from, until, report } of HELD) {
    const activityId = await announce(stage, yard, year.at(month, 16, 9), {
      ...{ title, mode, startsAt: year.at(month, 20, 18) },
    });
    const residentIds = yard.residents.slice(from, until);
    const told = { activityId, residentIds, report };
    await stage.as(yard.leader, recordActivity, told, year.at(month, 21, 10));
  }
  const rained = await announce(stage, yard, year.at(7, 10, 9), {
    ...{ title: '院内象棋赛', mode: 'spontaneous', startsAt: year.at(7, 18, 18) },
  });
  const reason = { activityId: rained, reason: '连日暴雨，改期再议。' };
  await stage.as(yard.leader, cancelActivity, reason, year.at(7, 17, 20));
  await announce(stage, yard, year.today, {
    ...{ title: '冬至包饺子', mode: 'cooperative' },
    startsAt: new Date(`${year.day(20)}T02:00:00Z`),
  });
}

async function announce(
  stage: Stage,
  { place, leader }: Yard,
  at: Date,
  what: { readonly title: string; readonly mode: ParticipationMode; readonly startsAt: Date },
): Promise<string> {
  const about = `${what.title}，欢迎各户参加。`;
  const asked = { placeId: placeId(place), about, venue: '院内小广场', ...what };
  return tenantId('Activity', await stage.as(leader, announceActivity, asked, at));
}
