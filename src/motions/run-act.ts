import { mandateFor, underMandate } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import { UnitOfWork } from '../kernel/unit-of-work';
import { isReserved } from '../society/refuse-reserved';
import type { Act } from './act-of';
import { atAct } from './at-act';
import { MOTION_KINDS } from './motion-kinds';

/**
 * Does what a motion's act says, with the mandate of a resolution, inside the work that is open.
 * This is the one place that gives a mandate. What others do by themselves a resolution opens only
 * where the community keeps it for resolutions: `NOT_RESERVED`.
 */
export async function runAct(
  work: UnitOfWork,
  { communityId, resolutionId }: For,
  act: Act,
): Promise<void> {
  await work.begin();
  const { act: name, run, reserved } = MOTION_KINDS[act.kind];
  if (reserved && !(await isReserved(work, communityId, reserved)))
    throw new Refusal('NOT_RESERVED', { act: name });
  const input = revived(act.input);
  await underMandate(work, mandateFor(resolutionId, name, input), () =>
    (run as (work: UnitOfWork, input: object) => Promise<unknown>)(work, input),
  );
}

/** Whose resolution it is. */
interface For {
  readonly communityId: string;
  readonly resolutionId: string;
}

/** Stands for the resolution of an act that is only tried. */
const NO_RESOLUTION = '00000000-0000-0000-0000-000000000000';

/**
 * Tries an act as it would be done today, and undoes it: what cannot be done is not put before
 * people. Refuses what the act refuses, under the path of its input.
 */
export async function rehearse(work: UnitOfWork, communityId: string, act: Act): Promise<void> {
  const trial = new UnitOfWork(work.source, work.actor, work.now);
  try {
    await atAct(act, () => runAct(trial, { communityId, resolutionId: NO_RESOLUTION }, act));
  } finally {
    await trial.rollback();
    await trial.release();
  }
}

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What moments in the inputs of acts are called; elsewhere such a text is what people wrote. */
const MOMENTS: readonly string[] = ['from'];

/** An input as the API gave it: JSON keeps moments as text. */
function revived(input: object): object {
  return JSON.parse(JSON.stringify(input), (key, value: unknown) =>
    MOMENTS.includes(key) && typeof value === 'string' && MOMENT.test(value)
      ? new Date(value)
      : value,
  ) as object;
}
