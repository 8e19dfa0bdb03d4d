import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Log } from '../errors';
import type { Task } from '../worker/jobs';

/** What the pages for givers work with. */
export interface GiverPages {
  readonly source: DataSource;
  /** Asks the worker to look at what has just been written. */
  readonly wake: (task: Task) => void;
  readonly log: Log;
  /** Where people find this server; null: where they ask for it. */
  readonly publicUrl: string | null;
}

/** A request whose address holds a token. */
export type ByToken<More = object> = FastifyRequest<{
  Params: { token: string } & More;
  Querystring: { looks?: string };
}>;
