import { decidedBy } from '../grants/decided-by';
import type { Check } from '../ledger/verify';

/** The id of the application in an act's input: after its type and its community's id. */
const APPLICATION = `encode(substring(decode(
    rpad(translate(motion.input ->> 'applicationId', '-_', '+/'),
      (length(motion.input ->> 'applicationId') + 3) / 4 * 4, '='),
    'base64') from 29 for 16), 'hex')::uuid`;

/** What motions, their ballots and resolutions must agree on, as `verify` checks it. */
export const MOTION_CHECKS: readonly Check[] = [
  {
    name: 'motion-names',
    says: 'A motion of residents was tabled with as many names as it needed, and not before.',
    sql: `select motion.community_id, motion.id, motion.co_signers_needed, signed.names
      from motion cross join lateral (
        select count(*) as names from motion_co_signature signature
        where signature.community_id = motion.community_id and signature.motion_id = motion.id
      ) signed
      where motion.tabled_at is not null and signed.names < motion.co_signers_needed
        or motion.tabled_at is null and motion.state = 'gathering'
          and signed.names >= motion.co_signers_needed`,
  },
  {
    name: 'motion-ballot',
    says: 'A motion is voted on by a ballot that decides, of its community; the last one tells.',
    sql: `select motion.community_id, motion.id, motion.state
      from motion left join lateral (
        select ballot.* from motion_ballot voted
        join ballot on ballot.community_id = voted.community_id and ballot.id = voted.ballot_id
        where voted.community_id = motion.community_id and voted.motion_id = motion.id
        order by voted.n desc limit 1
      ) last on true
      where motion.state in ('voting', 'passed', 'rejected') and last.id is null
        or motion.state in ('passed', 'rejected') and last.closed_at is null
        or last.id is not null and last.passes_of is null`,
  },
  {
    name: 'motion-rejected',
    says: 'A motion was rejected by a vote with its quorum, in which too few were in favour.',
    sql: `select motion.community_id, motion.id, said.present, said.favour, last.base
      from motion cross join lateral (
        select ballot.* from motion_ballot voted
        join ballot on ballot.community_id = voted.community_id and ballot.id = voted.ballot_id
        where voted.community_id = motion.community_id and voted.motion_id = motion.id
        order by voted.n desc limit 1
      ) last cross join lateral (
        select coalesce(last.votes[last.favoured + 1], 0) as favour,
          (select coalesce(sum(each), 0) from unnest(last.votes) each) as present
      ) said
      where motion.state = 'rejected' and (
        said.present * last.quorum_den < last.base * last.quorum_num
        or said.favour * last.passes_den > last.base * last.passes_num)`,
  },
  {
    name: 'motion-resolved',
    says: 'Of a motion that was passed there is one resolution, but for those that were set aside.',
    sql: `select motion.community_id, motion.id, resolved.many
      from motion cross join lateral (
        select count(*) as many from resolution
        where resolution.community_id = motion.community_id
          and resolution.motion_id = motion.id and resolution.state <> 'set_aside'
      ) resolved
      where resolved.many <> case motion.state when 'passed' then 1 else 0 end`,
  },
  {
    name: 'motion-heard',
    says: 'What was to be heard in public was heard before it was voted on.',
    sql: `select motion.community_id, motion.id
      from motion join motion_ballot voted on voted.community_id = motion.community_id
        and voted.motion_id = motion.id and voted.n = 1
      join ballot on ballot.community_id = voted.community_id and ballot.id = voted.ballot_id
      where motion.hearing_first
        and (motion.heard_at is null or motion.heard_at > ballot.opened_at)`,
  },
  {
    name: 'resolution-passed',
    says: 'A resolution has the votes that its rule asks for, of a base that is full.',
    sql: `select resolution.community_id, resolution.id, said.present, said.favour, ballot.base
      from resolution
      join ballot on ballot.community_id = resolution.community_id
        and ballot.id = resolution.ballot_id
      cross join lateral (
        select coalesce(ballot.votes[ballot.favoured + 1], 0) as favour,
          coalesce(ballot.took_part, 0) as present
      ) said
      where ballot.closed_at is null
        or said.present * ballot.quorum_den < ballot.base * ballot.quorum_num
        or said.favour * ballot.passes_den <= ballot.base * ballot.passes_num`,
  },
  {
    name: 'resolution-motion',
    says: 'A resolution came of a ballot on its motion, before the council of the motion.',
    sql: `select resolution.community_id, resolution.id
      from resolution
      left join motion_ballot voted on voted.community_id = resolution.community_id
        and voted.ballot_id = resolution.ballot_id and voted.motion_id = resolution.motion_id
      join motion on motion.community_id = resolution.community_id
        and motion.id = resolution.motion_id
      where voted.ballot_id is null or motion.council_id <> resolution.council_id
        or resolution.state in ('adopted', 'executed') and motion.state <> 'passed'`,
  },
  {
    name: 'resolution-numbers',
    says: 'The resolutions of a council are numbered without a gap.',
    sql: `select community_id, council_id, count(*) as resolutions, max(number) as highest
      from resolution group by community_id, council_id having count(*) <> max(number)`,
  },
  {
    name: 'resolution-executed',
    says: 'A resolution was executed after its notice, with every objection answered and none upheld.',
    sql: `select resolution.community_id, resolution.id
      from resolution
      join motion on motion.community_id = resolution.community_id
        and motion.id = resolution.motion_id
      join place on place.id = motion.place_id
      where resolution.state = 'executed' and (
        (resolution.ended_at at time zone place.time_zone)::date < resolution.notice_until
        or (resolution.ended_at at time zone place.time_zone)::date >= resolution.lapses_on
        or exists (select 1 from resolution_objection objection
          where objection.community_id = resolution.community_id
            and objection.resolution_id = resolution.id
            and (objection.answered_at is null or objection.upheld
              or objection.answered_at > resolution.ended_at)))`,
  },
  {
    name: 'resolution-award',
    says: 'A grant that a resolution awarded stands, and was awarded as it was executed.',
    sql: `select resolution.community_id, resolution.id
      from resolution
      join motion on motion.community_id = resolution.community_id
        and motion.id = resolution.motion_id
      where resolution.state = 'executed'
        and motion.kind in ('award_grant', 'spend_public_fund')
        and not exists (select 1 from pool_grant
          where pool_grant.community_id = resolution.community_id
            and pool_grant.id = ${APPLICATION}
            and pool_grant.awarded_at = resolution.ended_at)`,
  },
  {
    name: 'award-resolved',
    says: 'A grant that a council decides was awarded by a resolution that was executed.',
    sql: `select pool_grant.community_id, pool_grant.id
      from pool_grant
      join application on application.community_id = pool_grant.community_id
        and application.id = pool_grant.id
      left join (
        select resolution.community_id, ${APPLICATION} as application_id
        from resolution
        join motion on motion.community_id = resolution.community_id
          and motion.id = resolution.motion_id
        where resolution.state = 'executed' and motion.kind = 'award_grant'
      ) opened on opened.community_id = pool_grant.community_id
        and opened.application_id = pool_grant.id
      where opened.application_id is null and ${decidedBy('application')} = 'council'`,
  },
];
