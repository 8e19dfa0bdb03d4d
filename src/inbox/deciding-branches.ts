import { STILL_VOTES } from '../ballots/roll.reader';
import { doersOf, type Act } from '../councils/layers';
import { MOTION_KINDS } from '../motions/motion-kinds';
import { HOME, type Branch } from './branch';
import type { InboxKind } from './inbox.graphql';

/** The affairs of a community, and those of what is less, of a place that is called `there`. */
const AFFAIRS = [
  ['community_affairs', `there.kind = 'community'`],
  ['courtyard_affairs', `there.kind <> 'community'`],
] as const;

/** What waits of motions and resolutions, for whoever the table of layers lets do something. */
interface Decided {
  readonly kind: InboxKind;
  /** What is to be done with it. */
  readonly act: Act;
  /** The table in which it stands. */
  readonly of: 'motion' | 'resolution' | 'resolution_objection';
  /** How it is found in the community `home`, by an index of what waits; and its motion. */
  readonly found: string;
  /** What else must hold of it; the day it is there is `TODAY`. */
  readonly waits: string;
}

const TODAY = `(:now at time zone there.time_zone)::date`;

const MOTION_IN = (state: string) => `join motion on motion.community_id = home.id
    and motion.state = '${state}'`;
const THEIR_MOTION = `join motion on motion.community_id = home.id
    and motion.id = resolution.motion_id`;

/** Only their procedure executes them. */
const BY_PROCEDURE = Object.entries(MOTION_KINDS)
  .filter(([, { byProcedure }]) => byProcedure)
  .map(([kind]) => `'${kind}'`)
  .join(', ');

const DECIDED: readonly Decided[] = [
  {
    ...{ kind: 'motionToScreen', act: 'screenMotion', of: 'motion' },
    found: `${MOTION_IN('tabled')} and motion.screen_by > :now`,
    waits: 'motion.tabled_by is distinct from :person',
  },
  {
    // What is to be heard first cannot be voted on before.
    ...{ kind: 'motionToPutToVote', act: 'putMotionToVote', of: 'motion' },
    found: MOTION_IN('admitted'),
    waits: '(not motion.hearing_first or motion.heard_at is not null)',
  },
  {
    // Its last ballot counts.
    ...{ kind: 'motionToConclude', act: 'concludeMotion', of: 'motion' },
    found: `${MOTION_IN('voting')}
  cross join lateral (select ballot_id as id from motion_ballot voted
    where voted.community_id = home.id and voted.motion_id = motion.id
    order by n desc limit 1) voted
  join ballot on ballot.community_id = home.id and ballot.id = voted.id`,
    waits: 'ballot.closes_at <= :now',
  },
  {
    // Nobody answers their own.
    ...{ kind: 'objection', act: 'answerObjection', of: 'resolution_objection' },
    found: `join resolution_objection on resolution_objection.community_id = home.id
    and resolution_objection.answered_at is null
  join resolution on resolution.community_id = home.id
    and resolution.id = resolution_objection.resolution_id and resolution.state = 'adopted'
  ${THEIR_MOTION}`,
    waits: `resolution.lapses_on > ${TODAY}
    and not exists (select 1 from resident own where own.community_id = home.id
      and own.id = resolution_objection.resident_id and own.person_id = :person)`,
  },
  {
    // A time when it could not be done leaves it waiting.
    ...{ kind: 'resolution', act: 'executeResolution', of: 'resolution' },
    found: `join resolution on resolution.community_id = home.id and resolution.state = 'adopted'
  ${THEIR_MOTION} and motion.kind not in (${BY_PROCEDURE})`,
    waits: `resolution.notice_until <= ${TODAY} and resolution.lapses_on > ${TODAY}
    and not exists (select 1 from resolution_objection open where open.community_id = home.id
      and open.resolution_id = resolution.id and open.answered_at is null)`,
  },
];

const branchesOf = ({ kind, act, of, found, waits }: Decided): Branch[] =>
  AFFAIRS.map(([matter, isThere]) => ({
    roles: doersOf(act, matter),
    sql: `
  -- every community: who leads or executes may do so in several
  select '${kind}' as kind, ${of}.community_id "communityId", ${of}.id,
    null::uuid "poolId", ${of}.id "nodeId"
  from ${HOME}
  ${found}
  join place there on there.id = motion.place_id and there.lineage && :who and ${isThere}
  where ${of}.id > :after and ${waits}
  order by ${of}.id limit :limit`,
  }));

/** What waits in the deciding: about motions, about resolutions, and votes that are not cast. */
export const DECIDING_BRANCHES: readonly Branch[] = [
  ...DECIDED.flatMap(branchesOf),
  {
    roles: 'resident',
    sql: `
  -- every community: somebody may be at home in several
  select 'ballot' as kind, ballot.community_id "communityId", ballot.id,
    null::uuid "poolId", ballot.id "nodeId"
  from unnest(:homes, :who) home (id, resident_id)
  join ballot on ballot.community_id = home.id and ballot.closed_at is null
    and ballot.closes_at > :now
  join ballot_elector elector on elector.community_id = home.id
    and elector.ballot_id = ballot.id and elector.resident_id = home.resident_id
  where ballot.id > :after and ${STILL_VOTES}
  order by ballot.id limit :limit`,
  },
];
