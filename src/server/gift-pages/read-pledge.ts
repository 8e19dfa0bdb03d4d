import type { EntityManager } from 'typeorm';
import { donationById } from '../../donations/donation.reader';
import type { PledgeRow } from '../../donations/pledge.entity';
import { purposeOf } from '../../donations/purpose';
import { read } from '../../kernel/read';
import type { ShownPledge } from './pledge-page';

/** Two years of months; who gives for longer sees the last of them. */
const SHOWN = 24;

export async function readPledge(db: EntityManager, pledge: PledgeRow): Promise<ShownPledge> {
  const { communityId, id } = pledge;
  const ids = await read<{ id: string }>(
    db,
    `select id from donation where community_id = $1 and pledge_id = $2 order by id desc limit $3`,
    [communityId, id, SHOWN + 1],
  );
  const shown = ids.slice(0, SHOWN).map((row) => row.id);
  const rows = await donationById.read(db, communityId, shown);
  const donations = [...rows].sort((a, b) => (a.id < b.id ? 1 : -1));
  const [last] = donations;
  if (!last) throw new Error(`The pledge ${id} has no donation`);
  const { locale, provider } = last;
  const purpose = await purposeOf(db, last);
  return { pledge, purpose, donations, more: ids.length > SHOWN, locale, provider };
}
