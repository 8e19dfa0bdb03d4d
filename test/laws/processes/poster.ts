import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { createDataSource } from '../../../ormconfig';
import { record } from '../../../src/bookkeeping/record';
import { SYSTEM } from '../../../src/kernel/actor';
import { currency } from '../../../src/kernel/currency';
import { Refusal } from '../../../src/kernel/refusal';
import { ownRequest } from '../../../src/kernel/request';
import { inUnitOfWork } from '../../../src/kernel/unit-of-work';
import type { AccountRef } from '../../../src/ledger/account-ref';
import type { Draft } from '../../../src/ledger/draft';

/**
 * A process of its own that posts into a set of books until it is killed, many at once, through its
 * lane and inside transactions. It tells every entry that it was told of: `key entry`, a line each.
 * All such processes take the same keys in turn, so that they also meet over keys.
 */
const [, , url = '', books = '', seed = '1'] = process.argv;
const AT_ONCE = 24;
const CNY = currency('CNY');

let state = Number(seed);
/** The same posts for the same seed, whichever way they then interleave. */
function dice(sides: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * sides);
}

/** Three accounts with limits, three without; the first is in most entries. */
function account(at: number): AccountRef {
  const kind = at < 3 ? 'poolAvailable' : 'pledgeDeferred';
  return { kind, holderId: books, about: `${at}`, normalSide: -1, floored: at < 3 };
}

function drafted(n: number): Draft {
  const [from, to] = [dice(6), dice(3) > 0 ? 0 : dice(6)];
  const minor = BigInt(1 + dice(9));
  const other = from === to ? (to + 3) % 6 : from;
  return {
    rule: 'law',
    // Every third key is one that the other processes take as well, for the very same entry.
    request: ownRequest(n % 3 === 0 ? `shared ${n}` : `${seed} ${n}`),
    facts: { n },
    occurredAt: new Date(),
    reversalOf: null,
    legs: [
      { account: account(n % 3 === 0 ? 3 : other), asset: CNY, minor },
      { account: account(n % 3 === 0 ? 0 : to), asset: CNY, minor: -minor },
    ],
  };
}

async function postUntilTold(n: number): Promise<void> {
  const entry = drafted(n);
  const inside = n % 4 === 0;
  for (;;) {
    try {
      const [told] = await inUnitOfWork(source, SYSTEM, async (work) => {
        if (inside) await work.begin();
        return await record(work, books, entry);
      });
      process.stdout.write(`${entry.request.key}\t${told?.entryId}\n`);
      return;
    } catch (error) {
      if (error instanceof Refusal) return;
      // PostgreSQL is away: the same key again, as any client would.
      await pause(50);
    }
  }
}

const source = createDataSource(url);
let next = 0;

async function main(): Promise<void> {
  await source.initialize();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (;;) await postUntilTold((next += 1));
    }),
  );
}

void main();
