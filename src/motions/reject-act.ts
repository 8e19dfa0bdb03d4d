import { declineByResolution } from '../grants/decline-by-resolution';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MotionInputs, MotionKind } from './motion-kinds';
import type { MotionRow } from './motion.entity';

type Rejects<Input> = (work: UnitOfWork, input: Input) => Promise<void>;

/** What follows where a motion is voted down; of most kinds nothing does. */
const REJECTS: { readonly [Kind in MotionKind]?: Rejects<MotionInputs[Kind]> } = {
  award_grant: declineByResolution,
};

/** Does what follows where a motion was voted down, in the work that counted it. */
export async function rejectAct(
  work: UnitOfWork,
  { kind, input }: Pick<MotionRow, 'kind' | 'input'>,
): Promise<void> {
  await (REJECTS[kind] as Rejects<object> | undefined)?.(work, input);
}
