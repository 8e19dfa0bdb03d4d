import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { BOOKKEEPING_CHECKS } from '../../src/bookkeeping/bookkeeping.checks';
import { openScheme } from '../../src/credits/open-scheme';
import type { CreditScheme } from '../../src/credits/credit-scheme.reader';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { appointMember } from '../../src/society/appoint-member';
import { registerHouseholds } from '../../src/society/register-households';
import { residentsOfHousehold } from '../../src/society/resident.reader';
import { confirmService } from '../../src/volunteering/confirm-service';
import { declineService } from '../../src/volunteering/decline-service';
import { recordService, type RecordServiceInput } from '../../src/volunteering/record-service';
import { reverseService } from '../../src/volunteering/reverse-service';
import type { ServiceRow } from '../../src/volunteering/service.entity';
import { confirmation, creditingByKey, stateOf } from '../../src/volunteering/service-state';
import { serviceById } from '../../src/volunteering/service.reader';
import { VOLUNTEERING_CHECKS } from '../../src/volunteering/volunteering.checks';
import { NOW, runner, schemeInput, type OpenSchemeInput } from '../credits/stage';
import {
  actorOf,
  type CommunityWorld,
  type SomeMember,
  type SomeResident,
  type World,
} from '../support/world';

export const HOUR = 3600_000;
export const DAY = 24 * HOUR;

/** A moment so many milliseconds before the tests' now. */
export const ago = (ms: number) => new Date(NOW.getTime() - ms);

export const idOf = ({ communityId, id }: Pick<ServiceRow, 'communityId' | 'id'>) =>
  toGlobalId('Service', communityId, id);

/** Opens the community's scheme: 10 credits an hour of repair, at most 200 a month. */
export async function openHome(
  dataSource: DataSource,
  world: World,
  more: Partial<OpenSchemeInput> = {},
): Promise<CreditScheme> {
  const input = schemeInput(world.home.place, { ratesFrom: '2026-01-01', ...more });
  return await runner(dataSource)(world.officer.actor, (work) => openScheme(work, input));
}

let newcomers = 0;

/** Another resident of the community who becomes a member, with an empty wallet. */
export async function newMember(dataSource: DataSource, home: CommunityWorld): Promise<SomeMember> {
  newcomers += 1;
  const [name, movedIn] = [`Newcomer ${newcomers}`, '2020-01-01'];
  const { householdId, id, personId } = await runner(dataSource)(SYSTEM, async (work) => {
    const [household] = await registerHouseholds(work, {
      communityId: home.place.globalId,
      households: [{ address: `Building ${100 + newcomers}`, residents: [{ name, movedIn }] }],
    });
    const [resident] = await residentsOfHousehold.read(work.db, home.id, [household!.id]);
    const member = await appointMember(work, {
      ...{ organisationId: home.team.globalId, role: 'member', validFrom: movedIn },
      residentId: toGlobalId('Resident', home.id, resident!.id),
    });
    return { ...resident!, personId: member.personId };
  });
  const globalId = toGlobalId('Resident', home.id, id);
  return {
    ...{ id: personId, name, globalId: toGlobalId('Person', null, personId) },
    actor: await actorOf(dataSource, personId),
    resident: { id, name, globalId, communityId: home.id, householdId },
  };
}

/** Acts of one community's self-organisation. */
export function teamOf(dataSource: DataSource, home: CommunityWorld) {
  const run = runner(dataSource);
  let hours = 0;
  return {
    run,
    /** An hour of repair by the first member, at a time that no other one takes. */
    record: async (
      more: Partial<RecordServiceInput> = {},
      actor: Actor = home.leader.actor,
    ): Promise<ServiceRow> => {
      hours += 1;
      const input = {
        ...{ organisationId: home.team.globalId, residentId: home.members[0].resident.globalId },
        ...{ serviceKind: 'repair', performedAt: ago(hours * 2 * HOUR), minutes: 60 },
        ...more,
      };
      return await run(actor, (work) => recordService(work, input));
    },
    confirm: async (service: ServiceRow, actor: Actor = home.cadre.actor): Promise<ServiceRow> =>
      await run(actor, (work) => confirmService(work, { serviceId: idOf(service) })),
    decline: async (service: ServiceRow, actor: Actor = home.cadre.actor, reason = 'Not so') =>
      await run(actor, (work) => declineService(work, { serviceId: idOf(service), reason })),
    reverse: async (
      service: ServiceRow,
      more: { idempotencyKey?: string; reason?: string } = {},
      actor: Actor = home.cadre.actor,
    ) =>
      await run(actor, (work) =>
        reverseService(work, {
          ...{ idempotencyKey: `test-${randomUUID()}`, serviceId: idOf(service) },
          ...{ reason: 'A slip', ...more },
        }),
      ),
  };
}

/** The state of a service as it would be shown now. */
export async function state(dataSource: DataSource, service: ServiceRow) {
  const { communityId, id } = service;
  const db = dataSource.manager;
  const [row] = await serviceById.read(db, communityId, [id]);
  const [held] = await creditingByKey.read(db, communityId, [confirmation(id).key]);
  return row && stateOf(row, held ?? null);
}

/** Whole credits in a resident's wallet. */
export async function walletOf(
  dataSource: DataSource,
  who: SomeMember | SomeResident,
): Promise<number> {
  const { id } = 'resident' in who ? who.resident : who;
  const [{ credits }] = await dataSource.query(
    `select coalesce(sum(credits - debits), 0)::int as credits from ledger_account
     where kind = 'wallet' and holder_id = $1`,
    [id],
  );
  return credits as number;
}

/** What is left of a resident's room in a month; null where it was not opened. */
export async function roomOf(
  dataSource: DataSource,
  who: SomeMember,
  month: string,
): Promise<number | null> {
  const rows: { room: number }[] = await dataSource.query(
    `select (credits - debits)::int as room from ledger_account
     where kind = 'earningRoom' and holder_id = $1 and about = $2`,
    [who.resident.id, month],
  );
  return rows[0]?.room ?? null;
}

/** What every test leaves behind: books without a finding. */
export const findings = (dataSource: DataSource) =>
  runChecks(dataSource, [...LEDGER_CHECKS, ...BOOKKEEPING_CHECKS, ...VOLUNTEERING_CHECKS]);
