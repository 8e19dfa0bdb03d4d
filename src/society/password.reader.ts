import type { Batch } from '../api/context';
import { read } from '../kernel/read';

/** Whether somebody's password was given by another person; its hash is not read. */
export const givenPassword: Batch<{ personId: string; given: boolean }> = {
  read: (db, _city, ids) =>
    read(db, 'select person_id "personId", given from password where person_id = any ($1)', [ids]),
  keyOf: ({ personId }) => personId,
};
