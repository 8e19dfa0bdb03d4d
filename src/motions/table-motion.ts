import { authorise, personOf } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { actOf, type GivenAct } from './act-of';
import { whereDecided } from './where-decided';
import { signUnder } from './co-sign-motion';
import type { MotionRow } from './motion.entity';
import { rehearse } from './run-act';
import { tableMotionFor } from './table-motion-for';
import { mayTable, type PersonTabler } from './tabler';

export interface TableMotion {
  /** The place whose affair it is; of a grant: the place of the pool. */
  readonly placeId: string;
  readonly title: string;
  readonly text: string;
  readonly tabledAs: PersonTabler;
  /** The act that it opens if it is passed; none: it says what it says. */
  readonly act?: GivenAct | null;
}

/**
 * Puts a motion before the body that decides it (C1, N4): the party organisation, the residents'
 * committee and members of councils by themselves, residents by putting their names to it one after
 * the other. Its act is tried and undone first. Refuses: `ID_UNKNOWN`, `ONE_ACT`, `NOT_RESERVED`,
 * `TEXT_LENGTH`, `MOTION_TWICE`, and what `whereDecided` and its act refuse.
 */
export async function tableMotion(work: UnitOfWork, input: TableMotion): Promise<MotionRow> {
  const path = ['placeId'];
  const asked = await needPlace(work, cityRef('Place', input.placeId, path), path);
  const act = actOf(input.act);
  const { council, at } = await whereDecided(work, asked, act);
  const day = dayOf(work.now, at.timeZone);
  authorise(work.actor, await mayTable(work, input.tabledAs, { at, council, day }));
  const tabledBy = personOf(work.actor);
  await rehearse(work, council.communityId, act);
  await work.begin();
  const motion = await tableMotionFor(work, { ...input, ...act, council, placeId: at.id });
  await refuseTwice(work, motion, tabledBy);
  return input.tabledAs === 'residents' ? await signUnder(work, motion) : motion;
}

/** Who clicks twice tables once. */
async function refuseTwice(work: UnitOfWork, motion: MotionRow, tabledBy: string): Promise<void> {
  const { communityId, id, councilId, title } = motion;
  await read(
    work.db,
    'select 1 from council where community_id = $1 and id = $2 for no key update',
    [communityId, councilId],
  );
  const others = await read(
    work.db,
    `select 1 from motion where community_id = $1 and council_id = $2 and id <> $3
       and title = $4 and tabled_by = $5 and state in ('gathering', 'tabled') limit 1`,
    [communityId, councilId, id, title, tabledBy],
  );
  if (others.length > 0) throw new Refusal('MOTION_TWICE', {}, ['title']);
}
