import type { DataSource } from 'typeorm';
import { serve, type Served } from '../../../src/server/serve';
import { tokenOf } from '../../support/world';
import { Client } from './client';

/** Who acts, the mutation, its input's type, the input, and what the answer is asked for. */
type Deed = readonly [
  personId: string | null,
  mutation: string,
  type: string,
  input: object,
  gives: string,
];

/** People who meet a server over HTTP, each signed in anew at the moment at which they act. */
export class People {
  private constructor(
    private readonly source: DataSource,
    private readonly served: Served,
    private readonly logged: readonly string[],
  ) {}

  static async before(source: DataSource): Promise<People> {
    const logged: string[] = [];
    const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
    return new People(source, await serve(settings, source, (line) => logged.push(line)), logged);
  }

  /** Closes the server, which had nothing to tell. */
  async leave(): Promise<void> {
    await this.served.close();
    expect(this.logged).toEqual([]);
  }

  private async as(personId: string | null): Promise<Client> {
    const token = personId === null ? null : await tokenOf(this.source, personId);
    return new Client(this.served.url, token);
  }

  /** Does something, and gives the payload, whatever was refused. */
  async tries(...[personId, mutation, type, input, gives]: Deed): Promise<{ userErrors: unknown }> {
    const query = `mutation ($input: ${type}!) {
      ${mutation}(input: $input) { ${gives} userErrors { code path message } } }`;
    const answer = await (await this.as(personId)).ask(query, { input });
    expect({ errors: answer.errors, of: mutation }).toEqual({ errors: [], of: mutation });
    return answer.data?.[mutation] as { userErrors: unknown };
  }

  /** The same where nothing is to be refused. */
  async does(...deed: Deed): Promise<{ userErrors: unknown }> {
    const payload = await this.tries(...deed);
    expect({ of: deed[1], errors: payload.userErrors }).toEqual({ of: deed[1], errors: [] });
    return payload;
  }

  /** What a stranger reads of a node. */
  async reads(id: string, fields: string): Promise<unknown> {
    const query = `query ($id: ID!) { node(id: $id) { ${fields} } }`;
    const answer = await (await this.as(null)).ask(query, { id });
    expect(answer.errors).toEqual([]);
    return answer.data?.node;
  }
}

/** What stands at a path of an answer: `motion.resolutions.0.id`. */
export function told(answer: unknown, path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], answer);
  if (typeof found !== 'string')
    throw new Error(`There is no ${path} in ${JSON.stringify(answer)}`);
  return found;
}
