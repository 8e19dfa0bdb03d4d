import { useTranslation } from 'react-i18next';
import { ProjectRecordStep } from '../../generated/operations';
import { todayIn } from '../../kit/days';
import { ActButton } from '../kit/act-form';
import type { OfProject } from './whole';

/** A step is done: on which day, and what came of it. Everybody may read it. */
export function RecordStep(props: OfProject & { readonly stepId: string; readonly title: string }) {
  const { project, again, stepId, title } = props;
  const { t } = useTranslation();
  return (
    <ActButton
      document={ProjectRecordStep}
      title={t('projects.step.record')}
      button={{ size: 'small' }}
      given={{ stepId }}
      effect={t('projects.step.effect', { title })}
      fields={[
        {
          ...{ name: 'doneOn', kind: 'day', label: t('projects.step.day') },
          first: todayIn(project.place?.timeZone ?? 'Asia/Shanghai'),
        },
        { name: 'note', kind: 'text', label: t('projects.step.note') },
      ]}
      go={t('projects.step.go')}
      onDone={again}
    />
  );
}
