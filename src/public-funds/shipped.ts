import type { ProcedureSpec } from './procedure-spec';
import { NINE_STEPS } from './procedures/nine-steps';
import { SMALL_REPAIRS } from './procedures/small-repairs';

/** The procedures that come with this software, as data, for a street to publish as they are. */
export const SHIPPED = {
  nine_steps: NINE_STEPS,
  small_repairs: SMALL_REPAIRS,
} as const satisfies Record<string, ProcedureSpec>;
export type Shipped = keyof typeof SHIPPED;
