import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Language } from '../../api/say';
import { formatError, type Log } from '../errors';
import type { Hear } from './going';
import type { Progress, Report } from './report';

/** An answer of lines of JSON, one after the other. */
export const LINES = 'application/x-ndjson';

/** So often it is told how far a file is; and at least so often that anybody is still there. */
const OFTEN_MS = 200;
const AT_LEAST_MS = 3_000;

/**
 * Answers in lines while a file is taken in: `{"progress":{"done":1200,"of":50000}}` as it goes on,
 * at last `{"report":…}`, or `{"errors":…}` where it fails. What is refused before the first line
 * is refused by its status, as elsewhere.
 */
export async function tellProgress(
  reply: FastifyReply,
  run: (hear: Hear) => Promise<Report>,
  language: Language,
  log: Log,
): Promise<FastifyReply> {
  const lines = new PassThrough();
  const say = (told: object) => {
    if (!lines.destroyed) lines.write(`${JSON.stringify(told)}\n`);
  };
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let latest: Progress = { done: 0, of: 0 };
  let toldAt = 0;
  const tell = () => {
    begin();
    toldAt = Date.now();
    say({ progress: latest });
  };
  const beat = setInterval(tell, AT_LEAST_MS);
  const ended = run((progress) => {
    latest = progress;
    if (Date.now() - toldAt >= OFTEN_MS || progress.done === progress.of) tell();
  }).finally(() => clearInterval(beat));
  await Promise.race([begun, ended]);
  void ended
    .then(
      (report) => say({ report }),
      (error: unknown) => say({ errors: [formatError({ message: '' }, error, language, log)] }),
    )
    .finally(() => lines.end());
  return await reply.type(LINES).header('x-accel-buffering', 'no').send(lines);
}
