import { randomUUID } from 'node:crypto';
import { SHAPE } from './shape';

const WORDS = [
  ...['mended', 'a neighbour’s', 'bicycle', 'and', 'the', 'courtyard', 'gate', 'with', 'two'],
  ...['helpers', 'from', 'building', 'seven', 'carried', 'rice', 'upstairs', 'for', 'an', 'elder'],
  ...['taught', 'pupils', 'calligraphy', 'on', 'Saturday', 'morning', 'swept', 'snow', 'before'],
  ...['dawn', 'drove', 'someone', 'to', 'clinic', 'sorted', 'books', 'in', 'reading', 'room'],
];

/** Facts of a service credited, as they come from the command, with a note to the usual length. */
export function serviceFacts(residentId: string) {
  return noted({
    serviceId: randomUUID(),
    residentId,
    organisationId: randomUUID(),
    serviceKind: 'repair',
    minutes: 30 + pick(120),
  });
}

/** Facts of goods received. */
export function intakeFacts(storeId: string, lotId: string) {
  return noted({ storeId, lotId, deliveryId: randomUUID(), source: 'DONATED' as const });
}

/** What a rule adds to the facts by itself, as it is written down: about so many bytes. */
const WRITTEN_BY_THE_RULE = 95;

/** Adds a note of everyday words, so that facts have the length they are measured with. */
function noted<Facts extends object>(facts: Facts): Facts & { readonly note: string } {
  const missing = SHAPE.factBytes - WRITTEN_BY_THE_RULE - Buffer.byteLength(JSON.stringify(facts));
  let note = '';
  while (Buffer.byteLength(note) < missing) note += `${WORDS[pick(WORDS.length)]} `;
  return { ...facts, note: Buffer.from(note).subarray(0, Math.max(0, missing)).toString().trim() };
}

/** A whole number from 0, below a bound. */
export function pick(below: number): number {
  return Math.floor(Math.random() * below);
}
