import { useTranslation } from 'react-i18next';
import { CadreEndProject } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { ActButton } from '../../kit/act-form';
import { useWhere } from '../where';
import type { OfProject } from '../../projects/whole';

const OUTCOMES = ['REACHED', 'PARTLY_REACHED', 'NOT_REACHED'] as const;

/** Who leads or executes there says what it came to; nobody who ran it says so of themselves. */
export function EndProject({ project, again }: OfProject) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { roles } = useMe();
  if (project.endedAt || !holds('CADRE', 'OFFICER', 'PARTY_SECRETARY', 'PARTY_MEMBER')) return null;
  if (roles.some(({ organisation }) => organisation.id === project.organisation.id))
    return <span>{t('projects.end.own')}</span>;
  const open = project.steps.filter(({ doneOn }) => doneOn === null).length;
  return (
    <ActButton
      document={CadreEndProject}
      title={t('projects.end')}
      danger
      given={{ projectId: project.id }}
      effect={t(open > 0 ? 'projects.end.open' : 'projects.end.effect', { count: open })}
      fields={[
        {
          ...{ name: 'outcome', kind: 'choice', label: t('projects.outcome') },
          options: OUTCOMES.map((value) => ({ value, label: t(`projects.outcome.${value}`) })),
        },
        { name: 'result', kind: 'text', label: t('projects.result') },
      ]}
      go={t('projects.end.go')}
      onDone={again}
    />
  );
}
