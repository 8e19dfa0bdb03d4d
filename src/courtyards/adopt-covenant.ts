import { dayOf, readDay, type Day } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { isMandated } from '../kernel/mandate';
import { Denied } from '../kernel/refusal';
import { readName, readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { communityOf } from '../society/place-of-community';
import { needPlace } from '../society/place.reader';
import { CovenantRow } from './covenant.entity';

export interface AdoptCovenant {
  readonly placeId: string;
  readonly title: string;
  readonly text: string;
  /** From when on; left out: from the day on which it is executed. */
  readonly from?: Day | null;
}

const LONGEST_TEXT = 20_000;

/**
 * Adopts a covenant of a community or a courtyard, or another version of it. Only a resolution that
 * says exactly this adopts one: nobody may do it by themselves, nor may the system (C4). A day that
 * has passed when the resolution is executed becomes that day: what was before is not judged anew.
 * Refuses: `ID_UNKNOWN`, `PLACE_KIND`, `TEXT_LENGTH`, `DAY_UNREADABLE`.
 */
export async function adoptCovenant(work: UnitOfWork, input: AdoptCovenant): Promise<CovenantRow> {
  const { mandate } = work;
  if (mandate === null || !isMandated(work, 'adoptCovenant', input)) throw new Denied('FORBIDDEN');
  const path = ['placeId'];
  const at = await needPlace(work, cityRef('Place', input.placeId, path), path);
  const communityId = communityOf(at, ['community', 'courtyard'], path);
  const today = dayOf(work.now, at.timeZone);
  const from = input.from ? readDay(input.from, ['from']) : today;
  const title = readName(input.title, ['title']);
  const text = readText(input.text, LONGEST_TEXT, ['text']);
  const db = await work.begin();
  const [last]: { number: number }[] = await db.query(
    `select number from covenant where community_id = $1 and place_id = $2
     order by number desc limit 1`,
    [communityId, at.id],
  );
  const row: CovenantRow = {
    ...{ communityId, id: newId(), placeId: at.id, number: (last?.number ?? 0) + 1 },
    ...{ title, text, validFrom: from > today ? from : today, resolutionId: mandate.resolutionId },
    ...{ adoptedBy: work.actor.personId, adoptedAt: work.now },
  };
  await db.insert(CovenantRow, row);
  return row;
}
