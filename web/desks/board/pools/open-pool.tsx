import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { BoardOpenPool, BoardSeat } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { useBooksBelow } from '../../kit/use-books-below';
import { useRead } from '../../kit/use-read';
import type { Foundation } from '../parts/foundations';
import { thresholdsOf, ThresholdsTable } from './thresholds-table';

/** What a pool of a foundation can be for; public money has a procedure that opens its own. */
const PURPOSES = [
  ...['ORGANISATIONS', 'VOLUNTEERING', 'INFRASTRUCTURE', 'CULTURE_SPORT'],
  ...['EDUCATION', 'ENVIRONMENT', 'WELFARE', 'OTHER'],
] as const;

const CURRENCY = 'CNY';

/** The chair or the secretary opens a pool: what for, in whose books, who must approve. */
export function OpenPool({ foundation }: { readonly foundation: Foundation }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data } = useRead(BoardSeat, { foundationId: foundation.id });
  const { data: books = [] } = useBooksBelow(found(data?.node)?.place);
  return (
    <ActButton
      document={BoardOpenPool}
      title={t('board.pool.open')}
      button={{ type: 'primary' }}
      go={t('board.pool.open.go')}
      given={{ foundationId: foundation.id, currency: CURRENCY }}
      effect={t('board.pool.open.effect', { name: foundation.name })}
      fields={[
        { name: 'name', kind: 'line', label: t('board.pool.name') },
        {
          ...{ name: 'purpose', kind: 'choice', label: t('board.pool.purpose') },
          options: PURPOSES.map((value) => ({ value, label: t(`board.purpose.${value}`) })),
        },
        {
          ...{ name: 'restriction', kind: 'text', label: t('board.pool.restriction') },
          ...{ help: t('board.pool.restriction.help'), optional: true },
        },
        {
          ...{ name: 'communityId', kind: 'choice', label: t('board.pool.books') },
          options: books.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          ...{ name: 'thresholds', kind: 'own', label: t('board.thresholds') },
          ...{ first: [{ from: '0', approvals: '2' }], control: <ThresholdsTable /> },
        },
      ]}
      shape={({ thresholds, ...written }) => ({
        ...written,
        thresholds: thresholdsOf(thresholds, CURRENCY),
      })}
      onDone={(done) => {
        const { pool } = done as { pool: { id: string } | null };
        if (pool) void navigate(`/board/pools/${pool.id}/rules`);
      }}
    />
  );
}
