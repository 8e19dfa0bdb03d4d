import { closeBallot } from '../../src/ballots/close-ballot';
import { recordPaperBox } from '../../src/ballots/record-paper-box';
import { witnessPaperBox } from '../../src/ballots/witness-paper-box';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import { allotPublicFund } from '../../src/public-funds/allot-public-fund';
import type { FundProcedureRow } from '../../src/public-funds/fund-procedure.entity';
import type { FundProjectRow } from '../../src/public-funds/fund-project.entity';
import { fundProjectById } from '../../src/public-funds/fund-project.reader';
import { openOpinionBallot } from '../../src/public-funds/open-opinion-ballot';
import { publishFundProcedure } from '../../src/public-funds/publish-fund-procedure';
import type { PublicFundRow } from '../../src/public-funds/public-fund.entity';
import { recordAllotmentReceived } from '../../src/public-funds/record-allotment-received';
import { setAllotmentPolicy } from '../../src/public-funds/set-allotment-policy';
import { startFundProject } from '../../src/public-funds/start-fund-project';
import type { Shipped } from '../../src/public-funds/shipped';
import { appointMember } from '../../src/society/appoint-member';
import type { Role } from '../../src/society/organisation.entity';
import { registerOrganisation } from '../../src/society/register-organisation';
import { registerPerson } from '../../src/society/register-person';
import { START, newAssembly, type Assembly } from '../motions/assembly';
import { actorOf } from '../support/world';

/** A community with a council and an office that keeps its public money. */
export interface Office extends Assembly {
  /** The office, by its global id. */
  readonly officeId: string;
  readonly fundChair: Actor;
  readonly fundSecretary: Actor;
  readonly fundTreasurer: Actor;
  readonly fundSupervisors: readonly [Actor, Actor];
}

const ZONE = 'Asia/Shanghai';
export const cny = (amount: string) => ({ amount, currency: 'CNY' as const });
export const YEAR = Number(dayOf(START, ZONE).slice(0, 4));
export const DAY_ONE = dayOf(START, ZONE);
let keys = 0;
export const key = () => `fund-test-${String((keys += 1)).padStart(6, '0')}`;

export const projectId = ({ communityId, id }: Pick<FundProjectRow, 'communityId' | 'id'>) =>
  toGlobalId('FundProject', communityId, id);
export const fundId = ({ communityId, id }: PublicFundRow) =>
  toGlobalId('PublicFund', communityId, id);
export const procedureId = ({ id }: FundProcedureRow) => toGlobalId('FundProcedure', null, id);

/** Runs a command at a moment. */
export async function at<T>(
  { database }: Pick<Office, 'database'>,
  actor: Actor,
  command: (work: UnitOfWork) => Promise<T>,
  now: Date = START,
): Promise<T> {
  return await inUnitOfWork(database.dataSource, actor, command, now);
}

export async function newOffice(people = 5): Promise<Office> {
  const assembly = await newAssembly(people);
  const { home } = assembly.world;
  const body = await at(assembly, SYSTEM, (work) =>
    registerOrganisation(work, {
      ...{ kind: 'public_fund', name: 'Public fund of Yongle' },
      placeId: home.place.globalId,
    }),
  );
  const officeId = toGlobalId('Organisation', null, body.id);
  const holder = async (role: Role): Promise<Actor> => {
    const { id } = await at(assembly, SYSTEM, (work) => registerPerson(work, { name: role }));
    const personId = toGlobalId('Person', null, id);
    await at(assembly, SYSTEM, (work) =>
      appointMember(work, { organisationId: officeId, role, personId, validFrom: '2020-01-01' }),
    );
    return await actorOf(assembly.database.dataSource, id);
  };
  return {
    ...{ ...assembly, officeId },
    fundChair: await holder('chair'),
    fundSecretary: await holder('secretary'),
    fundTreasurer: await holder('treasurer'),
    fundSupervisors: [await holder('supervisor'), await holder('supervisor')],
  };
}

/** A policy of the city, or of another place, from a day on. */
export const policy = (
  office: Office,
  perHundred: string,
  how: { floor?: string; from?: string; placeId?: string; unspent?: 'carried' | 'returned' } = {},
) =>
  at(office, SYSTEM, (work) =>
    setAllotmentPolicy(work, {
      placeId: how.placeId ?? office.world.city.globalId,
      validFrom: how.from ?? DAY_ONE,
      perHundred: cny(perHundred),
      floor: how.floor ? cny(how.floor) : null,
      unspent: how.unspent ?? 'carried',
    }),
  );

