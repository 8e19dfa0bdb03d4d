import { authorise } from '../kernel/actor';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needBooks } from './place.reader';
import { ReservedMatterRow, type ReservedAct } from './reserved-matter.entity';
import { reservedDuring } from './reserved-matter.reader';
import { isOfficer } from './society.policy';

export interface ReserveMatter {
  /** The Place whose matter it is; one with books of its own. */
  readonly communityId: string;
  readonly act: ReservedAct;
  /** From when on; left out: now. */
  readonly from?: Date | null;
  /** Until when; left out: until it is released. */
  readonly until?: Date | null;
}

/**
 * Keeps an act of a community for resolutions, from a moment on that is never before now (officers
 * of the place or above; B3). Refuses: `ID_UNKNOWN`, `KEEPS_NO_BOOKS`, `RULE_IN_PAST`,
 * `PERIOD_EMPTY`, `MATTER_RESERVED` (it is kept already at some time of these).
 */
export async function reserveMatter(
  work: UnitOfWork,
  input: ReserveMatter,
): Promise<ReservedMatterRow> {
  const path = ['communityId'];
  const at = await needBooks(work, cityRef('Place', input.communityId, path), path);
  authorise(work.actor, isOfficer(work.actor, at));
  const [from, until] = [input.from ?? work.now, input.until ?? null];
  if (from < work.now) throw new Refusal('RULE_IN_PAST', {}, ['from']);
  if (until && until <= from) throw new Refusal('PERIOD_EMPTY', {}, ['until']);
  const db = await work.begin();
  // One after the other: of two that overlap the second sees the first.
  await db.query('select 1 from place where id = $1 for no key update', [at.id]);
  const held = await reservedDuring(db, at.id, input.act, { from, until });
  if (held) {
    const since = held.validFrom.toISOString();
    throw new Refusal('MATTER_RESERVED', { since }, ['act']);
  }
  const matter: ReservedMatterRow = {
    ...{ communityId: at.id, id: newId(), act: input.act, validFrom: from, validUntil: until },
    ...{ reservedBy: work.actor.personId, reservedAt: work.now },
    ...{ releasedBy: null, releasedAt: null },
  };
  await db.insert(ReservedMatterRow, matter);
  return matter;
}
