import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { read } from '../kernel/read';
import { idAfter } from '../api/paged';

/** Something that waits for a person. */
export interface InboxRow {
  readonly kind: 'application' | 'tranche';
  readonly communityId: string;
  /** Of the application, or of the request to pay; both grow with time. */
  readonly id: string;
  readonly poolId: string;
  /** The application, or the tranche. */
  readonly nodeId: string;
}

/**
 * What waits for a person, the longest first: applications before their boards that they have
 * neither reviewed nor to stand aside from, and tranches to check that they did not ask for
 * themselves. Who belongs to an applicant only since it applied still finds it here and is refused.
 */
export async function inboxOf(
  db: EntityManager,
  actor: Actor,
  ask: PageAsk,
): Promise<Page<InboxRow>> {
  const after = idAfter(ask);
  const foundationsAs = (...roles: string[]) =>
    actor.standings
      .filter(
        ({ organisationKind, role }) => organisationKind === 'foundation' && roles.includes(role),
      )
      .map(({ organisationId }) => organisationId);
  const rows: InboxRow[] = await read(db, INBOX, [
    foundationsAs('chair', 'board_member'),
    foundationsAs('treasurer'),
    actor.personId,
    actor.standings.map(({ organisationId }) => organisationId),
    after,
    limitOf(ask),
  ]);
  return toPage(ask, rows, ({ id }) => [id]);
}

const INBOX = `
  -- every community: a foundation may hold pools in several sets of books
  select * from (
    (select 'application' kind, application.community_id "communityId", application.id,
       application.pool_id "poolId", application.id "nodeId"
     from pool join application on application.community_id = pool.community_id
       and application.pool_id = pool.id and application.state = 'submitted'
     where pool.foundation_id = any ($1::uuid[]) and application.id > $5
       and application.submitted_by <> $3 and application.applicant_id <> all ($4::uuid[])
       and not exists (select 1 from review where review.community_id = application.community_id
         and review.application_id = application.id and review.person_id = $3)
       and not exists (select 1 from interest where interest.community_id = application.community_id
         and interest.application_id = application.id and interest.person_id = $3)
     order by application.id limit $6)
    union all
    (select 'tranche', disbursement.community_id, disbursement.id, disbursement.pool_id,
       disbursement.tranche_id
     from pool join disbursement on disbursement.community_id = pool.community_id
       and disbursement.pool_id = pool.id and disbursement.state = 'requested'
     join pool_grant on pool_grant.community_id = disbursement.community_id
       and pool_grant.id = disbursement.grant_id and pool_grant.state = 'active'
     where pool.foundation_id = any ($2::uuid[]) and disbursement.id > $5
       and disbursement.maker_id <> $3
     order by disbursement.id limit $6)
  ) waiting order by id limit $6`;
