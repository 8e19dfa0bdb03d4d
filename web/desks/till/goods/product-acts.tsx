import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { TillReserved, TillSetMinimum, TillSetPrice } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { useRead } from '../../kit/use-read';
import { useTill } from '../at-store';
import type { Product } from './product-page';

interface ActsProps {
  readonly product: Product;
  readonly again: () => void;
}

/** What the storekeeper sets: the price, unless a resolution does, and the minimum. */
export function ProductActs({ product, again }: ActsProps) {
  const { t } = useTranslation();
  const { store } = useTill();
  return (
    <Flex gap="small" wrap>
      <SetPrice product={product} again={again} />
      <ActButton
        document={TillSetMinimum}
        title={t('store.minimum.set')}
        given={{ productId: product.id, storeId: store.id, validFrom: null }}
        fields={[
          { name: 'pieces', kind: 'whole', label: t('till.pieces') },
          {
            ...{ name: 'validFrom', kind: 'day', label: t('store.from'), optional: true },
            help: t('store.from.today'),
          },
        ]}
        effect={t('store.minimum.effect', { stock: product.stock })}
        go={t('store.minimum.set')}
        onDone={again}
      />
    </Flex>
  );
}

/** Where a community keeps prices for resolutions, that is said before anything is written. */
function SetPrice({ product, again }: ActsProps) {
  const { t } = useTranslation();
  const { place } = useTill().store;
  const { data } = useRead(TillReserved, { placeId: place.id });
  if (!data) return null;
  const reserved = found(data.node)?.reservedMatters ?? [];
  if (reserved.some(({ act }) => act === 'SET_PRICE'))
    return <Typography.Text>{t('store.price.reserved')}</Typography.Text>;
  return (
    <ActButton
      document={TillSetPrice}
      title={t('store.price.set')}
      button={{ type: 'primary' }}
      given={{ productId: product.id, from: null }}
      fields={[
        { name: 'price', kind: 'whole', label: t('store.price') },
        {
          ...{ name: 'from', kind: 'moment', label: t('store.from'), optional: true },
          help: t('store.from.now'),
        },
      ]}
      effect={t('store.price.effect', { price: product.price, place: place.name })}
      go={t('store.price.set')}
      onDone={again}
    />
  );
}
