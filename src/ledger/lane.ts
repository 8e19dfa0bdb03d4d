import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '../kernel/refusal';
import { toBatch, type Answer, type Group, type Outcome } from './batch';
import { KnownKeys, type Waiting } from './known-keys';
import { LaneSession } from './lane-session';

/** Two batches are under way at most: while one is written to disk, the next is already there. */
const SLOTS = 2;
const SMALLEST = 8;
const LARGEST = 512;

/** What waits beyond this is refused (`BOOKS_BUSY`): a queue that grows helps nobody. */
export const MOST_WAITING = 4_096;

/** How many accounts we remember to be open; beyond it we begin anew. */
const MOST_OPEN = 200_000;

/** SQLSTATEs of what a second, careful look settles: a key taken, a deadlock, a closed hint. */
const LOOK_AGAIN = new Set(['23505', '40P01', 'LL003']);
/** A key that stands is mostly the first of many, when a network has come back. */
const TAKEN = '23505';
const CAREFUL_BATCHES = 100;
/** A server that is stopping, starting or full, or cannot be reached. */
const AWAY = /^(08...|57P0[123]|53300|ECONN[A-Z]+|EPIPE|ETIMEDOUT)$/;
/** A connection that is lost has no code, only pg's words. */
const LOST = /^(Connection terminated|Client (was closed|has encountered))/;
const TRIES = 4;
const AWAY_MS = 100;

/**
 * Group commit. Postings that wait for the same set of books go to PostgreSQL together: each lock
 * is taken once for all of them, and one flush to disk makes all of them durable. Nobody waits for
 * a timer: a lone posting goes at once, and while it is under way the next ones gather.
 */
export class Lane {
  private readonly waiting = new Map<string, Waiting[]>();
  private entries = 0;
  private underWay = 0;
  private planned = false;
  private msPerEntry = 1;
  private readonly open = new Set<string>();
  private readonly keys = new KnownKeys();
  /** So many batches more are walked at once: keys may stand in the books that we do not know. */
  private careful = 0;
  private readonly session: LaneSession;

  constructor(url: string) {
    this.session = new LaneSession(url, () => this.keys.forget());
  }

  /**
   * Posts a group, all of it or none. Returns when it is on disk; refuses `BOOKS_BUSY`
   * (`retryAfterMs`) where too much waits already.
   */
  async post(communityId: string, group: Group): Promise<Outcome[]> {
    if (this.entries + this.keys.following + group.length > MOST_WAITING) {
      const retryAfterMs = Math.ceil(this.entries * this.msPerEntry);
      throw new Refusal('BOOKS_BUSY', { retryAfterMs });
    }
    return await new Promise((done, failed) => {
      const asker: Waiting = { group, done, failed, followers: [], again: false };
      if (!this.keys.joins(communityId, asker)) this.enqueue(communityId, asker);
    });
  }

  private enqueue(communityId: string, waiting: Waiting): void {
    const queue = this.waiting.get(communityId);
    if (queue) queue.push(waiting);
    else this.waiting.set(communityId, [waiting]);
    this.entries += waiting.group.length;
    this.plan();
  }

  /** Waits until everything that was handed in is answered, and closes the connection. */
  async drain(): Promise<void> {
    while (this.entries > 0 || this.underWay > 0) await pause(5);
    await this.session.end();
  }

  /** All that comes in this turn of the event loop goes together. */
  private plan(): void {
    if (this.planned || this.underWay >= SLOTS || this.entries === 0) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      while (this.underWay < SLOTS && this.entries > 0) this.sendNext();
    });
  }

  /** The books that have waited longest; those of which some are left queue up again. */
  private sendNext(): void {
    const [next] = this.waiting;
    if (!next) return;
    const [communityId, queue] = next;
    this.waiting.delete(communityId);
    const taken = this.take(queue);
    if (queue.length > 0) this.waiting.set(communityId, queue);
    this.underWay += 1;
    const since = performance.now();
    void this.send(communityId, taken).finally(() => {
      this.underWay -= 1;
      const entries = taken.reduce((sum, { group }) => sum + group.length, 0);
      this.msPerEntry += ((performance.now() - since) / entries - this.msPerEntry) / 16;
      this.plan();
    });
  }

  /** An equal share of the queue for each free slot, but no crumbs. */
  private take(queue: Waiting[]): Waiting[] {
    const waiting = queue.reduce((sum, { group }) => sum + group.length, 0);
    const share = Math.ceil(waiting / (SLOTS - this.underWay));
    const most = Math.min(LARGEST, Math.max(SMALLEST, share));
    const taken: Waiting[] = [];
    let entries = 0;
    for (const each of queue) {
      if (taken.length > 0 && entries + each.group.length > most) break;
      taken.push(each);
      entries += each.group.length;
    }
    queue.splice(0, taken.length);
    this.entries -= entries;
    return taken;
  }

  /** Sends a batch; where that fails, the same again, carefully, and then one by one. */
  private async send(communityId: string, batch: readonly Waiting[], tries = 1): Promise<void> {
    try {
      await this.commit(communityId, batch, tries > 1 || this.isCareful());
    } catch (error) {
      if (codeOf(error) === TAKEN) this.careful = CAREFUL_BATCHES;
      const again = isAway(error) || LOOK_AGAIN.has(codeOf(error));
      if (again && tries < TRIES) {
        if (isAway(error)) await pause(AWAY_MS * tries);
        await this.send(communityId, batch, tries + 1);
      } else if (batch.length > 1 && !isAway(error)) {
        // One of them cannot be posted at all: it must not take the others with it.
        for (const each of batch) await this.send(communityId, [each], 2);
      } else
        for (const each of batch) {
          each.failed(error);
          this.settle(communityId, each, undefined);
        }
    }
  }

  /** Whether this batch is one of those that are walked at once; it is counted. */
  private isCareful(): boolean {
    if (this.careful === 0) return false;
    this.careful -= 1;
    return true;
  }

  private async commit(communityId: string, batch: readonly Waiting[], careful: boolean) {
    const groups = batch.map(({ group }) => group);
    const isOpen = (id: string) => !careful && this.open.has(id);
    const { query, accountIds, read } = toBatch(communityId, groups, { careful, isOpen });
    const outcomes = read(await this.session.run<Answer>(query));
    if (this.open.size > MOST_OPEN) this.open.clear();
    for (const id of accountIds) this.open.add(id);
    let from = 0;
    for (const each of batch) {
      const own = outcomes.slice(from, from + each.group.length);
      each.done(own);
      this.settle(communityId, each, own[0]);
      from += each.group.length;
    }
  }

  private settle(communityId: string, leader: Waiting, outcome: Outcome | undefined): void {
    for (const each of this.keys.settle(communityId, leader, outcome))
      this.enqueue(communityId, each);
  }
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? '');

/** The answer is lost, not the posting: its own key tells, when it is asked again. */
function isAway(error: unknown): boolean {
  return AWAY.test(codeOf(error)) || LOST.test(String((error as { message?: unknown }).message));
}
