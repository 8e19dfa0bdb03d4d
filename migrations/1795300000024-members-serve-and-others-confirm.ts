import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a member of a self-organisation did for others (A5, A6, B9), as its leader recorded it, with
 * the whole credits that the scheme's rates of that day bring. Whether it was confirmed or taken
 * back stands in the books alone: the entry whose key names the service, and that entry's mirror.
 */
export class MembersServeAndOthersConfirm1795300000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service (
        community_id uuid not null,
        id uuid not null,
        resident_id uuid not null,
        organisation_id uuid not null,
        scheme_id uuid not null,
        service_kind text not null,
        performed_at timestamptz not null,
        minutes smallint not null check (minutes between 15 and 720),
        credits bigint not null check (credits > 0),
        note text,
        beneficiary_id uuid,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        declined_by uuid,
        declined_at timestamptz,
        decline_reason text,
        constraint service_pkey primary key (community_id, id),
        constraint service_declined check (num_nulls(declined_by, declined_at, decline_reason)
          in (0, 3)),
        constraint service_beneficiary_is_another check (beneficiary_id <> resident_id),
        constraint service_community foreign key (community_id) references place (id),
        constraint service_resident
          foreign key (community_id, resident_id) references resident (community_id, id),
        constraint service_beneficiary
          foreign key (community_id, beneficiary_id) references resident (community_id, id),
        constraint service_organisation foreign key (organisation_id) references organisation (id),
        constraint service_scheme foreign key (scheme_id) references credit_scheme (id),
        constraint service_recorded_by foreign key (recorded_by) references person (id),
        constraint service_declined_by foreign key (declined_by) references person (id)
      )`);
    await runner.query(`
      create index service_of_resident on service (community_id, resident_id, performed_at, id)`);
    await runner.query(
      'create index service_of_organisation on service (organisation_id, performed_at, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table service');
  }
}
