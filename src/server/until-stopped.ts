const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Waits for Ctrl-C or its like. The first asks everything to stop in order, the second ends the
 * process at once; an embedded PostgreSQL left behind that way is taken over by the next start.
 */
export function untilStopped(print: (line: string) => void) {
  const controller = new AbortController();
  const asked = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve());
  });
  let firstAt = 0;
  const stop = (signal: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      // A terminal and npm both pass one Ctrl-C on, and a closed window is no second one.
      if (signal !== 'SIGHUP' && Date.now() - firstAt > SAME_PRESS_MS) process.exit(130);
      return;
    }
    firstAt = Date.now();
    print('Stopping … (Ctrl-C again to force)');
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  onceNpmIsGone(() => stop('SIGHUP'));
  return { signal: controller.signal, asked };
}

const SAME_PRESS_MS = 300;

/** npm passes SIGTERM only to its shell, which dies of it and tells nobody. */
function onceNpmIsGone(stop: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}
