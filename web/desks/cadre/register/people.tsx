import { useTranslation } from 'react-i18next';
import type { ActField } from '../../kit/act-field';
import { type Row, RowsInput } from '../../kit/rows-input';

/** What was left empty is not known. */
export const filledOf = (row: Row): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));

/** The field in which those are written who live in a household. */
export function usePeopleField(): ActField {
  const { t } = useTranslation();
  const columns = [
    { name: 'name', label: t('cadre.name'), kind: 'line' as const },
    { name: 'phone', label: t('cadre.phone'), kind: 'whole' as const },
    { name: 'birthDate', label: t('cadre.birth-date'), kind: 'day' as const },
  ];
  return {
    ...{ name: 'residents', kind: 'own', label: t('cadre.household.residents'), first: [{}] },
    control: <RowsInput columns={columns} more={t('cadre.household.more')} />,
  };
}
