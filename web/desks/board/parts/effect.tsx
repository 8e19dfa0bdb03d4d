import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Money } from '../../kit/figures';
import { less, minorOf, type Sum, sumOf } from '../../../kit/sums';

interface EffectProps {
  readonly says: string;
  readonly from: string;
  readonly before: Sum;
  readonly moves: Sum;
}

/** The same where the amount is written: what is shown is what will be posted. */
export function EffectOfWritten(props: Omit<EffectProps, 'moves'>) {
  const { currency } = props.before;
  const written = Form.useWatch<string | undefined>('amount') ?? '';
  return <Effect {...props} moves={sumOf(minorOf(written, currency) ?? 0n, currency)} />;
}

/** What an act does to money, told before it is done: out of what, how much, and what is left. */
export function Effect(props: EffectProps) {
  const { says, from, before, moves } = props;
  const { t } = useTranslation();
  const lines = [
    { key: 'before', says: from, sum: before },
    { key: 'moves', says: t('board.effect.moves'), sum: moves },
    { key: 'left', says: t('board.effect.left'), sum: less(before, moves) },
  ];
  return (
    <>
      <p className="board-says">{says}</p>
      <dl className="board-figures">
        {lines.map(({ key, says: name, sum }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              <Money of={sum} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
