import { useLocation } from 'react-router';

/**
 * Where a store's pages stand: at the till, or, for a foundation's treasurer and the committee, at
 * their own desk.
 */
export function useBase(): string {
  const elsewhere = /^\/(board|cadre)\/store/.exec(useLocation().pathname);
  return elsewhere?.[0] ?? '/till';
}
