/** How a field of an act is written. */
export type FieldKind =
  'line' | 'text' | 'money' | 'whole' | 'day' | 'moment' | 'choice' | 'several' | 'yes' | 'own';

/** What somebody has written in a form, field by field. */
export type Written = Readonly<Record<string, unknown>>;

interface Named {
  readonly name: string;
  readonly kind: FieldKind;
}

/** How far the clocks of a time zone are ahead of UTC at a moment, in milliseconds. */
function aheadOfUtc(at: number, timeZone: string): number {
  const told = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).formatToParts(at);
  const part = (type: string) => Number(told.find((each) => each.type === type)?.value);
  const [year, month, day] = [part('year'), part('month'), part('day')];
  const clock = Date.UTC(year, month - 1, day, part('hour'), part('minute'));
  return clock - Math.floor(at / 60_000) * 60_000;
}

/** The moment at which the clocks of a place show `2026-12-01T14:00`. */
export function momentOf(local: string, timeZone = 'Asia/Shanghai'): string {
  const asUtc = Date.parse(`${local}Z`);
  return new Date(asUtc - aheadOfUtc(asUtc, timeZone)).toISOString();
}

/** What the clocks of a place show at a moment, as an input of `datetime-local` wants it. */
export function localOf(at: Date, timeZone = 'Asia/Shanghai'): string {
  return new Date(at.getTime() + aheadOfUtc(at.getTime(), timeZone)).toISOString().slice(0, 16);
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

/** A value as the API takes it. */
const ASKED: Partial<Record<FieldKind, (value: unknown) => unknown>> = {
  money: (value) => ({ amount: String(value).trim(), currency: 'CNY' }),
  whole: Number,
  moment: (value) => momentOf(String(value)),
  yes: Boolean,
};

/** The input of an act from what was written; what was left empty is left out. */
export function inputOf(fields: readonly Named[], written: Written): Written {
  const filled = fields.filter(({ name, kind }) => kind === 'yes' || !isEmpty(written[name]));
  return Object.fromEntries(
    filled.map(({ name, kind }) => [name, ASKED[kind]?.(written[name]) ?? written[name]]),
  );
}
