import type { Context } from '../api/context';
import type { UnitOfWork } from '../kernel/unit-of-work';

/** How rows are read: by a request's loaders, or by a command inside its unit of work. */
export type Loads = Pick<Context, 'load' | 'loadMany'>;

/** Reads for a command, one after the other: a transaction has one connection. */
export function loadsOf(work: UnitOfWork): Loads {
  let turn: Promise<unknown> = Promise.resolve();
  const next = <T>(act: () => Promise<T>): Promise<T> => {
    const done = turn.then(act);
    turn = done.catch(() => undefined);
    return done;
  };
  return {
    load: (batch, communityId, key) =>
      next(async () => (await batch.read(work.db, communityId, [key]))[0] ?? null),
    loadMany: (batch, communityId, key) =>
      next(async () => [...(await batch.read(work.db, communityId, [key]))]),
  };
}
