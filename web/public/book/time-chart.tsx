import { monthName, rough, share } from './figures';
import type { PartProps } from './part';
import { later } from './period';
import { layOutMonths, type ChartSize, type MonthMark, type TimeLayout } from './time-layout';

const WIDE: ChartSize = { width: 960, line: 150, bars: 110, letters: 14, edge: 52 };
const NARROW: ChartSize = { width: 358, line: 130, bars: 90, letters: 11, edge: 40 };

/** Self-reliance over time as a picture: once for wide screens and once for phones. */
export function TimeChart(props: PartProps) {
  return (
    <>
      <Chart {...props} size={WIDE} className="only-wide" />
      <Chart {...props} size={NARROW} className="only-narrow" />
    </>
  );
}

interface ChartProps extends PartProps {
  readonly size: ChartSize;
  readonly className: string;
}

function Chart({ visit, community, size, className }: ChartProps) {
  const { t, language } = visit;
  const { months, from, until } = community.openBook;
  const layout = layOutMonths(months, size);
  const told = (at: number) => share(months.at(at)?.inYear.shareBasisPoints, language);
  const label = t('book.time.label', {
    ...{ first: told(0), from: monthName(from, language) },
    ...{ last: told(-1), to: monthName(later(until, -1), language) },
  });
  return (
    <svg
      className={`book-picture ${className}`}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size.width} ${Math.ceil(layout.height)}`}
    >
      <Grid {...{ layout, size, language }} />
      {layout.marks.map((mark) => (
        <Bars key={mark.month} {...{ mark, layout }} />
      ))}
      <path className="share-line" d={layout.path} />
      {layout.marks.map(
        ({ month, x, y }) =>
          y !== null && <circle key={month} className="share-dot" cx={x} cy={y} r="3" />,
      )}
      {layout.marks
        .filter(({ isNamed }) => isNamed)
        .map(({ month, x }) => (
          <text
            key={month}
            className="axis"
            x={x}
            y={layout.height - size.letters * 0.4}
            fontSize={size.letters}
            textAnchor="middle"
          >
            {month.endsWith('-01') ? month.slice(0, 4) : monthName(month, language, true)}
          </text>
        ))}
    </svg>
  );
}

/** The lines at none, half and all, and the floor and the height of the bars. */
function Grid(props: {
  readonly layout: TimeLayout;
  readonly size: ChartSize;
  readonly language: PartProps['visit']['language'];
}) {
  const { layout, size, language } = props;
  const { width, edge, letters, line, bars } = size;
  const shares = [10_000, 5_000, 0].map((part) => ({
    y: letters + line * (1 - part / 10_000),
    says: share(part, language),
  }));
  const money = [
    { y: layout.base - bars, says: `¥${rough(layout.most, language)}` },
    { y: layout.base, says: '¥0' },
  ];
  return (
    <>
      {[...shares, ...money].map(({ y, says }) => (
        <g key={`${y} ${says}`}>
          <line className="grid" x1={edge} x2={width} y1={y} y2={y} />
          <text
            className="axis"
            x={edge - 8}
            y={y + letters * 0.35}
            fontSize={letters}
            textAnchor="end"
          >
            {says}
          </text>
        </g>
      ))}
    </>
  );
}

function Bars({ mark, layout }: { readonly mark: MonthMark; readonly layout: TimeLayout }) {
  const { x, own, government } = mark;
  const left = x - layout.columnWidth / 2;
  return (
    <>
      {own.height > 0 && <rect className="bar-own" x={left} width={layout.columnWidth} {...own} />}
      {government.height > 0 && (
        <rect className="bar-government" x={left} width={layout.columnWidth} {...government} />
      )}
    </>
  );
}
