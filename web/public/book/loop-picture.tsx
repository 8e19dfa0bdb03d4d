import { money } from '../../kit/figures';
import type { Visit } from '../page';
import { rough } from './figures';
import { layOut, type DrawnFlow, type DrawnStop, type Size, type Stop } from './loop-layout';
import type { PartProps } from './part';

const WIDE: Size = { width: 960, perStop: 96, letters: 15 };
const NARROW: Size = { width: 358, perStop: 92, letters: 11 };

/** What a place of the loop is called. */
export function stopName(stop: Stop, { t }: Pick<Visit, 't'>): string {
  if (stop === 'held' || stop === 'earlier') return t(`book.loop.${stop}`);
  return t(`CHOICE_LoopNode_${stop}`);
}

/** The closed loop as a picture: once for wide screens and once for phones. */
export function LoopPicture({ visit, community }: PartProps) {
  const { t, language } = visit;
  const { flows } = community.openBook;
  const told = flows.map(({ from, to, money: sum }) =>
    t('book.loop.flow', {
      ...{ from: stopName(from, visit), to: stopName(to, visit) },
      money: money(sum, language),
    }),
  );
  const label = t('book.loop.label', { place: community.name, flows: told.join('; ') });
  return (
    <>
      <Picture {...{ visit, flows, label }} size={WIDE} className="only-wide" />
      <Picture {...{ visit, flows, label }} size={NARROW} className="only-narrow" />
    </>
  );
}

function Picture(props: {
  readonly visit: Visit;
  readonly flows: PartProps['community']['openBook']['flows'];
  readonly label: string;
  readonly size: Size;
  readonly className: string;
}) {
  const { visit, flows, label, size, className } = props;
  const layout = layOut(flows, size);
  if (!layout) return null;
  const box = `0 0 ${size.width} ${Math.ceil(layout.height) + 2}`;
  return (
    <svg className={`book-picture ${className}`} role="img" aria-label={label} viewBox={box}>
      {layout.flows.map((flow) => (
        <Stream key={`${flow.from} ${flow.to}`} flow={flow} />
      ))}
      {layout.stops.map((stop) => (
        <Place key={stop.id} {...{ stop, visit, size }} />
      ))}
    </svg>
  );
}

/** By whose strength money moves: what has left the pools is of both. */
function toneOf({ from, to }: DrawnFlow): string {
  if (to === 'held' || from === 'earlier') return 'held';
  if (from === 'GOVERNMENT') return 'government';
  return from === 'ENTERPRISES' || from === 'GIVERS' ? 'own' : 'used';
}

function Stream({ flow }: { readonly flow: DrawnFlow }) {
  return <path className={`flow flow-${toneOf(flow)}`} d={flow.path} strokeWidth={flow.width} />;
}

function Place(props: { readonly stop: DrawnStop; readonly visit: Visit; readonly size: Size }) {
  const { stop, visit, size } = props;
  const { letters } = size;
  const x = stop.isLast ? stop.x + stop.width : stop.x;
  const beneath = stop.isBeneath ? stop.height + letters * 2.6 : 0;
  const font = { x, fontSize: letters, textAnchor: stop.isLast ? 'end' : 'start' } as const;
  return (
    <>
      <rect className="stop" x={stop.x} y={stop.y} width={stop.width} height={stop.height} rx="2" />
      <text className="stop-name" {...font} y={stop.y + beneath - letters * 1.45}>
        {stopName(stop.id, visit)}
      </text>
      <text className="stop-money" {...font} y={stop.y + beneath - letters * 0.35}>
        {`¥${rough(stop.minor, visit.language)}`}
      </text>
    </>
  );
}
