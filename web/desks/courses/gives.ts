import type { Me, RoleName } from '../app/desks';

type Organisation = Me['roles'][number]['organisation'];

/** Which people of which organisations give courses; the server has the same table. */
const GIVERS: Partial<Record<Organisation['kind'], readonly RoleName[]>> = {
  SELF_ORGANISATION: ['LEADER'],
  SOCIAL_ORGANISATION: ['DIRECTOR', 'STAFF'],
  STREET_OFFICE: ['OFFICER'],
  RESIDENTS_COMMITTEE: ['CADRE'],
  SERVICE_STATION: ['STAFF'],
};

/** The organisations in whose name somebody gives courses. */
export function giversOf({ roles }: Me): readonly Organisation[] {
  const given = roles.filter(({ role, organisation: { kind } }) => GIVERS[kind]?.includes(role));
  return [...new Map(given.map(({ organisation }) => [organisation.id, organisation])).values()];
}

/** Whether somebody gives a course: keeps who takes part, and tells who was there. */
export const gives = (me: Me, course: { readonly organisation: { readonly id: string } }) =>
  giversOf(me).some(({ id }) => id === course.organisation.id);

/** Whether somebody belongs to who gives a course, and so can know who was there. */
export const belongs = (me: Me, course: { readonly organisation: { readonly id: string } }) =>
  me.roles.some(({ organisation: { id } }) => id === course.organisation.id);
