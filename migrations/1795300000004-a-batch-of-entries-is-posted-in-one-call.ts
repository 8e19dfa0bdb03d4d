import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The only writer of the ledger. It takes a batch of entries of one set of books, opens accounts on
 * the way, locks all accounts in the order of their ids, and accepts or refuses each entry by
 * itself:
 * one round trip, each lock taken once, one flush. Group commit hands it larger batches, unchanged.
 *
 * `p_together`: all entries of the call or none, as an act needs that opens what it then draws on.
 *
 * Accounts come as arrays sorted by id; legs name their entry and account by position (from 1).
 * An entry's outcome: posted · repeated (its key stands with the same fingerprint) · key_reused ·
 * reversed_before · closed (an account) · below_limit (an account; \`available\` is what it held).
 */
export class ABatchOfEntriesIsPostedInOneCall1795300000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function post_batch(
        p_community uuid, p_together boolean,
        a_id uuid[], a_kind text[], a_holder uuid[], a_about text[], a_asset uuid[],
        a_side smallint[], a_floored boolean[],
        e_id uuid[], e_rule text[], e_key text[], e_fingerprint bytea[], e_facts jsonb[],
        e_actor uuid[], e_occurred timestamptz[], e_reversal uuid[],
        l_entry integer[], l_account integer[], l_amount bigint[]
      ) returns table (entry integer, outcome text, entry_id uuid, account integer, available bigint)
      language plpgsql set search_path = pg_catalog, public as $$
      declare
        v_now timestamptz;
        v_seq bigint[]; v_debits bigint[]; v_credits bigint[]; v_closed boolean[];
        v_keys text[]; v_key_ids uuid[]; v_key_prints bytea[];
        v_leg integer := 1; v_first integer; v_legs integer := cardinality(l_entry);
        v_at integer; v_n smallint; v_amount bigint; v_balance bigint; v_mark integer;
        v_refused boolean := false; v_posted integer[] := '{}'; v_reversed uuid[] := '{}';
        o_entry uuid[] := '{}'; o_n smallint[] := '{}'; o_account uuid[] := '{}';
        o_asset uuid[] := '{}'; o_amount bigint[] := '{}'; o_seq bigint[] := '{}';
        o_debits bigint[] := '{}'; o_credits bigint[] := '{}';
      begin
        insert into public.ledger_account
          (community_id, id, kind, holder_id, about, asset_id, normal_side, floored, opened_at)
        select p_community, new.id, new.kind, new.holder, new.about, new.asset, new.side,
          new.floored, clock_timestamp()
        from unnest(a_id, a_kind, a_holder, a_about, a_asset, a_side, a_floored)
          as new (id, kind, holder, about, asset, side, floored)
        order by new.id
        on conflict do nothing;

        select array_agg(held.seq), array_agg(held.debits), array_agg(held.credits),
          array_agg(held.closed)
        into v_seq, v_debits, v_credits, v_closed
        from (
          select ledger_account.seq, ledger_account.debits, ledger_account.credits,
            ledger_account.closed_at is not null as closed
          from public.ledger_account
          where ledger_account.community_id = p_community and ledger_account.id = any (a_id)
          order by ledger_account.id
          for no key update
        ) held;

        -- Only now, with the locks held: recorded time never runs against an account's sequence,
        -- nor behind what is sealed.
        v_now := greatest(clock_timestamp(), (
          select block.until_at + interval '1 microsecond' from public.ledger_block block
          where block.community_id = p_community order by block.number desc limit 1));

        select array_agg(stored.key), array_agg(stored.id), array_agg(stored.fingerprint)
        into v_keys, v_key_ids, v_key_prints
        from public.ledger_entry stored
        where stored.community_id = p_community and stored.key = any (e_key);

        for i in 1 .. cardinality(e_id) loop
          entry := i; entry_id := e_id[i]; outcome := 'posted'; account := null; available := null;
          v_first := v_leg; v_n := 0; v_mark := cardinality(o_entry);
          v_at := array_position(v_keys, e_key[i]);
          if v_at is not null then
            entry_id := v_key_ids[v_at];
            outcome := case when v_key_prints[v_at] = e_fingerprint[i]
              then 'repeated' else 'key_reused' end;
          elsif e_reversal[i] = any (v_reversed) or e_reversal[i] is not null and exists (
            select 1 from public.ledger_entry stored
            where stored.community_id = p_community and stored.reversal_of = e_reversal[i]
          ) then
            outcome := 'reversed_before';
          end if;

          while v_leg <= v_legs and l_entry[v_leg] = i loop
            if outcome = 'posted' then
              v_at := l_account[v_leg]; v_amount := l_amount[v_leg]; v_n := v_n + 1;
              v_seq[v_at] := v_seq[v_at] + 1;
              if v_amount > 0 then v_debits[v_at] := v_debits[v_at] + v_amount;
              else v_credits[v_at] := v_credits[v_at] - v_amount; end if;
              o_entry := o_entry || e_id[i]; o_n := o_n || v_n;
              o_account := o_account || a_id[v_at]; o_asset := o_asset || a_asset[v_at];
              o_amount := o_amount || v_amount; o_seq := o_seq || v_seq[v_at];
              o_debits := o_debits || v_debits[v_at]; o_credits := o_credits || v_credits[v_at];
              if v_closed[v_at] then outcome := 'closed'; account := v_at; end if;
            end if;
            v_leg := v_leg + 1;
          end loop;

          if outcome = 'posted' then
            for k in v_first .. v_leg - 1 loop
              v_at := l_account[k];
              v_balance := (v_debits[v_at] - v_credits[v_at]) * a_side[v_at];
              if a_floored[v_at] and v_balance < 0 and l_amount[k] * a_side[v_at] < 0 then
                outcome := 'below_limit'; account := v_at; available := v_balance; exit;
              end if;
            end loop;
          end if;

          if outcome = 'posted' then
            v_posted := v_posted || i;
            -- Entries of one batch meet each other as they would meet what is stored.
            v_keys := array_append(v_keys, e_key[i]);
            v_key_ids := array_append(v_key_ids, e_id[i]);
            v_key_prints := array_append(v_key_prints, e_fingerprint[i]);
            v_reversed := array_append(v_reversed, e_reversal[i]);
          elsif cardinality(o_entry) > v_mark then
            -- Undo in memory: a refused entry leaves no trace on the entries after it.
            for k in v_first .. v_first + cardinality(o_entry) - v_mark - 1 loop
              v_at := l_account[k]; v_amount := l_amount[k];
              if v_at = account and available is not null then
                available := available - v_amount * a_side[v_at];
              end if;
              v_seq[v_at] := v_seq[v_at] - 1;
              if v_amount > 0 then v_debits[v_at] := v_debits[v_at] - v_amount;
              else v_credits[v_at] := v_credits[v_at] + v_amount; end if;
            end loop;
            o_entry := o_entry[: v_mark]; o_n := o_n[: v_mark]; o_account := o_account[: v_mark];
            o_asset := o_asset[: v_mark]; o_amount := o_amount[: v_mark]; o_seq := o_seq[: v_mark];
            o_debits := o_debits[: v_mark]; o_credits := o_credits[: v_mark];
          end if;
          v_refused := v_refused or outcome not in ('posted', 'repeated');
          return next;
        end loop;

        if cardinality(v_posted) = 0 or p_together and v_refused then return; end if;

        insert into public.ledger_entry (community_id, id, rule, key, fingerprint, facts, actor_id,
          occurred_at, recorded_at, reversal_of)
        select p_community, e_id[i], e_rule[i], e_key[i], e_fingerprint[i], e_facts[i], e_actor[i],
          e_occurred[i], v_now, e_reversal[i]
        from unnest(v_posted) as i;

        insert into public.ledger_leg (community_id, account_id, seq, entry_id, n, asset_id, amount,
          debits, credits, recorded_at)
        select p_community, leg.account_id, leg.seq, leg.entry_id, leg.n, leg.asset_id, leg.amount,
          leg.debits, leg.credits, v_now
        from unnest(o_account, o_seq, o_entry, o_n, o_asset, o_amount, o_debits, o_credits)
          as leg (account_id, seq, entry_id, n, asset_id, amount, debits, credits);

        update public.ledger_account
        set seq = held.seq, debits = held.debits, credits = held.credits
        from unnest(a_id, v_seq, v_debits, v_credits) as held (id, seq, debits, credits)
        where ledger_account.community_id = p_community and ledger_account.id = held.id
          and ledger_account.seq <> held.seq;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function post_batch');
  }
}
