import { draft } from '../../src/bookkeeping/record';
import { POOLS } from '../../src/bookkeeping/rules/pools';
import { amount, split } from '../../src/kernel/amount';
import { currency } from '../../src/kernel/currency';
import type { City } from './city';
import { firstDay, type CityMonth } from './city-year';
import type { Home } from './home';

/** Where a remittance goes. */
export interface PlanShare {
  readonly poolId: string;
  readonly weight: number;
}

/** A promise that is being kept. */
export interface Promised {
  readonly id: string;
  readonly committed: number;
  remitted: number;
}

/** Months after its period's end in which a promise is to be kept. */
const DUE = 2;

/** A social enterprise with its plan: what it gives reaches the pools of the plan. */
export class Enterprise {
  private readonly planId: string;
  private readonly promises: { readonly cells: readonly (string | number)[]; told: Promised }[] =
    [];

  constructor(
    private readonly city: City,
    private readonly home: Home,
    private readonly id: string,
    private readonly plan: readonly PlanShare[],
  ) {
    const { routing_plan, routing_plan_share } = city.tables;
    const at = city.months[0]?.start ?? 0;
    this.planId = city.old();
    routing_plan.write(home.id, this.planId, id, 'CNY', '2024-01-01', 1, at, home.director);
    for (const [n, { poolId, weight }] of plan.entries())
      routing_plan_share.write(home.id, this.planId, n + 1, home.id, poolId, weight);
  }

  /** Declares the months before one, and promises so many fen of their surplus. */
  declare(month: CityMonth, months: number, committed: number, at: number): Promised {
    const { city, home } = this;
    const id = city.ids.at(at);
    const request = city.asked();
    const told = { id, committed, remitted: 0 };
    const period = [firstDay(month, -months), firstDay(month), firstDay(month, DUE)];
    this.promises.push({ cells: [home.id, id, this.id, 'CNY', ...period, 1], told });
    city.tables.surplus_declaration_version.write(
      ...[home.id, id, 1, committed * 5, committed * 4, committed, null, null, at],
      ...[home.bookkeeper, request.key, request.fingerprint],
    );
    const pledged = amount(currency('CNY'), committed);
    const facts = { enterpriseId: this.id, declarationId: id, amount: pledged };
    const how = { request, occurredAt: new Date(at) };
    home.books.post(draft(POOLS.surplusPledged, facts, how), at, home.bookkeeper);
    return told;
  }

  /** Pays so many fen of what it promised. */
  remit(promised: Promised, fen: number, at: number): void {
    const { home, plan } = this;
    const weights = plan.map(({ weight }) => BigInt(weight));
    const shares = split(amount(currency('CNY'), fen), weights).map((part, i) => ({
      poolId: plan[i]?.poolId ?? '',
      amount: part,
    }));
    const party = { booksId: home.id, foundationId: home.foundationId };
    const facts = {
      ...{ enterpriseId: this.id, declarationId: promised.id, planId: this.planId, at: party },
      parts: [{ ...party, shares }],
    };
    const how = { request: this.city.asked(), occurredAt: new Date(at) };
    home.books.post(draft(POOLS.surplusRemitted, facts, how), at, home.bookkeeper);
    promised.remitted += fen;
  }

  /** Writes the declarations, with what is still owed of them. */
  close(): void {
    for (const { cells, told } of this.promises)
      this.city.tables.surplus_declaration.write(...cells, told.remitted < told.committed);
  }
}
