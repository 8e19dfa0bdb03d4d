import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ABatchOfEntriesIsPostedInOneCall1795300000004 as Before } from './1795300000004-a-batch-of-entries-is-posted-in-one-call';

/**
 * The only writer of the ledger, now set-based. The caller sends with the legs how far each account
 * will have moved at each of them *if every entry is accepted*, and how deep each account dips on
 * the way. Under the locks that supposition is one comparison per account; where it holds, which is
 * nearly always, the whole batch is written by three statements and nothing is walked.
 *
 * Where it does not hold (a limit, a closed account, a key that stands already), or where `p_walk`
 * says that entries of the batch may meet each other or what they reverse, `ledger_decide` walks
 * them one by one and says what becomes of each. Entries with the same number in `e_group` are
 * posted all or none.
 *
 * Accounts come sorted by id, and are opened and locked in that order; `n_…` are those that may
 * not be open yet. Legs name their entry and account by position, from 1. It answers either one
 * row, `entry` null: all were posted; or a row for each entry: posted · repeated (its key stands
 * with the same fingerprint) · key_reused · reversed_before · closed (an account) · below_limit (an
 * account; `available` is what it held) · withdrawn (another of its group was refused).
 *
 * It is planned once per session, maybe on empty tables. Its own settings leave the planner no way
 * that would be wrong on full ones: rows are found by their whole key or by their place, and an
 * index entry that is looked at for nothing is what costs.
 *
 * A unique violation means that another batch took a key in the same moment, LL003 that an account
 * which the caller held for open is not: it asks again, with `p_walk` and all accounts in `n_…`.
 */
export class EntriesThatWaitTogetherArePostedTogether1795300000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop function post_batch');
    await runner.query(DECIDE);
    await runner.query(POST);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function post_batch');
    await runner.query('drop function ledger_decide');
    await new Before().up(runner);
  }
}

/** Pure: it reads no table. What it answers is written by its caller. */
const DECIDE = `
  create function ledger_decide(
    a_side smallint[], a_floored boolean[], a_closed boolean[], a_balance bigint[],
    e_id uuid[], e_group integer[], e_key text[], e_fingerprint bytea[], e_reversal uuid[],
    k_key text[], k_id uuid[], k_fingerprint bytea[], k_reversed uuid[],
    l_entry integer[], l_account integer[], l_amount bigint[],
    out o_outcome text[], out o_id uuid[], out o_account integer[], out o_available bigint[],
    out a_legs bigint[], out a_debits bigint[], out a_credits bigint[],
    out l_seq bigint[], out l_debits bigint[], out l_credits bigint[]
  ) language plpgsql immutable set search_path = pg_catalog, public as $$
  declare
    v_zeros bigint[] := array_fill(0::bigint, array[cardinality(a_side)]);
    v_leg integer := 1; v_legs integer := cardinality(l_entry); v_first integer; v_at integer;
    g_entry integer; g_leg integer; g_keys integer; g_reversed integer; g_refused boolean;
  begin
    a_legs := v_zeros; a_debits := v_zeros; a_credits := v_zeros;
    l_seq := array_fill(null::bigint, array[v_legs]); l_debits := l_seq; l_credits := l_seq;
    o_id := e_id; o_outcome := array_fill('posted'::text, array[cardinality(e_id)]);
    o_account := array_fill(null::integer, array[cardinality(e_id)]);
    o_available := array_fill(null::bigint, array[cardinality(e_id)]);
    k_key := coalesce(k_key, '{}'); k_id := coalesce(k_id, '{}');
    k_fingerprint := coalesce(k_fingerprint, '{}'); k_reversed := coalesce(k_reversed, '{}');

    for i in 1 .. cardinality(e_id) loop
      if i = 1 or e_group[i] <> e_group[i - 1] then
        g_entry := i; g_leg := v_leg; g_refused := false;
        g_keys := cardinality(k_key); g_reversed := cardinality(k_reversed);
      end if;
      v_first := v_leg;
      v_at := array_position(k_key, e_key[i]);
      if g_refused then
        o_outcome[i] := 'withdrawn';
      elsif v_at is not null then
        o_id[i] := k_id[v_at];
        o_outcome[i] := case when k_fingerprint[v_at] = e_fingerprint[i]
          then 'repeated' else 'key_reused' end;
      elsif e_reversal[i] = any (k_reversed) then
        o_outcome[i] := 'reversed_before';
      end if;

      while v_leg <= v_legs and l_entry[v_leg] = i loop
        if o_outcome[i] = 'posted' then
          v_at := l_account[v_leg];
          a_legs[v_at] := a_legs[v_at] + 1;
          a_debits[v_at] := a_debits[v_at] + greatest(l_amount[v_leg], 0);
          a_credits[v_at] := a_credits[v_at] - least(l_amount[v_leg], 0);
          a_balance[v_at] := a_balance[v_at] + l_amount[v_leg] * a_side[v_at];
          l_seq[v_leg] := a_legs[v_at];
          l_debits[v_leg] := a_debits[v_at]; l_credits[v_leg] := a_credits[v_at];
        end if;
        v_leg := v_leg + 1;
      end loop;

      -- A limit holds at the end of an entry, for the accounts that the entry draws from.
      if o_outcome[i] = 'posted' then
        for k in v_first .. v_leg - 1 loop
          v_at := l_account[k];
          if a_closed[v_at] then
            o_outcome[i] := 'closed'; o_account[i] := v_at; exit;
          elsif a_floored[v_at] and a_balance[v_at] < 0 and l_amount[k] * a_side[v_at] < 0 then
            o_outcome[i] := 'below_limit'; o_account[i] := v_at; o_available[i] := a_balance[v_at];
            for m in v_first .. v_leg - 1 loop
              if l_account[m] = v_at then
                o_available[i] := o_available[i] - l_amount[m] * a_side[v_at];
              end if;
            end loop;
            exit;
          end if;
        end loop;
      end if;

      -- Entries of one batch meet each other as they would meet what is stored.
      if o_outcome[i] = 'posted' then
        k_key := array_append(k_key, e_key[i]); k_id := array_append(k_id, e_id[i]);
        k_fingerprint := array_append(k_fingerprint, e_fingerprint[i]);
        k_reversed := array_append(k_reversed, e_reversal[i]);
      elsif o_outcome[i] not in ('repeated', 'withdrawn') then
        -- The whole group is taken back: it leaves no trace on the entries after it.
        g_refused := true;
        for k in g_leg .. v_leg - 1 loop
          if l_seq[k] is not null then
            v_at := l_account[k];
            a_legs[v_at] := a_legs[v_at] - 1;
            a_debits[v_at] := a_debits[v_at] - greatest(l_amount[k], 0);
            a_credits[v_at] := a_credits[v_at] + least(l_amount[k], 0);
            a_balance[v_at] := a_balance[v_at] - l_amount[k] * a_side[v_at];
            l_seq[k] := null;
          end if;
        end loop;
        for e in g_entry .. i - 1 loop o_outcome[e] := 'withdrawn'; end loop;
        k_key := k_key[: g_keys]; k_id := k_id[: g_keys];
        k_fingerprint := k_fingerprint[: g_keys]; k_reversed := k_reversed[: g_reversed];
      end if;
    end loop;
  end $$`;

