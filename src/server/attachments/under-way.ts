import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from '../../kernel/refusal';

/** Files that are coming are held in memory: so many, each as large as is allowed. */
const MOST_AT_ONCE = 24;

/** How many files are on their way, and how long each may take. */
export class UnderWay {
  private count = 0;

  constructor(private readonly patienceMs: number) {}

  /** Lets a file come, or refuses: `UPLOADS_BUSY`. Whoever does not end it is hung up on. */
  admit(request: IncomingMessage, response: ServerResponse): void {
    if (this.count >= MOST_AT_ONCE) throw new Refusal('UPLOADS_BUSY');
    this.count += 1;
    const timer = setTimeout(() => request.destroy(), this.patienceMs);
    timer.unref();
    request.once('end', () => clearTimeout(timer));
    response.once('close', () => {
      clearTimeout(timer);
      this.count -= 1;
    });
  }
}
