import { CITY } from '../api/context';
import { needSeat } from '../councils/council-seat.reader';
import { councilById, needCouncil } from '../councils/council.reader';
import { needScheme } from '../credits/credit-scheme.reader';
import { needOpenPool } from '../foundations/pool.reader';
import { cityRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needMembership } from '../society/membership.reader';
import type { OrganisationRow } from '../society/organisation.entity';
import { needOrganisation, organisationById } from '../society/organisation.reader';
import { isOfEverybody } from '../society/refuse-reserved';
import { needProduct } from '../supermarkets/product.reader';
import type { Act } from './act-of';
import { atAct } from './at-act';
import type { MotionInputs, MotionKind } from './motion-kinds';

type Finds<Input> = (work: UnitOfWork, input: Input) => Promise<string>;

const ofInput = (_work: UnitOfWork, { placeId }: { readonly placeId: string }) =>
  Promise.resolve(cityRef('Place', placeId, ['placeId']));

const ofPool = async (work: UnitOfWork, { poolId }: { readonly poolId: string }) =>
  (await needOpenPool(work, poolId, ['poolId'])).communityId;

/** The place whose affair each kind's act is; a grant's and a free text's stand elsewhere. */
const PLACES: { readonly [Kind in MotionKind]?: Finds<MotionInputs[Kind]> } = {
  set_service_rates: async (work, { schemeId }) =>
    (await needScheme(work, schemeId, ['schemeId'])).placeId,
  set_price: async (work, { productId }) =>
    (await needProduct(work, productId, ['productId'])).communityId,
  set_routing_plan: (_work, { communityId }) =>
    Promise.resolve(cityRef('Place', communityId, ['communityId'])),
  set_pool_thresholds: ofPool,
  set_pool_decider: ofPool,
  set_council_rule: async (work, { councilId }) =>
    (await needCouncil(work, councilId, ['councilId'])).placeId,
  adopt_covenant: ofInput,
  appoint_member: async (work, { organisationId }) =>
    ofBody(await needOrganisation(work, organisationId, ['organisationId'])),
  end_membership: async (work, { membershipId }) => {
    const { organisationId } = await needMembership(work, membershipId, ['membershipId']);
    const [organisation] = await organisationById.read(work.db, CITY, [organisationId]);
    if (!organisation) throw new Error(`Membership ${membershipId} is of no organisation`);
    return ofBody(organisation);
  },
  vacate_seat: async (work, { seatId }) => {
    const { communityId, councilId } = await needSeat(work, seatId);
    const [council] = await councilById.read(work.db, communityId, [councilId]);
    if (!council) throw new Error(`Seat ${seatId} is of no council`);
    return council.placeId;
  },
  open_project: ofInput,
};

/** The place whose affair an act is; null: the motion says it. */
export async function placeOfAct(work: UnitOfWork, act: Act): Promise<string | null> {
  const finds = PLACES[act.kind] as Finds<object> | undefined;
  return finds ? await atAct(act, () => finds(work, act.input)) : null;
}

/** Whom enterprises, teams and the party appoint is no council's affair: `BEYOND_COUNCIL`. */
function ofBody(organisation: OrganisationRow): string {
  if (!isOfEverybody(organisation)) throw new Refusal('BEYOND_COUNCIL', {}, ['act']);
  return organisation.placeId;
}
