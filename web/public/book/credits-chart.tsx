import { count } from '../../kit/figures';
import { monthName } from './figures';
import type { PartProps } from './part';
import type { Book } from './told';

interface Size {
  readonly width: number;
  readonly high: number;
  readonly letters: number;
}

const WIDE: Size = { width: 960, high: 150, letters: 14 };
const NARROW: Size = { width: 358, high: 120, letters: 11 };

export type MonthOfCredits = Book['reports'][number];

export const issuedIn = ({ credits }: MonthOfCredits): number =>
  credits.issued.reduce((all, each) => all + each.credits, 0);

/** Credits issued and used, month by month, side by side. */
export function CreditsChart({ visit, community }: PartProps) {
  const { t, language } = visit;
  const { reports, credits } = community.openBook;
  if (!credits) return null;
  const label = t('book.credits.label', {
    issued: count(
      reports.reduce((all, month) => all + issuedIn(month), 0),
      language,
    ),
    redeemed: count(credits.redeemed, language),
  });
  return (
    <>
      <Chart {...{ visit, reports, label }} size={WIDE} className="only-wide" />
      <Chart {...{ visit, reports, label }} size={NARROW} className="only-narrow" />
    </>
  );
}

function Chart(props: {
  readonly visit: PartProps['visit'];
  readonly reports: readonly MonthOfCredits[];
  readonly label: string;
  readonly size: Size;
  readonly className: string;
}) {
  const { visit, reports, label, size, className } = props;
  const { width, high, letters } = size;
  const most = Math.max(
    1,
    ...reports.map((month) => Math.max(issuedIn(month), month.credits.spent)),
  );
  const step = width / Math.max(1, reports.length);
  const bar = Math.min(step * 0.36, 26);
  const every = Math.ceil(reports.length / Math.floor(width / (letters * 3.4)));
  const column = (value: number, x: number, tone: string) => {
    const height = (Math.max(0, value) / most) * high;
    return <rect className={`bar-${tone}`} x={x} y={high - height} width={bar} height={height} />;
  };
  return (
    <svg
      className={`book-picture ${className}`}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${high + letters * 1.8}`}
    >
      <line className="grid" x1="0" x2={width} y1={high} y2={high} />
      {reports.map((month, at) => {
        const middle = step * (at + 0.5);
        return (
          <g key={month.month}>
            {column(issuedIn(month), middle - bar - 1, 'own')}
            {column(month.credits.spent, middle + 1, 'used')}
            {(reports.length - 1 - at) % every === 0 && (
              <text
                className="axis"
                x={middle}
                y={high + letters * 1.4}
                fontSize={letters}
                textAnchor="middle"
              >
                {monthName(month.month, visit.language, true)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
