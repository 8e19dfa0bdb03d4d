import type { Dice } from '../dice';

const PAIRS = Array.from({ length: 65_536 }, (_, i) => i.toString(16).padStart(4, '0'));
const pair = (dice: Dice) => PAIRS[dice.roll(65_536)] ?? '';

/** Ids as `newId` makes them (UUID v7), but at moments of the past and by the dice. */
export class CityIds {
  private lastMs = 0;
  private within = 0;

  constructor(private readonly dice: Dice) {}

  /** An id made at a moment; one asked for later at the same moment comes after it. */
  at(ms: number): string {
    const whole = Math.floor(ms);
    this.within = whole === this.lastMs ? this.within + 1 : 0;
    this.lastMs = whole;
    const time = whole.toString(16).padStart(12, '0');
    const after = (0x7000 + (this.within % 0x1000)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-${after}-${this.tail()}`;
  }

  /** A random one, as clients make their keys. */
  random(): string {
    const { dice } = this;
    const version = PAIRS[0x4000 + dice.roll(0x1000)] ?? '';
    return `${pair(dice)}${pair(dice)}-${pair(dice)}-${version}-${this.tail()}`;
  }

  private tail(): string {
    const { dice } = this;
    const variant = PAIRS[0x8000 + dice.roll(0x4000)] ?? '';
    return `${variant}-${pair(dice)}${pair(dice)}${pair(dice)}`;
  }
}
