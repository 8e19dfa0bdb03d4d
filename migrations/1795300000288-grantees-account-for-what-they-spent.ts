import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an organisation says that it spent of a grant, on what and when. It waits until a second
 * person of the organisation has confirmed it, and only then it stands in the books, in the entry
 * that is named here; the books see to it that no more is accounted for than was paid.
 */
export class GranteesAccountForWhatTheySpent1795300000288 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table grant_spending (
        community_id uuid not null,
        id uuid not null,
        grant_id uuid not null,
        organisation_id uuid not null,
        minor bigint not null check (minor > 0),
        purpose text not null,
        spent_on date not null,
        state text not null check (state in ('waiting', 'confirmed', 'declined', 'reversed')),
        key text not null,
        fingerprint bytea not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        decline_reason text,
        entry_id uuid,
        reversed_by uuid,
        reversed_at timestamptz,
        reverse_reason text,
        constraint grant_spending_pkey primary key (community_id, id),
        constraint grant_spending_key unique (community_id, key),
        constraint grant_spending_decided check (
          num_nulls(decided_by, decided_at) = case when state = 'waiting' then 2 else 0 end),
        constraint grant_spending_declined
          check ((state = 'declined') = (decline_reason is not null)),
        constraint grant_spending_posted
          check ((state in ('confirmed', 'reversed')) = (entry_id is not null)),
        constraint grant_spending_reversed check (num_nulls(reversed_by, reversed_at,
          reverse_reason) = case when state = 'reversed' then 0 else 3 end),
        constraint grant_spending_second_person
          check (state not in ('confirmed', 'reversed') or decided_by <> recorded_by),
        constraint grant_spending_grant
          foreign key (community_id, grant_id) references pool_grant (community_id, id),
        constraint grant_spending_organisation
          foreign key (organisation_id) references organisation (id),
        constraint grant_spending_recorded_by foreign key (recorded_by) references person (id),
        constraint grant_spending_decided_by foreign key (decided_by) references person (id),
        constraint grant_spending_reversed_by foreign key (reversed_by) references person (id)
      )`);
    await runner.query(`
      create index grant_spending_of_grant on grant_spending (community_id, grant_id, id)`);
    await runner.query(`
      create index grant_spending_of_organisation
        on grant_spending (community_id, organisation_id, id)`);
    await runner.query(`
      create index grant_spending_waiting on grant_spending (organisation_id, id)
        where state = 'waiting'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table grant_spending');
  }
}
