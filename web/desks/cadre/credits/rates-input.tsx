import { useTranslation } from 'react-i18next';
import { type Row, RowsInput } from '../../kit/rows-input';

/** What kinds of service earn in an hour; the form hands in value, id and handler. */
export function RatesInput(given: object) {
  const { t } = useTranslation();
  return (
    <RowsInput
      {...given}
      more={t('cadre.scheme.rates.more')}
      columns={[
        { name: 'serviceKind', kind: 'line', label: t('cadre.scheme.kind') },
        { name: 'creditsPerHour', kind: 'whole', label: t('cadre.scheme.hourly') },
      ]}
    />
  );
}

/** Rows as the API takes them. */
export const ratesOf = (rows: unknown) =>
  (rows as readonly Row[]).map(({ serviceKind = '', creditsPerHour }) => ({
    ...{ serviceKind, creditsPerHour: Number(creditsPerHour) },
  }));
