import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ProjectWhole } from '../../../generated/operations';
import { found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Goal, useFactsOf } from '../../projects/about';
import { Steps } from '../../projects/steps';
import type { OfProject } from '../../projects/whole';
import { Facts } from '../parts/facts';
import { useWhere } from '../where';
import { EndProject } from './end-project';

/** A micro-project: its goal, its plan step by step, why it can be done, and what it came to. */
export default function Project() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(ProjectWhole, { id });
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

function ProjectPage({ project, again }: OfProject) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const facts = useFactsOf(project);
  return (
    <Page title={project.title} actions={<EndProject project={project} again={again} />}>
      <Goal project={project} />
      <Facts rows={facts} />
      <Steps project={project} again={again} mayTell={holds('CADRE')} />
      <Link to="/cadre/projects">{t('projects.all')}</Link>
    </Page>
  );
}
