import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TillShiftFragment } from '../../generated/operations';

/** What was counted against what the books say, where the two are not the same. */
export function ShiftDifferences({ shift }: { readonly shift: TillShiftFragment }) {
  const { t } = useTranslation();
  const { slips, slipDifference, sums } = shift;
  const counts = shift.counts.filter(({ difference }) => difference);
  const signed = (difference: number) => (difference > 0 ? `+${difference}` : String(difference));
  return (
    <>
      {slipDifference !== null && slipDifference !== 0 && (
        <Typography.Text strong>
          {t('till.shift.slips-differ', {
            ...{ slips, exchanges: sums.exchanges, difference: signed(slipDifference) },
          })}
        </Typography.Text>
      )}
      {counts.map(({ product, pieces, book, difference, atEnd }) => (
        <Typography.Text strong key={`${product.id} ${String(atEnd)}`}>
          {t(atEnd ? 'till.shift.end-differs' : 'till.shift.start-differs', {
            ...{ name: product.name, pieces, book, difference: signed(difference ?? 0) },
          })}
        </Typography.Text>
      ))}
    </>
  );
}
