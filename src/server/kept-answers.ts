/** For how long a public answer may be kept, by us or anybody: it may be that much behind. */
export const FRESH_SECONDS = 30;

/** An answer that anybody may have. */
export interface KeptAnswer {
  readonly body: string;
  readonly type: string;
  /** Its ETag. */
  readonly tag: string;
  readonly at: number;
}

/**
 * What strangers asked for a moment ago: a page that many open at once is read from the books once.
 * Only answers to GET of trusted documents, without errors, of requests that carry no session.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, KeptAnswer>();

  /** How many are kept, and the longest of them in characters: some 20 MB at the very most. */
  constructor(
    private readonly most = 300,
    private readonly longest = 64_000,
  ) {}

  find(key: string, now: number): KeptAnswer | null {
    const answer = this.kept.get(key);
    if (!answer) return null;
    if (now - answer.at < FRESH_SECONDS * 1000) return answer;
    this.kept.delete(key);
    return null;
  }

  keep(key: string, answer: KeptAnswer): void {
    if (answer.body.length > this.longest) return;
    this.kept.delete(key);
    this.kept.set(key, answer);
    // A Map keeps the order in which keys came: the first was kept the longest ago.
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
  }
}
