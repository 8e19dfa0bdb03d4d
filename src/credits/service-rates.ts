import type { EntityManager } from 'typeorm';
import type { Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import { readText } from '../kernel/text';
import { CreditSchemeRateRow } from './credit-scheme-rate.entity';

/** A rate as a client writes it. */
export interface RateInput {
  readonly serviceKind: string;
  readonly creditsPerHour: number;
}

const LARGEST_RATE = 10_000;
const MOST_RATES = 50;

/**
 * Reads a set of rates: 1 to 50 kinds, each once (`RATES_COUNT`, `RATE_TWICE`), by a name of 1 to
 * 40 characters, with 1 to 10,000 whole credits per hour (`RATE_RANGE`).
 */
export function readRates(rates: readonly RateInput[]): RateInput[] {
  if (rates.length < 1 || rates.length > MOST_RATES)
    throw new Refusal('RATES_COUNT', { largest: MOST_RATES }, ['rates']);
  const seen = new Set<string>();
  return rates.map(({ serviceKind, creditsPerHour }, i) => {
    const path = ['rates', String(i)];
    const kind = readText(serviceKind, 40, [...path, 'serviceKind']);
    if (seen.has(kind)) throw new Refusal('RATE_TWICE', { kind }, [...path, 'serviceKind']);
    seen.add(kind);
    const whole = Number.isInteger(creditsPerHour);
    if (!whole || creditsPerHour < 1 || creditsPerHour > LARGEST_RATE)
      throw new Refusal('RATE_RANGE', { largest: LARGEST_RATE }, [...path, 'creditsPerHour']);
    return { serviceKind: kind, creditsPerHour };
  });
}

/** Writes the set of rates that holds from a day on. */
export async function writeRates(
  db: EntityManager,
  set: {
    readonly schemeId: string;
    readonly validFrom: Day;
    readonly rates: RateInput[];
    readonly setAt: Date;
  },
): Promise<void> {
  const { schemeId, validFrom, setAt } = set;
  await db.insert(
    CreditSchemeRateRow,
    set.rates.map((rate) => ({ ...rate, schemeId, validFrom, setAt })),
  );
}
