import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { canonical } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MotionRow } from './motion.entity';

type Acts = Pick<MotionRow, 'kind' | 'input'>;

/** Whether two motions open the same act with the same input. */
export function sameAct(one: Acts, other: Acts): boolean {
  return one.kind === other.kind && canonical(one.input) === canonical(other.input);
}

/**
 * Whether a council votes on another motion with the same act, or has passed one that waits to be
 * executed. A text is no act.
 */
export async function isUnderWay(
  work: UnitOfWork,
  { communityId, id, councilId, kind, input }: MotionRow,
  day: Day,
): Promise<boolean> {
  if (kind === 'free_text') return false;
  const others = await read(
    work.db,
    `select 1 from motion other
     where other.community_id = $1 and other.council_id = $2 and other.id <> $3
       and other.kind = $4 and other.input = $5::jsonb
       and (other.state = 'voting' or other.state = 'passed' and exists (
         select 1 from resolution where resolution.community_id = other.community_id
           and resolution.motion_id = other.id and resolution.state = 'adopted'
           and resolution.lapses_on > $6::date))
     limit 1`,
    [communityId, councilId, id, kind, JSON.stringify(input), day],
  );
  return others.length > 0;
}
