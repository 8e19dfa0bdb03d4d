import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EntriesThatWaitTogetherArePostedTogether1795300000041 as Before } from './1795300000041-entries-that-wait-together-are-posted-together';

/**
 * The writers of the ledger, and there are no others.
 *
 * `post_batch` writes what is supposed. The caller sends how far each account will have moved at
 * each leg *if every entry is accepted*, and how deep it dips on the way. One UPDATE moves the
 * accounts, locks each of them in the order of their ids, and tells what it held; where no limit
 * and no closed account is in the way, which is nearly always, the same statement writes entries
 * and legs, and that was all. Otherwise the accounts are moved back and the batch is walked.
 *
 * `post_walked` locks the accounts in the same order, lets `ledger_decide` say what becomes of each
 * entry, and writes what is accepted. It is asked at once where entries of a batch may meet each
 * other or what they reverse, and inside a transaction, which must not be broken off.
 *
 * Accounts come sorted by id; `n_…` are those that may not be open yet. Legs name their entry and
 * account by position, from 1. Entries with the same number in `e_group` are posted all or none.
 * The answer is the moment of recording, where all were posted as supposed; otherwise a list with
 * an object for each entry: `outcome` posted · repeated (its key stands with the same fingerprint;
 * `entryId`) · key_reused · reversed_before · closed (`account`) · below_limit (`account`,
 * `available`: what it held, as a string) · withdrawn (another of its group was refused), and the
 * moment at which it was `recorded`.
 *
 * A unique violation means that a key stands already, LL003 that an account which the caller held
 * for open is not: it asks again, to have the batch walked, with all accounts in `n_…`.
 *
 * Statements are planned once per session, maybe on empty tables. `PLANNED` leaves the planner no
 * way that would be wrong on full ones: rows are found by their whole key. A lane's session, which
 * does nothing else, has these settings from its start; `post_walked` brings them along.
 */
export class WhatIsSupposedOfABatchIsWrittenAtOnce1795300000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop function post_batch');
    await runner.query(POST_WALKED);
    await runner.query(POST_BATCH);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function post_walked');
    await runner.query('drop function ledger_decide');
    // It takes away the one that stands, and makes its own.
    await new Before().up(runner);
  }
}

const PLANNED = `
  set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan set jit = off
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off
  set enable_mergejoin = off set cpu_index_tuple_cost = 1000000`;

const OPEN = `
      if cardinality(n_id) > 0 then
        insert into public.ledger_account
          (community_id, id, kind, holder_id, about, asset_id, normal_side, floored, opened_at)
        select p_community, new.id, new.kind, new.holder, new.about, new.asset, new.side,
          new.floored, clock_timestamp()
        from unnest(n_id, n_kind, n_holder, n_about, n_asset, n_side, n_floored)
          as new (id, kind, holder, about, asset, side, floored)
        order by new.id
        on conflict do nothing;
      end if;`;

/**
 * Recorded time is taken with the locks held: it never runs against an account's sequence, nor
 * behind what is sealed, even when the clock was set back.
 */
const MOMENT = `greatest(clock_timestamp(), (
        select block.until_at from public.ledger_block block
        where block.community_id = p_community order by block.number desc limit 1
      ) + interval '1 microsecond')`;

const ACCOUNTS = `
    n_id uuid[], n_kind text[], n_holder uuid[], n_about text[], n_asset uuid[],
    n_side smallint[], n_floored boolean[],
    a_id uuid[]`;

const ENTRIES = `
    e_id uuid[], e_group integer[], e_rule text[], e_key text[], e_fingerprint bytea[],
    e_facts jsonb[], e_actor uuid[], e_occurred timestamptz[], e_reversal uuid[],
    l_entry integer[], l_n smallint[], l_account integer[], l_amount bigint[]`;

/** A copy of an array is taken apart once; the argument itself, at each look at an element. */
const COPIES = `
    v_rule text[] := e_rule; v_key text[] := e_key; v_fingerprint bytea[] := e_fingerprint;
    v_facts jsonb[] := e_facts; v_actor uuid[] := e_actor; v_reversal uuid[] := e_reversal;`;

