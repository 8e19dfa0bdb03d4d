import { CITY } from '../src/api/context';
import { councilsOfPlace } from '../src/councils/council.reader';
import { toGlobalId } from '../src/kernel/global-id';
import { backPitch } from '../src/meetings/back-pitch';
import { noteTopicAsNeed } from '../src/meetings/note-topic-as-need';
import { pitchProject } from '../src/meetings/pitch-project';
import { turnTopicIntoMotion } from '../src/meetings/turn-topic-into-motion';
import { motionById } from '../src/motions/motion.reader';
import { screenMotion } from '../src/motions/screen-motion';
import { tableMotion } from '../src/motions/table-motion';
import type { Cast, CommunityCast } from './cast';
import { Chamber } from './chamber';
import { organisationId, tenantId } from './economy';
import { MeetingHall } from './meeting-hall';
import { placeId } from './places';
import type { Stage } from './stage';
import type { Year } from './time';

const HOUR_MS = 3_600_000;
const minutesBefore = (at: Date, minutes: number) => new Date(at.getTime() - minutes * 60_000);

/**
 * A year of meetings in the first community: a forum, a pitch fair, an open space, enterprises at
 * one table, a hearing, the council; and one forum to come.
 */
export async function holdMeetings(stage: Stage, cast: Cast, year: Year): Promise<void> {
  const [community] = cast.communities;
  if (!community) return;
  const hall = new MeetingHall(stage, community, cast.officer);
  const chamber = new Chamber(stage, community, cast.officer);
  await forum(stage, hall, chamber, year);
  await pitchFair(stage, hall, year);
  await liaison(hall, cast, year);
  await openSpace(hall, year);
  await hearing(stage, hall, chamber, year);
  await council(stage, hall, year);
  const soon = new Date(`${year.day(9)}T06:30:00Z`);
  const coming = { kind: 'forum' as const, title: '明年想办哪些事', agenda: '居民提议题' };
  const meetingId = await hall.convene(coming, soon, year.today);
  const [neighbour] = hall.neighbours(2, 1, 2);
  const parking = { title: '自行车停放', text: '楼道里停满了自行车，老人出入不便。' };
  await hall.propose(meetingId, neighbour?.personId, parking, year.today);
}

/** What is said at a forum in spring becomes a motion and a need. */
async function forum(stage: Stage, hall: MeetingHall, chamber: Chamber, year: Year): Promise<void> {
  const startsAt = year.at(4, 18, 14);
  const about = { kind: 'forum' as const, title: '春季社区论坛', agenda: '居民关心的三件事' };
  const meetingId = await hall.convene(about, startsAt);
  const before = minutesBefore(startsAt, 3 * 24 * 60);
  const [one, two] = hall.neighbours(0, 1, 3);
  const yard = { title: '儿童游乐区铺软垫', text: '孩子摔在水泥地上，常有擦伤。' };
  const tap = { title: '花园里没有水龙头', text: '浇花要从三楼提水。' };
  const motion = await hall.propose(meetingId, one?.personId, yard, before);
  const need = await hall.propose(meetingId, two?.personId, tap, before);
  const inRoom = [...hall.neighbours(0, 0, 6), ...hall.neighbours(1, 0, 5)];
  await hall.gather(meetingId, startsAt, { onLine: hall.neighbours(2, 0, 6), inRoom });
  const { cadre } = hall.community;
  const after = new Date(startsAt.getTime() + 2 * HOUR_MS - 1);
  const tabled = { topicId: motion, tabledAs: 'self_governing' as const };
  const topic = await stage.as(cadre, turnTopicIntoMotion, tabled, after);
  const noted = { topicId: need, need: '花园需要一个取水点。' };
  await stage.as(cadre, noteTopicAsNeed, noted, after);
  const said = '与会居民谈了游乐区、取水点和停车。游乐区一事提交议事会，取水点记为需求。';
  await hall.close(meetingId, startsAt, said);
  const [row] = await motionById.read(stage.source.manager, topic.communityId, [
    topic.motionId ?? '',
  ]);
  if (!row) throw new Error('The topic became a motion');
  const times = { screenAt: year.at(4, 22), voteAt: year.at(5, 6) };
  await chamber.decide(row, [15, 2, 1], times);
  await chamber.execute(row, year.at(5, 24));
}

/** Three teams present what they want to do, and households say what they want. */
async function pitchFair(stage: Stage, hall: MeetingHall, year: Year): Promise<void> {
  const startsAt = year.at(6, 14, 9);
  const about = { kind: 'pitch_fair' as const, title: '居民项目推介会' };
  const meetingId = await hall.convene(about, startsAt);
  const projects = [
    { title: '家电义务检修日', text: '每月第一个周六，在小广场为居民检修家电。' },
    { title: '上门理发', text: '为出门不便的老人每季上门理发。' },
    { title: '旧布改袋', text: '教居民把旧布改成购物袋。' },
  ];
  const neighbours = hall.neighbours(0, 0, 8);
  await hall.gather(meetingId, startsAt, { onLine: neighbours });
  for (const [n, project] of projects.entries()) {
    const team = hall.community.teams[n + 1];
    const [leader] = team?.members ?? [];
    if (!team || !leader) return;
    const own = organisationId(team.organisation);
    const pitched = { meetingId, organisationId: own, ...project };
    const earlier = minutesBefore(startsAt, 60 * (n + 1));
    const pitch = await stage.as(leader.personId, pitchProject, pitched, earlier);
    await hall.represent(meetingId, leader.personId, own, startsAt);
    const asked = { pitchId: tenantId('MeetingPitch', pitch) };
    for (const { personId } of neighbours.slice(n))
      await stage.as(personId, backPitch, asked, startsAt);
  }
  await hall.close(meetingId, startsAt, '三支队伍介绍了项目，到会家庭表达了意愿。');
}

