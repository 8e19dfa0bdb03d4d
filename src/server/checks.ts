import { BOOKKEEPING_CHECKS } from '../bookkeeping/bookkeeping.checks';
import { ENTERPRISES_CHECKS } from '../enterprises/enterprises.checks';
import { LEDGER_CHECKS, type Check } from '../ledger/verify';
import { VOLUNTEERING_CHECKS } from '../volunteering/volunteering.checks';

/** Everything that `verify` checks, floor by floor. */
export const CHECKS: readonly Check[] = [
  ...LEDGER_CHECKS,
  ...BOOKKEEPING_CHECKS,
  ...ENTERPRISES_CHECKS,
  ...VOLUNTEERING_CHECKS,
];
