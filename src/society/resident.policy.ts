import type { Context } from '../api/context';
import { policy } from '../api/policy';
import { then } from '../api/at-once';
import type { Actor } from '../kernel/actor';
import type { HouseholdRow } from './household.entity';
import { leads } from './person.policy';
import { tiesNow } from './person-ties.reader';
import type { PlaceRow } from './place.entity';
import { placeKnown } from './place.reader';
import type { ResidentRow } from './resident.entity';
import { residentById } from './resident.reader';
import { isRegistrar, isStoreStaff } from './society.policy';

type Whose = Pick<ResidentRow, 'communityId' | 'id'>;

/** The resident themself. */
export function isResident(actor: Actor, { communityId, id }: Whose): boolean {
  return actor.residences.some((own) => own.communityId === communityId && own.residentId === id);
}

function within(
  context: Context,
  communityId: string,
  allows: (actor: Actor, at: PlaceRow) => boolean,
): boolean | Promise<boolean> {
  if (context.actor.standings.length === 0) return false;
  const judge = (at: PlaceRow | null) => at !== null && allows(context.actor, at);
  return then(placeKnown(context, communityId), judge);
}

const isRegistrarOrStaff = (actor: Actor, at: PlaceRow) =>
  isRegistrar(actor, at) || isStoreStaff(actor, at);

function serves(context: Context, row: Whose): boolean | Promise<boolean> {
  return isResident(context.actor, row) || within(context, row.communityId, isRegistrarOrStaff);
}

export const keepsResident = policy<Whose>(
  'The resident, and who keeps the register: cadres of the community and officers above.',
  (context, row) => isResident(context.actor, row) || within(context, row.communityId, isRegistrar),
);

export const servesResident = policy<Whose>(
  "The resident, who keeps the register, and the staff of the community's charity supermarket.",
  (context, row) => serves(context, row),
);

export const servesPriority = policy<{ communityId: string; residentId: string }>(
  "The resident, who keeps the register, and the staff of the community's charity supermarket.",
  (context, { communityId, residentId }) => serves(context, { communityId, id: residentId }),
);

export const knowsResident = policy<ResidentRow>(
  "The resident, who keeps the register, the store's staff, and leaders of the resident's groups.",
  async (context, row) => {
    const { actor } = context;
    if (isResident(actor, row)) return true;
    if (await within(context, row.communityId, isRegistrarOrStaff)) return true;
    if (row.personId === null || !actor.standings.some(({ role }) => role === 'leader'))
      return false;
    return leads(actor, await tiesNow(context, row.personId));
  },
);

export const servesHousehold = policy<HouseholdRow>(
  "Who lives there, who keeps the register, and the staff of the community's supermarket.",
  async (context, { communityId, id }) => {
    const own = context.actor.residences.find((each) => each.communityId === communityId);
    const self = own && (await context.load(residentById, communityId, own.residentId));
    if (self?.householdId === id && self.movedOut === null) return true;
    return await within(context, communityId, isRegistrarOrStaff);
  },
);

/** Who may look residents up: the register's keepers, and the store's staff at the till. */
export const mayLookUpResidents = isRegistrarOrStaff;
