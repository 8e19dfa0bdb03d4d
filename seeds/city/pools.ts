import type { City } from './city';
import { firstDay } from './city-year';
import type { Home } from './home';

/** From how many yuan on how many of the board must approve. */
const APPROVALS = [
  { yuan: 0, approvals: 1 },
  { yuan: 1_000, approvals: 2 },
  { yuan: 5_000, approvals: 3 },
];

export function approvalsFor(fen: number): number {
  return APPROVALS.filter(({ yuan }) => yuan * 100 <= fen).at(-1)?.approvals ?? 1;
}

/** Opens a pool of a community's foundation. */
export function openPool(city: City, home: Home, name: string, purpose: string): string {
  const id = city.old();
  const opened = city.months[0] ? firstDay(city.months[0]) : '';
  city.tables.pool.write(
    ...[home.id, id, home.foundationId, name, purpose, null, 'CNY', opened, null],
  );
  for (const { yuan, approvals } of APPROVALS)
    city.tables.pool_threshold.write(home.id, id, yuan * 100, approvals, 1, 0, null, null);
  return id;
}
