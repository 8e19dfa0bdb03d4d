import { dayOf } from '../kernel/calendar';

/** Crockford's digits: no I, L, O or U, so that a number can be read out. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** The number on an exchange's slip: `ZQ1-20261122-7K3QF9`. It finds nothing; the id does. */
export function exchangeNumber(
  { id, occurredAt }: { readonly id: string; readonly occurredAt: Date },
  storeCode: string,
  zone: string,
): string {
  let tail = BigInt(`0x${id.slice(-8)}`);
  let code = '';
  for (let i = 0; i < LENGTH; i += 1) {
    code = `${DIGITS[Number(tail % 32n)] ?? ''}${code}`;
    tail /= 32n;
  }
  return `${storeCode}-${dayOf(occurredAt, zone).replaceAll('-', '')}-${code}`;
}
