import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What accounts held at a moment: their totals after the last leg recorded at or before it. Legs
 * are recorded in the order of their sequence, so the last one is found by search in the primary
 * key, and no index on time has to be written with every leg.
 *
 * Each probe aims where the moment would lie if legs came evenly, and steps the square root of the
 * stretch towards its middle, so that the next probe can close in from the other side; every third
 * one halves, so that uneven times cost no more than a few halvings. The last 64 legs are read in
 * one go. On a million legs that is about six probes where halving takes twenty, and each is a page
 * that may have to come from disk.
 */
export class AnAccountIsReadAsOfAMoment1795300000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function ledger_as_of(p_community uuid, p_accounts uuid[], p_moments timestamptz[])
      returns table (asked integer, debits bigint, credits bigint)
      language plpgsql stable set search_path = pg_catalog, public as $$
      declare
        v_account uuid; v_moment timestamptz; v_probes integer; v_found timestamptz;
        v_low bigint; v_high bigint; v_middle bigint; v_aim bigint; v_step bigint;
        v_low_at timestamptz; v_high_at timestamptz;
      begin
        for i in 1 .. cardinality(p_accounts) loop
          v_account := p_accounts[i]; v_moment := p_moments[i]; v_probes := 0;
          -- The leg sought is at v_low or after it, and before v_high.
          v_low := 0; v_high_at := now();
          select account.seq + 1, account.opened_at into v_high, v_low_at
          from public.ledger_account account
          where account.community_id = p_community and account.id = v_account;

          while v_high - v_low > 64 loop
            v_probes := v_probes + 1;
            v_middle := (v_low + v_high) / 2;
            if v_probes % 3 > 0 and v_low_at < v_high_at then
              v_step := sqrt(v_high - v_low);
              v_aim := v_low + (v_high - v_low) * greatest(0, least(1,
                date_part('epoch', v_moment - v_low_at)
                / date_part('epoch', v_high_at - v_low_at)));
              v_middle := case when v_aim < v_middle
                then greatest(v_low + 1, least(v_middle, v_aim + v_step))
                else least(v_high - 1, greatest(v_middle, v_aim - v_step)) end;
            end if;
            select leg.recorded_at into v_found from public.ledger_leg leg
            where leg.community_id = p_community and leg.account_id = v_account
              and leg.seq = v_middle;
            if v_found <= v_moment then v_low := v_middle; v_low_at := v_found;
            else v_high := v_middle; v_high_at := v_found; end if;
          end loop;

          select leg.debits, leg.credits into debits, credits from public.ledger_leg leg
          where leg.community_id = p_community and leg.account_id = v_account
            and leg.seq >= v_low and leg.seq < v_high and leg.recorded_at <= v_moment
          order by leg.seq desc limit 1;
          asked := i; debits := coalesce(debits, 0); credits := coalesce(credits, 0);
          return next;
        end loop;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function ledger_as_of');
  }
}
