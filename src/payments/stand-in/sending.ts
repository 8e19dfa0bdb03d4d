/** The events on their way. */
export interface Sending {
  send(id: string): void;
  /** Resolves when every one was taken or given up. */
  settled(): Promise<void>;
}

export function createSending(bring: (id: string) => Promise<void>): Sending {
  const onTheWay = new Set<Promise<void>>();
  return {
    send: (id) => {
      const sent: Promise<void> = bring(id)
        // What was not taken stays in the list of events, where the receiver finds it.
        .catch(() => undefined)
        .finally(() => onTheWay.delete(sent));
      onTheWay.add(sent);
    },
    settled: async () => {
      while (onTheWay.size > 0) await Promise.all(onTheWay);
    },
  };
}
