import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * First in, first out, without a table of its own. All that came into an account stands in a row,
 * and so does all that went out of it: the running totals say from where to where each leg reaches.
 * What a credit from 300 to 500 was used for is what the debits between 300 and 500 were for.
 *
 * So a stretch of one side's totals is covered by legs of the other side, and this finds them in
 * their order: the first by a search in the primary key (as ledger_as_of does), the next ones in
 * the 64 legs after it, or where there are none, by steps that double. The cost grows with the
 * number of parts, not with how many legs of other people lie between.
 */
export class WhatCameInIsFollowedToWhatUsedIt1795300000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function ledger_parts(
        p_community uuid,
        p_accounts uuid[],
        -- The side whose legs are sought, and from where to where.
        p_debits boolean[], p_starts bigint[], p_ends bigint[],
        -- Only legs after this one, and so many at most for each stretch.
        p_after bigint, p_most integer
      ) returns table (
        asked integer, seq bigint, entry_id uuid, asset_id uuid, starts bigint, ends bigint
      )
      language plpgsql stable set search_path = pg_catalog, public as $$
      declare
        v_account uuid; v_debits boolean; v_end bigint; v_last bigint; v_whole bigint;
        v_at bigint; v_parts integer; v_found bigint; v_size bigint; v_stride bigint;
        v_low bigint; v_high bigint; v_low_total bigint; v_high_total bigint;
        v_middle bigint; v_aim double precision; v_pull double precision; v_moved integer;
      begin
        for i in 1 .. cardinality(p_accounts) loop
          v_account := p_accounts[i]; v_debits := p_debits[i]; asked := i;
          v_at := p_starts[i]; v_parts := 0; v_pull := 1; v_moved := 0;
          select account.seq, case when v_debits then account.debits else account.credits end
          into v_last, v_whole
          from public.ledger_account account
          where account.community_id = p_community and account.id = v_account;
          -- Whatever of the stretch lies beyond this side's total is not covered yet.
          v_end := least(p_ends[i], v_whole);

          -- Up to v_low the side's total is at most v_at; from v_high on it is more.
          v_low := 0; v_low_total := 0; v_stride := 0;
          if p_after > 0 then
            select leg.seq, case when v_debits then leg.debits else leg.credits end
            into v_low, v_low_total
            from public.ledger_leg leg
            where leg.community_id = p_community and leg.account_id = v_account
              and leg.seq = least(p_after, v_last);
            if v_low_total >= v_at then v_at := v_low_total; v_stride := 32;
            else v_low := 0; v_low_total := 0; end if;
          end if;

          while v_at < v_end and v_parts < p_most and v_low < v_last loop
            v_high := v_last + 1; v_high_total := v_whole;
            while v_high - v_low > 64 loop
              if v_stride > 0 then
                v_stride := v_stride * 2;
                v_middle := least(v_low + v_stride, (v_low + v_high) / 2);
              else
                -- Not exact, nor need it be: it only says where to look.
                v_aim := (v_high - v_low) * case when v_low_total = v_at then 0.5
                  else (v_at - v_low_total)::double precision / (v_high_total - v_low_total) end;
                v_middle := v_low + greatest(1, least(v_high - v_low - 1, v_aim + greatest(
                  -v_pull * sqrt(v_high - v_low),
                  least(v_pull * sqrt(v_high - v_low), (v_high - v_low) / 2 - v_aim))));
              end if;
              select case when v_debits then leg.debits else leg.credits end into v_found
              from public.ledger_leg leg
              where leg.community_id = p_community and leg.account_id = v_account
                and leg.seq = v_middle;
              if v_found <= v_at then
                v_pull := case v_moved when 1 then v_pull * 8 else 1 end;
                v_moved := 1; v_low := v_middle; v_low_total := v_found;
              else
                v_pull := case v_moved when -1 then v_pull * 8 else 1 end;
                v_moved := -1; v_high := v_middle; v_high_total := v_found; v_stride := 0;
              end if;
            end loop;

            for seq, entry_id, asset_id, v_size, v_found in
              select leg.seq, leg.entry_id, leg.asset_id, abs(leg.amount),
                case when v_debits then leg.debits else leg.credits end
              from public.ledger_leg leg
              where leg.community_id = p_community and leg.account_id = v_account
                and leg.seq > v_low and leg.seq <= v_low + 64 and (leg.amount > 0) = v_debits
                and case when v_debits then leg.debits else leg.credits end > v_at
              order by leg.seq
            loop
              starts := greatest(v_found - v_size, v_at); ends := least(v_found, v_end);
              return next;
              v_at := v_found; v_parts := v_parts + 1;
              exit when v_at >= v_end or v_parts >= p_most;
            end loop;
            v_low := v_low + 64; v_low_total := v_at; v_stride := 32;
          end loop;
        end loop;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function ledger_parts');
  }
}
