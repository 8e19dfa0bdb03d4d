import { QueryFailedError } from 'typeorm';
import { authorise } from '../kernel/actor';
import type { Asset } from '../kernel/amount';
import { addMonths, dayOf, readDay, type Day } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { openAsset } from '../ledger/asset';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { CreditSchemeRow } from './credit-scheme.entity';
import type { CreditScheme } from './credit-scheme.reader';
import { readRates, writeRates, type RateInput } from './service-rates';

const LARGEST_CAP = 1_000_000;
const LONGEST_EXPIRY = 120;
const UNIQUE_VIOLATION = '23505';

/**
 * Opens a place's credit scheme, with the credits as a new asset of the books (A1; officers of the
 * place). Cap and expiry are whole credits per month and months, or null for none. Refuses:
 * `ID_UNKNOWN`, `TEXT_LENGTH`, `SCHEME_SLUG`, `SCHEME_SLUG_TAKEN`, `SCHEME_EXISTS`, `CAP_RANGE`,
 * `EXPIRY_RANGE`, `RATES_COUNT`, `RATE_TWICE`, `RATE_RANGE`, `DAY_UNREADABLE`, `RATES_RANGE`.
 */
export async function openScheme(
  work: UnitOfWork,
  input: {
    placeId: string;
    name: string;
    slug: string;
    monthlyCap?: number | null;
    expiryMonths?: number | null;
    capCoversGoods?: boolean | null;
    rates: RateInput[];
    ratesFrom?: Day | null;
  },
): Promise<CreditScheme> {
  const at = await needPlace(work, cityRef('Place', input.placeId, ['placeId']), ['placeId']);
  authorise(work.actor, isOfficer(work.actor, at));
  const { monthlyCap = null, expiryMonths = null } = input;
  inRange('CAP_RANGE', monthlyCap, LARGEST_CAP, ['monthlyCap']);
  inRange('EXPIRY_RANGE', expiryMonths, LONGEST_EXPIRY, ['expiryMonths']);
  const capCoversGoods = input.capCoversGoods ?? false;
  const name = readName(input.name, ['name']);
  const slug = readSlug(input.slug);
  const rates = readRates(input.rates);
  const validFrom = readRatesFrom(input.ratesFrom, dayOf(work.now, at.timeZone));
  await refuseSecond(work, at, slug);
  const asset: Asset = { id: newId(), code: `credit:${slug}`, kind: 'credits', scale: 0 };
  const id = newId();
  try {
    await openAsset(work, asset);
    await work.db.insert(CreditSchemeRow, {
      ...{ id, placeId: at.id, assetId: asset.id, name, slug, expiryMonths, openedAt: work.now },
      ...{ monthlyCap: monthlyCap?.toString() ?? null, capCoversGoods },
    });
  } catch (error) {
    throw slugTaken(error) ? new Refusal('SCHEME_SLUG_TAKEN', { slug }, ['slug']) : error;
  }
  await writeRates(work.db, { schemeId: id, validFrom, rates, setAt: work.now });
  const cap = monthlyCap === null ? null : BigInt(monthlyCap);
  return { id, name, slug, placeId: at.id, asset, monthlyCap: cap, expiryMonths, capCoversGoods };
}

function inRange(code: string, given: number | null, largest: number, path: string[]): void {
  if (given === null) return;
  if (!Number.isInteger(given) || given < 1 || given > largest)
    throw new Refusal(code, { largest }, path);
}

/** A new scheme has credited nothing yet, so that its rates may begin before it was opened. */
function readRatesFrom(given: Day | null | undefined, today: Day): Day {
  if (!given) return today;
  const day = readDay(given, ['ratesFrom']);
  const [first, last] = [addMonths(today, -120), addMonths(today, 12)];
  if (day < first || day > last) throw new Refusal('RATES_RANGE', { first, last }, ['ratesFrom']);
  return day;
}

function readSlug(slug: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 40)
    throw new Refusal('SCHEME_SLUG', {}, ['slug']);
  return slug;
}

/** Two openings for one place wait for each other here; the second is refused. */
async function refuseSecond(work: UnitOfWork, at: PlaceRow, slug: string): Promise<void> {
  const db = await work.begin();
  await db.query('select id from place where id = $1 for no key update', [at.id]);
  const standing: { placeId: string }[] = await db.query(
    'select place_id "placeId" from credit_scheme where place_id = $1 or slug = $2',
    [at.id, slug],
  );
  if (standing.some(({ placeId }) => placeId === at.id))
    throw new Refusal('SCHEME_EXISTS', { place: at.name }, ['placeId']);
  if (standing.length > 0) throw new Refusal('SCHEME_SLUG_TAKEN', { slug }, ['slug']);
}

/** With the place locked, only another place's slug can still collide. */
function slugTaken(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    (error.driverError as { code?: string }).code === UNIQUE_VIOLATION
  );
}