/**
 * The accounts are found one after the other in the order of the array. What is said of `i` always
 * holds, and makes the planner expect one of them instead of a thousand: otherwise it began with
 * the table, as long as a community had less than a thousand accounts, and read all of them.
 */
const PLACE = `from generate_series(1, cardinality(a_id)) as i
      where stored.community_id = p_community and stored.id = a_id[i]
        and i between 1 and 2147483647 and i % 1 = 0`;

const ENOUGH = `not stored.floored
          or (stored.debits - stored.credits) * stored.normal_side + a_low[i] >= 0`;

/** An account that would dip too deep stays, and says so by a sequence that is not above zero. */
const POST_BATCH = `
  create function post_batch(
    p_community uuid,${ACCOUNTS}, a_legs bigint[], a_debits bigint[], a_credits bigint[],
    a_low bigint[],${ENTRIES}, l_seq bigint[], l_debits bigint[], l_credits bigint[]
  ) returns jsonb language plpgsql set search_path = pg_catalog, public as $$
  declare${COPIES}
    v_open boolean; v_plain boolean; v_moment timestamptz;
  begin${OPEN}

    with moved as (
      update public.ledger_account stored
      set seq = case when ${ENOUGH} then stored.seq + a_legs[i] else -stored.seq end,
        debits = case when ${ENOUGH} then stored.debits + a_debits[i] else stored.debits end,
        credits = case when ${ENOUGH} then stored.credits + a_credits[i] else stored.credits end
      ${PLACE}
      returning stored.seq - a_legs[i] as seq, stored.asset_id,
        stored.debits - a_debits[i] as debits, stored.credits - a_credits[i] as credits,
        stored.seq > 0 and stored.closed_at is null as plain
    ), held as materialized (
      select array_agg(moved.seq) as seq, array_agg(moved.asset_id) as asset,
        array_agg(moved.debits) as debits, array_agg(moved.credits) as credits,
        count(*) = cardinality(a_id) as open, bool_and(moved.plain) as plain,
        ${MOMENT} as moment
      from moved
    ), entries as (
      insert into public.ledger_entry (community_id, id, rule, key, fingerprint, facts, actor_id,
        occurred_at, recorded_at, reversal_of)
      select p_community, e_id[i], v_rule[i], v_key[i], v_fingerprint[i], v_facts[i],
        v_actor[i], e_occurred[i], held.moment, v_reversal[i]
      from held cross join generate_series(1, cardinality(e_id)) as i
      where held.open and held.plain
    ), legs as (
      insert into public.ledger_leg (community_id, account_id, seq, entry_id, n, asset_id,
        amount, debits, credits, recorded_at)
      select p_community, a_id[l_account[i]], held.seq[l_account[i]] + l_seq[i],
        e_id[l_entry[i]], l_n[i], held.asset[l_account[i]], l_amount[i],
        held.debits[l_account[i]] + l_debits[i], held.credits[l_account[i]] + l_credits[i],
        held.moment
      from held cross join generate_series(1, cardinality(l_entry)) as i
      where held.open and held.plain
    )
    select held.open, held.plain, held.moment into v_open, v_plain, v_moment from held;
    if not v_open then
      raise exception 'An account is not open' using errcode = 'LL003';
    elsif v_plain then
      return to_jsonb(v_moment);
    end if;

    -- It is not as supposed: the accounts stand again where they stood.
    update public.ledger_account stored
    set seq = case when stored.seq > 0 then stored.seq - a_legs[i] else -stored.seq end,
      debits = stored.debits - case when stored.seq > 0 then a_debits[i] else 0 end,
      credits = stored.credits - case when stored.seq > 0 then a_credits[i] else 0 end
    ${PLACE};
    return public.post_walked(p_community, n_id, n_kind, n_holder, n_about, n_asset, n_side,
      n_floored, a_id, e_id, e_group, e_rule, e_key, e_fingerprint, e_facts, e_actor, e_occurred,
      e_reversal, l_entry, l_n, l_account, l_amount);
  end $$`;

