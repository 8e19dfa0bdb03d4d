import { account } from '../../src/bookkeeping/chart';
import { draft } from '../../src/bookkeeping/record';
import { SUPERMARKETS } from '../../src/bookkeeping/rules/supermarkets';
import { amount } from '../../src/kernel/amount';
import { currency } from '../../src/kernel/currency';
import type { Act, City } from './city';
import { moment, type CityMonth } from './city-year';
import type { Shop } from './shop';

/** At the beginning of a month the foundation pays the operator for the month before. */
export function settlementOf(
  city: City,
  shop: Shop,
  month: CityMonth,
  before: CityMonth | undefined,
): Act[] {
  if (!before) return [];
  const at = moment(month, 1, 9);
  return [{ at, happens: () => payOperator(city, shop, before, at) }];
}

function payOperator(city: City, shop: Shop, { name: month }: CityMonth, at: number): void {
  const { home, storeId, poolId } = shop;
  const { operatorId, foundationId, books, treasurer } = home;
  const asset = currency('CNY');
  const minor = books.balance(account('operatorOwed', poolId, storeId, month), asset);
  if (minor === 0n) return;
  const statementIds = [stateMonth(city, shop, month, minor, at)];
  const facts = {
    ...{ storeId, operatorId, poolId, foundationId, month, statementIds },
    amount: amount(asset, minor),
  };
  const how = { request: city.asked(), occurredAt: new Date(at) };
  books.post(draft(SUPERMARKETS.operatorSettled, facts, how), at, treasurer);
}

/** Writes the month's statement, checked and paid; answers its id. */
function stateMonth(city: City, shop: Shop, month: string, minor: bigint, at: number): string {
  const { tables } = city;
  const { home, storeId, poolId, products } = shop;
  const { id: communityId, books, storekeeper, secretary } = home;
  const id = city.ids.at(at);
  const through = books.legs(account('operatorOwed', poolId, storeId, month), currency('CNY'));
  shop.stated.last += 1;
  tables.operator_statement.write(
    ...[communityId, id, shop.stated.last, storeId, poolId, month, 1, 1, through, 'CNY', minor],
    ...[storekeeper, at, secretary, at, at],
  );
  products
    .filter(({ given }) => given.has(month))
    .forEach(({ id: productId, unitCost, given }, i) =>
      tables.operator_statement_line.write(
        ...[communityId, id, i + 1, productId, unitCost, given.get(month) ?? 0, 0],
      ),
    );
  return id;
}

/** Writes the number of the last statement. */
export function closeStatements(city: City, { home, stated }: Shop): void {
  if (stated.last > 0) city.tables.operator_statement_series.write(home.id, stated.last);
}
