import { onDevice } from './notes';
import { watched } from './watched';

const AHEAD = 'linli.till.clock-ahead';
const HEARD = 'linli.till.clock-heard';

const kept = (key: string) => Number(onDevice.read(key)) || 0;

/** So many milliseconds is the server's clock ahead of this device's, as it was heard last. */
const ahead = watched(kept(AHEAD));
let heard = kept(HEARD);

/** What a header that tells whole seconds, and the way here, leave open. */
const ROUGH_MS = 2_000;

/** Hears from an answer what time it is where the books are kept. */
export function hearClock({ headers }: Response, askedAt: number): void {
  const told = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(told)) return;
  const midway = (askedAt + Date.now()) / 2;
  const now = told + 500 - midway;
  if (Math.abs(now - ahead.read()) > ROUGH_MS) {
    ahead.tell(Math.abs(now) > ROUGH_MS ? now : 0);
    onDevice.write(AHEAD, String(ahead.read()));
  }
  heard = told;
  onDevice.write(HEARD, String(heard));
}

/**
 * The time by the server's clock, as far as this device can tell: a tablet whose clock is wrong
 * still says when something was handed out. It is never before what the server told last, so that
 * a clock that was set back by an empty battery does not put an exchange into another year.
 */
export const nowByServer = (): Date => new Date(Math.max(Date.now() + ahead.read(), heard));

const MINUTE_MS = 60_000;

/** By so many minutes this device's clock is fast, below zero: slow; 0 where it is right. */
export const useMinutesFast = (): number => -Math.trunc(ahead.use() / MINUTE_MS);
