import type { EntityManager } from 'typeorm';
import { ID_PART, LAST_ID } from '../api/keyset-list';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { CampaignRow } from './campaign.entity';
import { CAMPAIGN_COLUMNS } from './campaign.reader';

/**
 * The campaigns that ask for gifts at a moment, everywhere, the newest first: those whose days have
 * begun and are not over by the clocks of their community.
 */
export async function runningCampaigns(
  db: EntityManager,
  now: Date,
  ask: PageAsk,
): Promise<Page<CampaignRow>> {
  const after = fromCursor(ask, 1)?.[0] ?? LAST_ID;
  if (!ID_PART.test(after)) throw new Refusal('CURSOR_UNREADABLE', {}, ['after']);
  const rows: CampaignRow[] = await read(
    db,
    `-- every community: whoever wants to give looks at all that ask
     select ${CAMPAIGN_COLUMNS} from campaign
     where ended_at is null and id < $1 and exists (
       select from place where place.id = campaign.community_id
         and starts_on <= ($2::timestamptz at time zone place.time_zone)::date
         and coalesce(ends_on > ($2::timestamptz at time zone place.time_zone)::date, true)
     )
     order by id desc limit $3`,
    [after, now, limitOf(ask)],
  );
  return toPage(ask, rows, ({ id }) => [id]);
}
