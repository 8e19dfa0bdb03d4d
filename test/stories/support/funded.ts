import { toGlobalId } from '../../../src/kernel/global-id';
import { allotPublicFund } from '../../../src/public-funds/allot-public-fund';
import type { FundProcedureRow } from '../../../src/public-funds/fund-procedure.entity';
import { NINE_STEPS } from '../../../src/public-funds/procedures/nine-steps';
import { publishFundProcedure } from '../../../src/public-funds/publish-fund-procedure';
import type { PublicFundRow } from '../../../src/public-funds/public-fund.entity';
import { recordAllotmentReceived } from '../../../src/public-funds/record-allotment-received';
import { setAllotmentPolicy } from '../../../src/public-funds/set-allotment-policy';
import { startFundProject } from '../../../src/public-funds/start-fund-project';
import { registerOrganisation } from '../../../src/society/register-organisation';
import { appointMember } from '../../../src/society/appoint-member';
import type { CommunityWorld, World } from '../../support/world';
import { cny, key, type Run } from './furnish';
import { day } from './moments';

/** Public money with projects at each of their steps. */
export interface Funded {
  readonly office: string;
  readonly fund: string;
  /** Its year is over, and something is left. */
  readonly over: string;
  readonly procedure: string;
  /** It stands at a step that asks for everything. */
  readonly asking: string;
  /** They stand where nothing is missing. */
  readonly free: string;
  readonly toSendBack: string;
  readonly toDrop: string;
  /** The same at its last step. */
  readonly last: string;
}

/** A first step that asks for everything, and two that ask for nothing. */
const [first, ...others] = NINE_STEPS.steps;
const step = (code: string, names: readonly string[], sendsBackTo: readonly string[]) => ({
  ...{ ...first!, code, documents: [], noticeDays: 0, sendsBackTo },
  conditions: others
    .flatMap(({ conditions }) => conditions)
    .filter(({ name }) => names.includes(name)),
});
const ALL = ['opinions_gathered', 'weighed', 'resolution_passed', 'notice_over', 'money_awarded'];

export const PROCEDURE = {
  ...{ says: NINE_STEPS.says, dimensions: NINE_STEPS.dimensions },
  largest: cny('9000.00'),
  steps: [step('all', [...ALL, 'evaluated'], []), step('free', [], ['all']), step('last', [], [])],
};

export async function fundPublicly(
  run: Run,
  { officer }: World,
  home: CommunityWorld,
): Promise<Funded> {
  const at = home.place.globalId;
  const body = await run(officer, (work) =>
    registerOrganisation(work, { kind: 'public_fund', name: 'Fund office', placeId: at }),
  );
  const officeId = toGlobalId('Organisation', null, body.id);
  for (const [role, who] of [
    ['treasurer', home.treasurer],
    ['secretary', home.secretary],
  ] as const)
    await run(officer, (work) =>
      appointMember(work, {
        ...{ organisationId: officeId, role, personId: who.globalId, validFrom: '2020-01-01' },
      }),
    );
  await run(officer, (work) =>
    setAllotmentPolicy(work, {
      ...{ placeId: at, validFrom: day(), perHundred: cny('3000.00'), unspent: 'returned' },
      floor: cny('20000.00'),
    }),
  );
  const procedure = await run(officer, (work) =>
    publishFundProcedure(work, { placeId: at, code: 'stage', procedure: PROCEDURE }),
  );
  const over = await allot(run, officer, { at, officeId, ahead: 1 });
  await receive(run, officeId, home, over);
  await run(officer, (work) =>
    work.db.query('update public_fund set year = 2000 where id = $1', [over.id]),
  );
  const fund = await allot(run, officer, { at, officeId, ahead: 0 });
  const begin = (title: string, at: number) => start(run, home, { fund, procedure }, title, at);
  return {
    ...{ office: officeId, over: fundId(over), fund: fundId(fund) },
    procedure: toGlobalId('FundProcedure', null, procedure.id),
    ...{ asking: await begin('Lamps', 1), free: await begin('Trees', 2) },
    ...{ toSendBack: await begin('Rails', 2), toDrop: await begin('A shed', 2) },
    last: await begin('A ramp', 3),
  };
}

const fundId = ({ communityId, id }: PublicFundRow) => toGlobalId('PublicFund', communityId, id);

async function allot(
  run: Run,
  officer: World['officer'],
  { at, officeId, ahead }: { at: string; officeId: string; ahead: number },
): Promise<PublicFundRow> {
  return await run(officer, (work) =>
    allotPublicFund(work, {
      ...{ idempotencyKey: key(), communityId: at, officeId, name: `Fund ${ahead}` },
      year: Number(day().slice(0, 4)) + ahead,
    }),
  );
}

async function receive(run: Run, officeId: string, home: CommunityWorld, fund: PublicFundRow) {
  const { organisationId } = { organisationId: fund.officeId };
  const standing = {
    ...{ organisationId, organisationKind: 'public_fund', role: 'treasurer', placeId: home.id },
  };
  const actor = { ...home.treasurer.actor, standings: [standing] };
  await run({ actor }, (work) =>
    recordAllotmentReceived(work, {
      ...{ idempotencyKey: key(), fundId: fundId(fund), amount: cny('500.00'), receivedOn: day() },
    }),
  );
}

/** A project that has come to a step, as if all before it had been done. */
async function start(
  run: Run,
  home: CommunityWorld,
  { fund, procedure }: { fund: PublicFundRow; procedure: FundProcedureRow },
  title: string,
  at: number,
): Promise<string> {
  const project = await run(home.cadre, (work) =>
    startFundProject(work, {
      ...{ fundId: fundId(fund), procedureId: toGlobalId('FundProcedure', null, procedure.id) },
      ...{ use: 'environment', title, description: 'Six of them.', cost: cny('1000.00') },
    }),
  );
  await run(home.cadre, async (work) => {
    await work.db.query(
      `update fund_step set since = $3, passed_at = case when n < $2 then $3::timestamptz end,
         passed_by = case when n < $2 then $4::uuid end where project_id = $1 and n <= $2`,
      [project.id, at, work.now, home.cadre.id],
    );
    await work.db.query('update fund_project set step = $2 where id = $1', [project.id, at]);
  });
  return toGlobalId('FundProject', project.communityId, project.id);
}
