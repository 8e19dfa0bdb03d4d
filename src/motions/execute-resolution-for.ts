import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Act } from './act-of';
import { AttemptRow } from './attempt.entity';
import { refuseEnded, type Resolved } from './resolution-for';
import type { ResolutionRow } from './resolution.entity';
import { runAct } from './run-act';

/** What came of executing a resolution: it was executed, or its act was refused. */
export interface Executed {
  readonly resolution: ResolutionRow;
  readonly refusal: Refusal | null;
}

/**
 * Executes a resolution that is held, for whoever has been found to be allowed to: its act is done
 * and it is marked, in one unit of work. Where the act is refused nothing of it has happened, and
 * the attempt is kept with its reason. Refuses: `RESOLUTION_STATE`, `NOTICE_RUNS`,
 * `OBJECTION_WAITING`.
 */
export async function executeResolutionFor(
  work: UnitOfWork,
  { resolution, motion, today }: Resolved,
  asked: Request,
): Promise<Executed> {
  const { communityId, id, noticeUntil } = resolution;
  const path = ['resolutionId'];
  refuseEnded(resolution, today);
  if (today < noticeUntil) throw new Refusal('NOTICE_RUNS', { until: noticeUntil }, path);
  await refuseUnanswered(work, resolution);
  const { kind, input } = motion;
  const refusal = await attempt(work, () =>
    runAct(work, { communityId, resolutionId: id }, { kind, input } as Act),
  );
  if (refusal) {
    await keepAttempt(work, resolution, refusal);
    return { resolution, refusal };
  }
  const ended = { state: 'executed' as const, endedBy: work.actor.personId, endedAt: work.now };
  await work.db.query(
    `update resolution set state = $3, ended_by = $4, ended_at = $5, key = $6, fingerprint = $7
     where community_id = $1 and id = $2`,
    [communityId, id, ended.state, ended.endedBy, work.now, asked.key, asked.fingerprint],
  );
  return { resolution: { ...resolution, ...ended }, refusal: null };
}

async function refuseUnanswered(
  work: UnitOfWork,
  { communityId, id }: ResolutionRow,
): Promise<void> {
  const open = await read(
    work.db,
    `select 1 from resolution_objection
     where community_id = $1 and resolution_id = $2 and answered_at is null limit 1`,
    [communityId, id],
  );
  if (open.length > 0) throw new Refusal('OBJECTION_WAITING', {}, ['resolutionId']);
}

/** Does something inside the open work; what was refused has left no trace of it. */
async function attempt(work: UnitOfWork, act: () => Promise<void>): Promise<Refusal | null> {
  await work.db.query('savepoint execution');
  try {
    await act();
    await work.db.query('release savepoint execution');
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await work.db.query('rollback to savepoint execution');
    return error;
  }
}

async function keepAttempt(
  work: UnitOfWork,
  { communityId, id: resolutionId }: ResolutionRow,
  { code, facts }: Refusal,
): Promise<void> {
  await work.db.insert(AttemptRow, {
    ...{ communityId, id: newId(), resolutionId, code, facts: plain(facts) },
    ...{ triedBy: work.actor.personId, triedAt: work.now },
  });
}

/** Facts as they are told: amounts are written out. */
function plain(facts: object): object {
  return JSON.parse(
    JSON.stringify(facts, (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  ) as object;
}
