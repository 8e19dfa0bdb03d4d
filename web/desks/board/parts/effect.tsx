import { useTranslation } from 'react-i18next';
import { Money } from '../../kit/figures';
import { less, type Sum } from '../../../kit/sums';

/** What an act does to money, told before it is done: out of what, how much, and what is left. */
export function Effect(props: {
  readonly says: string;
  readonly from: string;
  readonly before: Sum;
  readonly moves: Sum;
}) {
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
