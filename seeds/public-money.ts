import { dayOf } from '../src/kernel/calendar';
import { toGlobalId } from '../src/kernel/global-id';
import { allotPublicFund } from '../src/public-funds/allot-public-fund';
import type { FundProcedureRow } from '../src/public-funds/fund-procedure.entity';
import type { PublicFundRow } from '../src/public-funds/public-fund.entity';
import { publishFundProcedure } from '../src/public-funds/publish-fund-procedure';
import { recordAllotmentReceived } from '../src/public-funds/record-allotment-received';
import { setAllotmentPolicy } from '../src/public-funds/set-allotment-policy';
import type { Shipped } from '../src/public-funds/shipped';
import { appointMember } from '../src/society/appoint-member';
import type { Role } from '../src/society/organisation.entity';
import { registerOrganisation } from '../src/society/register-organisation';
import { registerPerson } from '../src/society/register-person';
import type { Cast, CommunityCast } from './cast';
import { cny, tenantId } from './economy';
import { finishProject, gatherOpinions, waitForNotice } from './fund-projects';
import type { FundOffice } from './fund-walk';
import { placeId } from './places';
import { ZONE, type Stage } from './stage';
import type { Year } from './time';

/**
 * Every community is allotted its public money by its households; in the first one a project has
 * gone through its nine steps, one waits for the end of its notice, and households are asked about
 * a small repair.
 */
export async function spendPublicMoney(stage: Stage, cast: Cast, year: Year): Promise<void> {
  await setPolicies(stage, cast, year);
  const nine = await publish(stage, cast, 'nine_steps', year);
  const small = await publish(stage, cast, 'small_repairs', year);
  for (const [n, community] of cast.communities.entries()) {
    const office = await openOffice(stage, cast, community, year);
    const first = await allot(stage, office, year.at(3, 1, 9));
    if (n > 0) continue;
    await finishProject(stage, office, { fund: first, procedure: nine }, year);
    // What began lately may have begun in another year than that.
    const funds = [first];
    for (const [ago, procedure, play] of [
      [26, nine, waitForNotice],
      [2, small, gatherOpinions],
    ] as const) {
      const at = new Date(year.today.getTime() - ago * 86_400_000);
      const known = funds.find((each) => each.year === yearOf(at));
      const fund = known ?? (await allot(stage, office, at));
      funds.push(fund);
      await play(stage, office, { fund, procedure }, year);
    }
  }
}

const yearOf = (moment: Date) => Number(dayOf(moment, ZONE).slice(0, 4));

/** C2: earlier 3,000 yuan for a hundred households, then 4,000; a floor where they are few. */
async function setPolicies(stage: Stage, { street }: Cast, year: Year): Promise<void> {
  for (const [month, perHundred] of [
    [0, '3000.00'],
    [2, '4000.00'],
  ] as const) {
    const terms = { perHundred: cny(perHundred), floor: cny('30000.00') };
    const day = { validFrom: year.first(month), unspent: 'carried' as const };
    const policy = { placeId: placeId(street), ...day, ...terms };
    await stage.as(null, setAllotmentPolicy, policy, year.at(month, 1, 0));
  }
}

async function publish(
  stage: Stage,
  { officer, street }: Cast,
  shipped: Shipped,
  year: Year,
): Promise<FundProcedureRow> {
  const input = { placeId: placeId(street), code: shipped, shipped };
  return await stage.as(officer, publishFundProcedure, input, year.at(2, 3));
}

async function openOffice(
  stage: Stage,
  { officer }: Cast,
  community: CommunityCast,
  year: Year,
): Promise<FundOffice> {
  const { place, teams } = community;
  const name = `${place.name}公共服务专项资金办公室`;
  const body = { kind: 'public_fund', name, placeId: placeId(place) } as const;
  const { id } = await stage.as(officer, registerOrganisation, body);
  const officeId = toGlobalId('Organisation', null, id);
  const appoint = async (role: Role, personId: string): Promise<string> => {
    const term = { organisationId: officeId, role, validFrom: year.first(0) };
    const person = toGlobalId('Person', null, personId);
    await stage.as(officer, appointMember, { ...term, personId: person });
    stage.forget(personId);
    return personId;
  };
  const newcomer = async (role: Role, called: string) =>
    await appoint(role, (await stage.as(officer, registerPerson, { name: called })).id);
  await newcomer('chair', '孙德明');
  const neighbour = (n: number) => teams[3]?.members[n]?.personId ?? '';
  return {
    ...{ community, officer, officeId },
    secretary: await newcomer('secretary', '林晓燕'),
    treasurer: await newcomer('treasurer', '周国平'),
    supervisors: [
      await appoint('supervisor', neighbour(5)),
      await appoint('supervisor', neighbour(6)),
    ],
  };
}

/** The allotment of a year, and its first half on the account. */
async function allot(
  stage: Stage,
  { community: { place }, officer, officeId, treasurer }: FundOffice,
  at: Date,
): Promise<PublicFundRow> {
  const year = yearOf(at);
  const asked = {
    ...{ idempotencyKey: `seed/allot/${place.slug}/${year}`, communityId: placeId(place) },
    ...{ officeId, year, name: `${year}年公共服务专项资金` },
  };
  const fund = await stage.as(officer, allotPublicFund, asked, at);
  const half = (Number(fund.allottedMinor) / 200).toFixed(2);
  const arrives = {
    ...{ idempotencyKey: `seed/receive/${place.slug}/${year}`, amount: cny(half) },
    ...{ fundId: tenantId('PublicFund', fund), receivedOn: dayOf(at, ZONE) },
  };
  await stage.as(treasurer, recordAllotmentReceived, arrives, new Date(at.getTime() + 3600_000));
  return fund;
}
