import { doersOf } from '../councils/layers';
import { HOME, type Branch, type Roles } from './branch';

/** Who keeps the register where something happens. */
const REGISTRARS: readonly Roles[] = [
  { kind: 'residents_committee', roles: ['cadre'] },
  { kind: 'street_office', roles: ['officer'] },
];

/** Minutes that nobody has approved, the last of a meeting that was held in `home`. */
const UNAPPROVED = `join meeting_minutes minutes on minutes.community_id = home.id
    and minutes.approved_at is null and minutes.written_by <> :person
    and not exists (select 1 from meeting_minutes newer where newer.community_id = home.id
      and newer.meeting_id = minutes.meeting_id and newer.version > minutes.version)
  join meeting on meeting.community_id = home.id and meeting.id = minutes.meeting_id
    and meeting.closed_at is not null
  join place there on there.id = meeting.place_id`;

const item = (kind: string, of: string) => `
  -- every community: somebody may have to do with several
  select '${kind}' as kind, ${of}.community_id "communityId", ${of}.id,
    null::uuid "poolId", ${of}.id "nodeId"`;

const page = (of: string) => `order by ${of}.id limit :limit`;

/** What waits about meetings that were held. */
const MEETINGS: readonly Branch[] = [
  {
    roles: REGISTRARS,
    sql: `${item('attendance', 'list')}
  from ${HOME}
  join meeting_attendance_list list on list.community_id = home.id and list.state = 'waiting'
    and list.recorded_by <> :person
  join meeting on meeting.community_id = home.id and meeting.id = list.meeting_id
    and meeting.cancelled_at is null
  join place there on there.id = meeting.place_id and there.lineage && :who
  where list.id > :after
  ${page('list')}`,
  },
  {
    roles: REGISTRARS,
    sql: `${item('minutes', 'minutes')}
  from ${HOME}
  ${UNAPPROVED} and there.lineage && :who
  where minutes.id > :after
  ${page('minutes')}`,
  },
  {
    // Members approve what was said in their council.
    roles: 'resident',
    sql: `${item('minutes', 'minutes')}
  from unnest(:homes, :who) home (id, resident_id)
  ${UNAPPROVED}
  where minutes.id > :after and exists (
    select 1 from council_seat seat where seat.community_id = home.id
      and seat.council_id = meeting.council_id and seat.resident_id = home.resident_id
      and seat.valid_from <= (:now at time zone there.time_zone)::date
      and seat.valid_until > (:now at time zone there.time_zone)::date)
  ${page('minutes')}`,
  },
];

/** An election under way in the community `home`, of a council that sits in the reach of `:who`. */
const UNDER_WAY = `join election on election.community_id = home.id and election.ended_at is null
  join council on council.community_id = home.id and council.id = election.council_id
  join place there on there.id = council.place_id and there.lineage && :who`;

/** What waits about elections. */
const ELECTIONS: readonly Branch[] = [
  {
    roles: 'resident',
    sql: `${item('nomination', 'stands')}
  from unnest(:homes, :who) home (id, resident_id)
  join election_candidate stands on stands.community_id = home.id
    and stands.resident_id = home.resident_id
    and stands.accepted_at is null and stands.withdrawn_at is null
  join election on election.community_id = home.id and election.id = stands.election_id
    and election.ended_at is null and election.nominations_until > :now
  where stands.id > :after
  ${page('stands')}`,
  },
  {
    // Its last ballot counts.
    roles: doersOf('countElectionBallot'),
    sql: `${item('ward', 'ward')}
  from ${HOME}
  ${UNDER_WAY}
  join election_ward ward on ward.community_id = home.id and ward.election_id = election.id
    and ward.state = 'voting'
  cross join lateral (select ballot_id as id from election_ballot voted
    where voted.community_id = home.id and voted.ward_id = ward.id
    order by round desc limit 1) voted
  join ballot on ballot.community_id = home.id and ballot.id = voted.id
  where ward.id > :after and ballot.closes_at <= :now
  ${page('ward')}`,
  },
  {
    roles: doersOf('concludeElection'),
    sql: `${item('election', 'election')}
  from ${HOME}
  ${UNDER_WAY}
  where election.id > :after and not exists (
    select 1 from election_ward ward where ward.community_id = home.id
      and ward.election_id = election.id and ward.state <> 'filled')
  ${page('election')}`,
  },
];

/** What waits where people come together: about meetings and elections. */
export const ASSEMBLY_BRANCHES: readonly Branch[] = [...MEETINGS, ...ELECTIONS];
