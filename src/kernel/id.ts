import { v5, v7 } from 'uuid';

/** A new row's id: UUID v7, made by the application, sortable by time (scaling rule 4). */
export function newId(): string {
  return v7();
}

/** An id that follows from what it names, so that nobody has to look it up first. */
export function derivedId(space: string, name: string): string {
  return v5(name, space);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}
