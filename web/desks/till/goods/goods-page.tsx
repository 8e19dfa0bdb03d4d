import { Flex, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TillShelf, type TillShelfQuery, TillLowStock } from '../../../generated/operations';
import { type Found, found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { Part } from '../../kit/part';
import { Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useTill } from '../at-store';
import { LinkButton } from '../link-button';
import { CameraButton } from '../scan/camera-button';
import { readScan } from '../scan/codes';
import { useScans } from '../scan/scans';
import { AddProduct } from './add-product';

type Offered = Found<TillShelfQuery['node']>['products']['edges'][number]['node'];

/** What the store offers: a scan finds it, or begins to add it. */
export function GoodsPage() {
  const { t } = useTranslation();
  const { store, shelf } = useTill();
  const [search, setSearch] = useState('');
  const [ean, setEan] = useState('');
  const sought = { storeId: store.id, search: search.trim() || null };
  const list = useList(TillShelf, sought, ({ node }) => found(node)?.products);
  useScans((text) => {
    const code = readScan(text);
    if (code.is !== 'goods') return;
    const known = shelf.shelf?.goods.find((goods) => goods.ean === code.ean);
    setSearch(known?.name ?? '');
    setEan(known ? '' : code.ean);
  });
  const added = () => {
    setEan('');
    list.again();
    shelf.again();
  };
  const actions = (
    <>
      <LinkButton to="/till/rules">{t('store.rules')}</LinkButton>
      <LinkButton to={`/till/allowances/${store.place.id}`}>{t('store.allowances')}</LinkButton>
      {store.runs && <LinkButton to="/till/import/products">{t('desk.from-file')}</LinkButton>}
      {store.runs && <AddProduct key={ean} ean={ean} done={added} />}
    </>
  );
  return (
    <Page title={t('store.goods')} actions={actions}>
      <TooLittle />
      <Flex gap="small" style={{ maxWidth: 640 }}>
        <Input
          allowClear
          value={search}
          size="large"
          autoComplete="off"
          aria-label={t('till.search')}
          placeholder={t('till.search.hint')}
          onChange={({ target }) => setSearch(target.value)}
        />
        <CameraButton />
      </Flex>
      <Listed list={list} empty={t(sought.search ? 'till.search.nothing' : 'store.goods.none')}>
        {(goods) => (
          <ul className="till-cards">
            {goods.map((each) => (
              <GoodsCard key={each.id} goods={each} />
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}

function GoodsCard({ goods }: { readonly goods: Offered }) {
  const { t } = useTranslation();
  const { id, name, ean, unit, price, stock, allowanceClass } = goods;
  return (
    <li className="till-card">
      <Flex justify="space-between" gap="small" wrap>
        <Flex gap="small" wrap align="center">
          <Link to={`/till/goods/${id}`}>
            <strong>{name}</strong>
          </Link>
          <span>{ean}</span>
          {allowanceClass && <span>{allowanceClass.name}</span>}
        </Flex>
        <span className="till-figure">
          {t('store.goods.price', { price })} · {t('till.in-stock', { count: stock, unit })}
        </span>
      </Flex>
    </li>
  );
}

/** What there is too little of, so that it can be asked for. */
function TooLittle() {
  const { t } = useTranslation();
  const { store } = useTill();
  const list = useList(TillLowStock, { storeId: store.id }, ({ node }) => found(node)?.lowStock);
  return (
    <Part title={t('store.low')}>
      <Listed list={list} empty={<Typography.Text>{t('store.low.none')}</Typography.Text>}>
        {(all) => (
          <ul className="till-cards">
            {all.map(({ product, minimum, shelf, coming }) => (
              <li key={product.id} className="till-card">
                <Flex justify="space-between" gap="small" wrap>
                  <Link to={`/till/goods/${product.id}`}>{product.name}</Link>
                  <span>{t('store.low.one', { minimum, shelf, coming })}</span>
                </Flex>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Part>
  );
}
