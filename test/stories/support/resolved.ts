import { castRollCallVote } from '../../../src/ballots/cast-roll-call-vote';
import { COUNCIL_KINDS } from '../../../src/councils/council-kinds';
import { seatsOfCouncil } from '../../../src/councils/council-seat.reader';
import { foundCouncil } from '../../../src/councils/found-council';
import { seatMembers } from '../../../src/councils/seat-members';
import { setCouncilRule } from '../../../src/councils/set-council-rule';
import { SYSTEM, type Actor } from '../../../src/kernel/actor';
import { toGlobalId } from '../../../src/kernel/global-id';
import { concludeMotion } from '../../../src/motions/conclude-motion';
import { ballotsOfMotion } from '../../../src/motions/motion.reader';
import { objectToResolution } from '../../../src/motions/object-to-resolution';
import { putMotionToVote } from '../../../src/motions/put-motion-to-vote';
import { resolutionsOfMotion } from '../../../src/motions/resolution.reader';
import { screenMotion } from '../../../src/motions/screen-motion';
import { tableMotion } from '../../../src/motions/table-motion';
import { appointMember } from '../../../src/society/appoint-member';
import { registerOrganisation } from '../../../src/society/register-organisation';
import { registerPerson } from '../../../src/society/register-person';
import { SINCE, type CommunityWorld } from '../../support/world';
import type { Run } from './furnish';
import { day, hours } from './moments';

/** Motions before a council of the leader and both members, and what it resolved. */
export interface Resolved {
  /** The secretary of the party organisation. */
  readonly party: { readonly id: string };
  /** The first of the council's seats. */
  readonly seat: string;
  /** One of residents with one name of two. */
  readonly gathering: string;
  readonly tabled: string;
  readonly other: string;
  readonly admitted: string;
  /** Being voted on, and voted on until an hour ago. */
  readonly voting: string;
  readonly voted: string;
  /** Shown to the public, and shown for long enough. */
  readonly shown: string;
  readonly ready: string;
  /** With an objection that waits. */
  readonly objectedTo: string;
  readonly objection: string;
}

const LONG_AGO = -24 * 20;

async function partyOf(run: Run, home: CommunityWorld): Promise<{ id: string; actor: Actor }> {
  const asked = {
    kind: 'party_organisation' as const,
    name: 'Party',
    placeId: home.place.globalId,
  };
  const body = await run({ actor: SYSTEM }, (work) => registerOrganisation(work, asked));
  const { id } = await run({ actor: SYSTEM }, (work) =>
    registerPerson(work, { name: 'Secretary' }),
  );
  await run({ actor: SYSTEM }, (work) =>
    appointMember(work, {
      ...{ organisationId: toGlobalId('Organisation', null, body.id), role: 'party_secretary' },
      ...{ personId: toGlobalId('Person', null, id), validFrom: SINCE },
    }),
  );
  const role = { organisationKind: 'party_organisation', role: 'party_secretary' } as const;
  const standings = [{ ...role, organisationId: body.id, placeId: home.id }];
  return { id, actor: { kind: 'person', personId: id, standings, residences: [] } };
}

async function seatCouncil(run: Run, home: CommunityWorld): Promise<string> {
  const then = new Date(hours(LONG_AGO - 48));
  const kind = 'community_council' as const;
  const system = { actor: SYSTEM };
  const asked = { kind, name: 'Council of all', placeId: home.place.globalId };
  const { id } = await run(system, (work) => foundCouncil(work, asked), then);
  const councilId = toGlobalId('Council', home.id, id);
  const rule = {
    ...{ ...COUNCIL_KINDS[kind].rule, councilId, minSeats: 1, seatsPerGroup: 0 },
    ...{ rollCall: true, coSigners: 2, quorum: { parts: 1, of: 2 } },
  };
  await run(system, (work) => setCouncilRule(work, rule), then);
  const seated = [home.leader, ...home.members].map(({ resident }) => resident.globalId);
  const members = seated.map((residentId) => ({ residentId }));
  const seats = { councilId, validFrom: day(-22), members };
  await run(system, (work) => seatMembers(work, seats), then);
  const page = { after: null, limit: 1, about: '' };
  const [held] = await run(system, (work) => seatsOfCouncil.read(work.db, home.id, [id], page));
  return toGlobalId('CouncilSeat', home.id, held?.id ?? '');
}

export async function resolve(run: Run, home: CommunityWorld): Promise<Resolved> {
  const party = await partyOf(run, home);
  const seat = await seatCouncil(run, home);
  const table = async (title: string, from = 0, who: { actor: Actor } = home.cadre) => {
    const asked = {
      ...{ placeId: home.place.globalId, title, text: 'Who waits there may sit.' },
      tabledAs: who === home.cadre ? ('self_governing' as const) : ('residents' as const),
    };
    const { id } = await run(who, (work) => tableMotion(work, asked), new Date(hours(from)));
    return { id, motionId: toGlobalId('Motion', home.id, id) };
  };
  const admit = async (title: string, from = 0) => {
    const { id, motionId } = await table(title, from);
    const asked = { motionId, screening: 'admit' as const, reason: 'It is for everybody.' };
    await run(party, (work) => screenMotion(work, asked), new Date(hours(from)));
    return { id, motionId };
  };
  const vote = async (title: string, from: number) => {
    const { id, motionId } = await admit(title, from);
    const asked = { motionId, closesAt: new Date(hours(from + 2)) };
    const now = new Date(hours(from));
    await run(home.cadre, (work) => putMotionToVote(work, asked), now);
    const [on] = await run(party, (work) => ballotsOfMotion.read(work.db, home.id, [id]));
    const given = { ballotId: toGlobalId('Ballot', home.id, on?.ballotId ?? ''), choice: '赞成' };
    for (const who of [home.leader, home.members[0]])
      await run(who, (work) => castRollCallVote(work, given), now);
    return { id, motionId };
  };
  const pass = async (title: string, from: number) => {
    const { id, motionId } = await vote(title, from);
    const now = new Date(hours(from + 2.5));
    await run(home.cadre, (work) => concludeMotion(work, { motionId }), now);
    const [made] = await run(party, (work) => resolutionsOfMotion.read(work.db, home.id, [id]));
    return toGlobalId('Resolution', home.id, made?.id ?? '');
  };
  const objectedTo = await pass('A pond', -4);
  const said = { resolutionId: objectedTo, text: 'It is too deep.' };
  const { id } = await run(home.members[1], (work) => objectToResolution(work, said));
  return {
    ...{ party, seat, objectedTo, objection: toGlobalId('Objection', home.id, id) },
    gathering: (await table('A swing', 0, home.members[0])).motionId,
    ...{ tabled: (await table('A rail')).motionId, other: (await table('A ramp')).motionId },
    admitted: (await admit('A fence')).motionId,
    ...{ voting: (await vote('A hedge', 0)).motionId, voted: (await vote('A path', -4)).motionId },
    ...{ shown: await pass('A wall', -4), ready: await pass('A well', LONG_AGO) },
  };
}
