import { writeFileSync } from 'node:fs';
import { createSchema, printSorted } from '../schema';

/** `npm run schema`: writes schema/schema.graphql; needs no database. */
writeFileSync('schema/schema.graphql', printSorted(createSchema()));
