import { useTranslation } from 'react-i18next';
import { BoardPoolStatement } from '../../../generated/operations';
import { useList } from '../../kit/use-list';
import { Lines } from '../books/lines';
import { Listed } from '../../kit/listed';
import type { PoolShown } from './pool-page';

/** What came into a pool's available money and left it, each line with its entry. */
export function PoolStatement({ pool: { id, currency } }: { readonly pool: PoolShown }) {
  const { t } = useTranslation();
  const list = useList(BoardPoolStatement, { id }, ({ node }) =>
    node && 'statement' in node ? node.statement : null,
  );
  return (
    <Listed list={list} empty={t('board.statement.empty')}>
      {(lines) => <Lines lines={lines} asset={{ code: currency, kind: 'CURRENCY' }} />}
    </Listed>
  );
}
