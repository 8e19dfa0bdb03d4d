import { writeFileSync } from 'node:fs';
import { printBook } from '../../bookkeeping/book';

/** `npm run book`: runs every rule's example into schema/posting-rules.md. */
writeFileSync('schema/posting-rules.md', printBook());
