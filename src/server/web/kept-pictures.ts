/** Those who show a picture look once; a figure in it may be so far behind. */
export const FRESH_SECONDS = 600;

const MOST_KEPT = 100;

/** So many are drawn at once: each takes a quarter of a second of a core. */
const MOST_AT_ONCE = 4;

interface Kept {
  readonly at: number;
  /** Shared by all who ask while it is drawn; null where there is no such page. */
  readonly picture: Promise<Buffer | null>;
}

/** Pictures of pages for all: each is drawn once in ten minutes, and never many at once. */
export class KeptPictures {
  private readonly kept = new Map<string, Kept>();
  private underWay = 0;

  /** The picture of a key, drawn where there is none; `busy` where too many are drawn just now. */
  async find(key: string, draw: () => Promise<Buffer | null>): Promise<Buffer | null | 'busy'> {
    const known = this.kept.get(key);
    if (known && Date.now() - known.at < FRESH_SECONDS * 1000) return await known.picture;
    if (this.underWay >= MOST_AT_ONCE) return 'busy';
    const picture = this.drawn(draw);
    this.keep(key, { at: Date.now(), picture });
    try {
      const made = await picture;
      if (!made) this.kept.delete(key);
      return made;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }

  private async drawn(draw: () => Promise<Buffer | null>): Promise<Buffer | null> {
    this.underWay += 1;
    try {
      return await draw();
    } finally {
      this.underWay -= 1;
    }
  }

  private keep(key: string, kept: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, kept);
    // A Map keeps the order in which keys came: the first was kept the longest ago.
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}
