import { SIGNED_OUT } from '../kit/client';
import { language } from '../kit/language';
import type { Noun, Report, Way } from './report';

/** A file with what is to become of it. */
export interface Sending {
  readonly noun: Noun;
  /** The short name of the community that it is for. */
  readonly community: string;
  readonly bytes: ArrayBuffer;
  /** It is to be in afterwards; else it is only tried. */
  readonly commit: boolean;
  /** It is meant, though the same lines were taken in from another file. */
  readonly again: boolean;
}

/** Why the server takes no such file, in the person's language. */
export class NotTaken extends Error {
  constructor(
    message: string,
    /** The number by which its own fault is found. */
    readonly incident: string | null = null,
  ) {
    super(message);
  }
}

/** No whole answer came: nobody here knows what became of the file. */
export class Broken extends Error {}

interface Said {
  readonly progress?: { readonly done: number; readonly of: number };
  readonly report?: Report;
  readonly errors?: readonly {
    readonly message?: string;
    readonly extensions?: { readonly code?: string; readonly incident?: string };
  }[];
}

/** The server says something every three seconds; after so long a silence nobody is there. */
const SILENCE_MS = 30_000;

const LINES = 'application/x-ndjson';

/**
 * Sends a file, tells how far it is, and answers what became of it. Throws `NotTaken` where the
 * server refuses the file as a whole, and `Broken` where no answer came: sent once more, a file
 * that is in is recognised.
 */
export function sendFile(
  sending: Sending,
  hear: (way: Way) => void,
  signal: AbortSignal,
): Promise<Report> {
  // `fetch` does not tell how much of a file has been sent.
  const request = new XMLHttpRequest();
  const silence = listening(() => request.abort());
  const lines = linesOf(request);
  const answer = new Promise<Report>((done, failed) => {
    request.upload.onprogress = ({ loaded, total }) => {
      silence.heard();
      hear(loaded < total ? { at: 'sending', done: loaded, of: total } : { at: 'reading' });
    };
    request.upload.onload = () => hear({ at: 'reading' });
    request.onprogress = () => {
      silence.heard();
      const progress = lines().findLast((said) => said.progress)?.progress;
      if (progress && progress.of > 0) hear({ at: 'lines', ...progress });
    };
    request.onload = () => settle(request, done, failed);
    request.onerror = () => failed(new Broken());
    request.onabort = () => failed(new Broken());
  });
  request.open('POST', addressOf(sending));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('accept', LINES);
  request.setRequestHeader('accept-language', language());
  signal.addEventListener('abort', () => request.abort());
  request.send(sending.bytes);
  return answer.finally(silence.end);
}

function addressOf({ noun, community, commit, again }: Sending): string {
  const query = new URLSearchParams({ community });
  if (commit) query.set('commit', 'yes');
  if (again) query.set('again', 'yes');
  return `/import/${noun}?${query.toString()}`;
}

/** Reads the lines that have come whole since it was asked last. */
function linesOf(request: XMLHttpRequest): () => readonly Said[] {
  let read = 0;
  return () => {
    const text = request.responseText;
    const end = text.lastIndexOf('\n') + 1;
    const lines = text.slice(read, end).split('\n');
    read = Math.max(read, end);
    return lines.flatMap((line) => said(line) ?? []);
  };
}

function said(line: string): Said | null {
  try {
    return JSON.parse(line) as Said;
  } catch {
    return null;
  }
}

function settle(
  request: XMLHttpRequest,
  done: (report: Report) => void,
  failed: (error: Error) => void,
): void {
  const last = said(request.responseText.trimEnd().split('\n').at(-1) ?? '');
  const [error] = last?.errors ?? [];
  if (error?.extensions?.code === 'UNAUTHENTICATED') window.dispatchEvent(new Event(SIGNED_OUT));
  if (last?.report) done(last.report);
  else if (error) failed(new NotTaken(error.message ?? '', error.extensions?.incident ?? null));
  else failed(new Broken());
}

/** Calls when nothing was heard for too long. */
function listening(tooLong: () => void): { heard: () => void; end: () => void } {
  let timer = setTimeout(tooLong, SILENCE_MS);
  const end = () => clearTimeout(timer);
  return {
    end,
    heard: () => {
      end();
      timer = setTimeout(tooLong, SILENCE_MS);
    },
  };
}
