/** Tells one step: its sentence, and then the entries that it posted. */
export type Tell = (says: string, ...entryIds: string[]) => Promise<void>;
