import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import type { Flow } from './told';

/** A place in the picture: one of the loop, or where a pool's money was before and is after. */
export type Stop = Flow['from'] | 'earlier' | 'held';

interface Stood {
  readonly id: Stop;
}
interface Went {
  readonly minor: number;
}
type Node = SankeyNode<Stood, Went>;
type Link = SankeyLink<Stood, Went>;

/** How wide and how high it is drawn, and how big its letters are. */
export interface Size {
  readonly width: number;
  readonly perStop: number;
  readonly letters: number;
}

/** A place as it is drawn, with the room for its name. */
export interface DrawnStop {
  readonly id: Stop;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isLast: boolean;
  /** Whether its name stands beneath it: beside it stand longer ones. */
  readonly isBeneath: boolean;
  readonly minor: number;
}

export interface DrawnFlow {
  readonly from: Stop;
  readonly to: Stop;
  readonly path: string;
  readonly width: number;
}

export interface Layout {
  readonly height: number;
  readonly stops: readonly DrawnStop[];
  readonly flows: readonly DrawnFlow[];
}

const GIVERS: readonly Stop[] = ['ENTERPRISES', 'GIVERS', 'GOVERNMENT', 'earlier'];

const isPool = (stop: Stop): boolean => stop.startsWith('POOL_');

/** Givers, pools, whom it reached, and what was done. */
function columnOf(stop: Stop): number {
  if (GIVERS.includes(stop)) return 0;
  if (isPool(stop)) return 1;
  return stop === 'SERVICES' ? 3 : 2;
}

interface Part {
  readonly from: Stop;
  readonly to: Stop;
  readonly minor: number;
}

/** What of the flows can be drawn, with what pools held before and hold after. */
function partsOf(flows: readonly Flow[]): Part[] {
  const parts: Part[] = flows
    .map(({ from, to, money }) => ({ from, to, minor: Number(money.minor) }))
    .filter(({ minor }) => minor > 0);
  const pools = [...new Set(parts.flatMap(({ from, to }) => [from, to]).filter(isPool))];
  const rests = pools.flatMap((pool): Part[] => {
    const came = sum(parts.filter(({ to }) => to === pool));
    const went = sum(parts.filter(({ from }) => from === pool));
    if (came > went) return [{ from: pool, to: 'held', minor: came - went }];
    return went > came ? [{ from: 'earlier', to: pool, minor: went - came }] : [];
  });
  // What was shown stands at the end of what was paid; where nothing was, there is no way to it.
  const paid = parts.some(({ from, to }) => isPool(from) && columnOf(to) === 2);
  return [...parts.filter(({ to }) => paid || to !== 'SERVICES'), ...rests];
}

const sum = (parts: readonly Part[]) => parts.reduce((all, { minor }) => all + minor, 0);

const NODE = 12;
/** Above each place stand its name and its money. */
const LINES = 2.9;

/** Where everything stands; null where nothing flowed. */
export function layOut(flows: readonly Flow[], { width, perStop, letters }: Size): Layout | null {
  const parts = partsOf(flows);
  if (parts.length === 0) return null;
  const ids = [...new Set(parts.flatMap(({ from, to }) => [from, to]))];
  const columns = [0, 1, 2, 3].map((at) => ids.filter((id) => columnOf(id) === at).length);
  const room = letters * LINES;
  const foot = ids.includes('SERVICES') ? room : 0;
  const height = Math.max(...columns) * perStop + room;
  const made = sankey<Stood, Went>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ id }) => columnOf(id))
    .nodeWidth(NODE)
    .nodePadding(room)
    .extent([
      [0, room],
      [width, height],
    ])({
    nodes: ids.map((id) => ({ id })),
    links: parts.map(({ from, to, minor }) => ({ source: from, target: to, value: minor, minor })),
  });
  const line = sankeyLinkHorizontal<Stood, Went>();
  const last = Math.max(...made.nodes.map(({ x0 = 0 }) => x0));
  return {
    height: height + foot,
    stops: made.nodes.map((node) => drawnStop(node, (node.x0 ?? 0) === last)),
    flows: made.links.map((link) => drawnFlow(link, line(link) ?? '')),
  };
}

const rounded = (value: number) => Math.round(value * 10) / 10;

function drawnStop({ id, x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 }: Node, isLast: boolean) {
  return {
    ...{ id, isLast, isBeneath: id === 'SERVICES', minor: value },
    ...{ x: rounded(x0), y: rounded(y0), width: rounded(x1 - x0) },
    height: Math.max(2, rounded(y1 - y0)),
  };
}

function drawnFlow({ source, target, width = 0 }: Link, path: string): DrawnFlow {
  const idOf = (end: Link['source']) => (end as Node).id;
  const short = path.replace(/\d+\.\d+/g, (figure) => String(rounded(Number(figure))));
  return { from: idOf(source), to: idOf(target), path: short, width: Math.max(1, rounded(width)) };
}
