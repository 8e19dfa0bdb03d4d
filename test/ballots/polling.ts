import { randomBytes } from 'node:crypto';
import { blind, type Blinded } from '../../seeds/voting-device';
import type { VoteBy } from '../../src/ballots/ballot.entity';
import type { KnownBallot } from '../../src/ballots/ballot.reader';
import { castVote } from '../../src/ballots/cast-vote';
import { closeBallot } from '../../src/ballots/close-ballot';
import { openBallot, type OpenBallot } from '../../src/ballots/open-ballot';
import { recordPaperBox } from '../../src/ballots/record-paper-box';
import { recuseFromBallot } from '../../src/ballots/recuse-from-ballot';
import { witnessPaperBox } from '../../src/ballots/witness-paper-box';
import type { PaperBoxRow } from '../../src/ballots/paper-box.entity';
import type { BallotRule } from '../../src/ballots/tally';
import { takeVotingToken } from '../../src/ballots/take-voting-token';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import { registerHouseholds } from '../../src/society/register-households';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';

/** A community that votes, with the devices of its voters. */
export interface Polling {
  readonly database: FreshDatabase;
  readonly world: World;
}

export async function newPolling(): Promise<Polling> {
  const database = await freshDatabase();
  return { database, world: await newWorld(database.dataSource) };
}

export const HOUR_MS = 3_600_000;
export const CHOICES = ['For', 'Against', 'Abstain'];

export async function run<T>(
  { database }: Polling,
  actor: Actor,
  command: (work: UnitOfWork) => Promise<T>,
  now?: Date,
): Promise<T> {
  return await inUnitOfWork(database.dataSource, actor, command, now);
}

export const idOf = (ballot: KnownBallot) => toGlobalId('Ballot', ballot.communityId, ballot.id);

/** Households of so many people each, and what each of these is when acting. */
export async function moveIn(
  polling: Polling,
  households: number,
  people: number,
  birthDate: string | null = '1970-01-01',
): Promise<Actor[]> {
  const { home } = polling.world;
  const made = await run(polling, home.cadre.actor, (work) =>
    registerHouseholds(work, {
      communityId: home.place.globalId,
      households: Array.from({ length: households }, () => ({
        address: randomBytes(8).toString('hex'),
        residents: Array.from({ length: people }, (_, n) => ({
          ...{ name: `Voter ${n}`, movedIn: '2020-01-01', birthDate },
        })),
      })),
    }),
  );
  const residents: { id: string }[] = await polling.database.dataSource.query(
    `select id from resident where community_id = $1 and household_id = any ($2)
     order by household_id, id`,
    [home.id, made.map(({ id }) => id)],
  );
  return residents.map(({ id }) => elector(home.id, id, home.cadre.id));
}

/** Whoever it is that acts for a resident: for the roll, only the residence counts. */
export const elector = (communityId: string, residentId: string, personId: string): Actor => ({
  ...{ kind: 'person', personId, standings: [] },
  residences: [{ communityId, residentId }],
});

export async function open(
  polling: Polling,
  voteBy: VoteBy = 'resident',
  more: Partial<OpenBallot> = {},
): Promise<KnownBallot> {
  const { home } = polling.world;
  return await run(polling, home.cadre.actor, (work) =>
    openBallot(work, {
      ...{ communityId: home.place.globalId, question: 'Shall we plant trees?' },
      ...{ choices: CHOICES, voteBy, closesAt: new Date(work.now.getTime() + HOUR_MS), ...more },
    }),
  );
}

export const afterwards = (ballot: KnownBallot) => new Date(ballot.closesAt.getTime());

export async function close(polling: Polling, ballot: KnownBallot): Promise<KnownBallot> {
  const { cadre } = polling.world.home;
  const asked = { ballotId: idOf(ballot) };
  return await run(polling, cadre.actor, (work) => closeBallot(work, asked), afterwards(ballot));
}

export interface Signed {
  readonly token: string;
  readonly signature: string;
}

export { blind };

export async function take(
  polling: Polling,
  ballot: KnownBallot,
  who: Actor,
  blinded?: Blinded,
  now?: Date,
): Promise<Signed> {
  const { token, blindedToken, unblind } = blinded ?? (await blind(ballot));
  const asked = { ballotId: idOf(ballot), blindedToken };
  const taken = await run(polling, who, (work) => takeVotingToken(work, asked), now);
  return {
    token: token.toString('base64url'),
    signature: await unblind(taken.blindSignature),
  };
}

export async function cast(
  polling: Polling,
  ballot: KnownBallot,
  signed: Signed,
  choice: string | readonly string[] = 'For',
  how: { actor?: Actor; now?: Date } = {},
): Promise<KnownBallot> {
  const voted = typeof choice === 'string' ? { choice } : { marks: choice };
  const vote = { ballotId: idOf(ballot), ...signed, ...voted };
  return await run(polling, how.actor ?? STRANGER, (work) => castVote(work, vote), how.now);
}

/** C1: 4/5 take part, and more than half of all are in favour. */
export const RULE = {
  ...{ quorum: { num: 4, den: 5, strict: false }, passes: { num: 1, den: 2, strict: true } },
  ...{ passesOf: 'base', inFavour: 'For' },
} satisfies Omit<BallotRule, 'favoured'> & { inFavour: string };

/** The resident that somebody is. */
export const residentOf = ({ residences: [own] }: Actor) =>
  toGlobalId('Resident', own!.communityId, own!.residentId);

/** A ballot that decides, for these alone. */
export const openFor = async (
  polling: Polling,
  electors: readonly Actor[],
  more: Partial<OpenBallot> = {},
) => open(polling, 'resident', { electors: electors.map(residentOf), rule: RULE, ...more });

export async function recuse(
  polling: Polling,
  ballot: KnownBallot,
  who: Actor,
  ground = 'It is my own house.',
): Promise<KnownBallot> {
  return await run(polling, who, (work) =>
    recuseFromBallot(work, { ballotId: idOf(ballot), ground }),
  );
}

export async function recordBox(
  polling: Polling,
  ballot: KnownBallot,
  takers: readonly Actor[],
  counts: readonly number[],
  how: { actor?: Actor; now?: Date } = {},
): Promise<PaperBoxRow> {
  const asked = { ballotId: idOf(ballot), place: 'Gate 1', counts, takers: takers.map(residentOf) };
  const clerk = how.actor ?? polling.world.home.cadre.actor;
  return await run(polling, clerk, (work) => recordPaperBox(work, asked), how.now);
}

export const boxIdOf = ({ communityId, id }: PaperBoxRow) =>
  toGlobalId('PaperBox', communityId, id);

export async function witness(
  polling: Polling,
  box: PaperBoxRow,
  counts: readonly number[] = box.counts,
  actor: Actor = polling.world.officer.actor,
): Promise<PaperBoxRow> {
  return await run(polling, actor, (work) =>
    witnessPaperBox(work, { paperBoxId: boxIdOf(box), counts }),
  );
}
