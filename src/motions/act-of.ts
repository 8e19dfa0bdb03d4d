import { Refusal } from '../kernel/refusal';
import type { MotionInputs, MotionKind } from './motion-kinds';
import { MOTION_KINDS } from './motion-kinds';

/** An act as a client gives it: one field, by the act's name, holds its input. */
export type GivenAct = Readonly<Record<string, object | null | undefined>>;

/** The kind of a motion with the input of its act. */
export interface Act<Kind extends MotionKind = MotionKind> {
  readonly kind: Kind;
  readonly input: MotionInputs[Kind];
}

const KINDS = Object.keys(MOTION_KINDS) as MotionKind[];

/**
 * Reads which one act a motion is to open; none at all: it is free text. More than one is refused:
 * `ONE_ACT`.
 */
export function actOf(given: GivenAct | null | undefined): Act {
  const named = Object.entries(given ?? {}).filter(
    ([, input]) => input !== null && input !== undefined,
  );
  if (named.length > 1) throw new Refusal('ONE_ACT', {}, ['act']);
  const [first] = named;
  if (!first) return { kind: 'free_text', input: {} };
  const [act, input] = first;
  const kind = KINDS.find(
    (each) => MOTION_KINDS[each].act === act && !MOTION_KINDS[each].byProcedure,
  );
  if (!kind || !input) throw new Error(`Nothing is known of the act ${act}`);
  return { kind, input } as Act;
}
