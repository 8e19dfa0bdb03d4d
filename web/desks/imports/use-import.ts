import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../kit/figures';
import type { Noun, Report, Way } from './report';
import { Broken, NotTaken, sendFile } from './send-file';

/** The file that somebody chose, as it was then. */
export interface Chosen {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** How a file is meant. */
export interface Manner {
  readonly commit: boolean;
  readonly again: boolean;
}

/** Why a file is not even sent. */
export type Unfit = 'too-large' | 'unreadable';

/** Where somebody is with a file. */
export type Step =
  | { readonly is: 'none' }
  | { readonly is: 'going'; readonly manner: Manner; readonly way: Way }
  | { readonly is: 'tried'; readonly report: Report }
  | { readonly is: 'taken'; readonly report: Report }
  | { readonly is: 'refused'; readonly says: string; readonly incident: string | null }
  | { readonly is: 'unfit'; readonly why: Unfit }
  | { readonly is: 'broken'; readonly manner: Manner };

/** The server takes no larger ones: why send it all to hear that? */
const MOST_BYTES = 20_000_000;

const TRY: Manner = { commit: false, again: false };

export interface Import {
  readonly file: Chosen | null;
  readonly step: Step;
  /** Tries a file: it is read and checked, and nothing of it is recorded. */
  readonly choose: (file: File) => void;
  /** Sends the chosen file: to try it, or to take it in. */
  readonly go: (manner: Manner) => void;
  /** Ends what is under way, and forgets the file. */
  readonly leave: () => void;
}

/** A file on its way into a community's registers or stock. */
export function useImport(noun: Noun, community: string, onTaken?: () => void): Import {
  const [file, setFile] = useState<Chosen | null>(null);
  const [step, setStep] = useState<Step>({ is: 'none' });
  const going = useRef<AbortController | null>(null);
  const taken = useRef(onTaken);
  taken.current = onTaken;
  const send = useCallback(
    async ({ bytes }: Chosen, manner: Manner) => {
      going.current?.abort();
      const { signal } = (going.current = new AbortController());
      const show = (next: Step) => {
        if (!signal.aborted) setStep(next);
      };
      const hear = (way: Way) => show({ is: 'going', manner, way });
      hear({ at: 'sending', done: 0, of: bytes.byteLength });
      try {
        const report = await sendFile({ noun, community, bytes, ...manner }, hear, signal);
        const isTaken = manner.commit && report.takenIn;
        show({ is: isTaken ? 'taken' : 'tried', report });
        if (isTaken) taken.current?.();
      } catch (error) {
        if (error instanceof Broken) show({ is: 'broken', manner });
        else if (error instanceof NotTaken)
          show({ is: 'refused', says: error.message, incident: error.incident });
        else throw error;
      }
    },
    [noun, community],
  );
  const choose = useCallback(
    (chosen: File) => {
      going.current?.abort();
      void read(chosen).then((next) => {
        const isFit = typeof next !== 'string';
        setFile(isFit ? next : null);
        if (isFit) void send(next, TRY);
        else setStep({ is: 'unfit', why: next });
      });
    },
    [send],
  );
  const go = useCallback((manner: Manner) => void (file && send(file, manner)), [file, send]);
  const leave = useCallback(() => {
    going.current?.abort();
    setFile(null);
    setStep({ is: 'none' });
  }, []);
  useEffect(() => () => going.current?.abort(), []);
  useGoingOn(step, go);
  return { file, step, choose, go, leave };
}

/** Of what is too large, nothing is read. What is checked now is what is taken in later. */
async function read(file: File): Promise<Chosen | Unfit> {
  if (file.size > MOST_BYTES) return 'too-large';
  try {
    return { name: file.name, bytes: await file.arrayBuffer() };
  } catch {
    return 'unreadable';
  }
}

/** Goes on by itself when the network is back; and says in another language what was found. */
function useGoingOn(step: Step, go: (manner: Manner) => void): void {
  const language = useLanguage();
  const spoken = useRef(language);
  useEffect(() => {
    if (step.is !== 'broken') return undefined;
    const again = () => go(step.manner);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [step, go]);
  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    if (step.is === 'tried' || step.is === 'refused') go(TRY);
  }, [language, step, go]);
}
