import { Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Day } from '../kit/figures';
import { Part } from '../kit/part';
import { RecordStep } from './record-step';
import type { OfProject } from './whole';
import './project-words';

/** The plan of a project, step by step; whoever `mayTell` records that one is done. */
export function Steps({ project, again, mayTell }: OfProject & { readonly mayTell: boolean }) {
  const { t } = useTranslation();
  const isOpen = project.endedAt === null;
  return (
    <Part title={t('projects.steps')}>
      <Flex vertical gap="small" component="ol" style={{ padding: 0, margin: 0 }}>
        {project.steps.map(({ id, title, dueOn, doneOn, note }, i) => (
          <li key={id} style={{ listStyle: 'none' }}>
            <Card size="small">
              <Flex justify="space-between" align="center" gap="small" wrap>
                <Flex vertical gap={2} style={{ minWidth: 0, flex: '1 1 260px' }}>
                  <strong>
                    {i + 1}. {title}
                  </strong>
                  <span>
                    {t('projects.step.due')} <Day of={dueOn} />
                    {doneOn && (
                      <>
                        {' · '}
                        {t('projects.step.done')} <Day of={doneOn} />
                      </>
                    )}
                  </span>
                  {note && <span style={{ overflowWrap: 'anywhere' }}>{note}</span>}
                </Flex>
                {isOpen && mayTell && !doneOn && (
                  <RecordStep stepId={id} title={title} {...{ project, again }} />
                )}
              </Flex>
            </Card>
          </li>
        ))}
      </Flex>
    </Part>
  );
}
