import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A scheme may say how many credits a resident may hand on to others of the household in a month;
 * where it says nothing, none. Credits that were handed on keep the moment at which they were
 * earned: a line of a wallet that brought some has one row here for each of those moments, which
 * its entry names as well.
 *
 * With them a wallet's lines no longer stand in the order of their age, and what came before a
 * moment is no longer the running total of its last line then. But what is handed on is rare, and
 * between two such lines all is as it was: what is left of the old is carried from one to the next,
 * less what went out between them. So what is read grows with what was handed on since the moment,
 * and with nothing else.
 */
export class CreditsHandedOnKeepTheirAge1795300000171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table credit_transfer_rule (
        scheme_id uuid not null,
        from_month date not null check (extract(day from from_month) = 1),
        monthly_limit integer not null check (monthly_limit >= 0),
        set_at timestamptz not null,
        constraint credit_transfer_rule_pkey primary key (scheme_id, from_month),
        constraint credit_transfer_rule_scheme
          foreign key (scheme_id) references credit_scheme (id)
      )`);
    await runner.query(`
      create table carried_credits (
        community_id uuid not null,
        account_id uuid not null,
        seq bigint not null,
        came_at timestamptz not null,
        credits bigint not null check (credits > 0),
        scheme_id uuid not null,
        ended_at timestamptz,
        told_at timestamptz,
        constraint carried_credits_pkey primary key (community_id, account_id, seq, came_at),
        constraint carried_credits_scheme foreign key (scheme_id) references credit_scheme (id)
      )`);
    await runner.query(
      'create index carried_credits_by_age on carried_credits (community_id, account_id, came_at)',
    );
    // The walks look for what is due in all books at once; what they have seen leaves the index.
    for (const seen of ['ended', 'told'])
      await runner.query(`
        create index carried_credits_not_${seen}
          on carried_credits (scheme_id, came_at) where ${seen}_at is null`);
    await walletLineBefore(runner);
    await walletLeft(runner);
    await walletCame(runner);
    await walletLayers(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function wallet_layers, wallet_came, wallet_left, wallet_line_before');
    await runner.query('drop table carried_credits, credit_transfer_rule');
  }
}

/** The last line of a wallet, up to one of them, that was recorded before a moment; 0: none. */
async function walletLineBefore(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function wallet_line_before(
      p_community uuid, p_account uuid, p_before timestamptz, p_seq bigint)
    returns bigint language plpgsql stable set search_path = pg_catalog, public as $$
    declare v_low bigint := 0; v_high bigint := p_seq; v_middle bigint; v_found timestamptz;
    begin
      while v_low < v_high loop
        v_middle := (v_low + v_high + 1) / 2;
        select leg.recorded_at into v_found from public.ledger_leg leg
        where leg.community_id = p_community and leg.account_id = p_account
          and leg.seq = v_middle;
        if v_found < p_before then v_low := v_middle; else v_high := v_middle - 1; end if;
      end loop;
      return v_low;
    end $$`);
}

/** How many credits that came before a moment were unspent after a line; the oldest go first. */
async function walletLeft(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function wallet_left(
      p_community uuid, p_account uuid, p_before timestamptz, p_seq bigint)
    returns bigint language plpgsql stable set search_path = pg_catalog, public as $$
    declare
      v_low bigint := public.wallet_line_before(p_community, p_account, p_before, p_seq);
      v_left bigint := 0; v_gone bigint := 0; v_at_last bigint; carried record;
    begin
      -- All that the wallet held before the moment had come by then.
      if v_low > 0 then
        select leg.credits - leg.debits, leg.debits into v_left, v_gone
        from public.ledger_leg leg
        where leg.community_id = p_community and leg.account_id = p_account and leg.seq = v_low;
      end if;
      for carried in
        select leg.debits, aged.credits from (
          select layer.seq, sum(layer.credits) as credits from public.carried_credits layer
          where layer.community_id = p_community and layer.account_id = p_account
            and layer.seq > v_low and layer.seq <= p_seq and layer.came_at < p_before
          group by layer.seq
        ) aged join public.ledger_leg leg on leg.community_id = p_community
          and leg.account_id = p_account and leg.seq = aged.seq
        order by leg.seq
      loop
        v_left := greatest(0, v_left - (carried.debits - v_gone)) + carried.credits;
        v_gone := carried.debits;
      end loop;
      if v_left = 0 then return 0; end if;
      select leg.debits into v_at_last from public.ledger_leg leg
      where leg.community_id = p_community and leg.account_id = p_account and leg.seq = p_seq;
      return greatest(0, v_left - (v_at_last - v_gone));
    end $$`);
}

/**
 * The first moment by which more than so many of the credits that are now unspent had come; null
 * where there are no more. It is that of a line, or of what a line brought from another wallet.
 */
async function walletCame(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function wallet_came(p_community uuid, p_account uuid, p_more_than bigint)
    returns timestamptz language plpgsql stable set search_path = pg_catalog, public as $$
    declare
      v_last bigint; v_low bigint := 0; v_high bigint; v_middle bigint; v_found timestamptz;
      v_before timestamptz := '-infinity'; v_at timestamptz; v_carried timestamptz;
      v_gone bigint; v_came bigint; v_more boolean;
      -- Where nothing was carried, lines stand in the order of age: the running totals tell.
      v_in_order boolean := not exists (select 1 from public.carried_credits layer
        where layer.community_id = p_community and layer.account_id = p_account);
      c_moment constant interval := '1 microsecond';
    begin
      select account.seq, account.seq + 1, account.debits into v_last, v_high, v_gone
      from public.ledger_account account
      where account.community_id = p_community and account.id = p_account
        and account.credits - account.debits > p_more_than;
      if v_last is null then return null; end if;
      while v_high - v_low > 1 loop
        v_middle := (v_low + v_high) / 2;
        select leg.recorded_at, leg.credits into v_found, v_came from public.ledger_leg leg
        where leg.community_id = p_community and leg.account_id = p_account
          and leg.seq = v_middle;
        if v_in_order then v_more := v_came - v_gone > p_more_than;
        else v_more := p_more_than
          < public.wallet_left(p_community, p_account, v_found + c_moment, v_last);
        end if;
        if v_more then v_high := v_middle; v_at := v_found;
        else v_low := v_middle; v_before := v_found;
        end if;
      end loop;
      for v_carried in
        select distinct layer.came_at from public.carried_credits layer
        where layer.community_id = p_community and layer.account_id = p_account
          and layer.came_at > v_before and layer.came_at < v_at
        order by layer.came_at
      loop
        if public.wallet_left(p_community, p_account, v_carried + c_moment, v_last) > p_more_than
        then return v_carried; end if;
      end loop;
      return v_at;
    end $$`);
}

/** The oldest unspent credits of a wallet, so many of them, by the moments at which they came. */
async function walletLayers(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function wallet_layers(p_community uuid, p_account uuid, p_credits bigint)
    returns table (came_at timestamptz, credits bigint)
    language plpgsql stable set search_path = pg_catalog, public as $$
    declare v_taken bigint := 0; v_last bigint;
    begin
      select account.seq into v_last from public.ledger_account account
      where account.community_id = p_community and account.id = p_account;
      while v_taken < p_credits loop
        came_at := public.wallet_came(p_community, p_account, v_taken);
        exit when came_at is null;
        credits := least(p_credits, public.wallet_left(
          p_community, p_account, came_at + interval '1 microsecond', v_last)) - v_taken;
        v_taken := v_taken + credits;
        return next;
      end loop;
    end $$`);
}
