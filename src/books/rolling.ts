import type { DataSource } from 'typeorm';
import { PERSONAL_ACCOUNTS } from '../bookkeeping/personal-accounts';
import type { Rolling } from '../ledger/rollup';
import { placeById } from '../society/place.reader';
import { CITY } from '../api/context';
import { JOURNAL_KEEPS } from './journal-kept';

/**
 * How sealed entries are rolled up: by the months of the place, residents' accounts together; and
 * kept to be searched for.
 */
export function rolling(source: DataSource): Rolling {
  return {
    zonesOf: async (communityIds) => {
      const places = await placeById.read(source.manager, CITY, communityIds);
      return new Map(places.map(({ id, timeZone }) => [id, timeZone]));
    },
    together: PERSONAL_ACCOUNTS,
    keeps: JOURNAL_KEEPS,
  };
}
