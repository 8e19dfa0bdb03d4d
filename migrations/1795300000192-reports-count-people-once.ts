import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom stores served in a month, and who took part and in which way: a row for each household and
 * resident, with the groups and the age they had when it was first sealed, for a sum of months or
 * of stores would count them twice. How many they are stands beside, cell by cell, for reports to
 * read. What is taken back lowers `times`; who has none left is not counted. No check stands on it:
 * a block may hold what takes back an act of an earlier one, and offers −1 to be added.
 *
 * What was sealed before is counted here.
 */
export class ReportsCountPeopleOnce1795300000192 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report_household (
        community_id uuid not null,
        month date not null check (extract(day from month) = 1),
        store_id uuid not null,
        household_id uuid not null,
        times integer not null,
        priority_groups text[] not null,
        constraint report_household_pkey
          primary key (community_id, month, store_id, household_id)
      )`);
    await runner.query(`
      create table report_resident (
        community_id uuid not null,
        month date not null check (extract(day from month) = 1),
        way text not null,
        resident_id uuid not null,
        times integer not null,
        band text not null,
        constraint report_resident_pkey primary key (community_id, month, way, resident_id)
      )`);
    await runner.query(`
      create table report_people (
        community_id uuid not null,
        month date not null check (extract(day from month) = 1),
        store_id uuid not null,
        figure text not null,
        cell text not null,
        people integer not null check (people >= 0),
        constraint report_people_pkey
          primary key (community_id, month, store_id, figure, cell)
      )`);
    const books: { id: string; until: string; zone: string }[] = await runner.query(SEALED_BOOKS);
    for (const { id, until, zone } of books)
      for (const sql of [HOUSEHOLDS, HOUSEHOLD_COUNTS, RESIDENTS, RESIDENT_COUNTS])
        await runner.query(sql, [id, '-infinity', until, zone]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_people, report_resident, report_household');
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

const EXCHANGED = `${SEALED}, exchanged as (
    select place.id as store_id, date_trunc('month', sealed.acted_on)::date as month,
      (sealed.facts ->> 'householdId')::uuid as id, sealed.times, sealed.acted_on
    from sealed cross join lateral (
      values ((sealed.facts ->> 'storeId')::uuid), ('00000000-0000-0000-0000-000000000000'::uuid)
    ) place (id)
    where sealed.rule = 'goodsExchanged'
  )`;

const HOUSEHOLDS = `with ${EXCHANGED}, household as (
      select store_id, month, id, sum(times) as times, min(acted_on) as on_day
      from exchanged group by store_id, month, id
    )
    insert into report_household
      (community_id, month, store_id, household_id, times, priority_groups)
    select $1, household.month, household.store_id, household.id, household.times,
      array(select distinct belongs.priority_group from resident member
        join resident_priority belongs
          on belongs.community_id = $1 and belongs.resident_id = member.id
        where member.community_id = $1 and member.household_id = household.id
          and (member.moved_out is null or member.moved_out > household.on_day)
          and belongs.valid_from <= household.on_day
          and (belongs.valid_until is null or belongs.valid_until > household.on_day))
    from household
    on conflict (community_id, month, store_id, household_id)
    do update set times = report_household.times + excluded.times`;

const HOUSEHOLD_COUNTS = `with ${EXCHANGED}
    insert into report_people (community_id, month, store_id, figure, cell, people)
    select $1, touched.month, touched.store_id, 'households', cell.name, count(seen.household_id)
    from (select distinct month, store_id from exchanged) touched
    cross join (values ('all'), ('none'), ('low_income'), ('disabled'), ('aged_alone'), ('orphan'),
      ('bereaved_parents')) as cell (name)
    left join report_household seen on seen.community_id = $1 and seen.month = touched.month
      and seen.store_id = touched.store_id and seen.times > 0
      and case cell.name when 'all' then true when 'none' then seen.priority_groups = '{}'
        else cell.name = any (seen.priority_groups) end
    group by 2, 3, 5
    on conflict (community_id, month, store_id, figure, cell)
    do update set people = excluded.people`;

const TOOK_PART = `${SEALED}, took_part as (
    select date_trunc('month', sealed.acted_on)::date as month,
      (sealed.facts ->> 'residentId')::uuid as resident_id, way.name as way, sealed.times,
      sealed.acted_on
    from sealed join (values ('serviceCredited', 'served'), ('courseCredited', 'attended'),
      ('goodsGiftCredited', 'gave'), ('goodsExchanged', 'exchanged')
    ) as act (rule, does) on act.rule = sealed.rule
    cross join lateral (values (act.does), ('any')) way (name)
  )`;

const RESIDENTS = `with ${TOOK_PART}
    insert into report_resident (community_id, month, way, resident_id, times, band)
    select $1, seen.month, seen.way, seen.resident_id, seen.times,
      coalesce((array['under_18', 'from_18', 'from_35', 'from_50', 'from_60', 'from_70'])
        [1 + width_bucket(extract(year from age(seen.on_day, resident.birth_date))::integer,
          array[18, 35, 50, 60, 70])], 'unknown')
    from (
      select month, way, resident_id, sum(times) as times, min(acted_on) as on_day
      from took_part group by month, way, resident_id
    ) seen
    left join resident on resident.community_id = $1 and resident.id = seen.resident_id
    on conflict (community_id, month, way, resident_id)
    do update set times = report_resident.times + excluded.times`;

const RESIDENT_COUNTS = `with ${TOOK_PART}, touched as (
      select distinct month from took_part
    ), counted as (
      select seen.month, seen.way, seen.band, count(*) as people
      from touched join report_resident seen
        on seen.community_id = $1 and seen.month = touched.month and seen.times > 0
      group by seen.month, seen.way, seen.band
    )
    insert into report_people (community_id, month, store_id, figure, cell, people)
    select $1, touched.month, '00000000-0000-0000-0000-000000000000', way.name, band.name,
       coalesce(counted.people, 0)
    from touched
    cross join (values ('any'), ('served'), ('attended'), ('gave'), ('exchanged')
    ) as way (name)
    cross join (values
      ('under_18'), ('from_18'), ('from_35'), ('from_50'), ('from_60'), ('from_70'),
      ('unknown')) as band (name)
    left join counted on counted.month = touched.month and counted.way = way.name
      and counted.band = band.name
    on conflict (community_id, month, store_id, figure, cell)
    do update set people = excluded.people`;
