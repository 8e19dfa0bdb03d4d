import type { Asset } from '../../src/kernel/amount';
import { ZONE } from '../stage';
import { TEAM_KINDS } from '../cast';
import type { City } from './city';
import { DISTRICT, STREET } from './size';

/** A scheme of credits, as the communities of its street use it. */
export interface CityScheme {
  readonly id: string;
  readonly asset: Asset;
  /** Null in most streets: as many credits as are served. */
  readonly monthlyCap: bigint | null;
}

/** Where a community lies, and what its street has for it. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly lineage: readonly string[];
  readonly officeId: string;
  readonly officerId: string;
  readonly scheme: CityScheme;
}

const RATE = 10;
/** In one street of so many, a month's credits are capped. */
const CAPPED = 10;
const CAP = 200;

/** Lays the city with its districts, streets and communities; answers where communities lie. */
export function layCity(city: City): Site[] {
  const top = lay(city, 'city', '邻里市', 'city', []);
  const sites: Site[] = [];
  let district: Spot = top;
  let street: Street | null = null;
  for (let n = 0; n < city.size.communities; n += 1) {
    const streets = Math.floor(n / STREET);
    if (n % (STREET * DISTRICT) === 0)
      district = lay(city, 'district', `第${streets / DISTRICT + 1}区`, null, top.lineage);
    if (!street || n % STREET === 0) street = laidStreet(city, district, streets);
    const name = n === 0 ? '中心社区' : `${street.at.name}第${(n % STREET) + 1}社区`;
    const spot = lay(city, 'community', name, n === 0 ? 'center' : `c-${n}`, street.at.lineage);
    const { officeId, officerId, scheme } = street;
    sites.push({ ...spot, officeId, officerId, scheme });
  }
  return sites;
}

interface Spot {
  readonly id: string;
  readonly name: string;
  readonly lineage: readonly string[];
}

export function lay(
  city: City,
  kind: string,
  name: string,
  slug: string | null,
  above: readonly string[],
): Spot {
  const id = city.old();
  const lineage = [...above, id];
  const books = kind === 'community' || kind === 'street';
  city.tables.place.write(id, kind, name, slug, above.at(-1) ?? null, lineage, books, ZONE);
  return { id, name, lineage };
}

type Street = Omit<Site, keyof Spot> & { readonly at: Spot };

function laidStreet(city: City, district: Spot, streets: number): Street {
  const at = lay(city, 'street', `第${streets + 1}街道`, null, district.lineage);
  const first = streets === 0;
  const officeId = city.organisation('street_office', `${at.name}办事处`, at.id);
  const officerId = city.member(officeId, 'officer', first ? 'officer' : null);
  city.member(officeId, 'auditor', first ? 'auditor' : null);
  const capped = streets % CAPPED === CAPPED - 1;
  return { at, officeId, officerId, scheme: openedScheme(city, at, streets, capped) };
}

function openedScheme(city: City, at: Spot, streets: number, capped: boolean): CityScheme {
  const { asset, credit_scheme, credit_scheme_rate } = city.tables;
  const slug = `street-${streets + 1}`;
  const credits: Asset = { id: city.old(), code: `credit:${slug}`, kind: 'credits', scale: 0 };
  const id = city.old();
  const opened = city.months[0]?.start ?? 0;
  const name = `${at.name}积分`;
  asset.write(credits.id, credits.code, credits.kind, credits.scale);
  credit_scheme.write(id, at.id, credits.id, name, slug, capped ? CAP : null, null, opened, false);
  for (const { kind } of TEAM_KINDS) credit_scheme_rate.write(id, '2024-01-01', kind, RATE, opened);
  return { id, asset: credits, monthlyCap: capped ? BigInt(CAP) : null };
}
