import type { Aside, Kept, Kind, Kinds } from './kinds';

type Body = Kinds[Kind];

/** The stand-in's memory. Bodies are never changed in place: whoever holds one may keep it. */
export interface Objects {
  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined;
  /** As `find`, for callers that know that it is there. */
  get<K extends Kind>(kind: K, id: string): Kinds[K];
  findAny(id: string): Body | undefined;
  /** All of a kind, the oldest first. */
  all<K extends Kind>(kind: K): Kinds[K][];
  add<T extends Body>(body: T, aside?: Aside): T;
  change<K extends Kind>(kind: K, id: string, changes: Partial<Kinds[K]>): Kinds[K];
  aside(id: string): Aside;
  setAside(id: string, changes: Aside): void;
  /** What was made or changed since the last time this was asked. */
  takeChanged(): Kept[];
}

export function createObjects(before: readonly Kept[]): Objects {
  const byId = new Map<string, Kept>();
  const byKind = new Map<string, Map<string, Kept>>();
  const changed = new Set<string>();
  const put = (kept: Kept) => {
    byId.set(kept.id, kept);
    const same = byKind.get(kept.kind) ?? new Map<string, Kept>();
    byKind.set(kept.kind, same.set(kept.id, kept));
  };
  for (const kept of [...before].sort((a, b) => a.order - b.order)) put(kept);
  let last = Math.max(0, ...before.map(({ order }) => order));

  const know = (id: string): Kept => {
    const kept = byId.get(id);
    if (!kept) throw new Error(`The stand-in has no ${id}`);
    return kept;
  };
  const write = (kept: Kept) => {
    put(kept);
    changed.add(kept.id);
  };
  const find = <K extends Kind>(kind: K, id: string) =>
    byKind.get(kind)?.get(id)?.body as Kinds[K] | undefined;

  return {
    find,
    get: (kind, id) => {
      const body = find(kind, id);
      if (!body) throw new Error(`The stand-in has no ${kind} ${id}`);
      return body;
    },
    findAny: (id) => byId.get(id)?.body as Body | undefined,
    all: <K extends Kind>(kind: K) =>
      [...(byKind.get(kind)?.values() ?? [])].map(({ body }) => body as Kinds[K]),
    add: (body, aside = {}) => {
      last += 1;
      write({ kind: body.object, id: body.id, order: last, body, aside });
      return body;
    },
    change: <K extends Kind>(kind: K, id: string, changes: Partial<Kinds[K]>) => {
      const kept = know(id);
      const body = { ...kept.body, ...changes } as Kinds[K];
      write({ ...kept, body });
      return body;
    },
    aside: (id) => know(id).aside,
    setAside: (id, changes) => {
      const kept = know(id);
      write({ ...kept, aside: { ...kept.aside, ...changes } });
    },
    takeChanged: () => {
      const taken = [...changed].map(know);
      changed.clear();
      return taken;
    },
  };
}
