import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Goods } from '../device/shelf';
import type { Gift } from './gift';
import type { GiftValues } from './use-gift-values';

/** What receiving will do, before it is done: what comes onto the shelf, and what is earned. */
export function GiftEffect(props: {
  readonly gift: Gift;
  readonly goods: readonly Goods[];
  readonly values: GiftValues;
}) {
  const { gift, goods, values } = props;
  const { t } = useTranslation();
  const { lines, giver, thanks, resident } = gift;
  if (lines.length === 0) return null;
  const pieces = lines.reduce((sum, line) => sum + (line.pieces ?? 0), 0);
  const credited = giver === 'resident' && thanks === 'CREDITS' && resident !== null;
  const unvalued = credited ? lines.filter(({ productId }) => values.get(productId) === null) : [];
  const isKnown = lines.every(({ productId }) => values.get(productId) !== undefined);
  const credits = lines.reduce(
    (sum, line) => sum + (line.pieces ?? 0) * (values.get(line.productId) ?? 0),
    0,
  );
  const name = goods.find(({ id }) => id === unvalued[0]?.productId)?.name ?? '';
  const says = [
    t('store.gift.effect', { pieces }),
    credited
      ? t('store.gift.effect.credits', {
          ...{ name: resident.called, credits: isKnown ? credits : '…' },
        })
      : t('store.gift.effect.thanks'),
  ];
  return (
    <>
      {unvalued.length > 0 ? (
        <Alert role="note" type="warning" showIcon title={t('store.gift.no-value', { name })} />
      ) : (
        <Alert role="note" type="info" title={says.join(' ')} />
      )}
    </>
  );
}
