import { draft, record } from '../bookkeeping/record';
import { POOLS } from '../bookkeeping/rules/pools';
import { authorise } from '../kernel/actor';
import { addMonths, dayOf, readDay, readPeriod, type Day, type Period } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { refuseElsewhere } from '../society/home-books';
import { lockOrganisation, needOrganisation } from '../society/organisation.reader';
import { needBooks } from '../society/place.reader';
import { DeclarationRow } from './declaration.entity';
import { declarationById, type Declaration } from './declaration.reader';
import { declaredBefore, insertVersion } from './declaration-version';
import { keepsEnterprise } from './enterprise.policy';
import { readFigures, type FiguresInput } from './figures';

export interface DeclareSurplusInput extends FiguresInput {
  readonly idempotencyKey: string;
  readonly enterpriseId: string;
  /** The Place in whose books the promise shall stand. */
  readonly communityId: string;
  readonly period: Period;
  readonly dueOn: Day;
}

/** A declaration covers at most this many months, and promises within as many after its period. */
const MONTHS = 12;
const OLDEST_YEARS = 10;

/**
 * Declares an enterprise's surplus of a period that is over, and promises a part of it (C7; the
 * enterprise's director or bookkeeper). A loss is declared as well; it promises nothing. One
 * declaration covers a day, in whichever set of books.
 *
 * Refuses: `ID_UNKNOWN`, `ORGANISATION_KIND`, `KEEPS_NO_BOOKS`, `ENTERPRISE_ELSEWHERE`,
 * `PERIOD_EMPTY`, `PERIOD_NOT_OVER`, `PERIOD_TOO_LONG`, `PERIOD_TOO_OLD`, `DUE_RANGE`,
 * `PERIOD_DECLARED`, `KEY_UNUSABLE`, `KEY_REUSED`, and readFigures' refusals.
 */
export async function declareSurplus(
  work: UnitOfWork,
  input: DeclareSurplusInput,
): Promise<Declaration> {
  const enterprise = await needOrganisation(
    work,
    input.enterpriseId,
    ['enterpriseId'],
    'social_enterprise',
  );
  authorise(work.actor, keepsEnterprise(work.actor, enterprise.id));
  const at = ['communityId'];
  const books = await needBooks(work, cityRef('Place', input.communityId, at), at);
  const asked = request('declareSurplus', input);
  const db = await work.begin();
  // Whoever declares for this enterprise waits here, so that no two periods overlap.
  await lockOrganisation(work, enterprise.id);
  const before = await declaredBefore(work, books.id, asked);
  if (before) return before;
  await refuseElsewhere(work, enterprise, books, ['communityId']);
  const figures = readFigures(input);
  const period = readPast(input.period, dayOf(work.now, books.timeZone));
  const dueOn = readDue(input.dueOn, period);
  await refuseDeclared(work, enterprise.id, period);
  const row: DeclarationRow = {
    communityId: books.id,
    id: newId(),
    enterpriseId: enterprise.id,
    currency: figures.currency,
    periodFrom: period.from,
    periodUntil: period.until,
    dueOn,
    version: 1,
    owing: figures.committed.minor > 0n,
  };
  await db.insert(DeclarationRow, row);
  await insertVersion(work, row, figures, asked, null);
  if (row.owing) {
    const facts = { enterpriseId: enterprise.id, declarationId: row.id, amount: figures.committed };
    const how = { request: asked, occurredAt: work.now };
    await record(work, books.id, draft(POOLS.surplusPledged, facts, how));
  }
  const [declared] = await declarationById.read(db, books.id, [row.id]);
  if (!declared) throw new Error('A declaration came to nothing');
  return declared;
}

/** A surplus is known when its period is over, and declared for a year of days at most. */
function readPast(given: Period, today: Day): Period {
  const period = readPeriod(given, ['period']);
  const until = ['period', 'until'];
  if (period.until > today) throw new Refusal('PERIOD_NOT_OVER', { today }, until);
  if (period.until > addMonths(period.from, MONTHS))
    throw new Refusal('PERIOD_TOO_LONG', { months: MONTHS }, until);
  if (period.from < addMonths(today, -12 * OLDEST_YEARS))
    throw new Refusal('PERIOD_TOO_OLD', { years: OLDEST_YEARS }, ['period', 'from']);
  return period;
}

function readDue(given: Day, { until }: Period): Day {
  const dueOn = readDay(given, ['dueOn']);
  const last = addMonths(until, MONTHS);
  if (dueOn < until || dueOn > last)
    throw new Refusal('DUE_RANGE', { first: until, last }, ['dueOn']);
  return dueOn;
}

/** No period is longer than a year, so that only those which began in the year before can reach. */
async function refuseDeclared(
  work: UnitOfWork,
  enterpriseId: string,
  { from, until }: Period,
): Promise<void> {
  const overlapping: Period[] = await work.db.query(
    `-- every community: an enterprise declares a day once, wherever its promise stands
     select period_from "from", period_until "until" from surplus_declaration
     where enterprise_id = $1 and period_from >= $2 and period_from < $3 and period_until > $4
     limit 1`,
    [enterpriseId, addMonths(from, -MONTHS), until, from],
  );
  if (overlapping[0]) throw new Refusal('PERIOD_DECLARED', { ...overlapping[0] }, ['period']);
}
