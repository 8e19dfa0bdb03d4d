import { priorityGroups } from '../supermarkets/allowance.reader';
import { AGE_BANDS, bandOn, HOUSEHOLD_CELLS, TAKING_PART, WAYS, WHOLE } from './figures';
import { SEALED } from './sealed';

/**
 * The exchanges of a block, each at its store and in the whole community. One that names no
 * household has served none; that must not keep its books from being sealed.
 */
const EXCHANGED = `${SEALED}, exchanged as (
    select place.id as store_id, date_trunc('month', sealed.acted_on)::date as month,
      (sealed.facts ->> 'householdId')::uuid as id, sealed.times, sealed.acted_on
    from sealed cross join lateral (
      values ((sealed.facts ->> 'storeId')::uuid), ('${WHOLE}'::uuid)
    ) place (id)
    where sealed.rule = 'goodsExchanged' and sealed.facts ->> 'householdId' is not null
      and place.id is not null
  )`;

const EXCHANGES = [{ rule: 'goodsExchanged', kind: '*' }];
const ACTS = TAKING_PART.map(({ rule }) => ({ rule, kind: '*' }));

/**
 * Which households a store served in a month: how often, and to which groups they belonged when
 * that was first sealed. What is taken back takes its household out of the month it was served in.
 */
export const HOUSEHOLDS = {
  sql: `with ${EXCHANGED}, household as (
      select store_id, month, id, sum(times) as times, min(acted_on) as on_day
      from exchanged group by store_id, month, id
    )
    insert into report_household
      (community_id, month, store_id, household_id, times, priority_groups)
    select $1, household.month, household.store_id, household.id, household.times,
      ${priorityGroups('household.on_day')}
    from household
    on conflict (community_id, month, store_id, household_id)
    do update set times = report_household.times + excluded.times`,
  values: [],
  of: EXCHANGES,
};

/** Counts the households of the months that a block touched; `$5` are the cells. */
export const HOUSEHOLD_COUNTS = {
  sql: `with ${EXCHANGED}
    insert into report_people (community_id, month, store_id, figure, cell, people)
    select $1, touched.month, touched.store_id, 'households', cell.name, count(seen.household_id)
    from (select distinct month, store_id from exchanged) touched
    cross join unnest($5::text[]) as cell (name)
    left join report_household seen on seen.community_id = $1 and seen.month = touched.month
      and seen.store_id = touched.store_id and seen.times > 0
      and case cell.name when 'all' then true when 'none' then seen.priority_groups = '{}'
        else cell.name = any (seen.priority_groups) end
    group by 2, 3, 5
    on conflict (community_id, month, store_id, figure, cell)
    do update set people = excluded.people`,
  values: [HOUSEHOLD_CELLS],
  of: EXCHANGES,
};

/** Who took part by an entry of a block, in its way and in any; `$5`, `$6` are the rules. */
const TOOK_PART = `${SEALED}, took_part as (
    select date_trunc('month', sealed.acted_on)::date as month,
      (sealed.facts ->> 'residentId')::uuid as resident_id, way.name as way, sealed.times,
      sealed.acted_on
    from sealed join unnest($5::text[], $6::text[]) as act (rule, does) on act.rule = sealed.rule
    cross join lateral (values (act.does), ('any')) way (name)
    where sealed.facts ->> 'residentId' is not null
  )`;

const acts = [TAKING_PART.map(({ rule }) => rule), TAKING_PART.map(({ does }) => does)];

/** Which residents took part in a month, and how old they were when that was first sealed. */
export const RESIDENTS = {
  sql: `with ${TOOK_PART}
    insert into report_resident (community_id, month, way, resident_id, times, band)
    select $1, seen.month, seen.way, seen.resident_id, seen.times,
      ${bandOn('resident.birth_date', 'seen.on_day')}
    from (
      select month, way, resident_id, sum(times) as times, min(acted_on) as on_day
      from took_part group by month, way, resident_id
    ) seen
    left join resident on resident.community_id = $1 and resident.id = seen.resident_id
    on conflict (community_id, month, way, resident_id)
    do update set times = report_resident.times + excluded.times`,
  values: acts,
  of: ACTS,
};

/** Counts the residents of the months that a block touched; `$7` are the ways, `$8` the bands. */
export const RESIDENT_COUNTS = {
  sql: `with ${TOOK_PART}, touched as (select distinct month from took_part), counted as (
      select seen.month, seen.way, seen.band, count(*) as people
      from touched join report_resident seen
        on seen.community_id = $1 and seen.month = touched.month and seen.times > 0
      group by seen.month, seen.way, seen.band
    )
    insert into report_people (community_id, month, store_id, figure, cell, people)
    select $1, touched.month, '${WHOLE}', way.name, band.name, coalesce(counted.people, 0)
    from touched cross join unnest($7::text[]) as way (name)
    cross join unnest($8::text[]) as band (name)
    left join counted on counted.month = touched.month and counted.way = way.name
      and counted.band = band.name
    on conflict (community_id, month, store_id, figure, cell)
    do update set people = excluded.people`,
  values: [...acts, WAYS, AGE_BANDS],
  of: ACTS,
};

const SEALED_ON = '($3::timestamptz at time zone $4)::date';

/**
 * How many residents of each age lived there at the end of the months that a block touched, or on
 * its day where the month goes on; counted once a day at most. `$5` are the bands.
 */
export const POPULATION = {
  sql: `with ${SEALED}, due as (
      select touched.month,
        least((touched.month + interval '1 month - 1 day')::date, ${SEALED_ON}) as on_day
      from (
        select distinct date_trunc('month', acted_on)::date as month from sealed
      ) touched
      where not exists (select 1 from report_population known where known.community_id = $1
        and known.month = touched.month and known.counted_on = ${SEALED_ON})
    ), counted as (
      select due.month, ${bandOn('resident.birth_date', 'due.on_day')} as band,
        count(*) as residents
      from due join resident on resident.community_id = $1 and resident.moved_in <= due.on_day
        and (resident.moved_out is null or resident.moved_out > due.on_day)
      group by 1, 2
    )
    insert into report_population (community_id, month, band, residents, counted_on)
    select $1, due.month, band.name, coalesce(counted.residents, 0), ${SEALED_ON}
    from due cross join unnest($5::text[]) as band (name)
    left join counted on counted.month = due.month and counted.band = band.name
    on conflict (community_id, month, band)
    do update set residents = excluded.residents, counted_on = excluded.counted_on`,
  values: [AGE_BANDS],
};
