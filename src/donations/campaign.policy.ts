import { holds, type Actor } from '../kernel/actor';

/** Who promises on behalf of an enterprise: its director alone, for it binds the enterprise. */
export function mayPromiseMatch(actor: Actor, enterpriseId: string): boolean {
  return holds(actor, enterpriseId, 'director');
}
