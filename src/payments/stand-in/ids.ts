import { createHash, randomBytes } from 'node:crypto';

/** Makes the id of a new object from its prefix: `cs` → `cs_local_…`. */
export type NewId = (prefix: string) => string;

/** Ids that sort by the time they were made, and that nobody guesses. */
export function timedIds(now: () => number = Date.now): NewId {
  let count = 0;
  return (prefix) => {
    count = (count + 1) % 36 ** 4;
    const time = Math.floor(now()).toString(36).padStart(9, '0');
    const order = count.toString(36).padStart(4, '0');
    return `${prefix}_local_${time}${order}${randomBytes(10).toString('hex')}`;
  };
}

/** Ids that follow from a seed: two runs with one seed give the same ones. */
export function seededIds(seed: string): NewId {
  let count = 0;
  return (prefix) => {
    count += 1;
    const tail = createHash('sha256').update(`${seed} ${count}`).digest('hex').slice(0, 20);
    return `${prefix}_local_${count.toString(36).padStart(6, '0')}${tail}`;
  };
}
