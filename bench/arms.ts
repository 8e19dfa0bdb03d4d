import type { Measured } from './arithmetic';
import { CLIENTS } from './metrics';
import { hotScript, spreadScript, tillScript, type Script } from './naive/scripts';
import type { Site } from './site';
import { exampleExchange, type Kind } from './posting/drafts';

/** One thing that is measured: a slice of so many seconds, over and over. */
export interface Arm {
  readonly name: string;
  /** Ours get one slice before the first round, as a server has that has been up for a while. */
  readonly ours: boolean;
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
export function armsOf(site: Site, runScript: RunScript): Arm[] {
  const naivePosting = (kind: Kind, script: Script) =>
    CLIENTS.map((clients) => ({
      name: `${kind} pgbench ${clients}`,
      ours: false,
      run: async (seconds: number) => {
        await site.naive();
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
  ];
}
