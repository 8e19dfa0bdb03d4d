import { authorise } from '../kernel/actor';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ParticipationMode } from '../society/participation-mode';
import { communityOf } from '../society/place-of-community';
import { needPlace } from '../society/place.reader';
import { ActivityRow } from './activity.entity';
import { bodyNow } from './courtyard-body.reader';
import { actsFor } from './courtyard.policy';

export interface AnnounceActivity {
  readonly placeId: string;
  readonly title: string;
  readonly about: string;
  readonly venue: string;
  readonly startsAt: Date;
  readonly mode: ParticipationMode;
}

const DAY_MS = 24 * 3600_000;

/** What began by itself is told of afterwards, but not much later. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 365;

/**
 * Announces what the organisation of a courtyard is going to hold (C4, D6; its leader, members of
 * the council where one stands for the courtyard, and cadres). Refuses: `ID_UNKNOWN`, `PLACE_KIND`,
 * `NO_COURTYARD_BODY`, `TEXT_LENGTH`, `ACTIVITY_DAY`, `ACTIVITY_TWICE`.
 */
export async function announceActivity(
  work: UnitOfWork,
  input: AnnounceActivity,
): Promise<ActivityRow> {
  const path = ['placeId'];
  const at = await needPlace(work, cityRef('Place', input.placeId, path), path);
  const body = await bodyNow(work, at);
  authorise(work.actor, await actsFor(work, at, body));
  const communityId = communityOf(at, ['courtyard'], path);
  if (body === null) throw new Refusal('NO_COURTYARD_BODY', {}, path);
  const days = (input.startsAt.getTime() - work.now.getTime()) / DAY_MS;
  if (days < -DAYS_BACK || days > DAYS_AHEAD)
    throw new Refusal('ACTIVITY_DAY', { back: DAYS_BACK, ahead: DAYS_AHEAD }, ['startsAt']);
  const title = readName(input.title, ['title']);
  const row: ActivityRow = {
    ...{ communityId, id: newId(), placeId: at.id, bodyId: body.id },
    ...{ title },
    about: readReason(input.about, ['about']),
    venue: readName(input.venue, ['venue']),
    ...{ startsAt: input.startsAt, mode: input.mode, state: 'announced' },
    ...{ participants: null, report: null, cancelReason: null },
    ...{ announcedBy: work.actor.personId, announcedAt: work.now },
    ...{ recordedBy: null, recordedAt: null },
  };
  await refuseTwice(work, row);
  await work.db.insert(ActivityRow, row);
  return row;
}

/** Who clicks twice announces once: `ACTIVITY_TWICE`. */
async function refuseTwice(
  work: UnitOfWork,
  { communityId, placeId, startsAt, title }: ActivityRow,
): Promise<void> {
  const others: unknown[] = await work.db.query(
    `select 1 from activity where community_id = $1 and place_id = $2 and starts_at = $3
       and title = $4 and state <> 'cancelled' limit 1`,
    [communityId, placeId, startsAt, title],
  );
  if (others.length > 0) throw new Refusal('ACTIVITY_TWICE', {}, ['title']);
}
