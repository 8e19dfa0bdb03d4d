/**
 * A dice that falls the same way every time (mulberry32): seeds must build the same neighbourhood
 * on every machine. Not for secrets.
 */
export class Dice {
  constructor(private state: number) {}

  /** A whole number in `[0, sides)`. */
  roll(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }

  /** A whole number in `[from, to]`. */
  between(from: number, to: number): number {
    return from + this.roll(to - from + 1);
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.roll(list.length)];
    if (picked === undefined) throw new Error('Nothing to pick from');
    return picked;
  }

  /** True once in so many rolls. */
  oneIn(times: number): boolean {
    return this.roll(times) === 0;
  }
}
