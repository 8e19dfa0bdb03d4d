import { Refusal } from '../kernel/refusal';
import type { Act } from './act-of';
import { MOTION_KINDS } from './motion-kinds';

/** Names a refusal's field as the motion names it: within the input of the act that it carries. */
export async function atAct<T>({ kind }: Act, doing: () => Promise<T>): Promise<T> {
  try {
    return await doing();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, error.facts, ['act', MOTION_KINDS[kind].act, ...error.path]);
  }
}
