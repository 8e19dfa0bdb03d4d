import { useMe } from '../app/viewer';

/** Who, by their role, may be the second person about a store's stock; the server decides. */
const SECOND: readonly string[] = ['STOREKEEPER', 'TREASURER'];

/** Whether somebody may decide as the second person, or was one of the first. */
export function useSecond(first: readonly ({ readonly id: string } | null)[]) {
  const { person, roles } = useMe();
  if (first.some((each) => each?.id === person.id)) return 'first';
  return roles.some(({ role }) => SECOND.includes(role)) ? 'second' : 'other';
}
