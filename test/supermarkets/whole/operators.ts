import type { Role } from '../../../src/society/organisation.entity';
import { appointMember } from '../../../src/society/appoint-member';
import { registerOrganisation } from '../../../src/society/register-organisation';
import { registerPerson } from '../../../src/society/register-person';
import { actorOfPerson } from '../../../src/society/person.reader';
import { toGlobalId } from '../../../src/kernel/global-id';
import { SINCE, type Named, type Somebody, type World } from '../../support/world';
import type { Town } from './town';

/** Who runs a store. */
export interface Operator {
  readonly operator: Named;
  readonly storekeeper: Somebody;
  readonly clerk: Somebody;
}

/** Another operator in the same community, with people of its own. */
export async function secondOperator(
  run: Town['run'],
  { home, officer }: World,
): Promise<Operator> {
  const input = { kind: 'supermarket_operator', name: 'Second Store' } as const;
  const { id, name } = await run(officer, (work) =>
    registerOrganisation(work, { ...input, placeId: home.place.globalId }),
  );
  const operator = { id, name, globalId: toGlobalId('Organisation', null, id) };
  const holder = async (role: Role): Promise<Somebody> => {
    const person = await run(officer, (work) => registerPerson(work, { name: `Second ${role}` }));
    const globalId = toGlobalId('Person', null, person.id);
    await run(officer, (work) =>
      appointMember(work, {
        ...{ organisationId: operator.globalId, personId: globalId, role, validFrom: SINCE },
      }),
    );
    const actor = await run(officer, (work) => actorOfPerson(work.db, person.id, '2026-01-01'));
    if (!actor) throw new Error('Nobody was appointed');
    return { id: person.id, globalId, name: person.name, actor };
  };
  return { operator, storekeeper: await holder('storekeeper'), clerk: await holder('clerk') };
}
