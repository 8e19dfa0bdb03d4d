import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { TellFault } from '../web/public-pages';
import type { Task } from '../worker/jobs';

/** What the pages for givers work with. */
export interface GiverPages {
  readonly source: DataSource;
  /** Asks the worker to look at what has just been written. */
  readonly wake: (task: Task) => void;
  /** Where people find this server; null: where they ask for it. */
  readonly publicUrl: string | null;
  /** Tells what went wrong as public pages do; null: none are built. */
  readonly fail: TellFault | null;
}

/** A request whose address holds a token. */
export type ByToken<More = object> = FastifyRequest<{
  Params: { token: string } & More;
  Querystring: { looks?: string };
}>;
