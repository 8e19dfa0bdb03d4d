import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from '../../kernel/refusal';

/** Files that are coming are held in memory: so many, each as large as is allowed. */
const MOST_AT_ONCE = 24;

/** One person sends no more of them at once: whoever sends slowly does not hold up all others. */
const MOST_OF_ONE = 6;

/** How many files are on their way, whose they are, and how long each may take. */
export class UnderWay {
  private count = 0;
  private readonly of = new Map<string, number>();

  constructor(private readonly patienceMs: number) {}

  /**
   * Lets a file of a person's come, or refuses: `UPLOADS_BUSY`. Whoever does not end it is hung up
   * on.
   */
  admit(personId: string, request: IncomingMessage, response: ServerResponse): void {
    const own = this.of.get(personId) ?? 0;
    if (this.count >= MOST_AT_ONCE || own >= MOST_OF_ONE) throw new Refusal('UPLOADS_BUSY');
    this.count += 1;
    this.of.set(personId, own + 1);
    const timer = setTimeout(() => request.destroy(), this.patienceMs);
    timer.unref();
    request.once('end', () => clearTimeout(timer));
    response.once('close', () => {
      clearTimeout(timer);
      this.count -= 1;
      this.leave(personId);
    });
  }

  private leave(personId: string): void {
    const left = (this.of.get(personId) ?? 1) - 1;
    if (left > 0) this.of.set(personId, left);
    else this.of.delete(personId);
  }
}
