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
  const onSignal = () => {
    if (controller.signal.aborted) {
      // A terminal and npm both pass one Ctrl-C on; only a later one is a second.
      if (Date.now() - firstAt > SAME_PRESS_MS) process.exit(130);
      return;
    }
    firstAt = Date.now();
    print('Stopping … (Ctrl-C again to force)');
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return { signal: controller.signal, asked };
}

const SAME_PRESS_MS = 300;
