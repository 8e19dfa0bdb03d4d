import type { EntityManager } from 'typeorm';
import { read } from '../kernel/read';
import type { Locale } from './letter';

/** A letter that was kept instead of sent. */
export interface KeptMail {
  readonly communityId: string;
  readonly id: string;
  readonly recipient: string;
  readonly locale: Locale;
  readonly template: string;
  readonly facts: unknown;
  readonly createdAt: Date;
}

const COLUMNS = `community_id as "communityId", id, recipient, locale, template, facts,
  created_at as "createdAt"`;

/** The last fifty, newest first. */
export async function lastKept(db: EntityManager): Promise<KeptMail[]> {
  return await read(
    db,
    `-- every community: a demonstration shows all of its letters on one page
     select ${COLUMNS} from mail where state = 'kept' order by id desc limit 50`,
    [],
  );
}

export async function keptMail(
  db: EntityManager,
  communityId: string,
  id: string,
): Promise<KeptMail | null> {
  const rows = await read<KeptMail>(
    db,
    `select ${COLUMNS} from mail where community_id = $1 and id = $2 and state = 'kept'`,
    [communityId, id],
  );
  return rows[0] ?? null;
}
