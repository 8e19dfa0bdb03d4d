import { money, type MoneyLike } from '../../kit/figures';
import { sumOf } from '../../kit/sums';
import type { Visit } from '../page';
import type { Step } from './way-step';
import { layOut, LIFT, WIDE, type Placed } from './way-layout';
import { LETTER, LINE } from './way-lines';

interface Props {
  readonly way: Step;
  readonly amount: MoneyLike;
  readonly visit: Visit;
}

/** The way of a gift, drawn: where it came to, how much, and when; the table says the same. */
export function WayPicture({ way, amount, visit }: Props) {
  const figure = figureOf(amount, visit);
  const { placed, streams, height } = layOut(way, figure);
  return (
    <svg
      {...{ className: 'give-way', viewBox: `0 0 ${WIDE} ${Math.ceil(height)}` }}
      role="img"
      aria-labelledby="way-title"
    >
      <title id="way-title">{visit.t('give.way.picture')}</title>
      {streams.map(({ path, width, look, x, y }) => (
        <g key={path} className={look}>
          <path d={path} strokeWidth={width} />
          <circle cx={x} cy={y} r={Math.max(LEAST_END, width / 2)} />
        </g>
      ))}
      {placed.map((each) => (
        <Words key={each.y} {...each} />
      ))}
    </svg>
  );
}

/** However thin a stream is, its end is seen. */
const LEAST_END = 4;

function Words({ y, lines, textX }: Placed) {
  return (
    <text x={textX} y={y + LIFT} fontSize={LETTER}>
      {lines.map(({ text, tells }, at) => (
        <tspan key={at} {...{ x: textX, dy: at && LINE, className: tells }}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

const figureOf =
  (amount: MoneyLike, { language }: Visit) =>
  ({ minor }: Step): string =>
    money(sumOf(minor, amount.currency), language);

/** The same as a table: what the picture shows, in words and in full. */
export function WayTable({ way, amount, visit }: Props) {
  const { t } = visit;
  const figure = figureOf(amount, visit);
  return (
    <table className="give-table">
      <caption>{t('give.way.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('give.way.where')}</th>
          <th scope="col">{t('give.way.when')}</th>
          <th scope="col">{t('give.way.how-much')}</th>
        </tr>
      </thead>
      <tbody>
        {stepsOf(way).map(({ step, depth }, at) => (
          <tr key={at} className={`depth-${depth}`}>
            <th scope="row">
              {step.label}
              {step.says && <span className="give-soft">{step.says}</span>}
            </th>
            <td>{step.when}</td>
            <td>{figure(step)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const stepsOf = (step: Step, depth = 0): { step: Step; depth: number }[] => [
  { step, depth },
  ...step.onward.flatMap((next) => stepsOf(next, depth + 1)),
];
