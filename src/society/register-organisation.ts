import { authorise } from '../kernel/actor';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { OrganisationRow, type OrganisationKind } from './organisation.entity';
import { needPlace } from './place.reader';
import { isOfficer } from './society.policy';

/**
 * Puts an organisation on the register of a place (officers of the street office).
 * Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`.
 */
export async function registerOrganisation(
  work: UnitOfWork,
  input: { kind: OrganisationKind; name: string; placeId: string },
): Promise<OrganisationRow> {
  const at = await needPlace(work, cityRef('Place', input.placeId, ['placeId']), ['placeId']);
  authorise(work.actor, isOfficer(work.actor, at));
  const organisation = work.db.create(OrganisationRow, {
    id: newId(),
    kind: input.kind,
    name: readName(input.name, ['name']),
    placeId: at.id,
  });
  await work.db.insert(OrganisationRow, organisation);
  return organisation;
}
