import { CITY, type Context, type GroupBatch } from '../api/context';
import { dayOf } from '../kernel/calendar';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { AGE_BANDS, WHOLE, WORKING_AGE, type AgeBand } from '../reports/figures';
import { basisPoints } from '../reports/goods.reader';
import { ASKED, askedValues, keyOf } from '../reports/places-beneath';
import { mayCountPeople } from '../reports/reports.policy';
import { shown, type PeopleCount, type Telling } from '../reports/shown';
import type { PlaceRow } from '../society/place.entity';
import { place } from '../society/place.reader';
import type { MeetingRow } from './meeting.entity';

interface Count {
  readonly key: string;
  readonly band: AgeBand;
  readonly people: number;
}

/** Who came to meetings that are closed, by age. */
const peopleOfMeeting: GroupBatch<Count> = {
  many: true,
  read: (db, communityId, meetingIds) =>
    read(
      db,
      `select meeting_id "key", band, people from meeting_people
       where community_id = $1 and meeting_id = any ($2)`,
      [communityId, meetingIds],
    ),
  keyOf: ({ key }) => key,
};

interface YearCount extends Count {
  readonly residents: number;
}

/** Who came to meetings of the months asked for, and who lived there in the last that is known. */
const peopleOfYear: GroupBatch<YearCount> = {
  many: true,
  read: (db, _city, keys) =>
    read(
      db,
      `${ASKED}
       select books.key, counted.band, sum(counted.people)::integer as people,
         sum(counted.residents)::integer as residents
       from books cross join lateral (
         select came.band, came.people, 0 as residents from meeting_newcomers came
         where came.community_id = books.id
           and came.month >= books.from_month and came.month < books.until_month
         union all
         select known.band, 0, known.residents from report_population known
         where known.community_id = books.id and known.month = (
           select max(last.month) from report_population last
           where last.community_id = books.id
             and last.month >= books.from_month and last.month < books.until_month)
       ) counted
       group by books.key, counted.band`,
      askedValues(keys),
    ),
  keyOf: ({ key }) => key,
};

export interface MeetingParticipation {
  readonly bands: readonly {
    readonly band: AgeBand;
    readonly people: PeopleCount;
    readonly residents: PeopleCount | null;
  }[];
  readonly all: PeopleCount;
  readonly workingAgeShareBasisPoints: number | null;
}

type Counted = readonly (Pick<Count, 'band' | 'people'> & { readonly residents?: number })[];

function told(counts: Counted, telling: Telling, withResidents: boolean): MeetingParticipation {
  const sum = (bands: readonly AgeBand[], of: (each: Counted[number]) => number) =>
    counts.filter(({ band }) => bands.includes(band)).reduce((all, each) => all + of(each), 0);
  const people = (bands: readonly AgeBand[]) =>
    shown(
      sum(bands, (each) => each.people),
      telling,
    );
  const residents = (bands: readonly AgeBand[]) =>
    shown(
      sum(bands, (each) => each.residents ?? 0),
      telling,
    );
  const [all, working] = [people(AGE_BANDS), people(WORKING_AGE)];
  const isTold = all.count !== null && working.count !== null;
  return {
    bands: AGE_BANDS.map((band) => ({
      ...{ band, people: people([band]) },
      residents: withResidents ? residents([band]) : null,
    })),
    all,
    workingAgeShareBasisPoints: isTold ? basisPoints(working.count, all.count) : null,
  };
}

/** Who came to a meeting by age, once it is closed. */
export async function participationOfMeeting(
  context: Context,
  { communityId, id, placeId, closedAt }: MeetingRow,
): Promise<MeetingParticipation | null> {
  const at = closedAt === null ? null : await place(context, placeId);
  if (!at) return null;
  const counts = await context.loadMany(peopleOfMeeting, communityId, id);
  return told(counts, { isExact: mayCountPeople(context.actor, at), isOver: true }, false);
}

const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

/**
 * Who came to the meetings of a year. Strangers are told of the months that are over: a count that
 * grows with each meeting tells of who came to it.
 */
export async function participationOfYear(
  context: Context,
  at: PlaceRow,
  year: number,
): Promise<MeetingParticipation> {
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw new Refusal('YEAR_RANGE', { first: FIRST_YEAR, last: LAST_YEAR }, ['year']);
  const isExact = mayCountPeople(context.actor, at);
  const [from, next] = [`${year}-01-01`, `${year + 1}-01-01`];
  const month = `${dayOf(context.now, at.timeZone).slice(0, 7)}-01`;
  const until = isExact || next < month ? next : month > from ? month : from;
  const asked = { placeId: at.id, storeId: WHOLE, from, until };
  const key = keyOf({ ...asked, isLarge: false, isExact, today: month });
  const counts = await context.loadMany(peopleOfYear, CITY, key);
  return told(counts, { isExact, isOver: true }, true);
}
