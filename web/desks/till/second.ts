import { useMe } from '../app/viewer';

/** Who, by their role, may decide as a second person about a store's stock. */
const DECIDERS: readonly string[] = ['STOREKEEPER', 'TREASURER'];

/** Whether somebody's role may decide about a store's stock; the server has the last word. */
export const useDecides = (): boolean => useMe().roles.some(({ role }) => DECIDERS.includes(role));

/** Whether somebody may decide as the second person, or was one of the first. */
export function useSecond(first: readonly ({ readonly id: string } | null)[]) {
  const { person } = useMe();
  const decides = useDecides();
  if (first.some((each) => each?.id === person.id)) return 'first';
  return decides ? 'second' : 'other';
}
