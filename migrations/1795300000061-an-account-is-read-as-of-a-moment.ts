import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What accounts held at a moment: their totals after the last leg recorded at or before it. Legs
 * are recorded in the order of their sequence, so the last one is found by search in the primary
 * key, and no index on time has to be written with every leg.
 *
 * Each probe aims where the moment would lie if legs came evenly, and pulls towards the middle of
 * the stretch: by the square root of its length, so that the next probe closes in from the other
 * side; and eight times as far whenever the same side had to move again, up to the middle, so that
 * uneven times end in halving. The last 64 legs are read in one go. On a million legs that is four
 * to eight probes where halving takes fourteen, and each is a page that may have to come from disk.
 */
export class AnAccountIsReadAsOfAMoment1795300000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function ledger_as_of(p_community uuid, p_accounts uuid[], p_moments timestamptz[])
      returns table (asked integer, debits bigint, credits bigint)
      language plpgsql stable set search_path = pg_catalog, public as $$
      declare
        v_low bigint; v_high bigint; v_middle bigint; v_found timestamptz;
        v_low_at timestamptz; v_high_at timestamptz; v_aim double precision;
        v_pull double precision; v_moved integer;
      begin
        for i in 1 .. cardinality(p_accounts) loop
          -- The leg sought is at v_low or after it, and before v_high.
          select 0, account.seq + 1, account.opened_at, now(), 1, 0
          into v_low, v_high, v_low_at, v_high_at, v_pull, v_moved
          from public.ledger_account account
          where account.community_id = p_community and account.id = p_accounts[i];

          while v_high - v_low > 64 loop
            v_aim := (v_high - v_low) * case when v_low_at >= v_high_at then 0.5
              else greatest(0, least(1, date_part('epoch', p_moments[i] - v_low_at)
                / date_part('epoch', v_high_at - v_low_at))) end;
            v_middle := v_low + greatest(1, least(v_high - v_low - 1, v_aim + greatest(
              -v_pull * sqrt(v_high - v_low),
              least(v_pull * sqrt(v_high - v_low), (v_high - v_low) / 2 - v_aim))));
            select leg.recorded_at into v_found from public.ledger_leg leg
            where leg.community_id = p_community and leg.account_id = p_accounts[i]
              and leg.seq = v_middle;
            if v_found <= p_moments[i] then
              v_pull := case v_moved when 1 then v_pull * 8 else 1 end;
              v_moved := 1; v_low := v_middle; v_low_at := v_found;
            else
              v_pull := case v_moved when -1 then v_pull * 8 else 1 end;
              v_moved := -1; v_high := v_middle; v_high_at := v_found;
            end if;
          end loop;

          select leg.debits, leg.credits into debits, credits from public.ledger_leg leg
          where leg.community_id = p_community and leg.account_id = p_accounts[i]
            and leg.seq >= v_low and leg.seq < v_high and leg.recorded_at <= p_moments[i]
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
