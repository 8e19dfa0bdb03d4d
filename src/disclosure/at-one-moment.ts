import type { EntityManager } from 'typeorm';

/**
 * Reads as of one moment: between two statements somebody may use or take back what the first has
 * seen, and parts would no longer add up. Inside a transaction it reads what that sees.
 */
export async function atOneMoment<T>(
  db: EntityManager,
  reads: (snapshot: EntityManager) => Promise<T>,
): Promise<T> {
  if (db.queryRunner?.isTransactionActive) return await reads(db);
  return await db.transaction('REPEATABLE READ', reads);
}
