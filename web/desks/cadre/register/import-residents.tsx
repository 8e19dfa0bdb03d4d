import { useTranslation } from 'react-i18next';
import { ImportInto } from '../../imports/import-into';
import { Nothing } from '../../kit/shown';
import { useWhere } from '../where';

/** Residents and their households, from a file. */
export default function ImportResidents() {
  const { t } = useTranslation();
  const { here, holds } = useWhere();
  if (!here) return <Nothing says={t('cadre.no-community')} />;
  if (!holds('CADRE', 'OFFICER')) return <Nothing says={t('cadre.register.not-yours')} />;
  return <ImportInto key={here.id} noun="residents" placeId={here.id} backTo="/cadre/register" />;
}
