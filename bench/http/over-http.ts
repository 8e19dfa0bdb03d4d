import { createDataSource } from '../../ormconfig';
import { once, type Site } from '../site';
import { buildWorld, type World } from '../world/build';
import type { Script } from '../naive/scripts';
import { bareSql } from './bare-sql';
import type { CallJob, Called } from './caller';
import { KeptAlive, type Target } from './kept-alive';
import { startOwnServer, type OwnServer } from './own-server';
import { bodyOf, exchangeRequest, type Request } from './requests';
import type { SameBytesJob } from './same-bytes';

const RULE = 'goodsExchanged';

/** A list of 50 needs as many, and one more so that there is a next page. */
const EXCHANGES_BEFORE = 200;

/** The community of one database, served by our server and called by a caller of its own. */
export class OverHttp {
  private served: OwnServer | null = null;
  /** Whether anything was exchanged. */
  exchanged = false;

  constructor(private readonly site: Site) {}

  readonly world = once(async () => {
    const source = await createDataSource(this.site.url, 4).initialize();
    return await buildWorld(source).finally(() => source.destroy());
  });

  private readonly server = once(async () => {
    this.served = await startOwnServer(this.site.url, this.site.nodeArgs);
    return this.served;
  });

  private readonly caller = once(() => Promise.resolve(this.site.start('http/caller')));
  private readonly raw = once(() => Promise.resolve(this.site.start('http/same-bytes')));

  /** Where to send what the store's clerk asks; `null`: what a stranger asks. */
  private async target(signedIn: boolean): Promise<Target> {
    const { port } = await this.server();
    const headers: Record<string, string> = signedIn
      ? { authorization: `Bearer ${await this.token()}` }
      : {};
    return { port, path: '/graphql', headers };
  }

  /** Signs in as a client does. */
  private readonly token = once(async () => {
    const { login, password } = await this.world();
    const body = bodyOf('SignInElsewhere', { input: { login, password } });
    const answer = await postOnce(await this.target(false), body);
    const token = /"token":"([\w-]+)"/.exec(answer)?.[1];
    if (!token) throw new Error(`Signing in failed: ${answer}`);
    return token;
  });

  /** Calls our server for so long. */
  async call(
    make: (world: World) => Request,
    how: { readonly signedIn: boolean; readonly inFlight: number; readonly seconds: number },
  ): Promise<Called> {
    const target = await this.target(how.signedIn);
    return await this.send(target, make(await this.world()), how, false);
  }

  /** Till exchanges, each counted, some sent twice. */
  async exchange(inFlight: number, seconds: number): Promise<Called> {
    const world = await this.world();
    const how = { inFlight, seconds };
    const called = await this.send(await this.target(true), exchangeRequest(world), how, true);
    this.exchanged = true;
    this.site.count(world.communityId, called.done, RULE);
    return called;
  }

  /** Exchanges that a list can show. */
  readonly someExchanges = once(async () => {
    for (let done = 0; done < EXCHANGES_BEFORE;) done += (await this.exchange(16, 0.5)).done;
  });

  /** The statements behind a request of the clerk's. */
  async statementsOf(make: (world: World) => Request): Promise<Script> {
    const { template } = make(await this.world());
    const target = await this.target(true);
    return await bareSql(this.site.url, async (port) => {
      const answer = await postOnce({ ...target, port }, template);
      if (answer.includes('"errors"')) throw new Error(`A wrong answer: ${answer}`);
    });
  }

  /** Calls a server that answers the same bytes and does nothing else. */
  async callRaw(
    make: (world: World) => Request,
    how: { readonly inFlight: number; readonly seconds: number },
  ): Promise<Called> {
    const request = make(await this.world());
    const port = await this.rawPort(request);
    return await this.send({ port, path: '/graphql', headers: {} }, request, how, false);
  }

  private readonly rawPorts = new Map<string, Promise<number>>();

  private async rawPort({ template }: Request): Promise<number> {
    const start = async () => {
      const answer = await postOnce(await this.target(false), template);
      const raw = await this.raw();
      return await raw.ask<number>(asGiven(answer));
    };
    const port = this.rawPorts.get(template) ?? start();
    this.rawPorts.set(template, port);
    return await port;
  }

  private async send(
    target: Target,
    { template, choices, expects }: Request,
    { inFlight, seconds }: { readonly inFlight: number; readonly seconds: number },
    repeats: boolean,
  ): Promise<Called> {
    const caller = await this.caller();
    const job: CallJob = { target, template, choices, expects, repeats, inFlight, seconds };
    const called = await caller.ask<Called>(job);
    if (called.done === 0) throw new Error(`No right answer came: ${called.example}`);
    if (called.wrong > 0)
      this.site.wrong.push(`${called.wrong} wrong answers over HTTP, such as ${called.example}`);
    return called;
  }

  async close(): Promise<void> {
    await this.served?.stop();
    this.served = null;
  }
}

export async function postOnce(target: Target, body: string): Promise<string> {
  const connection = await KeptAlive.open(target);
  return await connection.ask(body).finally(() => connection.close());
}

/** An answer's headers and body, for a server that gives the same; a date it makes itself. */
function asGiven(answer: string): SameBytesJob {
  const end = answer.indexOf('\r\n\r\n');
  const lines = answer.slice(0, end).split('\r\n').slice(1);
  const own = /^(date|connection|keep-alive|content-length):/i;
  const headers = lines
    .filter((line) => !own.test(line))
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
  return {
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: answer.slice(end + 4),
  };
}
