import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { TillProduct, type TillProductQuery } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { type Found, found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { Part } from '../../kit/part';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useRead } from '../../kit/use-read';
import { useTill } from '../at-store';
import { LinkButton } from '../link-button';
import { Mark } from '../mark';
import { ProductActs } from './product-acts';

export type Product = Found<TillProductQuery['node']>;
type Price = Product['prices']['edges'][number]['node'];

/** One product: its price with all that it was and will be, and how much there shall always be. */
export function ProductPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { store, shelf } = useTill();
  const asked = { id, storeId: store.id };
  const read = useRead(TillProduct, { ...asked, after: null });
  const prices = useList(TillProduct, asked, ({ node }) => found(node)?.prices);
  const again = () => {
    read.again();
    prices.again();
    shelf.again();
  };
  return (
    <Shown read={read}>
      {({ node }) => {
        const product = found(node);
        if (!product) return <Nothing says={t('desk.not-here')} />;
        return (
          <Page
            title={product.name}
            actions={<LinkButton to="/till/goods">{t('store.goods')}</LinkButton>}
          >
            <ProductFacts product={product} />
            {store.runs && <ProductActs product={product} again={again} />}
            <Part title={t('store.prices')}>
              <Listed list={prices} empty={t('store.prices')}>
                {(all) => <Prices prices={all} timeZone={store.place.timeZone} />}
              </Listed>
            </Part>
          </Page>
        );
      }}
    </Shown>
  );
}

function ProductFacts({ product }: { readonly product: Product }) {
  const { t } = useTranslation();
  const { ean, unit, price, stock, allowanceClass, giftCredits } = product;
  return (
    <section className="till-card" aria-label={t('store.goods')}>
      <Flex gap="small" wrap>
        <strong>{t('store.goods.price', { price })}</strong>
        <span>{t('till.in-stock', { count: stock, unit })}</span>
        {allowanceClass && <span>{allowanceClass.name}</span>}
        <span>{ean}</span>
      </Flex>
      <Typography.Text>
        {giftCredits === null
          ? t('store.gift-value.none')
          : t('store.gift-value', { credits: giftCredits })}
      </Typography.Text>
    </section>
  );
}

/** The price that begins last stands first; of those that have begun, the first one holds. */
function Prices(props: { readonly prices: readonly Price[]; readonly timeZone: string }) {
  const { prices, timeZone } = props;
  const { t } = useTranslation();
  const now = new Date().toISOString();
  const holds = prices.findIndex(({ validFrom }) => validFrom <= now);
  return (
    <ul className="till-cards">
      {prices.map(({ credits, validFrom, setBy, setAt }, i) => (
        <li key={`${validFrom} ${setAt}`} className="till-card">
          <Flex gap="small" wrap align="center">
            <strong className="till-figure">{t('store.goods.price', { price: credits })}</strong>
            <span>
              {t('store.since')} <Moment of={validFrom} timeZone={timeZone} />
            </span>
            {setBy && <span>{t('till.by', { name: setBy.displayName })}</span>}
            {i === holds && <Mark as="good">{t('store.holds')}</Mark>}
            {(holds < 0 || i < holds) && <Mark as="busy">{t('store.to-come')}</Mark>}
          </Flex>
        </li>
      ))}
    </ul>
  );
}
