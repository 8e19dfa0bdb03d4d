import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A resident's card is found by its code at the till, instead of a name that is spoken aloud. The
 * code is chance alone and says nothing about anybody. It opens nothing by itself: whoever finds a
 * resident by it is signed in and serves at a store of the community, and could find them by name
 * as well. So it is kept as it is, and a card can be printed again; a lost one is ended.
 *
 * Each card is kept. The partial index holds that a resident has one at most that is good.
 */
export class AResidentHasACardToBeFoundBy1795300000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resident_card (
        community_id uuid not null,
        id uuid not null,
        resident_id uuid not null,
        code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{18}$'),
        issued_by uuid not null,
        issued_at timestamptz not null,
        ended_by uuid,
        ended_at timestamptz check (ended_at >= issued_at),
        ended_because text check (ended_because in ('lost', 'damaged', 'given_back')),
        constraint resident_card_pkey primary key (community_id, id),
        constraint resident_card_ended check (num_nulls(ended_by, ended_at) in (0, 2)
          and (ended_because is null or ended_at is not null)),
        constraint resident_card_resident
          foreign key (community_id, resident_id) references resident (community_id, id),
        constraint resident_card_issued_by foreign key (issued_by) references person (id),
        constraint resident_card_ended_by foreign key (ended_by) references person (id)
      )`);
    await runner.query(
      'create unique index resident_card_code on resident_card (community_id, code)',
    );
    await runner.query(`
      create unique index resident_card_in_force
        on resident_card (community_id, resident_id) where ended_at is null`);
    await runner.query(
      'create index resident_card_of_resident on resident_card (community_id, resident_id, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table resident_card');
  }
}
