import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Goods that nobody can use any more: which lot, how many pieces, why. What is within the store's
 * limit is posted at once; what is beyond waits for a second person. A row is kept either way, with
 * the client's key, so that asking again is recognised before there is an entry.
 *
 * The limit is dated, and set by others than those who write off. It holds for what one person
 * writes off in a day without a second, or many small ones would pass for none.
 */
export class GoodsAreWrittenOff1795300000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table write_off_limit (
        community_id uuid not null,
        id uuid not null,
        store_id uuid not null,
        valid_from timestamptz not null,
        pieces integer not null check (pieces >= 0),
        value_minor bigint check (value_minor >= 0),
        set_by uuid not null,
        constraint write_off_limit_pkey primary key (community_id, id),
        constraint write_off_limit_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint write_off_limit_set_by foreign key (set_by) references person (id)
      )`);
    await runner.query(`
      create index write_off_limit_of_store on write_off_limit (community_id, store_id, id)`);
    await runner.query(`
      create table write_off (
        community_id uuid not null,
        id uuid not null,
        store_id uuid not null,
        lot_id uuid not null,
        pieces integer not null check (pieces > 0),
        reason text not null check (reason in ('expired', 'damaged', 'lost', 'spoiled', 'other')),
        note text,
        state text not null check (state in ('waiting', 'posted', 'declined', 'reversed')),
        key text not null,
        fingerprint bytea not null,
        asked_by uuid not null,
        asked_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        decline_reason text,
        entry_id uuid,
        reversed_by uuid,
        reversed_at timestamptz,
        reverse_reason text,
        constraint write_off_pkey primary key (community_id, id),
        constraint write_off_key unique (community_id, key),
        constraint write_off_note check (reason <> 'other' or note is not null),
        constraint write_off_posted check ((state in ('posted', 'reversed'))
          = (entry_id is not null)),
        constraint write_off_declined check ((state = 'declined') = (decline_reason is not null)),
        constraint write_off_decided check (num_nulls(decided_by, decided_at) in (0, 2)
          and (state <> 'declined' or decided_by is not null)),
        constraint write_off_second_person check (state not in ('posted', 'reversed')
          or decided_by <> asked_by),
        constraint write_off_reversed check (num_nulls(reversed_by, reversed_at, reverse_reason)
          = case state when 'reversed' then 0 else 3 end),
        constraint write_off_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint write_off_lot foreign key (community_id, lot_id)
          references lot (community_id, id),
        constraint write_off_entry foreign key (community_id, entry_id)
          references ledger_entry (community_id, id),
        constraint write_off_asked_by foreign key (asked_by) references person (id),
        constraint write_off_decided_by foreign key (decided_by) references person (id),
        constraint write_off_reversed_by foreign key (reversed_by) references person (id)
      )`);
    await runner.query(`
      create index write_off_of_store on write_off (community_id, store_id, id)`);
    await runner.query(`
      create index write_off_alone on write_off (community_id, store_id, asked_by, asked_at)
        where state = 'posted' and decided_by is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table write_off, write_off_limit');
  }
}
