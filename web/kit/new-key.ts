import { v4 } from 'uuid';

/** A new idempotency key: what is sent twice under one key is done once. */
export const newKey = (): string => v4();
