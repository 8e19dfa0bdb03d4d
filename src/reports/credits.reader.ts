import type { Context } from '../api/context';
import type { EarnedBy } from '../credits/earned-credits.reader';
import { WHOLE } from './figures';
import { basisPoints, moved } from './goods.reader';
import type { MonthOf } from './report-of';

/** Credits issued in a month for one reason. */
export interface IssuedCredits {
  readonly by: EarnedBy;
  readonly credits: number;
}

/** What became of credits in a month. */
export interface CreditsOfMonth {
  readonly issued: readonly IssuedCredits[];
  readonly spent: number;
  /** Null in a store's month, as is what is outstanding: they belong to no store. */
  readonly expired: number | null;
  readonly outstanding: number | null;
  readonly serviceShareBasisPoints: number | null;
}

/** The reasons for which credits are issued: the books keep them apart by these words. */
const REASONS: readonly EarnedBy[] = ['service', 'goods', 'course'];

/** The credits of a month: of a store, those spent there alone. */
export async function creditsOf(context: Context, month: MonthOf): Promise<CreditsOfMonth> {
  const told = await moved(context, month);
  const spent = told.in('spent');
  if (month.of.storeId !== WHOLE)
    return { issued: [], spent, expired: null, outstanding: null, serviceShareBasisPoints: null };
  const issuedBy = (source: EarnedBy) => told.in('issued', { source });
  return {
    issued: REASONS.map((by) => ({ by, credits: issuedBy(by) })),
    spent,
    expired: told.in('expired'),
    outstanding: told.by('issued') - told.by('spent') - told.by('expired'),
    serviceShareBasisPoints: basisPoints(
      issuedBy('service'),
      issuedBy('service') + issuedBy('goods'),
    ),
  };
}
