import { TableCopy } from './table-copy';

/** The tables of a city, and whether the migrations have put rows into them already. */
const TABLES = {
  place: false,
  organisation: false,
  person: false,
  password: false,
  membership: false,
  asset: true,
  credit_scheme: false,
  credit_scheme_rate: false,
  household: false,
  resident: false,
  pool: false,
  pool_threshold: false,
  store: false,
  allowance_class: false,
  allowance_version: false,
  product: false,
  product_price: false,
  lot: false,
  operator_statement: false,
  operator_statement_line: false,
  operator_statement_series: false,
  service: false,
  routing_plan: false,
  routing_plan_share: false,
  surplus_declaration: false,
  surplus_declaration_version: false,
  application: false,
  budget_line: false,
  tranche: false,
  review: false,
  pool_grant: false,
  disbursement: false,
  ledger_account: false,
  ledger_entry: false,
  ledger_leg: false,
} as const;

type Table = keyof typeof TABLES;

/** All tables of the city, being filled. */
export type CityTables = Readonly<Record<Table, TableCopy>>;

export async function openTables(url: string): Promise<CityTables> {
  const opened = await Promise.all(
    Object.entries(TABLES).map(async ([table, keeps]) => [
      table,
      await TableCopy.open(url, table, keeps),
    ]),
  );
  return Object.fromEntries(opened) as CityTables;
}

/** Waits where PostgreSQL is behind. */
export async function breathe(tables: CityTables): Promise<void> {
  for (const table of Object.values(tables)) await table.drained();
  // Sockets are read and written only when nothing else runs.
  await new Promise((resolve) => setImmediate(resolve));
}
