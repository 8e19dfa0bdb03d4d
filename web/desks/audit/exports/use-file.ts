import { useCallback, useRef, useState } from 'react';
import { fetchFile, NoFile, save } from './fetch-file';

/** How far a file is that somebody takes away. */
export interface Taking {
  readonly state: 'idle' | 'coming' | 'done' | 'refused' | 'broken';
  readonly bytes: number;
  /** Why it was refused. */
  readonly says: string;
}

const IDLE: Taking = { state: 'idle', bytes: 0, says: '' };

/** Takes a file away, tells how much has come, and lets go of it on demand. */
export function useFile() {
  const [taking, setTaking] = useState<Taking>(IDLE);
  const going = useRef<AbortController | null>(null);
  const take = useCallback(async (url: string) => {
    const controller = new AbortController();
    going.current = controller;
    setTaking({ ...IDLE, state: 'coming' });
    const hear = (bytes: number) => setTaking({ ...IDLE, state: 'coming', bytes });
    try {
      const file = await fetchFile(url, hear, controller.signal);
      save(file);
      setTaking({ ...IDLE, state: 'done', bytes: file.blob.size });
    } catch (error) {
      if (controller.signal.aborted) return setTaking(IDLE);
      const isRefusal = error instanceof NoFile;
      setTaking({
        ...IDLE,
        state: isRefusal ? 'refused' : 'broken',
        says: isRefusal ? error.message : '',
      });
    }
  }, []);
  const stop = useCallback(() => going.current?.abort(), []);
  return { taking, take, stop };
}
