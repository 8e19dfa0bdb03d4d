import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many residents of each age lived in a community, month by month: what those who took part are
 * compared with. Counted when something of the month is sealed, once a day at most: a report counts
 * no residents. `counted_on` is the day on which that was.
 *
 * For the months that were sealed before, it is counted here.
 */
export class ReportsKnowWhoLivedThere1795300000193 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report_population (
        community_id uuid not null,
        month date not null check (extract(day from month) = 1),
        band text not null,
        residents integer not null check (residents >= 0),
        counted_on date not null,
        constraint report_population_pkey primary key (community_id, month, band)
      )`);
    const books: { id: string; until: string; zone: string }[] = await runner.query(SEALED_BOOKS);
    for (const { id, until, zone } of books)
      await runner.query(POPULATION, [id, '-infinity', until, zone]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_population');
  }
}

/** Each set of books that has sealed blocks, up to where, and in which zone it counts its days. */
const SEALED_BOOKS = `
  select block.community_id as id, max(block.until_at)::text as until,
    coalesce(min(place.time_zone), 'UTC') as zone
  from ledger_block block left join place on place.id = block.community_id
  group by block.community_id`;

/** The entries of the books `$1`, recorded in `($2, $3]`, in the zone `$4`. */
const SEALED = `sealed as (
    select entry.id, coalesce(original.rule, entry.rule) as rule,
      coalesce(original.facts, entry.facts) as facts,
      (entry.occurred_at at time zone $4)::date as on_day,
      (coalesce(original.occurred_at, entry.occurred_at) at time zone $4)::date as acted_on,
      case when original.id is null then 1 else -1 end as times
    from ledger_entry entry
    left join ledger_entry original
      on original.community_id = $1 and original.id = entry.reversal_of
    where entry.community_id = $1
      and entry.recorded_at > $2::timestamptz and entry.recorded_at <= $3::timestamptz
  )`;

const POPULATION = `with ${SEALED}, due as (
      select touched.month,
        least(
          (touched.month + interval '1 month - 1 day')::date,
          ($3::timestamptz at time zone $4)::date) as on_day
      from (
        select distinct date_trunc('month', acted_on)::date as month from sealed
      ) touched
      where not exists (select 1 from report_population known where known.community_id = $1
        and known.month = touched.month
          and known.counted_on = ($3::timestamptz at time zone $4)::date)
    ), counted as (
      select due.month,
        coalesce((array['under_18', 'from_18', 'from_35', 'from_50', 'from_60', 'from_70'])
          [1 + width_bucket(extract(year from age(due.on_day, resident.birth_date))::integer,
            array[18, 35, 50, 60, 70])], 'unknown') as band,
        count(*) as residents
      from due join resident on resident.community_id = $1 and resident.moved_in <= due.on_day
        and (resident.moved_out is null or resident.moved_out > due.on_day)
      group by 1, 2
    )
    insert into report_population (community_id, month, band, residents, counted_on)
    select $1, due.month, band.name, coalesce(counted.residents, 0),
      ($3::timestamptz at time zone $4)::date
    from due cross join (values
      ('under_18'), ('from_18'), ('from_35'), ('from_50'), ('from_60'), ('from_70'),
      ('unknown')) as band (name)
    left join counted on counted.month = due.month and counted.band = band.name
    on conflict (community_id, month, band)
    do update set residents = excluded.residents, counted_on = excluded.counted_on`;
