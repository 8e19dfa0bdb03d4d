import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { read } from '../kernel/read';
import { idAfter } from '../api/paged';

/** Something that waits for a person. */
export interface InboxRow {
  readonly kind: 'application' | 'tranche' | 'refund' | 'payment';
  readonly communityId: string;
  /** Of the application, the request to pay, the refund or the task; all grow with time. */
  readonly id: string;
  /** Null for what is about payments. */
  readonly poolId: string | null;
  /** The application, the tranche, the refund or the task. */
  readonly nodeId: string;
}

/**
 * What waits for a person, the longest first: applications before their boards that they have
 * neither reviewed nor to stand aside from, and tranches to check that they did not ask for
 * themselves; refunds that others asked for, for those who check them; and what about payments a
 * foundation's people have to look at, or an officer where it is no foundation's. Who belongs to an
 * applicant only since it applied still finds it here and is refused.
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
    foundationsAs('chair', 'treasurer'),
    foundationsAs('secretary', 'treasurer'),
    actor.standings
      .filter(({ organisationKind, role }) => `${organisationKind} ${role}` === OFFICER)
      .map(({ placeId }) => placeId),
  ]);
  return toPage(ask, rows, ({ id }) => [id]);
}

const OFFICER = 'street_office officer';

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
    union all
    (select 'refund', refund.community_id, refund.id, null, refund.id
     from gift_refund refund join donation on donation.community_id = refund.community_id
       and donation.id = refund.donation_id
     where refund.state = 'requested' and refund.id > $5 and refund.maker_id <> $3
       and donation.foundation_id = any ($7::uuid[])
     order by refund.id limit $6)
    union all
    (select 'payment', task.community_id, task.id, null, task.id
     from payment_task task
     where task.state = 'open' and task.foundation_id = any ($8::uuid[]) and task.id > $5
     order by task.id limit $6)
    union all
    (select 'payment', task.community_id, task.id, null, task.id
     from payment_task task join place on place.id = task.community_id
     where task.state = 'open' and task.foundation_id is null and task.id > $5
       and place.lineage && $9::uuid[]
     order by task.id limit $6)
  ) waiting order by id limit $6`;
