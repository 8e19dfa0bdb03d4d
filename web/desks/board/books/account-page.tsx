import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BoardAccount, BoardAccountLines } from '../../../generated/operations';
import { Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useRead } from '../../kit/use-read';
import { Figures } from '../parts/figures-list';
import { Listed } from '../../kit/listed';
import { NodeShown } from '../parts/node-shown';
import { Part } from '../parts/part';
import { Lines } from './lines';
import { type AssetShown, Of } from './of';

/** An account of the books: what it holds, and its lines. */
export function AccountPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(BoardAccount, { id });
  return (
    <NodeShown read={read} has="asset">
      {(node) => {
        const { name, title, balance, asset } = node;
        const held = { name: title, value: <Of asset={asset} amount={balance} /> };
        return (
          <Page title={name}>
            <Figures of={[held]} />
            <Part title={t('board.pool.tab.statement')}>
              <AccountLines id={id} asset={asset} />
            </Part>
          </Page>
        );
      }}
    </NodeShown>
  );
}

function AccountLines({ id, asset }: { readonly id: string; readonly asset: AssetShown }) {
  const { t } = useTranslation();
  const list = useList(BoardAccountLines, { id }, ({ node }) =>
    node && 'statement' in node ? node.statement : null,
  );
  return (
    <Listed list={list} empty={t('board.statement.empty')}>
      {(lines) => <Lines lines={lines} asset={asset} />}
    </Listed>
  );
}
