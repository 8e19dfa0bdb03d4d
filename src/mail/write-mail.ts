import { newId } from '../kernel/id';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Locale } from './letter';
import type { FactsOf, TemplateName } from './templates';

/** A letter to write: to whom, and which one. */
export interface NewMail<Name extends TemplateName> {
  /** What it is about; a second letter of the same key is not written. */
  readonly key: string;
  readonly to: string;
  readonly locale: Locale;
  readonly template: Name;
  readonly facts: FactsOf<Name>;
}

/**
 * Writes a letter in the transaction of the act that it tells of (and opens it if nobody has): what
 * is rolled back is never told. It leaves after the commit, by `sendMails`.
 */
export async function writeMail<Name extends TemplateName>(
  work: UnitOfWork,
  communityId: string,
  { key, to, locale, template, facts }: NewMail<Name>,
): Promise<void> {
  const db = await work.begin();
  await db.query(
    `insert into mail (community_id, id, key, recipient, locale, template, facts,
       created_at, state, tries, next_try_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $8)
     on conflict (community_id, key) do nothing`,
    [communityId, newId(), key, to, locale, template, JSON.stringify(facts), work.now],
  );
}
