import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ProjectWhole } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Goal, useFactsOf } from '../../projects/about';
import { Steps } from '../../projects/steps';
import type { OfProject } from '../../projects/whole';
import { Facts } from '../parts/facts';

/** A micro-project of the neighbourhood: what it is after, and how far it is. */
export function ProjectPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const read = useRead(ProjectWhole, { id });
  return (
    <Shown read={read} rows={8}>
      {({ node }) => {
        const project = found(node);
        if (!project) return <Nothing says={t('desk.not-here')} />;
        return <OneProject project={project} again={read.again} />;
      }}
    </Shown>
  );
}

/** Who may tell of steps: those who run the organisation that answers for the project. */
const RUN: readonly string[] = ['LEADER', 'DIRECTOR', 'STAFF'];

function OneProject({ project, again }: OfProject) {
  const { t } = useTranslation();
  const { roles } = useMe();
  const facts = useFactsOf(project);
  const mayTell = roles.some(
    ({ organisation, role }) => organisation.id === project.organisation.id && RUN.includes(role),
  );
  return (
    <Page title={project.title}>
      <Goal project={project} />
      <Steps project={project} again={again} mayTell={mayTell} />
      <Facts of={facts} />
      <Link to="/me/affairs/projects">{t('projects.all')}</Link>
    </Page>
  );
}
