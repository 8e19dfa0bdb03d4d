import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  CadreSetWriteOffLimit,
  CadreStore,
  type CadreStoreQuery,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Day, Money } from '../../kit/figures';
import { type Found, found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Facts } from '../parts/facts';
import { useWhere } from '../where';
import { GoodsValues } from './goods-values';
import { Premises } from './premises';

export type StoreShown = Found<CadreStoreQuery['node']>;

/** What officers decide about a store: what one person may write off, goods given, its premises. */
export default function Store() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CadreStore, { id });
  return (
    <Shown read={read} rows={8}>
      {({ node }) => {
        const store = found(node);
        if (!store) return <Nothing says={t('desk.not-here')} />;
        return <StorePage store={store} again={read.again} />;
      }}
    </Shown>
  );
}

function StorePage({ store, again }: { readonly store: StoreShown; readonly again: () => void }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { name, code, openedOn, operator, premisesOwner, pool, place, writeOffLimit } = store;
  return (
    <Page title={name} actions={<SetWriteOffLimit {...{ store, again }} />}>
      <Facts
        rows={[
          [t('cadre.stores.code'), code],
          [t('cadre.stores.operator'), operator.name],
          [t('cadre.stores.pool'), pool.name],
          [t('cadre.premises.owner'), premisesOwner.name],
          [t('cadre.stores.since'), <Day key="since" of={openedOn} />],
          [t('cadre.write-off-limit'), <Limit key="limit" of={writeOffLimit} />],
          [
            t('cadre.stores.allowances'),
            <Link key="allowances" to={`/cadre/store/allowances/${place.id}`}>
              {t('cadre.stores.allowances.open')}
            </Link>,
          ],
        ]}
      />
      <GoodsValues store={store} />
      {holds('OFFICER') && <Premises store={store} />}
    </Page>
  );
}

function Limit({ of: limit }: { readonly of: StoreShown['writeOffLimit'] }) {
  const { t } = useTranslation();
  if (!limit) return <>{t('cadre.write-off-limit.none')}</>;
  return (
    <>
      {t('cadre.write-off-limit.pieces', { count: limit.pieces })}
      {limit.value && (
        <>
          {' · '}
          <Money of={limit.value} />
        </>
      )}
    </>
  );
}

/** What one person may write off in a day without a second. */
function SetWriteOffLimit(props: { readonly store: StoreShown; readonly again: () => void }) {
  const { store, again } = props;
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { writeOffLimit, pool } = store;
  if (!holds('OFFICER')) return null;
  return (
    <ActButton
      document={CadreSetWriteOffLimit}
      title={t('cadre.write-off-limit.set')}
      go={t('cadre.write-off-limit.set')}
      given={{ storeId: store.id }}
      effect={t('cadre.write-off-limit.effect')}
      fields={[
        {
          ...{ name: 'pieces', kind: 'whole', label: t('cadre.write-off-limit.most') },
          first: String(writeOffLimit?.pieces ?? 5),
        },
        {
          ...{ name: 'value', kind: 'line', label: t('cadre.write-off-limit.value') },
          ...{ optional: true, first: writeOffLimit?.value?.amount },
        },
      ]}
      shape={({ value, ...written }) => ({
        ...written,
        ...(value !== undefined && { value: { amount: value, currency: pool.currency } }),
      })}
      onDone={again}
    />
  );
}
