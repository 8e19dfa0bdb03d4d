import { Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TillShelfLots, type TillShelfLotsQuery } from '../../../generated/operations';
import { type Found, found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useWhole } from '../../kit/use-whole';
import { useTill } from '../at-store';
import { LinkButton } from '../link-button';
import { Mark } from '../mark';
import { CameraButton } from '../scan/camera-button';
import { readScan } from '../scan/codes';
import { useScans } from '../scan/scans';
import { todayAt } from '../today';
import { LotDay } from './lot-day';

export type ShelfLot = Found<TillShelfLotsQuery['node']>['lots']['edges'][number]['node'];

/** The lots of a product by its code or a part of its name. */
export const lotsNamed = (lots: readonly ShelfLot[], sought: string): readonly ShelfLot[] => {
  const text = sought.trim().toLocaleLowerCase();
  return lots.filter(
    ({ product }) => product.ean === text || product.name.toLocaleLowerCase().includes(text),
  );
};

/** The code of goods in what was scanned, or what was scanned itself. */
export function soughtIn(text: string): string {
  const code = readScan(text);
  return code.is === 'goods' ? code.ean : text;
}

/** What lies in the store, what expires first at the head; each lot leads to what can be done. */
export function LotsPage() {
  const { t } = useTranslation();
  const { store } = useTill();
  const [sought, setSought] = useState('');
  const list = useList(TillShelfLots, { storeId: store.id }, ({ node }) => found(node)?.lots);
  // What is sought may stand on any page.
  const everywhere = useWhole(
    TillShelfLots,
    sought.trim() ? [{ storeId: store.id }] : [],
    ({ node }) => found(node)?.lots,
  );
  useScans((text) => setSought(soughtIn(text)));
  const today = todayAt(store.place.timeZone);
  return (
    <Page
      title={t('store.lots')}
      actions={<LinkButton to="/till/write-offs">{t('store.write-offs')}</LinkButton>}
    >
      <Flex gap="small" style={{ maxWidth: 640 }}>
        <Input
          allowClear
          value={sought}
          size="large"
          autoComplete="off"
          aria-label={t('store.lots.seek')}
          placeholder={t('till.search.hint')}
          onChange={({ target }) => setSought(target.value)}
        />
        <CameraButton />
      </Flex>
      {sought.trim() ? (
        <Shown read={everywhere}>
          {(lots) => {
            const named = lotsNamed(lots, sought);
            if (named.length === 0) return <Nothing says={t('store.lots.not-here')} />;
            return <LotCards lots={named} today={today} />;
          }}
        </Shown>
      ) : (
        <Listed list={list} empty={<Nothing says={t('store.lots.none')} />}>
          {(lots) => <LotCards lots={lots} today={today} />}
        </Listed>
      )}
    </Page>
  );
}

function LotCards(props: { readonly lots: readonly ShelfLot[]; readonly today: string }) {
  return (
    <ul className="till-cards">
      {props.lots.map((lot) => (
        <LotCard key={lot.id} lot={lot} today={props.today} />
      ))}
    </ul>
  );
}

function LotCard({ lot, today }: { readonly lot: ShelfLot; readonly today: string }) {
  const { t } = useTranslation();
  const { id, product, stock, expiresOn, source, recalledAt } = lot;
  return (
    <li className="till-card">
      <Flex justify="space-between" gap="small" wrap>
        <Flex gap="small" wrap align="center">
          <Link to={`/till/lots/${id}`}>
            <strong>{product.name}</strong>
          </Link>
          <LotDay expiresOn={expiresOn} />
          <span>{t(`till.source.${source}`)}</span>
          {recalledAt && <Mark as="bad">{t('store.lot.recalled')}</Mark>}
          {expiresOn && expiresOn < today && <Mark as="careful">{t('store.lot.over')}</Mark>}
        </Flex>
        <span className="till-figure">
          {t('till.in-stock', { count: stock, unit: product.unit })}
        </span>
      </Flex>
    </li>
  );
}
