import { language } from '../../kit/language';

/** Hears how much of a file has come so far, in bytes. */
export type Hear = (bytes: number) => void;

/** A file that came whole, with the name that the server gave it. */
export interface Fetched {
  readonly blob: Blob;
  readonly name: string;
}

/** Why the server gave no file, in the person's language. */
export class NoFile extends Error {}

/**
 * Fetches a file and tells how far it is; the server makes it while it is sent, so nobody knows
 * beforehand how long it will be. Throws `NoFile` where it is refused, else what went wrong.
 */
export async function fetchFile(url: string, hear: Hear, signal: AbortSignal): Promise<Fetched> {
  const headers = { 'accept-language': language() };
  const response = await fetch(url, { credentials: 'same-origin', headers, signal });
  if (!response.ok) throw new NoFile(await refusalIn(response));
  const chunks: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    chunks.push(next.value);
    bytes += next.value.byteLength;
    hear(bytes);
  }
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  return { blob: new Blob(chunks, { type }), name: nameIn(response, url) };
}

async function refusalIn(response: Response): Promise<string> {
  const said = (await response.json().catch(() => null)) as {
    errors?: readonly { message?: string }[];
  } | null;
  return said?.errors?.[0]?.message ?? '';
}

function nameIn(response: Response, url: string): string {
  const disposition = response.headers.get('content-disposition') ?? '';
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? (url.split('?')[0] ?? '').slice(8);
}

/** Hands a file to the person as a download. */
export function save({ blob, name }: Fetched): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
