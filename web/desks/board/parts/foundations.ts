import type { RoleName } from '../../app/desks';
import { useMe } from '../../app/viewer';

/** A foundation, or the office of a public fund, for which somebody acts. */
export interface Foundation {
  readonly id: string;
  readonly name: string;
  /** Only a foundation opens pools; a public fund's are opened by its procedure. */
  readonly kind: string;
}

const KINDS: readonly string[] = ['FOUNDATION', 'PUBLIC_FUND'];

/** The foundations in which the person holds one of some roles; without roles: any. */
export function useFoundations(...roles: readonly RoleName[]): readonly Foundation[] {
  const held = useMe().roles.filter(
    ({ role, organisation }) =>
      KINDS.includes(organisation.kind) && (roles.length === 0 || roles.includes(role)),
  );
  return [...new Map(held.map(({ organisation }) => [organisation.id, organisation])).values()];
}

/** Whether the person holds one of some roles in a foundation. The server asks again. */
export function useHolds(foundationId: string, ...roles: readonly RoleName[]): boolean {
  return useFoundations(...roles).some(({ id }) => id === foundationId);
}
