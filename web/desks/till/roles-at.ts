import { useMe } from '../app/viewer';

/** What somebody is at an operator's stores: of its staff, and whether they run them. */
export function useRolesAt(operatorId: string) {
  const own = useMe()
    .roles.filter(({ organisation }) => organisation.id === operatorId)
    .map(({ role }) => role);
  const runs = own.includes('STOREKEEPER');
  return { runs, isStaff: runs || own.includes('CLERK') };
}
