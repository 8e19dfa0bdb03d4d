import { randomUUID } from 'node:crypto';
import { SHAPE } from './shape';

const WORDS = [
  ...['mended', 'bicycle', 'and', 'the', 'courtyard', 'gate', 'with', 'two'],
  ...['helpers', 'from', 'building', 'seven', 'carried', 'rice', 'upstairs', 'for', 'an', 'elder'],
  ...['taught', 'pupils', 'calligraphy', 'on', 'Saturday', 'morning', 'swept', 'snow', 'before'],
  ...['dawn', 'drove', 'someone', 'to', 'clinic', 'sorted', 'books', 'in', 'reading', 'room'],
];

/** Notes are cut from it at random places. */
const TEXT = Array.from({ length: 2_000 }, () => WORDS[pick(WORDS.length)]).join(' ');

/** What the drafts and their rules add to these facts, as it is written down, in bytes. */
const ADDED = { service: 144, intake: 59 } as const;

/** Facts of a service credited, as they come from the command, with a note to the usual length. */
export function serviceFacts(residentId: string) {
  const facts = {
    ...{ serviceId: randomUUID(), residentId, organisationId: randomUUID() },
    ...{ serviceKind: 'repair', minutes: 30 + pick(120) },
  };
  return noted(facts, ADDED.service);
}

/** Facts of goods received. */
export function intakeFacts(storeId: string, lotId: string) {
  const facts = { storeId, lotId, deliveryId: randomUUID(), source: 'DONATED' as const };
  return noted(facts, ADDED.intake);
}

/** Adds a note of everyday words, so that facts have the length they are measured with. */
function noted<Facts extends object>(facts: Facts, added: number) {
  const missing = SHAPE.factBytes - added - JSON.stringify(facts).length;
  const from = pick(TEXT.length - missing);
  return { ...facts, note: TEXT.slice(from, from + missing) };
}

/** A whole number from 0, below a bound. */
export function pick(below: number): number {
  return Math.floor(Math.random() * below);
}
