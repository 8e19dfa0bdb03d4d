import type { DataSource } from 'typeorm';
import { CITY } from '../api/context';
import { runChecks, type Check, type Finding } from '../ledger/verify';
import type { CheckTold } from './verification.entity';

/** So many sets of books are verified together: each check runs once for all of them. */
const TOGETHER = 50;

interface Waiting {
  readonly communityId: string;
  readonly id: string;
}

/**
 * Verifies the books that wait for it, and keeps what each check said of each of them. What is left
 * in the midst of it waits for the next turn. `seal` comes first, so that all there is is verified.
 */
export async function runVerifications(
  source: DataSource,
  checks: readonly Check[],
  seal: () => Promise<unknown>,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (let last: string = CITY; !isOver();) {
    const waiting: Waiting[] = await source.query(
      `-- every community: whichever waits
       select community_id "communityId", id from verification
       where ended_at is null and community_id > $1 order by community_id limit $2`,
      [last, TOGETHER],
    );
    if (waiting.length === 0) return;
    last = waiting.at(-1)?.communityId ?? last;
    await verifyTogether(source, checks, seal, waiting);
  }
}

async function verifyTogether(
  source: DataSource,
  checks: readonly Check[],
  seal: () => Promise<unknown>,
  waiting: readonly Waiting[],
): Promise<void> {
  const booksIds = waiting.map(({ communityId }) => communityId);
  await source.query(
    `update verification set begun_at = $3
     where community_id = any ($1) and id = any ($2) and ended_at is null`,
    [booksIds, waiting.map(({ id }) => id), new Date()],
  );
  await seal();
  const took = new Map<string, { finding: Finding | null; tookMs: number }>();
  const heard = ({ name }: Check, finding: Finding | null, tookMs: number) =>
    void took.set(name, { finding, tookMs });
  await runChecks(source, checks, heard, booksIds);
  for (const { communityId, id } of waiting) {
    const told = checks.flatMap(({ name, says }): CheckTold[] => {
      const ran = took.get(name);
      return ran
        ? [{ name, says, tookMs: ran.tookMs, rows: rowsOf(ran.finding, communityId) }]
        : [];
    });
    const wrong = told.filter(({ rows }) => rows.length > 0).length;
    await source.query(
      `update verification set ended_at = $3, wrong = $4, checks = $5
       where community_id = $1 and id = $2 and ended_at is null`,
      [communityId, id, new Date(), wrong, JSON.stringify(told)],
    );
  }
}

/** The rows of one set of books; whose they are is known, and which of the ten they are. */
function rowsOf(finding: Finding | null, communityId: string): Record<string, unknown>[] {
  return (finding?.rows ?? []).flatMap(({ community_id, nth_of_books: _nth, ...row }) =>
    community_id === communityId ? [row] : [],
  );
}
