import { DateTime } from 'luxon';
import { toGlobalId } from '../../kernel/global-id';
import { read } from '../../kernel/read';
import { Refusal } from '../../kernel/refusal';
import type { UnitOfWork } from '../../kernel/unit-of-work';
import type { PlaceRow } from '../../society/place.entity';
import { recordService } from '../../volunteering/record-service';
import { isLeader } from '../../volunteering/service.policy';
import { field, oneByOne, optional, sumOf, type Line, type Noun, type Taking } from './noun';

/** What members of the asker's own teams did; it still waits for somebody else to confirm it. */
export const services: Noun = {
  fields: [
    field('organisationId', 'HEADING_TEAM', '楼道维修队'),
    field('residentId', 'HEADING_MEMBER', '王芳'),
    optional(field('phone', 'HEADING_PHONE_END', '0000')),
    field('serviceKind', 'HEADING_SERVICE_KIND', 'repair'),
    field('performedAt', 'HEADING_PERFORMED', '2026-03-01 09:30', 'moment'),
    field('minutes', 'HEADING_MINUTES', '90', 'whole'),
    optional(field('note', 'HEADING_NOTE', '')),
  ],
  may: async (work, community) => (await ledTeams(work, community)).length > 0,
  take: async (taking) => {
    const teams = await ledTeams(taking.work, taking.community);
    const members = await membersOf(taking, teams);
    const lines = await oneByOne(taking, (line) => take(taking, line, teams, members));
    return { services: lines.length, minutes: sumOf(lines, 'minutes') };
  },
};

interface Team {
  readonly id: string;
  readonly name: string;
}

async function ledTeams(work: UnitOfWork, community: PlaceRow): Promise<Team[]> {
  const teams = await read<Team>(
    work.db,
    `select id, name from organisation where place_id = $1 and kind = 'self_organisation'`,
    [community.id],
  );
  return teams.filter(({ id }) => isLeader(work.actor, id));
}

interface Member {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly teamId: string;
}

/** Only a team's own members are looked among: nobody learns here who else lives in a community. */
async function membersOf({ work, community }: Taking, teams: readonly Team[]): Promise<Member[]> {
  return await read<Member>(
    work.db,
    `select distinct resident.id, resident.name, resident.phone,
       membership.organisation_id "teamId"
     from membership
     join resident on resident.community_id = $1 and resident.person_id = membership.person_id
     where membership.organisation_id = any ($2)`,
    [community.id, teams.map(({ id }) => id)],
  );
}

async function take(
  { work, community }: Taking,
  { values }: Line,
  teams: readonly Team[],
  members: readonly Member[],
): Promise<void> {
  const { organisationId: given = '', residentId: name, phone = '' } = values;
  const team = teams.find((each) => each.name === given);
  if (!team) throw new Refusal('TEAM_UNKNOWN', { given }, ['organisationId']);
  const [member, another] = members.filter(
    (each) => each.teamId === team.id && each.name === name && (each.phone ?? '').endsWith(phone),
  );
  if (!member) throw new Refusal('MEMBER_UNKNOWN', {}, ['residentId']);
  if (another) throw new Refusal('MEMBER_AMBIGUOUS', {}, ['residentId']);
  await recordService(work, {
    organisationId: toGlobalId('Organisation', null, team.id),
    residentId: toGlobalId('Resident', community.id, member.id),
    serviceKind: values.serviceKind ?? '',
    performedAt: DateTime.fromISO((values.performedAt ?? '').replace(' ', 'T'), {
      zone: community.timeZone,
    }).toJSDate(),
    minutes: Number(values.minutes),
    note: values.note ?? null,
  });
}
