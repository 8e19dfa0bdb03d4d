import { Turns } from '../../kernel/turns';
import type { Progress } from './report';

export type Hear = (progress: Progress) => void;

/** Each holds a connection until its last line is done: most of them are left to everybody else. */
const TURNS = new Turns(4, 16);

interface OneFile {
  readonly listeners: Set<Hear>;
  /** Settles when the last of those that came before has ended. */
  last: Promise<unknown>;
}

/**
 * The files that this process is taking in, so many at once. Whoever sends one of them once more,
 * because the answer was lost on the way, waits for what becomes of it, and hears meanwhile how far
 * it is.
 */
class Going {
  private readonly files = new Map<string, OneFile>();

  /** Takes a file when it is its turn. Refuses: `UPLOADS_BUSY`. */
  async take<T>(name: string, hear: Hear, work: (tell: Hear) => Promise<T>): Promise<T> {
    const file = this.files.get(name) ?? { listeners: new Set(), last: Promise.resolve() };
    this.files.set(name, file);
    file.listeners.add(hear);
    const tell: Hear = (progress) => file.listeners.forEach((each) => each(progress));
    const taking = file.last.then(() => TURNS.take(() => work(tell)));
    file.last = taking.catch(() => undefined);
    try {
      return await taking;
    } finally {
      file.listeners.delete(hear);
      if (file.listeners.size === 0) this.files.delete(name);
    }
  }
}

export const GOING = new Going();
