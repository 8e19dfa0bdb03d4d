/** What the API answered over HTTP. */
export interface Answer {
  readonly status: number;
  /** The body as it came. */
  readonly text: string;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly TopLevelError[];
}

export interface TopLevelError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly reason?: string;
    readonly field?: readonly string[];
  };
}

/** Why a mutation was refused, as any client reads it. */
export interface Refused {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** The languages every message is worded in. */
export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One person, or a stranger, who talks to the API as a client does: by fetch. */
export class Client {
  constructor(
    readonly url: string,
    private readonly token: string | null = null,
  ) {}

  /** Asks a query or a mutation. */
  async ask(query: string, variables: object = {}, language: Language = 'en'): Promise<Answer> {
    return await this.send(JSON.stringify({ query, variables }), language);
  }

  /** Sends any body at all. */
  async send(
    body: string | Buffer,
    language: Language = 'en',
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
      body,
    });
    return await read(response);
  }
}

/** Reads whatever came: an answer of GraphQL, or of the server before it. */
export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const { data = null, errors = [] } = parsed(text);
  return { status: response.status, text, data, errors };
}

function parsed(text: string): Partial<Pick<Answer, 'data' | 'errors'>> {
  try {
    return JSON.parse(text) as Partial<Answer>;
  } catch {
    return {};
  }
}
