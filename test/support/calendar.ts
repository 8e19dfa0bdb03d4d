/**
 * Only the calendar moves: the server of a story runs in this process and asks it what day it is.
 * Timers, sockets and the database go on as they do.
 */
const REAL = [
  ...['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'],
  ...['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'requestAnimationFrame'],
  ...['cancelAnimationFrame', 'requestIdleCallback', 'cancelIdleCallback'],
] as const;

/** Lets it be another moment from here on. */
export function itIs(now: Date): void {
  jest.useFakeTimers({ now, doNotFake: [...REAL] });
}

/** Lets it be today again. */
export function itIsToday(): void {
  jest.useRealTimers();
}
