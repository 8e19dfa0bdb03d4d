import { MeTeamMembers } from '../../../generated/operations';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';

/** Who belongs to a team and lives in a community, each once, to choose from. */
export function useMembers(teamId: string | undefined) {
  const { data } = useWhole(
    MeTeamMembers,
    teamId === undefined ? [] : [{ id: teamId }],
    ({ node }) => found(node, 'memberships')?.memberships,
  );
  const known = data?.flatMap(({ person }) =>
    person.residence ? [[person.residence.id, person.name ?? ''] as const] : [],
  );
  return known && [...new Map(known)].map(([value, label]) => ({ value, label }));
}