const POST = `
  create function post_batch(
    p_community uuid, p_walk boolean,
    n_id uuid[], n_kind text[], n_holder uuid[], n_about text[], n_asset uuid[],
    n_side smallint[], n_floored boolean[],
    a_id uuid[], a_legs bigint[], a_debits bigint[], a_credits bigint[], a_low bigint[],
    e_id uuid[], e_group integer[], e_rule text[], e_key text[], e_fingerprint bytea[],
    e_facts jsonb[], e_actor uuid[], e_occurred timestamptz[], e_reversal uuid[],
    l_entry integer[], l_n smallint[], l_account integer[], l_amount bigint[],
    l_seq bigint[], l_debits bigint[], l_credits bigint[]
  ) returns table (entry integer, outcome text, entry_id uuid, account integer, available bigint,
    recorded timestamptz)
  language plpgsql set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan set jit = off
  set enable_seqscan = off set enable_bitmapscan = off
  set enable_hashjoin = off set enable_mergejoin = off set cpu_index_tuple_cost = 1000000 as $$
  declare
    -- A copy of an array is taken apart once; the argument itself, at each look at an element.
    v_rule text[] := e_rule; v_key text[] := e_key; v_fingerprint bytea[] := e_fingerprint;
    v_facts jsonb[] := e_facts; v_actor uuid[] := e_actor; v_reversal uuid[] := e_reversal;
    v_seq bigint[]; v_debits bigint[]; v_credits bigint[]; v_asset uuid[]; v_row tid[];
    v_plain boolean;
    v_stand boolean; v_sealed timestamptz; v_outcome text[]; v_moved integer;
    v_side smallint[]; v_floored boolean[]; v_closed boolean[]; v_balance bigint[];
    v_keys text[]; v_key_ids uuid[]; v_key_prints bytea[]; v_key_moments timestamptz[];
    v_reversed uuid[]; v_said record;
  begin
    if cardinality(n_id) > 0 then
      insert into public.ledger_account
        (community_id, id, kind, holder_id, about, asset_id, normal_side, floored, opened_at)
      select p_community, new.id, new.kind, new.holder, new.about, new.asset, new.side,
        new.floored, clock_timestamp()
      from unnest(n_id, n_kind, n_holder, n_about, n_asset, n_side, n_floored)
        as new (id, kind, holder, about, asset, side, floored)
      order by new.id
      on conflict do nothing;
    end if;

    -- One account after the other in the order of the array: a subquery that locks is never joined
    -- in any other way. The row stays where it is while it is locked, so it is found again by its
    -- place.
    select array_agg(held.seq), array_agg(held.debits), array_agg(held.credits),
      array_agg(held.asset_id), array_agg(held.ctid),
      bool_and(held.closed_at is null and (not held.floored
        or (held.debits - held.credits) * held.normal_side + a_low[i] >= 0)),
      exists (select from unnest(e_key) as asked (key) cross join lateral (
        select from public.ledger_entry stored
        where stored.community_id = p_community and stored.key = asked.key limit 1) stands),
      (select block.until_at from public.ledger_block block
        where block.community_id = p_community order by block.number desc limit 1)
    into v_seq, v_debits, v_credits, v_asset, v_row, v_plain, v_stand, v_sealed
    from generate_series(1, cardinality(a_id)) as i
    cross join lateral (
      select stored.seq, stored.debits, stored.credits, stored.asset_id, stored.normal_side,
        stored.floored, stored.closed_at, stored.ctid
      from public.ledger_account stored
      where stored.community_id = p_community and stored.id = a_id[i]
      for no key update
    ) held;
    if cardinality(v_seq) is distinct from cardinality(a_id) then
      raise exception 'An account is not open' using errcode = 'LL003';
    end if;

    -- Only now, with the locks held: recorded time never runs against an account's sequence, nor
    -- behind what is sealed, even when the clock was set back.
    recorded := greatest(clock_timestamp(), v_sealed + interval '1 microsecond');

    if v_plain and not v_stand and not p_walk then
      outcome := 'posted';
      return next;
    else
      select array_agg(stored.key), array_agg(stored.id), array_agg(stored.fingerprint),
        array_agg(stored.recorded_at)
      into v_keys, v_key_ids, v_key_prints, v_key_moments
      from public.ledger_entry stored
      where stored.community_id = p_community and stored.key = any (e_key);
      select array_agg(stored.reversal_of) into v_reversed
      from public.ledger_entry stored
      where stored.community_id = p_community and stored.reversal_of = any (e_reversal);
      select array_agg(stored.normal_side order by stored.id),
        array_agg(stored.floored order by stored.id),
        array_agg(stored.closed_at is not null order by stored.id),
        array_agg((stored.debits - stored.credits) * stored.normal_side order by stored.id)
      into v_side, v_floored, v_closed, v_balance
      from public.ledger_account stored
      where stored.community_id = p_community and stored.id = any (a_id);

      v_said := public.ledger_decide(v_side, v_floored, v_closed, v_balance,
        e_id, e_group, e_key, e_fingerprint, e_reversal,
        v_keys, v_key_ids, v_key_prints, v_reversed, l_entry, l_account, l_amount);
      v_outcome := v_said.o_outcome;
      return query select i, v_outcome[i], v_said.o_id[i], v_said.o_account[i],
          v_said.o_available[i],
          coalesce(v_key_moments[array_position(v_key_ids, v_said.o_id[i])], recorded)
        from generate_series(1, cardinality(e_id)) as i;
      if 'posted' <> all (v_outcome) then return; end if;
      a_legs := v_said.a_legs; a_debits := v_said.a_debits; a_credits := v_said.a_credits;
      l_seq := v_said.l_seq; l_debits := v_said.l_debits; l_credits := v_said.l_credits;
    end if;

    insert into public.ledger_entry (community_id, id, rule, key, fingerprint, facts, actor_id,
      occurred_at, recorded_at, reversal_of)
    select p_community, e_id[i], v_rule[i], v_key[i], v_fingerprint[i], v_facts[i], v_actor[i],
      e_occurred[i], recorded, v_reversal[i]
    from generate_series(1, cardinality(e_id)) as i
    where v_outcome is null or v_outcome[i] = 'posted';

    insert into public.ledger_leg (community_id, account_id, seq, entry_id, n, asset_id, amount,
      debits, credits, recorded_at)
    select p_community, a_id[l_account[i]], v_seq[l_account[i]] + l_seq[i], e_id[l_entry[i]],
      l_n[i], v_asset[l_account[i]], l_amount[i], v_debits[l_account[i]] + l_debits[i],
      v_credits[l_account[i]] + l_credits[i], recorded
    from generate_series(1, cardinality(l_entry)) as i
    where l_seq[i] is not null;

    update public.ledger_account stored
    set seq = v_seq[i] + a_legs[i], debits = v_debits[i] + a_debits[i],
      credits = v_credits[i] + a_credits[i]
    from generate_series(1, cardinality(a_id)) as i
    where stored.community_id = p_community and stored.ctid = v_row[i] and a_legs[i] > 0;
    get diagnostics v_moved = row_count;
    if v_moved <> (select count(*) from unnest(a_legs) as legs where legs > 0) then
      raise exception 'An account was not where it was locked' using errcode = 'LL003';
    end if;
  end $$`;
