import { randomUUID } from 'node:crypto';
import { castRollCallVote } from '../../src/ballots/cast-roll-call-vote';
import type { CouncilRow } from '../../src/councils/council.entity';
import { setPoolDecider } from '../../src/councils/set-pool-decider';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { Refusal } from '../../src/kernel/refusal';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import { concludeMotion } from '../../src/motions/conclude-motion';
import { coSignMotion } from '../../src/motions/co-sign-motion';
import type { MotionRow } from '../../src/motions/motion.entity';
import { ballotsOfMotion, motionById } from '../../src/motions/motion.reader';
import { CHOICES, putMotionToVote } from '../../src/motions/put-motion-to-vote';
import type { ResolutionRow } from '../../src/motions/resolution.entity';
import { resolutionsOfMotion } from '../../src/motions/resolution.reader';
import { screenMotion, type Screening } from '../../src/motions/screen-motion';
import { tableMotion, type TableMotion } from '../../src/motions/table-motion';
import { appointMember } from '../../src/society/appoint-member';
import { registerOrganisation } from '../../src/society/register-organisation';
import { registerPerson } from '../../src/society/register-person';
import {
  found,
  members,
  moveIn,
  newChamber,
  seat,
  setRule,
  type Chamber,
} from '../councils/chamber';
import { actorOf } from '../support/world';

/** A community with a council of so many members, a party organisation, and residents who act. */
export interface Assembly extends Chamber {
  readonly council: CouncilRow;
  readonly members: readonly Neighbour[];
  readonly residents: readonly Neighbour[];
  /** Two of the committee of the party organisation. */
  readonly party: readonly [Actor, Actor];
}

