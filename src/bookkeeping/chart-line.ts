/** What an account of a kind means, which side it grows on, and the refusal when it runs out. */
export interface ChartLine {
  readonly title: string;
  readonly says: string;
  readonly normal: 'debit' | 'credit';
  /** The refusal when an act would take it below zero; null: it has no limit. */
  readonly refusal: string | null;
}

export const line = (
  normal: 'debit' | 'credit',
  refusal: string | null,
  title: string,
  says: string,
): ChartLine => ({ normal, refusal, title, says });
