import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { SYSTEM } from '../../src/kernel/actor';
import { currency } from '../../src/kernel/currency';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { legsOfEntries, type PostedLeg } from '../../src/ledger/leg.reader';
import { accountId, type AccountRef } from '../../src/ledger/account-ref';
import { post } from '../../src/ledger/post';

const CNY = currency('CNY');

/** As many entries are posted at once; one call with thousands would take its time. */
const AT_ONCE = 200;

/** One limited account in books of its own, with all its legs in the order of their sequence. */
export interface History {
  readonly communityId: string;
  readonly accountId: string;
  readonly legs: readonly PostedLeg[];
}

/**
 * Lives an account's life: each act is one entry that adds what it says to the account, leg by leg
 * (or takes it, where it is negative).
 */
export async function live(
  dataSource: DataSource,
  normalSide: 1 | -1,
  acts: readonly (readonly bigint[])[],
): Promise<History> {
  const communityId = randomUUID();
  const holder = { holderId: communityId, about: '' };
  const ours: AccountRef = { kind: 'ours', ...holder, normalSide, floored: true };
  const theirs: AccountRef = { kind: 'theirs', ...holder, normalSide, floored: false };
  const side = BigInt(normalSide);
  const drafts = acts.map((changes) => ({
    ...{ rule: 'act', request: ownRequest(randomUUID()), facts: {} },
    ...{ occurredAt: new Date(), reversalOf: null },
    legs: changes.flatMap((change) => [
      { account: ours, asset: CNY, minor: change * side },
      { account: theirs, asset: CNY, minor: -change * side },
    ]),
  }));
  const id = accountId(communityId, ours, CNY.id);
  const legs: PostedLeg[] = [];
  for (let n = 0; n < drafts.length; n += AT_ONCE) {
    const outcomes = await inUnitOfWork(dataSource, SYSTEM, (work) =>
      post(work, communityId, drafts.slice(n, n + AT_ONCE)),
    );
    const ids = outcomes.map((each) => {
      if (each.outcome !== 'posted') throw new Error(`An act was ${each.outcome}`);
      return each.entryId;
    });
    const posted = await legsOfEntries(dataSource.manager, communityId, ids);
    legs.push(...posted.filter((leg) => leg.accountId === id));
  }
  legs.sort((a, b) => Number(a.seq - b.seq));
  return { communityId, accountId: id, legs };
}

/** How many pages PostgreSQL touched for a statement. */
export async function pagesTouched(
  dataSource: DataSource,
  statement: string,
  values: unknown[],
): Promise<number> {
  const [row] = await dataSource.query(
    `explain (analyze, buffers, format json) ${statement}`,
    values,
  );
  const { Plan } = row['QUERY PLAN'][0];
  return Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'];
}