export const allot = (
  office: Office,
  more: { countedOn?: string; year?: number; key?: string; name?: string } = {},
  now = START,
) =>
  at(
    office,
    office.world.officer.actor,
    (work) =>
      allotPublicFund(work, {
        idempotencyKey: more.key ?? key(),
        communityId: office.world.home.place.globalId,
        officeId: office.officeId,
        year: more.year ?? YEAR,
        name: more.name ?? `Public fund ${more.year ?? YEAR}`,
        countedOn: more.countedOn ?? null,
      }),
    now,
  );

export const receive = (office: Office, fund: PublicFundRow, amount: string, now = START) =>
  at(
    office,
    office.fundTreasurer,
    (work) =>
      recordAllotmentReceived(work, {
        ...{ idempotencyKey: key(), fundId: fundId(fund), amount: cny(amount) },
        receivedOn: dayOf(now, ZONE),
      }),
    now,
  );

export const publish = (office: Office, shipped: Shipped, code: string = shipped) =>
  at(office, office.world.officer.actor, (work) =>
    publishFundProcedure(work, { placeId: office.world.street.globalId, code, shipped }),
  );

/** A community with CNY 5,000 of public money on its account. */
export async function newFund(office: Office): Promise<PublicFundRow> {
  await policy(office, '3000.00', { floor: '5000.00' });
  const fund = await allot(office);
  await receive(office, fund, '5000.00');
  return fund;
}

export const start = (
  office: Office,
  fund: PublicFundRow,
  procedure: FundProcedureRow,
  more: { cost?: string; selfRaised?: string; title?: string; actor?: Actor; now?: Date } = {},
) =>
  at(
    office,
    more.actor ?? office.world.home.cadre.actor,
    (work) =>
      startFundProject(work, {
        ...{ fundId: fundId(fund), procedureId: procedureId(procedure), use: 'infrastructure' },
        ...{ title: more.title ?? 'Lamps in the lane', description: 'Six lamps.' },
        cost: cny(more.cost ?? '1000.00'),
        selfRaised: more.selfRaised ? cny(more.selfRaised) : null,
      }),
    more.now,
  );

/** The project as it stands now. */
export async function now(office: Office, { communityId, id }: FundProjectRow) {
  const [row] = await fundProjectById.read(office.database.dataSource.manager, communityId, [id]);
  if (!row) throw new Error('The project is gone');
  return row;
}

const HOUR = 3_600_000;

/** Papers of so many households, counted twice. */
async function papers(
  office: Office,
  ballot: string,
  [forIt, against]: readonly [number, number],
  moment: Date,
): Promise<void> {
  const { home, officer } = office.world;
  const box = await at(
    office,
    home.cadre.actor,
    (work) =>
      recordPaperBox(work, {
        ...{ ballotId: ballot, place: 'The gate', counts: [forIt, against] },
        takers: office.residents.slice(0, forIt + against).map(({ residentId }) => residentId),
      }),
    moment,
  );
  const boxId = toGlobalId('PaperBox', box.communityId, box.id);
  await at(
    office,
    officer.actor,
    (work) => witnessPaperBox(work, { paperBoxId: boxId, counts: [forIt, against] }),
    moment,
  );
}

/** Asks the households, who answer on paper: so many for it of those that answer. */
export async function askHouseholds(
  office: Office,
  project: FundProjectRow,
  [forIt, against]: readonly [number, number],
  moment = START,
): Promise<void> {
  const { home } = office.world;
  const { ballotId } = await at(
    office,
    home.cadre.actor,
    (work) =>
      openOpinionBallot(work, {
        ...{ projectId: projectId(project), question: 'Lamps?', choices: ['For', 'Against'] },
        closesAt: new Date(moment.getTime() + 2 * HOUR),
      }),
    moment,
  );
  const ballot = toGlobalId('Ballot', project.communityId, ballotId ?? '');
  if (forIt + against > 0) await papers(office, ballot, [forIt, against], moment);
  await at(
    office,
    home.cadre.actor,
    (work) => closeBallot(work, { ballotId: ballot }),
    new Date(moment.getTime() + 3 * HOUR),
  );
}

export const days = (n: number) => new Date(START.getTime() + n * 24 * HOUR);
export const dayAt = (n: number) => addDays(DAY_ONE, n);