/** Enterprises of the street meet at one table. */
async function liaison(hall: MeetingHall, { enterprises }: Cast, year: Year): Promise<void> {
  const startsAt = year.at(7, 8, 15);
  const about = { kind: 'liaison' as const, title: '共建单位联系会议' };
  const meetingId = await hall.convene(about, startsAt);
  const near = enterprises.filter(({ home }) => home === 0);
  for (const { organisation, director } of near)
    await hall.represent(meetingId, director, organisationId(organisation), startsAt);
  const [team] = hall.community.teams;
  const [leader] = team?.members ?? [];
  if (team && leader)
    await hall.represent(meetingId, leader.personId, organisationId(team.organisation), startsAt);
  await hall.close(meetingId, startsAt, '各单位商定了下半年的共建安排。');
}

/** Topics come on the day; three groups work at them. */
async function openSpace(hall: MeetingHall, year: Year): Promise<void> {
  const startsAt = year.at(8, 20, 14);
  const about = { kind: 'open_space' as const, title: '开放空间：我们的院子' };
  const meetingId = await hall.convene(about, startsAt);
  const inRoom = hall.neighbours(3, 0, 7);
  await hall.gather(meetingId, startsAt, { onLine: hall.neighbours(4, 0, 6), inRoom });
  const topics = [
    { title: '谁来照看花坛', notes: '每栋楼认领一个花坛。', text: '列出认领名单' },
    { title: '暑期孩子去哪儿', notes: '图书角下午开放，家长轮值。', text: '排出轮值表' },
    { title: '楼道照明', notes: '先查清哪些灯不亮。', text: '逐层查灯' },
  ];
  for (const [n, { title, notes, text }] of topics.entries()) {
    const [who] = hall.neighbours(4, n, n + 1);
    const team = hall.community.teams[n];
    if (!team) return;
    const at = new Date(startsAt.getTime() + (n + 1) * 60_000);
    const said = { title, text: '当天提出的议题。' };
    const topicId = await hall.propose(meetingId, who?.personId, said, at);
    const spot = `${n + 1}号桌`;
    const action = { text, organisationId: organisationId(team.organisation), dueOn: year.day(30) };
    await hall.work({ meetingId, topicId }, { spot, people: 4 + n, notes }, action, at);
  }
  await hall.close(meetingId, startsAt, '三个小组各有结论，行动事项已列出负责的队伍。');
}

/** A motion is heard in public before anybody votes on it. */
async function hearing(
  stage: Stage,
  hall: MeetingHall,
  chamber: Chamber,
  year: Year,
): Promise<void> {
  const { cadre, party, place } = hall.community;
  const tabled = {
    ...{
      placeId: placeId(place),
      title: '小广场晚间活动时间',
      tabledAs: 'self_governing' as const,
    },
    text: '建议广场舞在晚上九点前结束。',
  };
  const motion = await stage.as(cadre, tableMotion, tabled, year.at(9, 8));
  const motionId = tenantId('Motion', motion);
  const admitted = { motionId, screening: 'admit' as const, reason: '请先听取居民意见。' };
  await stage.as(party, screenMotion, { ...admitted, hearingFirst: true }, year.at(9, 10));
  const startsAt = year.at(9, 24, 14);
  const about = { kind: 'hearing' as const, title: '小广场晚间活动听证会', motionId };
  const meetingId = await hall.convene({ ...about, agenda: '听取各方意见' }, startsAt);
  const inRoom = [...hall.neighbours(5, 0, 6), ...hall.neighbours(1, 0, 4)];
  await hall.gather(meetingId, startsAt, { onLine: hall.neighbours(0, 2, 5), inRoom });
  await hall.close(meetingId, startsAt, '发言居民多数赞成九点结束，冬季可提前到八点半。');
  await chamber.vote(motion, [14, 3, 1], year.at(9, 28));
  await chamber.execute(motion, year.at(10, 18));
}

/** The council of 21 meets, with a quorum. */
async function council(stage: Stage, hall: MeetingHall, year: Year): Promise<void> {
  const councilId = await councilOf(stage, hall.community);
  if (!councilId) return;
  const startsAt = year.at(10, 12, 14);
  const about = { kind: 'council_meeting' as const, title: '议事会十月例会', councilId };
  const meetingId = await hall.convene({ ...about, agenda: '通报执行情况' }, startsAt);
  const members = [1, 2, 3, 4].flatMap((team) => hall.neighbours(team, 0, 4));
  const first = hall.neighbours(0, 1, 4);
  await hall.gather(meetingId, startsAt, { onLine: first, inRoom: members });
  await hall.close(meetingId, startsAt, '通报了已通过决议的执行情况，无新的表决。');
}

async function councilOf(stage: Stage, { place }: CommunityCast): Promise<string | null> {
  const page = { after: null, limit: 20, about: '' };
  const rows = await councilsOfPlace.read(stage.source.manager, CITY, [place.id], page);
  const found = rows.find(({ kind }) => kind === 'community_council');
  return found ? toGlobalId('Council', found.communityId, found.id) : null;
}
