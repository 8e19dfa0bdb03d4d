import { useTranslation } from 'react-i18next';
import { CadreConvene } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import type { Stage } from './project';

const SOON_MS = 8 * 86_400_000;

/** Convenes the hearing of a project's motion. */
export function ConveneHearing({ project, again }: Stage) {
  const { t } = useTranslation();
  const { motion, fund, title, standsAt } = project;
  if (!motion || !standsAt?.mine) return null;
  return (
    <ActButton
      document={CadreConvene}
      title={t('cadre.hearing')}
      go={t('cadre.convene.go')}
      button={{ size: 'small' }}
      given={{ kind: 'HEARING', motionId: motion.id, placeId: fund?.place?.id ?? '' }}
      effect={t('cadre.hearing.effect')}
      onDone={again}
      fields={[
        {
          ...{ name: 'title', kind: 'line', label: t('cadre.meeting.title') },
          first: t('cadre.hearing.first', { title }),
        },
        {
          ...{ name: 'startsAt', kind: 'moment', label: t('cadre.meeting.starts-at') },
          first: localOf(new Date(Date.now() + SOON_MS)),
        },
        {
          ...{ name: 'durationMinutes', kind: 'whole', label: t('cadre.meeting.minutes-long') },
          first: '90',
        },
        { name: 'venue', kind: 'line', label: t('cadre.meeting.venue') },
        { name: 'agenda', kind: 'text', label: t('cadre.meeting.agenda') },
      ]}
    />
  );
}
