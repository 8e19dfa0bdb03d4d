import { Alert, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../kit/figures';
import type { Whole } from './whole';
import './project-words';

const WHY = ['people', 'material', 'money', 'sustainability'] as const;

/** The facts of a project with their names; what it does not have is left out. */
export function useFactsOf(project: Whole): readonly (readonly [string, ReactNode])[] {
  const { t } = useTranslation();
  const { mode, organisation, place, grant, openedAt } = project;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('projects.organisation'), organisation.name],
    [t('projects.place'), place?.name],
    [t('projects.mode'), t(`projects.mode.${mode}`)],
    [t('projects.opened'), <Moment key="opened" of={openedAt} />],
    [t('projects.grant'), grant?.title],
    ...WHY.map((name) => [t(`projects.${name}`), project[name]] as const),
  ];
  return facts.filter(([, value]) => value !== undefined && value !== '');
}

/** What a project came to, where it has ended, and what it is after. */
export function Goal({ project: { goal, outcome, result } }: { readonly project: Whole }) {
  const { t } = useTranslation();
  return (
    <>
      {outcome && (
        <Alert
          role="note"
          type={outcome === 'REACHED' ? 'success' : 'warning'}
          title={t(`projects.outcome.${outcome}`)}
          description={result}
        />
      )}
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: 0 }}>
        {goal}
      </Typography.Paragraph>
    </>
  );
}
