import type { Act, City } from './city';
import { daysOf, moment, type CityMonth } from './city-year';
import { Enterprise, type Promised } from './enterprise';
import { award } from './grants';
import type { Home } from './home';
import { openPool } from './pools';

/** A part of what came in since the last grant is granted again: three fifths. */
const GRANTED = 0.6;

/**
 * A pool that lives on many small gifts, each a remittance of one enterprise, and gives a grant
 * whenever so many have come: what a gift paid for can be traced.
 */
export class GiftPool {
  private readonly poolId: string;
  private readonly enterprise: Enterprise;
  private came = 0;
  private fen = 0;

  constructor(
    private readonly city: City,
    private readonly home: Home,
    name: string,
    purpose: string,
    private readonly gifts: number,
    private readonly giftsOfGrant: number,
  ) {
    this.poolId = openPool(city, home, name, purpose);
    const id = city.organisation('social_enterprise', `${home.name}${name}商户`, home.id);
    this.enterprise = new Enterprise(city, home, id, [{ poolId: this.poolId, weight: 1 }]);
  }

  /** A month's gifts: declared at its beginning, given over all of it. */
  giftsOf(month: CityMonth, index: number): Act[] {
    const { city, gifts } = this;
    const { dice, months } = city;
    const share = (n: number) => Math.floor((gifts * n) / months.length);
    const count = share(index + 1) - share(index);
    if (count === 0) return [];
    const fen = Array.from({ length: count }, () => 100 * dice.between(20, 200));
    const whole = fen.reduce((sum, each) => sum + each, 0);
    const declaredAt = moment(month, 1, 8);
    let promised: Promised | undefined;
    const declare = () => (promised = this.enterprise.declare(month, 1, whole, declaredAt));
    const days = daysOf(month);
    const given = fen.map((each) => {
      const at = moment(month, dice.between(1, days), dice.between(9, 19), dice.roll(60));
      const later = at + dice.roll(60_000);
      return { at: later, happens: () => promised && this.give(promised, each, later) };
    });
    return [{ at: declaredAt, happens: declare }, ...given];
  }

  close(): void {
    this.enterprise.close();
  }

  private give(promised: Promised, fen: number, at: number): void {
    this.enterprise.remit(promised, fen, at);
    this.came += 1;
    this.fen += fen;
    if (this.came % this.giftsOfGrant !== 0) return;
    award(this.city, this.home, this.poolId, Math.floor((this.fen * GRANTED) / 2), at);
    this.fen = 0;
  }
}
