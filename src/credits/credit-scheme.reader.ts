import type { EntityManager } from 'typeorm';
import { CITY, type Batch } from '../api/context';
import { amount, type Amount, type Asset } from '../kernel/amount';
import type { Day } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';

/** A credit scheme as commands and readers see it. Credits are whole: its asset has no places. */
export interface CreditScheme {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly placeId: string;
  readonly asset: Asset;
  /** Credits a resident may earn in a month; null: as many as are served. */
  readonly monthlyCap: bigint | null;
  /** Months after which unspent credits end; null: never. */
  readonly expiryMonths: number | null;
  /** Whether the cap covers what goods given earn as well. */
  readonly capCoversGoods: boolean;
}

type RawScheme = Omit<CreditScheme, 'asset' | 'monthlyCap'> & {
  readonly assetId: string;
  readonly assetCode: string;
  readonly monthlyCap: string | null;
};

const SCHEME = `scheme.id, scheme.name, scheme.slug, scheme.place_id "placeId",
  scheme.monthly_cap "monthlyCap", scheme.expiry_months "expiryMonths",
  scheme.cap_covers_goods "capCoversGoods",
  asset.id "assetId", asset.code "assetCode"`;
const SCHEMES = 'credit_scheme scheme join asset on asset.id = scheme.asset_id';

function toScheme<Raw extends RawScheme>({ assetId, assetCode, monthlyCap, ...rest }: Raw) {
  const asset: Asset = { id: assetId, code: assetCode, kind: 'credits', scale: 0 };
  return { ...rest, asset, monthlyCap: monthlyCap === null ? null : BigInt(monthlyCap) };
}

export const schemeById: Batch<CreditScheme> = {
  read: async (db, _city, ids) => {
    const rows: RawScheme[] = await read(
      db,
      `select ${SCHEME} from ${SCHEMES} where scheme.id = any ($1)`,
      [ids],
    );
    return rows.map(toScheme);
  },
  keyOf: ({ id }) => id,
};

/** The scheme that holds in each place: its own, or that of the nearest place above it. */
export const schemeOfPlace: Batch<CreditScheme & { readonly forPlaceId: string }> = {
  read: async (db, _city, placeIds) => {
    const rows: (RawScheme & { forPlaceId: string })[] = await read(
      db,
      `select distinct on (place.id) place.id "forPlaceId", ${SCHEME}
       from ${SCHEMES} join place on scheme.place_id = any (place.lineage)
       where place.id = any ($1)
       order by place.id, array_position(place.lineage, scheme.place_id) desc`,
      [placeIds],
    );
    return rows.map(toScheme);
  },
  keyOf: ({ forPlaceId }) => forPlaceId,
};

/** The scheme that holds in a place; where nobody opened one it is refused: `NO_SCHEME`. */
export async function schemeFor(db: EntityManager, place: PlaceRow): Promise<CreditScheme> {
  const [scheme] = await schemeOfPlace.read(db, CITY, [place.id]);
  if (!scheme) throw new Refusal('NO_SCHEME', { place: place.name });
  return scheme;
}

/** The scheme that a command's input names; unknown ones are refused: `ID_UNKNOWN`. */
export async function needScheme(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<CreditScheme> {
  const id = cityRef('CreditScheme', globalId, path);
  const [scheme] = await schemeById.read(work.db, CITY, [id]);
  if (!scheme) throw new Refusal('ID_UNKNOWN', { type: 'CreditScheme' }, path);
  return scheme;
}

/** What an hour of a kind of service earns. */
export interface ServiceRate {
  readonly serviceKind: string;
  readonly creditsPerHour: number;
  readonly validFrom: Day;
}

/** The rates that hold on a day: the whole set with the latest beginning until then. */
export async function ratesOn(
  db: EntityManager,
  schemeId: string,
  day: Day,
): Promise<ServiceRate[]> {
  return await read(
    db,
    `select service_kind "serviceKind", credits_per_hour "creditsPerHour", valid_from "validFrom"
     from credit_scheme_rate
     where scheme_id = $1 and valid_from = (
       select max(valid_from) from credit_scheme_rate where scheme_id = $1 and valid_from <= $2)
     order by service_kind`,
    [schemeId, day],
  );
}

/**
 * The whole credits that so many minutes of a kind of service earn by the rates of the day it was
 * done on: rounded down. Refuses a kind without a rate that day (`NO_RATE`, fact `kinds`) and
 * minutes that earn nothing (`SERVICE_TOO_SHORT`).
 */
export async function creditsFor(
  db: EntityManager,
  scheme: CreditScheme,
  service: { readonly serviceKind: string; readonly minutes: number; readonly on: Day },
): Promise<Amount> {
  const rates = await ratesOn(db, scheme.id, service.on);
  const rate = rates.find(({ serviceKind }) => serviceKind === service.serviceKind);
  if (!rate) {
    const kinds = rates.map(({ serviceKind }) => serviceKind).join(', ');
    throw new Refusal('NO_RATE', { serviceKind: service.serviceKind, kinds }, ['serviceKind']);
  }
  const earned = (BigInt(rate.creditsPerHour) * BigInt(service.minutes)) / 60n;
  if (earned === 0n) throw new Refusal('SERVICE_TOO_SHORT', {}, ['minutes']);
  return amount(scheme.asset, earned);
}
