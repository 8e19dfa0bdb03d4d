import { ownResidence } from '../ballots/ballot.policy';
import { neededOf } from '../ballots/tally';
import { seatAt } from '../councils/seat-at';
import { needSeat } from '../councils/council-seat.reader';
import { holdCouncil } from '../councils/council.reader';
import { authorise } from '../kernel/actor';
import { addMonths, dayOf } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { electionRuleOf } from './election-rule';
import { electorsIn, giverOf } from './recall-electors';
import { SeatRecallSignatureRow } from './seat-recall-signature.entity';
import { SeatRecallRow } from './seat-recall.entity';

export interface DemandSeatRecall {
  readonly seatId: string;
  /** Why, 1 to 2,000 characters; the community may read it. */
  readonly ground: string;
}

/** Others have so long to sign. */
const GATHERS_DAYS = 30;

/** (practice) Whom the electors have just kept is let to work before they are asked again. */
const REST_MONTHS = 6;
const DAY_MS = 24 * 3_600_000;

/**
 * Demands that the electors vote whether an elected member keeps the seat, and signs first (an
 * elector of the ward that gave it). So many of them must sign as the election said: worked out
 * now, by those who may vote today. Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `COUNCIL_DISSOLVED`,
 * `SEAT_NOT_ELECTED`, `SEAT_VACANT`, `TERM_ENDED`, `ROLL_EMPTY`, `NOT_ELECTOR`, `RECALL_UNDER_WAY`,
 * `RECALL_TOO_SOON`.
 */
export async function demandSeatRecall(
  work: UnitOfWork,
  input: DemandSeatRecall,
): Promise<SeatRecallRow> {
  const path = ['seatId'];
  const { seat: found, council, at } = await seatAt(work, input.seatId);
  const { communityId, id: seatId } = found;
  const own = ownResidence(work.actor, communityId);
  authorise(work.actor, own !== null);
  const ground = readReason(input.ground, ['ground']);
  const by = await giverOf(work, found);
  if (!by) throw new Refusal('SEAT_NOT_ELECTED', {}, path);
  await holdCouncil(work, council, path);
  const seat = await needSeat(work, input.seatId);
  const today = dayOf(work.now, at.timeZone);
  if (seat.endedBecause !== null) throw new Refusal('SEAT_VACANT', {}, path);
  const { validUntil: until } = seat;
  if (until <= today) throw new Refusal('TERM_ENDED', { until }, path);
  const electors = await electorsIn(work, by, today);
  const signer = electors.find(({ residentId }) => residentId === own?.residentId);
  if (!signer) throw new Refusal('NOT_ELECTOR', {}, path);
  await refuseUnderWay(work, seat);
  await refuseTooSoon(work, seat, at.timeZone);
  const units = new Set(electors.map(({ unitId }) => unitId)).size;
  const recall: SeatRecallRow = {
    ...{ communityId, id: newId(), seatId, wardId: by.ward.id, ground, state: 'gathering' },
    needed: Math.max(1, neededOf(electionRuleOf(by.election).recall, units)),
    ...{ demandedAt: work.now, ballotId: null, endedAt: null },
    gathersUntil: new Date(work.now.getTime() + GATHERS_DAYS * DAY_MS),
  };
  await work.db.insert(SeatRecallRow, recall);
  const signature = { communityId, recallId: recall.id, ...signer };
  await work.db.insert(SeatRecallSignatureRow, signature);
  return recall;
}

/**
 * A seat is under one demand at a time; one that found too few in its time lapses. One that found
 * enough waits for its ballot, however long that takes: nobody ends it by demanding the same again.
 */
async function refuseUnderWay(
  work: UnitOfWork,
  { communityId, id }: { readonly communityId: string; readonly id: string },
): Promise<void> {
  await read(
    work.db,
    `update seat_recall recall set state = 'lapsed', ended_at = $3
     where community_id = $1 and seat_id = $2 and state = 'gathering' and gathers_until <= $3
       and needed > (select count(*) from seat_recall_signature signed
         where signed.community_id = $1 and signed.recall_id = recall.id)`,
    [communityId, id, work.now],
  );
  const other = await read(
    work.db,
    'select 1 from seat_recall where community_id = $1 and seat_id = $2 and ended_at is null',
    [communityId, id],
  );
  if (other.length > 0) throw new Refusal('RECALL_UNDER_WAY', {}, ['seatId']);
}

/** After a vote that kept the member there is a rest. */
async function refuseTooSoon(
  work: UnitOfWork,
  { communityId, id }: { readonly communityId: string; readonly id: string },
  timeZone: string,
): Promise<void> {
  const [kept] = await read<{ endedAt: Date }>(
    work.db,
    `select ended_at "endedAt" from seat_recall
     where community_id = $1 and seat_id = $2 and state = 'kept' order by id desc limit 1`,
    [communityId, id],
  );
  if (!kept) return;
  const until = addMonths(dayOf(kept.endedAt, timeZone), REST_MONTHS);
  if (dayOf(work.now, timeZone) < until)
    throw new Refusal('RECALL_TOO_SOON', { until }, ['seatId']);
}
