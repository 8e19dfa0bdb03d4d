import type { Progress } from './report';

export type Hear = (progress: Progress) => void;

/**
 * The files that this process is taking in. Whoever sends one of them once more, because the answer
 * was lost on the way, waits for what becomes of it, and hears meanwhile how far it is.
 */
class Going {
  private readonly listeners = new Map<string, Set<Hear>>();

  join(file: string, hear: Hear): { tell: Hear; leave: () => void } {
    const listeners = this.listeners.get(file) ?? new Set();
    this.listeners.set(file, listeners.add(hear));
    return {
      tell: (progress) => listeners.forEach((each) => each(progress)),
      leave: () => {
        listeners.delete(hear);
        if (listeners.size === 0) this.listeners.delete(file);
      },
    };
  }
}

export const GOING = new Going();