/** A resident who acts. */
export interface Neighbour {
  readonly residentId: string;
  readonly personId: string;
  readonly actor: Actor;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The moment at which an assembly's story begins: after it was made. */
export const START = new Date(Date.now() + 60_000);
export const after = (ms: number) => new Date(START.getTime() + ms);

export async function newAssembly(people = 21, secret = false): Promise<Assembly> {
  const chamber = await newChamber();
  const residents = await act(chamber, await moveIn(chamber, people + 12));
  const council = await found(chamber, 'community_council');
  const rule = { seatsPerGroup: 0, minSeats: Math.min(people, 21), rollCall: !secret };
  await setRule(chamber, council, rule);
  const sitting = residents.slice(0, people);
  await seat(chamber, council, members(sitting.map(({ residentId }) => residentId)));
  return {
    ...{ ...chamber, council, members: sitting, residents: residents.slice(people) },
    party: await partyOf(chamber),
  };
}

/** Lets residents act for themselves. */
export async function act(chamber: Chamber, residentIds: readonly string[]): Promise<Neighbour[]> {
  const { dataSource } = chamber.database;
  const { id } = chamber.world.home;
  const found: Neighbour[] = [];
  for (const residentId of residentIds) {
    const personId = randomUUID();
    const resident = Buffer.from(residentId, 'base64url').subarray(-16).toString('hex');
    await dataSource.query(
      `insert into person (id, name, home_community_id, resident_id)
       values ($1, 'Neighbour', $2, $3::uuid)`,
      [personId, id, resident],
    );
    await dataSource.query(
      'update resident set person_id = $1 where community_id = $2 and id = $3::uuid',
      [personId, id, resident],
    );
    found.push({ residentId, personId, actor: await actorOf(dataSource, personId) });
  }
  return found;
}

async function partyOf({ database, world }: Chamber): Promise<[Actor, Actor]> {
  const run = <T>(command: (work: UnitOfWork) => Promise<T>) =>
    inUnitOfWork(database.dataSource, SYSTEM, command);
  const body = await run((work) =>
    registerOrganisation(work, {
      ...{ kind: 'party_organisation', name: 'Party' },
      placeId: world.home.place.globalId,
    }),
  );
  const member = async (role: 'party_secretary' | 'party_member') => {
    const { id } = await run((work) => registerPerson(work, { name: role }));
    await run((work) =>
      appointMember(work, {
        organisationId: toGlobalId('Organisation', null, body.id),
        ...{ role, personId: toGlobalId('Person', null, id), validFrom: '2020-01-01' },
      }),
    );
    return await actorOf(database.dataSource, id);
  };
  return [await member('party_secretary'), await member('party_member')];
}

/** Runs a command of an assembly as somebody, at a moment. */
export async function doing<T, I>(
  { database }: Chamber,
  actor: Actor,
  command: (work: UnitOfWork, input: I) => Promise<T>,
  input: I,
  now: Date = START,
): Promise<T> {
  return await inUnitOfWork(database.dataSource, actor, (work) => command(work, input), now);
}

/** What something was refused for. */
export async function refused(act: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await act.then(
    () => new Error('It was not refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refusal) return error;
  throw error;
}

export const motionId = ({ communityId, id }: Pick<MotionRow, 'communityId' | 'id'>) =>
  toGlobalId('Motion', communityId, id);
export const resolutionId = ({ communityId, id }: ResolutionRow) =>
  toGlobalId('Resolution', communityId, id);

/** A motion as a client writes it. */
export const motionOf = (assembly: Chamber, more: Partial<TableMotion> = {}): TableMotion => ({
  placeId: assembly.world.home.place.globalId,
  ...{ title: 'A bench by the gate', text: 'Who waits there may sit.', tabledAs: 'self_governing' },
  ...more,
});

export const table = (
  assembly: Assembly,
  more: Partial<TableMotion> = {},
  actor: Actor = assembly.world.home.cadre.actor,
  now?: Date,
) => doing(assembly, actor, tableMotion, motionOf(assembly, more), now);

/** A motion of residents with as many names as are given. */
export async function coSigned(assembly: Assembly, names: number, more: Partial<TableMotion> = {}) {
  const [first, ...others] = assembly.residents.slice(0, names);
  if (!first) throw new Error('Nobody puts a name to it');
  let motion = await table(assembly, { tabledAs: 'residents', ...more }, first.actor);
  for (const { actor } of others)
    motion = await doing(assembly, actor, coSignMotion, { motionId: motionId(motion) });
  return motion;
}

export const screen = (
  assembly: Assembly,
  motion: MotionRow,
  screening: Screening = 'admit',
  how: { actor?: Actor; now?: Date; hearingFirst?: boolean } = {},
) =>
  doing(
    assembly,
    how.actor ?? assembly.party[0],
    screenMotion,
    {
      ...{ motionId: motionId(motion), screening, reason: 'It is for everybody.' },
      hearingFirst: how.hearingFirst ?? null,
    },
    how.now,
  );

export const putToVote = (
  assembly: Assembly,
  motion: MotionRow,
  how: { actor?: Actor; now?: Date } = {},
) =>
  doing(
    assembly,
    how.actor ?? assembly.world.home.cadre.actor,
    putMotionToVote,
    {
      motionId: motionId(motion),
      closesAt: new Date((how.now ?? START).getTime() + 2 * HOUR),
    },
    how.now,
  );

/** So many members vote for, against, and abstain, in the order in which they sit. */
export async function vote(
  assembly: Assembly,
  motion: MotionRow,
  [favour, against, abstain]: readonly [number, number, number],
  how: { now?: Date; from?: number } = {},
) {
  const { database, council, members } = assembly;
  const voted = await ballotsOfMotion.read(database.dataSource.manager, council.communityId, [
    motion.id,
  ]);
  const ballotId = toGlobalId('Ballot', council.communityId, voted.at(-1)?.ballotId ?? '');
  const choices = [favour, against, abstain].flatMap((count, n) =>
    Array.from({ length: count }, () => CHOICES[n] ?? ''),
  );
  for (const [n, choice] of choices.entries()) {
    const member = members[n + (how.from ?? 0)];
    if (!member) throw new Error('There are not so many members');
    await doing(assembly, member.actor, castRollCallVote, { ballotId, choice }, how.now);
  }
}

export const conclude = (assembly: Assembly, motion: MotionRow, now = after(3 * HOUR)) =>
  doing(
    assembly,
    assembly.world.home.cadre.actor,
    concludeMotion,
    { motionId: motionId(motion) },
    now,
  );

/** A motion that was admitted, voted on with such votes, and counted. */
export async function votedOn(
  assembly: Assembly,
  votes: readonly [number, number, number],
  more: Partial<TableMotion> = {},
): Promise<MotionRow> {
  const motion = await screen(assembly, await table(assembly, more));
  await putToVote(assembly, motion);
  await vote(assembly, motion, votes);
  return await conclude(assembly, motion);
}

/** The resolution that came of a motion. */
export async function resolutionOf(assembly: Chamber, motion: MotionRow): Promise<ResolutionRow> {
  const { manager } = assembly.database.dataSource;
  const [row] = await resolutionsOfMotion.read(manager, motion.communityId, [motion.id]);
  if (!row) throw new Error('Nothing was resolved');
  return row;
}

export async function again(assembly: Chamber, motion: MotionRow): Promise<MotionRow> {
  const { manager } = assembly.database.dataSource;
  const [row] = await motionById.read(manager, motion.communityId, [motion.id]);
  if (!row) throw new Error('The motion is gone');
  return row;
}

/** Lets the council decide what a pool gives. */
export const decideByCouncil = (assembly: Assembly, poolId: string) =>
  doing(assembly, assembly.world.home.chair.actor, setPoolDecider, {
    ...{ poolId, decidedBy: 'council' },
    councilId: toGlobalId('Council', assembly.council.communityId, assembly.council.id),
  });
