import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { draft, record } from '../../src/bookkeeping/record';
import { GIFTS } from '../../src/bookkeeping/rules/gifts';
import type { PoolRow } from '../../src/foundations/pool.entity';
import { SYSTEM } from '../../src/kernel/actor';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { fen } from '../foundations/money';

interface Project {
  readonly pool: PoolRow;
  readonly grantId: string;
}

const how = () => ({ request: ownRequest(randomUUID()), occurredAt: new Date() });
const payment = ({ pool: { foundationId } }: Project) => ({
  foundationId,
  donationId: randomUUID(),
  paymentId: randomUUID(),
});

/** Somebody gives for the project of a grant, as far as the books are concerned. */
export async function giveFor(source: DataSource, project: Project, minor: bigint) {
  const { pool, grantId } = project;
  const fund = { poolId: pool.id, projectId: grantId };
  const facts = { ...payment(project), ...fund, amount: fen(minor) };
  await inUnitOfWork(source, SYSTEM, (work) =>
    record(work, pool.communityId, draft(GIFTS.giftReceived, facts, how())),
  );
}

/** Somebody takes back what was given for a project. */
export async function takeBackFrom(source: DataSource, project: Project, minor: bigint) {
  const { pool, grantId } = project;
  const from = { poolId: pool.id, projectId: grantId };
  const parts = [{ from, amount: fen(minor) }];
  const facts = { ...payment(project), refundId: randomUUID(), parts };
  await inUnitOfWork(source, SYSTEM, (work) =>
    record(work, pool.communityId, draft(GIFTS.giftRefunded, facts, how())),
  );
}
