import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day } from '../../../kit/figures';
import { Money, useLanguage } from '../../kit/figures';
import type { Item, Row } from './items';

/** Something that waits: what it is, about what, how much; it leads to where it is done. */
export function ItemCard({ item, row }: { readonly item: Item; readonly row: Row }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { due, kind } = row.facts;
  const facts = {
    ...row.facts,
    ...(due !== undefined && { due: day(String(due), language) }),
    ...(kind !== undefined && { kind: t(`board.task.${String(kind)}`) }),
  };
  return (
    <Card size="small">
      <div className="board-line">
        <Link to={row.to}>
          {t(`board.item.${item.__typename}`)}
          {row.title && <strong> {row.title}</strong>}
        </Link>
        {row.sum && (
          <strong>
            <Money of={row.sum} />
          </strong>
        )}
      </div>
      <div className="board-text">{t(`board.item.${item.__typename}.says`, facts)}</div>
    </Card>
  );
}
