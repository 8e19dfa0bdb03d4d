import type { AccountKind } from './chart';

/**
 * The kinds of accounts of which every resident or household has its own: months of them are only
 * ever told together.
 */
export const PERSONAL_ACCOUNTS: readonly AccountKind[] = [
  'wallet',
  'earningRoom',
  'transferRoom',
  'allowanceGranted',
  'householdAllowance',
];
