/** An answer that is an error in Stripe's shape. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly error: StripeError,
  ) {
    super(error.message);
  }
}

interface StripeError {
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error';
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
}

/** A request that Stripe answers with 400. */
export function badRequest(
  message: string,
  { code, param }: { code?: string; param?: string } = {},
): Refused {
  return new Refused(400, { type: 'invalid_request_error', ...defined({ code, param }), message });
}

export function noSuch(kind: string, id: string, param: string): Refused {
  return new Refused(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    param,
    message: `No such ${kind}: '${id}'`,
  });
}

function defined<T extends object>(given: T): T {
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as T;
}
