import { Alert, Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CadreMicroProject, type CadreMicroProjectQuery } from '../../../generated/operations';
import { Day, Moment } from '../../kit/figures';
import { type Found, found } from '../../kit/found';
import { Part } from '../../kit/part';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Facts } from '../parts/facts';
import { EndProject } from './end-project';
import { RecordStep } from './record-step';
import './project-words';

export type Whole = Found<CadreMicroProjectQuery['node']>;
export interface OfProject {
  readonly project: Whole;
  readonly again: () => void;
}

/** A micro-project: its goal, its plan step by step, why it can be done, and what it came to. */
export default function Project() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CadreMicroProject, { id });
  return (
    <Shown read={read} rows={8}>
      {({ node }) => {
        const project = found(node);
        if (!project) return <Nothing says={t('desk.not-here')} />;
        return <ProjectPage project={project} again={read.again} />;
      }}
    </Shown>
  );
}

const WHY = ['people', 'material', 'money', 'sustainability'] as const;

function ProjectPage({ project, again }: OfProject) {
  const { t } = useTranslation();
  const { title, goal, mode, organisation, place, grant, openedAt, outcome, result } = project;
  return (
    <Page title={title} actions={<EndProject project={project} again={again} />}>
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
      <Facts
        rows={[
          [t('projects.organisation'), organisation.name],
          [t('projects.place'), place?.name],
          [t('projects.mode'), t(`projects.mode.${mode}`)],
          [t('projects.opened'), <Moment key="opened" of={openedAt} />],
          [t('projects.grant'), grant?.title],
          ...WHY.map((name) => [t(`projects.${name}`), project[name]] as const),
        ]}
      />
      <Steps project={project} again={again} />
      <Link to="/cadre/projects">{t('projects.all')}</Link>
    </Page>
  );
}

function Steps({ project, again }: OfProject) {
  const { t } = useTranslation();
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
                {!doneOn && <RecordStep stepId={id} title={title} {...{ project, again }} />}
              </Flex>
            </Card>
          </li>
        ))}
      </Flex>
    </Part>
  );
}
