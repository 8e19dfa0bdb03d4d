import { DateTime } from 'luxon';
import { ZONE } from './stage';

/** The year of life ends today and began twelve months before this month. */
export class Year {
  private readonly end: DateTime;

  constructor(readonly today: Date) {
    this.end = DateTime.fromJSDate(today, { zone: ZONE });
  }

  /** The first day of the n-th month: 0 is the first of the year, 12 this month. */
  first(month: number): string {
    return this.start(month).toFormat('yyyy-MM-dd');
  }

  /** The n-th month by its name: `2026-03`. */
  name(month: number): string {
    return this.start(month).toFormat('yyyy-MM');
  }

  /** A moment of the n-th month, in opening hours; never later than now. */
  at(month: number, day: number, hour = 10, minute = 0): Date {
    const moment = this.start(month).set({ day, hour, minute });
    return moment > this.end ? this.today : moment.toJSDate();
  }

  /** A day so many days from today. */
  day(days: number): string {
    return this.end.plus({ days }).toFormat('yyyy-MM-dd');
  }

  /** Whether a day of the n-th month has come. */
  hasCome(month: number, day: number): boolean {
    return this.start(month).set({ day, hour: 20 }) <= this.end;
  }

  private start(month: number): DateTime {
    return this.end.startOf('month').plus({ months: month - 12 });
  }
}
