import { DAY_PART, type KeysetList } from '../api/keyset-list';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';

/** What a resident was told of credits that end. */
export interface ExpiryNotice {
  readonly credits: string;
  readonly endsOn: Day;
  readonly toldOn: Day;
}

/** Residents' notices about a scheme's credits, the latest first. */
export const noticesOfResident: KeysetList<ExpiryNotice> = {
  read: (db, communityId, residentIds, { after, limit, about: schemeId }) =>
    read(
      db,
      `select owner.id "ownerId", notice.credits, notice.ends_on "endsOn",
         notice.told_on "toldOn"
       from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select credits, ends_on, told_on from expiry_notice
         where community_id = $1 and resident_id = owner.id and scheme_id = $3
           and told_on < $4::date
         order by told_on desc limit $5
       ) notice
       order by owner.id, notice.told_on desc`,
      [communityId, residentIds, schemeId, after?.[0] ?? 'infinity', limit],
    ),
  keyOf: ({ toldOn }) => [toldOn],
  parts: [DAY_PART],
};
