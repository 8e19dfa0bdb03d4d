/**
 * What a good engineer writes who posts entries one by one: one call, one transaction, one entry.
 * The unique index recognises a repeated key; the two accounts are taken in the order of their ids,
 * each with one UPDATE that locks it, moves it and tells its running totals; both legs go in one
 * INSERT. The limit is the table's own check. (SELECT … FOR NO KEY UPDATE first and an UPDATE
 * afterwards was tried as well: it is slower, so it is not what we compare with.)
 */
export const TWO_LEGS = `
  create function bench.post_two(
    p_community uuid, p_key text, p_rule text, p_facts jsonb,
    p_debit uuid, p_credit uuid, p_asset uuid, p_amount bigint
  ) returns uuid language plpgsql set search_path = pg_catalog, public as $$
  declare
    v_id uuid := uuidv7();
    v_now timestamptz := clock_timestamp();
    d record;
    c record;
  begin
    insert into public.ledger_entry
      (community_id, id, rule, key, fingerprint, facts, occurred_at, recorded_at)
    values (p_community, v_id, p_rule, p_key, decode(md5(p_key), 'hex'), p_facts, v_now, v_now)
    on conflict (community_id, key) do nothing;
    if not found then
      return (select id from public.ledger_entry where community_id = p_community and key = p_key);
    end if;

    if p_debit < p_credit then
      update public.ledger_account set seq = seq + 1, debits = debits + p_amount
      where community_id = p_community and id = p_debit returning seq, debits, credits into d;
      update public.ledger_account set seq = seq + 1, credits = credits + p_amount
      where community_id = p_community and id = p_credit returning seq, debits, credits into c;
    else
      update public.ledger_account set seq = seq + 1, credits = credits + p_amount
      where community_id = p_community and id = p_credit returning seq, debits, credits into c;
      update public.ledger_account set seq = seq + 1, debits = debits + p_amount
      where community_id = p_community and id = p_debit returning seq, debits, credits into d;
    end if;

    insert into public.ledger_leg (community_id, account_id, seq, entry_id, n, asset_id, amount,
      debits, credits, recorded_at)
    values
      (p_community, p_debit, d.seq, v_id, 1, p_asset, p_amount, d.debits, d.credits, v_now),
      (p_community, p_credit, c.seq, v_id, 2, p_asset, -p_amount, c.debits, c.credits, v_now);
    return v_id;
  end $$`;
