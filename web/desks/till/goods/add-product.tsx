import { useTranslation } from 'react-i18next';
import { TillAddProduct, TillAllowances } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { useRead } from '../../kit/use-read';
import { useTill } from '../at-store';

/** Adds a product to what the community's stores offer; a code that was scanned stands there. */
export function AddProduct(props: { readonly ean: string; readonly done: () => void }) {
  const { ean, done } = props;
  const { t } = useTranslation();
  const { place } = useTill().store;
  const { data } = useRead(TillAllowances, { placeId: place.id });
  const classes = found(data?.node)?.allowanceClasses ?? [];
  return (
    <ActButton
      document={TillAddProduct}
      title={ean ? t('store.add.scanned', { ean }) : t('store.add')}
      button={{ type: 'primary' }}
      given={{ communityId: place.id, ean: null, allowanceClass: null }}
      fields={[
        { name: 'name', kind: 'line', label: t('store.add.name') },
        {
          ...{ name: 'ean', kind: 'line', label: t('store.add.ean'), optional: true },
          ...(ean && { first: ean }),
        },
        { name: 'unit', kind: 'line', label: t('store.add.unit') },
        { name: 'price', kind: 'whole', label: t('store.price') },
        {
          ...{ name: 'allowanceClass', kind: 'choice', label: t('store.class'), optional: true },
          options: classes.map(({ code, name }) => ({ value: code, label: name })),
        },
      ]}
      effect={t('store.add.effect', { place: place.name })}
      go={t('store.add')}
      onDone={done}
    />
  );
}
