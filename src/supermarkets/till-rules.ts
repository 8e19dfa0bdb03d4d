import type { Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { Basket, OfferedProduct } from './basket';
import { isAbout } from './rules-in-force';
import type { TillRuleKind } from './till-rule.entity';

/** What the till's rules say against a basket: `BLACKOUT`, `AGE_UNKNOWN`, `TOO_YOUNG`. */
export function refusedByRules(basket: Basket, products: readonly OfferedProduct[]): Refusal[] {
  return guarding(basket, products).flatMap((rule) => {
    const line = rule.classId
      ? products.find(({ offered }) => isAbout(rule, offered))?.path
      : undefined;
    if (rule.kind === 'blackout') {
      const until = rule.until === null ? null : new Date(rule.until);
      return new Refusal('BLACKOUT', { until }, line ?? ['occurredAt']);
    }
    const path = line ?? ['residentId'];
    const { birthDate } = basket.customer;
    if (birthDate === null) return new Refusal('AGE_UNKNOWN', {}, path);
    const minimumAge = Number(rule.value);
    if (ageOn(basket.day, birthDate) >= minimumAge) return [];
    return new Refusal('TOO_YOUNG', { minimumAge }, path);
  });
}

/** The rules that were asked about a basket. */
export function rulesAsked(basket: Basket, products: readonly OfferedProduct[]): string[] {
  const prices = products.flatMap(({ ruleId }) => ruleId ?? []);
  return [...new Set([...guarding(basket, products).map(({ id }) => id), ...prices])];
}

/** The kinds of rule by which goods are refused. */
const REFUSING: readonly TillRuleKind[] = ['minimum_age', 'blackout'];

const guarding = ({ till }: Basket, products: readonly OfferedProduct[]) =>
  till.rules.filter(
    (rule) =>
      REFUSING.includes(rule.kind) && products.some(({ offered }) => isAbout(rule, offered)),
  );

/** Whole years on a day; who was born on a 29 February is older on the next 1 March. */
export function ageOn(day: Day, born: Day): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
