import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Context } from './context';
import { toUserError, type UserError } from './user-error.graphql';

/**
 * Runs a mutation's command and shapes its payload: the thing with no errors, or the refusal alone.
 * Anything but a refusal goes on up: it is denied, or it is our fault.
 */
export async function answer<Thing extends object>(
  context: Context,
  command: (work: UnitOfWork) => Promise<Thing>,
): Promise<Thing & { userErrors: UserError[] }> {
  try {
    return { ...(await context.run(command)), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { userErrors: [toUserError(error, context.language)] } as unknown as Thing & {
      userErrors: UserError[];
    };
  }
}
