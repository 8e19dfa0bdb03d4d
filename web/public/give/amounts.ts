/** What is suggested in each currency: what a neighbour gives, up to what makes a difference. */
const SUGGESTED: Readonly<Record<string, readonly string[]>> = {
  CNY: ['20', '50', '100', '500'],
  HKD: ['20', '50', '100', '500'],
  USD: ['5', '10', '25', '100'],
  EUR: ['5', '10', '25', '100'],
  JPY: ['500', '1000', '3000', '10000'],
};

export const suggestedIn = (currency: string): readonly string[] => SUGGESTED[currency] ?? [];

/** The one that is chosen before anybody chooses. */
export const usualIn = (currency: string): string => suggestedIn(currency)[2] ?? '';

/** An amount as people type it, 1,000 or ¥１００ or 100元, as the API reads it. */
export function readAmount(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s,、¥$€元]/g, '');
}
