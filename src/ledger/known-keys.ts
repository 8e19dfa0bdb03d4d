import type { Group, Outcome } from './batch';

/** A group that waits for its posting, and who is told what became of it. */
export interface Waiting {
  readonly group: Group;
  readonly done: (outcomes: Outcome[]) => void;
  readonly failed: (error: unknown) => void;
  /** Those that ask for the same key: what becomes of this one settles them too. */
  readonly followers: Waiting[];
  /** It followed once and is not settled: it goes by itself. */
  readonly again: boolean;
}

/** What stands under a key. It stands for good, so it can be told without asking. */
interface Standing {
  /** As a string, which costs the garbage collector less than ten thousand buffers. */
  readonly print: string | undefined;
  readonly outcome: Extract<Outcome, { entryId: string }>;
}

/** So many of the keys that were posted last are remembered at least, and twice as many at most. */
const REMEMBERED = 5_000;

/**
 * The keys that one process is posting or posted lately. A till that lost the answer asks again
 * within seconds, mostly the same server: that is settled here, and costs no batch its supposition.
 */
export class KnownKeys {
  /** When the young ones are many, they become the old ones, and those are forgotten. */
  private young = new Map<string, Waiting | Standing>();
  private old = this.young;
  private waiting = 0;

  /** How many wait for what becomes of another. */
  get following(): number {
    return this.waiting;
  }

  /** Settles it where its key stands, or later, with who posts it now; false: it must be posted. */
  joins(communityId: string, asker: Waiting): boolean {
    const key = keyOf(communityId, asker);
    if (!key) return false;
    const known = this.young.get(key) ?? this.old.get(key);
    if (!known) this.remember(key, asker);
    else if ('outcome' in known) asker.done([heardAgain(asker, known)]);
    else {
      known.followers.push(asker);
      this.waiting += 1;
    }
    return known !== undefined;
  }

  /**
   * Tells its followers what became of it. A key that stands answers all of them; any other refusal
   * was not theirs: they are returned, and ask for themselves.
   */
  settle(communityId: string, leader: Waiting, outcome: Outcome | undefined): Waiting[] {
    const followers = leader.followers.splice(0);
    this.waiting -= followers.length;
    const key = keyOf(communityId, leader);
    if (key)
      for (const keys of [this.young, this.old]) if (keys.get(key) === leader) keys.delete(key);
    if (!outcome || !('entryId' in outcome))
      return followers.map((each) => ({ ...each, again: true }));
    const standing = { print: printOf(leader), outcome };
    if (key) this.remember(key, standing);
    for (const each of followers) each.done([heardAgain(each, standing)]);
    return [];
  }

  /** Forgets what stands: the database may be another when it comes back. */
  forget(): void {
    this.young = this.old = new Map();
  }

  private remember(key: string, known: Waiting | Standing): void {
    this.young.set(key, known);
    if (this.young.size < REMEMBERED) return;
    this.old = this.young;
    this.young = new Map();
  }
}

/** What the second who asks for a key hears. */
function heardAgain(asker: Waiting, { print, outcome }: Standing): Outcome {
  const same = print !== undefined && printOf(asker) === print;
  return same ? { ...outcome, outcome: 'repeated' } : { outcome: 'key_reused' };
}

const printOf = ({ group }: Waiting) => group[0]?.request.fingerprint.toString('latin1');

/** A lone entry is known by its key; entries that belong together are not, nor who asks again. */
function keyOf(communityId: string, { group, again }: Waiting): string | null {
  const [only, another] = group;
  return only && !another && !again ? `${communityId}/${only.request.key}` : null;
}
