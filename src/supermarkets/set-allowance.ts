import { authorise } from '../kernel/actor';
import { addMonths, monthOf, monthPeriod, type Day } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { openAsset } from '../ledger/asset';
import type { PlaceRow } from '../society/place.entity';
import { needBooks } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import { AllowanceClassRow } from './allowance-class.entity';
import { AllowanceVersionRow } from './allowance-version.entity';
import { allowanceClassesIn } from './allowance.reader';
import { allowanceAsset } from './supermarket-assets';

export interface SetAllowance {
  readonly communityId: string;
  readonly code: string;
  readonly name: string;
  readonly pieces: number;
  readonly extraPieces: number;
  /** `2026-12`; left out: the earliest that is possible. */
  readonly fromMonth?: string | null;
}

const MOST_PIECES = 1000;

/** The till reads all classes of a community at once. */
const MOST_CLASSES = 50;

/**
 * Sets how many pieces of a class of goods a household may take in a month (A1; cadres and officers
 * of the place). A new class may begin this month; one that stands changes with a coming month, for
 * this month's allowances may have been opened. Refuses: `ID_UNKNOWN`, `KEEPS_NO_BOOKS`,
 * `ALLOWANCE_CODE`, `TEXT_LENGTH`, `ALLOWANCE_RANGE`, `MONTH_UNREADABLE`, `ALLOWANCE_TOO_EARLY`,
 * `ALLOWANCE_CLASSES_FULL`.
 */
export async function setAllowance(
  work: UnitOfWork,
  input: SetAllowance,
): Promise<AllowanceClassRow> {
  const path = ['communityId'];
  const books = await needBooks(work, cityRef('Place', input.communityId, path), path);
  authorise(work.actor, isRegistrar(work.actor, books));
  const code = readCode(input.code);
  const name = readName(input.name, ['name']);
  const pieces = readPieces(input.pieces, ['pieces']);
  const extraPieces = readPieces(input.extraPieces, ['extraPieces']);
  const db = await work.begin();
  // Two cadres who set the same class wait for each other here.
  await db.query('select id from place where id = $1 for no key update', [books.id]);
  const classes = await allowanceClassesIn(db, books.id);
  const standing = classes.find((each) => each.code === code);
  const validFrom = readMonth(work, books, input.fromMonth ?? null, standing !== undefined);
  if (!standing && classes.length >= MOST_CLASSES)
    throw new Refusal('ALLOWANCE_CLASSES_FULL', { most: MOST_CLASSES }, ['code']);
  const row = standing
    ? await renamed(work, standing, name)
    : await openClass(work, { communityId: books.id, id: newId(), code, name });
  await db.insert(AllowanceVersionRow, {
    ...{ communityId: books.id, id: newId(), classId: row.id, validFrom, pieces, extraPieces },
    ...{ setBy: work.actor.personId, setAt: work.now },
  });
  return row;
}

function readCode(code: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,29}$/.test(code))
    throw new Refusal('ALLOWANCE_CODE', {}, ['code']);
  return code;
}

function readPieces(pieces: number, path: readonly string[]): number {
  if (!Number.isInteger(pieces) || pieces < 0 || pieces > MOST_PIECES)
    throw new Refusal('ALLOWANCE_RANGE', { most: MOST_PIECES }, path);
  return pieces;
}

function readMonth(
  work: UnitOfWork,
  { timeZone }: PlaceRow,
  given: string | null,
  stands: boolean,
): Day {
  const thisMonth = `${monthOf(work.now, timeZone)}-01`;
  const earliest = stands ? addMonths(thisMonth, 1) : thisMonth;
  if (given === null) return earliest;
  const { from } = monthPeriod(given, ['fromMonth']);
  if (from < earliest)
    throw new Refusal('ALLOWANCE_TOO_EARLY', { earliest: earliest.slice(0, 7) }, ['fromMonth']);
  return from;
}

async function openClass(work: UnitOfWork, row: AllowanceClassRow): Promise<AllowanceClassRow> {
  await openAsset(work, allowanceAsset(row));
  await work.db.insert(AllowanceClassRow, row);
  return row;
}

async function renamed(
  work: UnitOfWork,
  row: AllowanceClassRow,
  name: string,
): Promise<AllowanceClassRow> {
  const { communityId, id } = row;
  await work.db.update(AllowanceClassRow, { communityId, id }, { name });
  return { ...row, name };
}
