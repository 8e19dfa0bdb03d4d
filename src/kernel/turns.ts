import { Refusal } from './refusal';

/** Lets so many work at once and so many wait; whoever comes then is refused: `UPLOADS_BUSY`. */
export class Turns {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.working < this.atOnce) this.working += 1;
    else {
      if (this.waiting.length >= this.mostWaiting) throw new Refusal('UPLOADS_BUSY');
      await new Promise<void>((go) => this.waiting.push(go));
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // Whoever goes next takes over the place.
      if (next) next();
      else this.working -= 1;
    }
  }
}
