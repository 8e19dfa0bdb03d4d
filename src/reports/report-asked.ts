import type { Context } from '../api/context';
import { readMonths } from '../books/turnover.reader';
import { addMonths, dayOf, monthPeriod, type Period } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { PlaceKind, PlaceRow } from '../society/place.entity';
import { placeKnown } from '../society/place.reader';
import type { StoreRow } from '../supermarkets/store.entity';
import { isStaffOf } from '../supermarkets/supermarkets.policy';
import { WHOLE } from './figures';
import type { ReportOf } from './report-of';
import { isWide, mayCountPeople } from './reports.policy';

/** Which months: of a place that adds up many communities, or of one. */
type Months = (isLarge: boolean) => Period;

/** How far reports look back, and how far where many are added up or people are counted once. */
const MOST_MONTHS = 36;
const FEWER_MONTHS = 12;

const LARGE: readonly PlaceKind[] = ['city', 'district', 'street'];
const REPORTED: readonly PlaceKind[] = [...LARGE, 'community'];

/** One month: `MONTH_UNREADABLE`. */
export const aMonth = (month: string): Months => {
  return () => monthPeriod(month, ['month']);
};

/**
 * Months up to three years, of a large place up to one.
 * Refuses: `MONTH_UNREADABLE`, `PERIOD_EMPTY`, `MONTHS_TOO_MANY`.
 */
export const aLongTime = (given: Period): Months => {
  return (isLarge) => readAtMost(isLarge ? FEWER_MONTHS : MOST_MONTHS, given);
};

/** Months up to a year, in which people are counted once: as above, and `PLACE_TOO_LARGE`. */
export const aYear = (given: Period, place?: PlaceRow): Months => {
  return () => {
    if (place && isWide(place)) throw new Refusal('PLACE_TOO_LARGE', { place: place.name });
    return readAtMost(FEWER_MONTHS, given);
  };
};

function readAtMost(most: number, given: Period): Period {
  const { from, until } = readMonths('', given);
  if (until > addMonths(from, most)) throw new Refusal('MONTHS_TOO_MANY', { most }, ['until']);
  return { from, until };
}

/** The months of a place, as whoever asks may know them; a courtyard has none: `NO_REPORTS`. */
export function ofPlace(context: Context, place: PlaceRow, months: Months): ReportOf {
  if (!REPORTED.includes(place.kind)) throw new Refusal('NO_REPORTS', { place: place.name });
  const isLarge = LARGE.includes(place.kind);
  return {
    ...{ placeId: place.id, storeId: WHOLE, ...months(isLarge), isLarge },
    isExact: mayCountPeople(context.actor, place),
    today: dayOf(context.now, place.timeZone),
  };
}

/** The months of a store. */
export async function ofStore(
  context: Context,
  { communityId, id, operatorId }: StoreRow,
  months: Months,
): Promise<ReportOf> {
  const place = await placeKnown(context, communityId);
  if (!place) throw new Error(`Store ${id} stands nowhere`);
  const { actor, now } = context;
  return {
    ...{ placeId: communityId, storeId: id, ...months(false), isLarge: false },
    isExact: mayCountPeople(actor, place) || isStaffOf(actor, operatorId),
    today: dayOf(now, place.timeZone),
  };
}
