import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A block seals a set of books' entries recorded in `(after_at, until_at]` with the hash of the
 * block
 * before, so that history cannot be rewritten quietly. It is made outside the hot path; the hash is
 * computed here, so that sealing and verifying read an entry in exactly the same words.
 */
export class EntriesAreSealedIntoAChainOfBlocks1795300000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_block (
        community_id uuid not null,
        number bigint not null,
        after_at timestamptz not null,
        until_at timestamptz not null,
        entries integer not null check (entries > 0),
        previous_hash bytea not null,
        hash bytea not null,
        sealed_at timestamptz not null,
        constraint ledger_block_pkey primary key (community_id, number)
      )`);
    await runner.query(`
      create trigger ledger_block_stays before update or delete on ledger_block
        for each row execute function ledger_is_append_only()`);
    await runner.query(`
      create trigger ledger_block_is_never_emptied before truncate on ledger_block
        for each statement execute function ledger_is_append_only()`);
    await runner.query(`
      create function ledger_hash(
        p_community uuid, p_after timestamptz, p_until timestamptz, p_previous bytea
      ) returns table (entries integer, hash bytea) language sql stable
      set search_path = pg_catalog, public set timezone = 'UTC' as $$
        select count(*)::integer,
          sha256(p_previous || coalesce(string_agg(said.hash, ''::bytea order by said.recorded_at, said.id), ''))
        from (
          select entry.id, entry.recorded_at, sha256(convert_to(concat_ws(E'\\n',
            entry.id, entry.rule, entry.key, encode(entry.fingerprint, 'hex'), entry.facts,
            coalesce(entry.actor_id::text, '-'), coalesce(entry.reversal_of::text, '-'),
            (extract(epoch from entry.occurred_at) * 1000000)::bigint,
            (extract(epoch from entry.recorded_at) * 1000000)::bigint,
            (select string_agg(concat_ws(' ', leg.n, leg.account_id, leg.asset_id, leg.amount,
                leg.seq, leg.debits, leg.credits), E'\\n' order by leg.n)
              from public.ledger_leg leg
              where leg.community_id = p_community and leg.entry_id = entry.id)
          ), 'UTF8')) as hash
          from public.ledger_entry entry
          where entry.community_id = p_community
            and entry.recorded_at > p_after and entry.recorded_at <= p_until
        ) said
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function ledger_hash(uuid, timestamptz, timestamptz, bytea)');
    await runner.query('drop trigger ledger_block_is_never_emptied on ledger_block');
    await runner.query('drop table ledger_block');
  }
}