const POST_WALKED = `
  create function post_walked(
    p_community uuid,${ACCOUNTS},${ENTRIES}
  ) returns jsonb language plpgsql${PLANNED} as $$
  declare${COPIES}
    v_seq bigint[]; v_debits bigint[]; v_credits bigint[]; v_asset uuid[]; v_side smallint[];
    v_floored boolean[]; v_closed boolean[]; v_balance bigint[];
    v_keys text[]; v_key_ids uuid[]; v_key_prints bytea[]; v_key_moments timestamptz[];
    v_reversed uuid[]; v_moment timestamptz; v_said record; v_outcome text[]; v_ids uuid[];
    a_legs bigint[]; a_debits bigint[]; a_credits bigint[];
    l_seq bigint[]; l_debits bigint[]; l_credits bigint[];
  begin${OPEN}

    -- A subquery that locks is never joined in any other way than one row after the other.
    select array_agg(held.seq), array_agg(held.debits), array_agg(held.credits),
      array_agg(held.asset_id), array_agg(held.normal_side), array_agg(held.floored),
      array_agg(held.closed_at is not null),
      array_agg((held.debits - held.credits) * held.normal_side)
    into v_seq, v_debits, v_credits, v_asset, v_side, v_floored, v_closed, v_balance
    from generate_series(1, cardinality(a_id)) as i
    cross join lateral (
      select stored.* from public.ledger_account stored
      where stored.community_id = p_community and stored.id = a_id[i]
      for no key update
    ) held;
    if cardinality(v_seq) is distinct from cardinality(a_id) then
      raise exception 'An account is not open' using errcode = 'LL003';
    end if;

    select array_agg(stored.key), array_agg(stored.id), array_agg(stored.fingerprint),
      array_agg(stored.recorded_at)
    into v_keys, v_key_ids, v_key_prints, v_key_moments
    from public.ledger_entry stored
    where stored.community_id = p_community and stored.key = any (e_key);
    select array_agg(stored.reversal_of) into v_reversed
    from public.ledger_entry stored
    where stored.community_id = p_community and stored.reversal_of = any (e_reversal);
    v_said := public.ledger_decide(v_side, v_floored, v_closed, v_balance,
      e_id, e_group, e_key, e_fingerprint, e_reversal,
      v_keys, v_key_ids, v_key_prints, v_reversed, l_entry, l_account, l_amount);
    v_outcome := v_said.o_outcome; v_ids := v_said.o_id;
    a_legs := v_said.a_legs; a_debits := v_said.a_debits; a_credits := v_said.a_credits;
    l_seq := v_said.l_seq; l_debits := v_said.l_debits; l_credits := v_said.l_credits;
    v_moment := ${MOMENT};

    insert into public.ledger_entry (community_id, id, rule, key, fingerprint, facts, actor_id,
      occurred_at, recorded_at, reversal_of)
    select p_community, e_id[i], v_rule[i], v_key[i], v_fingerprint[i], v_facts[i], v_actor[i],
      e_occurred[i], v_moment, v_reversal[i]
    from generate_series(1, cardinality(e_id)) as i
    where v_outcome[i] = 'posted';

    insert into public.ledger_leg (community_id, account_id, seq, entry_id, n, asset_id, amount,
      debits, credits, recorded_at)
    select p_community, a_id[l_account[i]], v_seq[l_account[i]] + l_seq[i],
      e_id[l_entry[i]], l_n[i], v_asset[l_account[i]], l_amount[i],
      v_debits[l_account[i]] + l_debits[i],
      v_credits[l_account[i]] + l_credits[i], v_moment
    from generate_series(1, cardinality(l_entry)) as i
    where l_seq[i] is not null;

    update public.ledger_account stored
    set seq = v_seq[i] + a_legs[i], debits = v_debits[i] + a_debits[i],
      credits = v_credits[i] + a_credits[i]
    ${PLACE} and a_legs[i] > 0;

    return (select jsonb_agg(jsonb_build_object('outcome', v_outcome[i],
        'entryId', v_ids[i], 'account', (v_said.o_account)[i],
        'available', (v_said.o_available)[i]::text,
        'recorded', coalesce(v_key_moments[array_position(v_key_ids, v_ids[i])], v_moment)
      ) order by i) from generate_series(1, cardinality(e_id)) as i);
  end $$`;
