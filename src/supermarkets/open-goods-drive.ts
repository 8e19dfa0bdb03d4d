import { authorise, holdsAbove, type Actor } from '../kernel/actor';
import { addDays, dayOf, readDay, type Day } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOrganisation } from '../society/organisation.reader';
import { needBooks } from '../society/place.reader';
import { isRegistrar, type Within } from '../society/society.policy';
import { GoodsDriveRow } from './goods-drive.entity';

export interface OpenGoodsDrive {
  readonly communityId: string;
  readonly title: string;
  /** Where, in words. */
  readonly place: string;
  readonly organiserId?: string | null;
  readonly startsOn: Day;
  /** The last day, at most 92 days after the first. */
  readonly endsOn: Day;
}

/** A drive that goes on and on is none. */
const MOST_DAYS = 92;

/** Who calls for goods: the stores' keepers, the committee's cadres and the street's officers. */
export function mayOpenDrive(actor: Actor, at: Within): boolean {
  return (
    isRegistrar(actor, at) || holdsAbove(actor, at.lineage, 'supermarket_operator', 'storekeeper')
  );
}

/**
 * Opens a drive (募集活动), under which goods come in on its days (A1, C8; storekeepers of the
 * community's operator, its cadres and officers above). Refuses: `ID_UNKNOWN`, `KEEPS_NO_BOOKS`,
 * `TEXT_LENGTH`, `DAY_UNREADABLE`, `DRIVE_DATES`.
 */
export async function openGoodsDrive(
  work: UnitOfWork,
  input: OpenGoodsDrive,
): Promise<GoodsDriveRow> {
  const path = ['communityId'];
  const at = await needBooks(work, cityRef('Place', input.communityId, path), path);
  authorise(work.actor, mayOpenDrive(work.actor, at));
  const { organiserId: organiser } = input;
  const startsOn = readDay(input.startsOn, ['startsOn']);
  const endsOn = readDay(input.endsOn, ['endsOn']);
  const today = dayOf(work.now, at.timeZone);
  if (endsOn < startsOn || endsOn < today || endsOn > addDays(startsOn, MOST_DAYS))
    throw new Refusal('DRIVE_DATES', { most: MOST_DAYS }, ['endsOn']);
  const drive: GoodsDriveRow = {
    ...{ communityId: at.id, id: newId(), startsOn, endsOn, gifts: 0, pieces: '0' },
    title: readName(input.title, ['title']),
    place: readName(input.place, ['place']),
    organiserId: organiser ? (await needOrganisation(work, organiser, ['organiserId'])).id : null,
    ...{ openedBy: work.actor.personId, openedAt: work.now },
  };
  await work.db.insert(GoodsDriveRow, drive);
  return drive;
}
