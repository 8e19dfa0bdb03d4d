/**
 * The same for an entry of any number of legs, each on an account of its own, as the till needs:
 * the accounts are locked in the order of their ids, missing ones are opened, then one statement
 * moves all of them and writes all legs with the totals that the accounts now hold.
 */
export const MANY_LEGS = `
  create function bench.post_many(
    p_community uuid, p_key text, p_rule text, p_facts jsonb,
    p_accounts uuid[], p_kinds text[], p_assets uuid[], p_sides smallint[], p_floored boolean[],
    p_amounts bigint[]
  ) returns uuid language plpgsql set search_path = pg_catalog, public as $$
  declare
    v_id uuid := uuidv7();
    v_now timestamptz := clock_timestamp();
    v_locked bigint;
  begin
    insert into public.ledger_entry
      (community_id, id, rule, key, fingerprint, facts, occurred_at, recorded_at)
    values (p_community, v_id, p_rule, p_key, decode(md5(p_key), 'hex'), p_facts, v_now, v_now)
    on conflict (community_id, key) do nothing;
    if not found then
      return (select id from public.ledger_entry where community_id = p_community and key = p_key);
    end if;

    perform 1 from public.ledger_account account
    where account.community_id = p_community and account.id = any (p_accounts)
    order by account.id for no key update;
    get diagnostics v_locked = row_count;
    if v_locked < cardinality(p_accounts) then
      insert into public.ledger_account
        (community_id, id, kind, holder_id, about, asset_id, normal_side, floored, opened_at)
      select p_community, new.id, new.kind, new.id, '', new.asset, new.side, new.floored, v_now
      from unnest(p_accounts, p_kinds, p_assets, p_sides, p_floored)
        as new (id, kind, asset, side, floored)
      order by new.id on conflict do nothing;
      perform 1 from public.ledger_account account
      where account.community_id = p_community and account.id = any (p_accounts)
      order by account.id for no key update;
    end if;

    with leg as materialized (
      select given.id, given.amount, given.n
      from unnest(p_accounts, p_amounts) with ordinality as given (id, amount, n)
    ), moved as (
      update public.ledger_account account
      set seq = account.seq + 1, debits = account.debits + greatest(leg.amount, 0),
        credits = account.credits + greatest(-leg.amount, 0)
      from leg where account.community_id = p_community and account.id = leg.id
      returning account.id, account.seq, account.asset_id, account.debits, account.credits,
        leg.n, leg.amount
    )
    insert into public.ledger_leg (community_id, account_id, seq, entry_id, n, asset_id, amount,
      debits, credits, recorded_at)
    select p_community, moved.id, moved.seq, v_id, moved.n, moved.asset_id, moved.amount,
      moved.debits, moved.credits, v_now
    from moved;
    return v_id;
  end $$`;
