import { createHash } from 'node:crypto';
import type { Answer } from './answer-shape';
import { VERSION } from './event';
import { show } from './expand';
import { decodeForm } from './form';
import { readFields } from './read-parameters';
import { badRequest, Refused } from './refuse';
import type { Replays } from './replays';
import { findRoute } from './routes';
import type { World } from './world';

export interface Asked {
  readonly method: string;
  readonly path: string;
  /** The query of a GET or DELETE, and the body of a POST. */
  readonly form: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly requestId: string;
}

/** Answers a request to `/v1`, refusals included. */
export function answer(world: World, replays: Replays, asked: Asked): Answer {
  try {
    return answerOrRefuse(world, replays, asked);
  } catch (error) {
    if (error instanceof Refused) return refusal(error);
    throw error;
  }
}

const refusal = ({ status, error }: Refused): Answer => ({ status, body: { error } });

function answerOrRefuse(world: World, replays: Replays, asked: Asked): Answer {
  checkKey(asked.headers.authorization);
  checkVersion(asked.headers['stripe-version']);
  const { method, path } = asked;
  const found = findRoute(method, path);
  if (!found)
    throw new Refused(404, {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    });
  const given = decodeForm(asked.form);
  const params = readFields(given, found.route.takes);
  const run = (): Answer => {
    try {
      const body = found.route.run(world, params, found.id);
      return { status: 200, body: show(world, body, params.expand as string[] | undefined) };
    } catch (error) {
      if (error instanceof Refused) return refusal(error);
      throw error;
    }
  };
  const key = method === 'POST' ? asked.headers['idempotency-key'] : undefined;
  if (!key) return run();
  return replays.once(key, fingerprint(method, path, given), asked.requestId, run);
}

function fingerprint(method: string, path: string, given: object): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, given]))
    .digest('hex');
}

function checkKey(authorization: string | undefined): void {
  const key = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  const unknown = (message: string) => new Refused(401, { type: 'invalid_request_error', message });
  if (!key)
    throw unknown(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  // A key to real money has no business here.
  if (!/^(sk|rk)_(?!live_)/.test(key))
    throw unknown(`Invalid API Key provided: ${key.slice(0, 8)}********`);
}

function checkVersion(version: string | undefined): void {
  if (version === undefined || version === VERSION) return;
  throw badRequest(`Invalid Stripe API version: ${version}. This account speaks ${VERSION}.`);
}
