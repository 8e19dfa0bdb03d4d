import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { TillWriteOff, TillWriteOffs } from '../../../generated/operations';
import { found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useRead } from '../../kit/use-read';
import { useTill } from '../at-store';
import { LinkButton } from '../link-button';
import { useLimitWords } from './use-limit-words';
import { WriteOffCard } from './write-off-card';

/** What was written off in this store, the last first, and how much one may do so alone. */
export function WriteOffsPage() {
  const { t } = useTranslation();
  const { store } = useTill();
  const first = useRead(TillWriteOffs, { storeId: store.id, after: null });
  const limit = useLimitWords(found(first.data?.node)?.writeOffLimit ?? null);
  const list = useList(TillWriteOffs, { storeId: store.id }, ({ node }) => found(node)?.writeOffs);
  return (
    <Page
      title={t('store.write-offs')}
      actions={<LinkButton to="/till/lots">{t('store.lots')}</LinkButton>}
    >
      {first.data && <Typography.Text>{limit}</Typography.Text>}
      <Listed list={list} empty={<Nothing says={t('store.write-offs.none')} />}>
        {(all) => (
          <ul className="till-cards">
            {all.map((each) => (
              <WriteOffCard key={each.id} writeOff={each} done={list.again} />
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}

/** One write-off by itself, for whoever decides and does not stand at the till. */
export function OneWriteOff() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(TillWriteOff, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const writeOff = found(node);
        if (!writeOff) return <Nothing says={t('desk.not-here')} />;
        return (
          <Page title={t('store.write-off.of', { store: writeOff.store.name })}>
            <WriteOffCard as="section" writeOff={writeOff} done={read.again} />
          </Page>
        );
      }}
    </Shown>
  );
}
