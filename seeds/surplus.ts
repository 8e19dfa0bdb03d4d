import { declareSurplus } from '../src/enterprises/declare-surplus';
import { remitSurplus } from '../src/enterprises/remit-surplus';
import { duesOf } from '../src/foundations/due.reader';
import { settleClearing } from '../src/foundations/settle-clearing';
import { amount, toDecimal } from '../src/kernel/amount';
import { currency } from '../src/kernel/currency';
import type { Cast } from './cast';
import { cny, organisationId, tenantId } from './economy';
import { placeId } from './places';
import type { Stage } from './stage';
import type { Year } from './time';

/** A quarter's surplus of each enterprise in yuan; two thirds of it are promised to the pools. */
const SURPLUS = [9_000, 7_200, 4_500];

/** How many quarters end within the year or just before it. */
const QUARTERS = 5;

const yuan = (whole: number) => cny(`${whole}.00`);

/**
 * The enterprises declare each quarter and remit in two parts. In the last quarter one remits only
 * once, and is overdue; another has time left.
 */
export async function remitYear(stage: Stage, cast: Cast, year: Year): Promise<void> {
  for (let quarter = 0; quarter < QUARTERS; quarter += 1)
    for (const index of cast.enterprises.keys())
      await remitQuarter(stage, cast, year, quarter, index);
  await settleBooks(stage, cast, year);
}

async function remitQuarter(
  stage: Stage,
  cast: Cast,
  year: Year,
  quarter: number,
  index: number,
): Promise<void> {
  const enterprise = cast.enterprises[index];
  const books = enterprise && cast.communities[enterprise.home];
  if (!enterprise || !books) return;
  const { bookkeeper, organisation } = enterprise;
  // The quarter ends with this month's beginning of `quarter * 3 - 1` months into the year.
  const ends = quarter * 3 - 1;
  const surplus = (SURPLUS[index] ?? 0) + 300 * quarter;
  const last = quarter === QUARTERS - 1;
  const overdue = last && index === 1;
  const declaration = await stage.as(
    bookkeeper,
    declareSurplus,
    {
      idempotencyKey: `seed/declare/${index}/${quarter}`,
      enterpriseId: organisationId(organisation),
      communityId: placeId(books.place),
      period: { from: year.first(ends - 3), until: year.first(ends) },
      dueOn: overdue ? year.day(-20) : year.first(ends + 2),
      revenue: yuan(surplus * 5),
      costs: yuan(surplus * 4),
      surplus: yuan(surplus),
      commitment: { amount: yuan((surplus * 2) / 3) },
    },
    year.at(ends, 8),
  );
  const parts = last && index > 0 ? [surplus / 3] : [surplus / 3, surplus / 3];
  for (const [part, whole] of parts.entries()) {
    const on = year.at(ends, 12 + part * 10);
    const input = {
      idempotencyKey: `seed/remit/${index}/${quarter}/${part}`,
      declarationId: tenantId('Declaration', declaration),
      amount: yuan(whole),
      receivedOn: on.toISOString().slice(0, 10),
    };
    await stage.as(bookkeeper, remitSurplus, input, on);
  }
}

/** The treasurer transfers what each community's bank holds for other sets of books. */
async function settleBooks(stage: Stage, cast: Cast, year: Year): Promise<void> {
  const foundationId = organisationId(cast.foundation);
  for (const { place } of cast.communities) {
    const dues = await duesOf(stage.source.manager, place.id, cast.foundation.id);
    for (const { side, booksId, minor } of dues) {
      if (side !== 'owes') continue;
      const input = {
        idempotencyKey: `seed/settle/${place.id}/${booksId}`,
        payer: { communityId: placeId(place), foundationId },
        payee: { communityId: placeId({ id: booksId }), foundationId },
        amount: cny(toDecimal(amount(currency('CNY'), minor))),
      };
      await stage.as(cast.treasurer, settleClearing, input, year.today);
    }
  }
}
