import type { Measured } from './arithmetic';
import { CLIENTS } from './metrics';
import { bytesPerEntry } from './growth/bytes';
import { hotScript, spreadScript, tillScript, type Script } from './naive/scripts';
import { once, type Site } from './site';
import type { OverHttp } from './http/over-http';
import { exchangesRequest, idleMutation, placesRequest, type Request } from './http/requests';
import type { World } from './world/build';
import { exampleExchange, type Kind } from './posting/drafts';

/** One thing that is measured: a slice of so many seconds, over and over. */
export interface Arm {
  readonly name: string;
  /** What must stand before it runs, where it does not run before the first round. */
  readonly prepare?: () => Promise<unknown>;
  /** Ours run before the first round, as a server has that has been up for a while. */
  readonly ours: boolean;
  /** For so many seconds; one, where nothing is said. The longer its way, the more is compiled. */
  readonly warmUp?: number;
  run(seconds: number): Promise<Measured>;
}

/** How a naive arm's script is run: pgbench, or where there is none a plain pool. */
export type RunScript = (
  url: string,
  script: Script,
  clients: number,
  seconds: number,
) => Promise<Measured & { readonly done: number }>;

/** All arms of one database. */
export function armsOf(site: Site, http: OverHttp, runScript: RunScript): Arm[] {
  const naivePosting = (kind: Kind, script: Script) =>
    CLIENTS.map((clients) => ({
      name: `${kind} pgbench ${clients}`,
      ...{ ours: false, prepare: site.naive },
      run: async (seconds: number) => {
        const ran = await runScript(site.url, script, clients, seconds);
        site.count(site.naiveBooks, ran.done);
        return ran;
      },
    }));
  const posting = (kind: Kind, inFlight: number) => ({
    name: `${kind} record ${inFlight}`,
    ours: true,
    run: (seconds: number) => site.post(kind, inFlight, seconds),
  });
  return [
    ...naivePosting('hot', hotScript(site.naiveBooks)),
    posting('hot', 64),
    posting('hot', 1),
    ...naivePosting('spread', spreadScript(site.naiveBooks)),
    posting('spread', 64),
    ...naivePosting('till', tillScript(site.naiveBooks, exampleExchange())),
    posting('till', 1),
    // Files do not grow otherwise in another round: it is measured once.
    { name: 'bytes per entry', ours: false, run: once(() => bytesPerEntry(site)) },
    ...httpArms(site, http, runScript),
  ];
}

/** In flight where one answer costs little, and one caller must keep two servers busy. */
const AT_ONCE = 64;

function httpArms(site: Site, http: OverHttp, runScript: RunScript): Arm[] {
  const ours = (name: string, run: Arm['run']): Arm => ({ name, ours: true, run });
  const raw = (name: string, make: (world: World) => Request): Arm => ({
    ...{ name, ours: false },
    run: (seconds) => http.callRaw(make, { inFlight: AT_ONCE, seconds }),
  });
  const stranger = { signedIn: false, inFlight: AT_ONCE };
  const statements = once(async () => {
    await http.someExchanges();
    return await http.statementsOf(exchangesRequest);
  });
  return [
    { ...ours('till http 64', (seconds) => http.exchange(AT_ONCE, seconds)), warmUp: 4 },
    raw('mutation raw', idleMutation),
    ours('mutation http', (seconds) => http.call(idleMutation, { ...stranger, seconds })),
    raw('list raw', placesRequest),
    ours('list http', (seconds) => http.call(placesRequest, { ...stranger, seconds })),
    ...CLIENTS.map((clients) => ({
      name: `exchanges pgbench ${clients}`,
      ...{ ours: false, prepare: statements },
      run: async (seconds: number) =>
        await runScript(site.url, await statements(), clients, seconds),
    })),
    ours('exchanges http 64', async (seconds) => {
      await http.someExchanges();
      return await http.call(exchangesRequest, { signedIn: true, inFlight: AT_ONCE, seconds });
    }),
  ];
}
