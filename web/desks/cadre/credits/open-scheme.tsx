import { useTranslation } from 'react-i18next';
import { CadreOpenScheme } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import type { Community } from '../where';
import { RatesInput, ratesOf } from './rates-input';

/** Opens a credit scheme in a community, or for all of what it lies in. */
export function OpenScheme(props: {
  readonly here: Community;
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly again: () => void;
}) {
  const { here, parent, again } = props;
  const { t } = useTranslation();
  const places = [...(parent ? [parent] : []), here];
  return (
    <ActButton
      document={CadreOpenScheme}
      title={t('cadre.scheme.open')}
      go={t('cadre.scheme.open')}
      effect={t('cadre.scheme.open.effect')}
      fields={[
        { name: 'name', kind: 'line', label: t('cadre.name') },
        {
          ...{ name: 'slug', kind: 'line', label: t('cadre.scheme.slug') },
          help: t('cadre.scheme.slug.help'),
        },
        {
          ...{ name: 'placeId', kind: 'choice', label: t('cadre.scheme.holds-in') },
          options: places.map(({ id, name }) => ({ value: id, label: name })),
          first: here.id,
        },
        {
          ...{ name: 'rates', kind: 'own', label: t('cadre.scheme.rates'), first: [{}] },
          control: <RatesInput />,
        },
        {
          ...{ name: 'monthlyCap', kind: 'whole', label: t('cadre.scheme.cap') },
          ...{ optional: true, help: t('cadre.scheme.cap.help') },
        },
        { name: 'capCoversGoods', kind: 'yes', label: t('cadre.scheme.cap.covers') },
        {
          ...{ name: 'expiryMonths', kind: 'whole', label: t('cadre.scheme.expiry.after') },
          ...{ optional: true, help: t('cadre.scheme.expiry.help') },
        },
      ]}
      shape={({ rates, ...written }) => ({ ...written, rates: ratesOf(rates) })}
      onDone={again}
    />
  );
}
