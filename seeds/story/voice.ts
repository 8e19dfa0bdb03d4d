import { setTimeout as pause } from 'node:timers/promises';

/** A refusal that the story did not expect, or an answer that is none. */
export class StoryStopped extends Error {}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string }[];
}

interface Refused {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** Someone who talks to the API over HTTP, as a client would: a person signed in, or a stranger. */
export class Voice {
  constructor(
    private readonly url: string,
    private readonly token: string | null = null,
  ) {}

  /** Signs somebody in. */
  async signIn(login: string, password: string): Promise<Voice> {
    const { session } = await this.does<{ session: { token: string } }>(
      'signIn',
      { login, password },
      'session { token }',
    );
    return new Voice(this.url, session.token);
  }

  /** Asks a query. */
  async asks<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer;
    if (errors || !data)
      throw new StoryStopped(errors?.map(({ message }) => message).join('; ') ?? 'No answer');
    return data as Data;
  }

  /** Does a mutation and returns its payload; a refusal stops the story. */
  async does<Payload>(mutation: string, input: object, selection: string): Promise<Payload> {
    const { payload, refused } = await this.tries<Payload>(mutation, input, selection);
    if (refused) throw new StoryStopped(`${mutation}: ${refused.code} ${refused.message}`);
    return payload;
  }

  /** Does a mutation that may be refused. */
  async tries<Payload>(
    mutation: string,
    input: object,
    selection: string,
  ): Promise<{ payload: Payload; refused: Refused | null }> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const data = await this.asks<Record<string, Payload & { userErrors: Refused[] }>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) {
        ${selection} userErrors { code message path } } }`,
      { input },
    );
    const payload = data[mutation];
    if (!payload) throw new StoryStopped(`${mutation} answered nothing`);
    return { payload, refused: payload.userErrors[0] ?? null };
  }
}

const EVERY_MS = 500;
const FOR_MS = 120_000;

/** Waits until something that others do has been done; it stops the story when nobody does it. */
export async function soon<Found>(look: () => Promise<Found | null>): Promise<Found> {
  const until = Date.now() + FOR_MS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > until) throw new StoryStopped('What was waited for did not come');
    await pause(EVERY_MS);
  }
}
