import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CadreProjects, type CadreProjectsQuery } from '../../../generated/operations';
import { type Found, found } from '../../kit/found';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { todayIn } from '../../../kit/days';
import { LinkList } from '../parts/link-list';
import { type Community, useWhere } from '../where';
import './project-words';

type Node = Found<CadreProjectsQuery['node']>['projects']['edges'][number]['node'];

/** The micro-projects of a community and its parts: how far each is, and what it came to. */
export default function Projects() {
  const { t } = useTranslation();
  const { here } = useWhere();
  return here ? <ProjectsOf here={here} /> : <Nothing says={t('cadre.no-community')} />;
}

function ProjectsOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const list = useList(CadreProjects, { placeId: here.id }, ({ node }) => found(node)?.projects);
  return (
    <Page
      title={t('projects')}
      actions={holds('CADRE') && <Link to="new">{t('projects.open')}</Link>}
    >
      <LinkList
        list={list}
        none={t(holds('CADRE') ? 'projects.none.open' : 'projects.none')}
        line={(project) => ({
          ...{ key: project.id, to: project.id, title: project.title },
          says: [project.organisation.name, project.place?.name].filter(Boolean).join(' · '),
          side: <Stand of={project} today={todayIn(here.timeZone)} />,
        })}
      />
    </Page>
  );
}

/** What it came to; while it goes on, how many steps are done, and whether one is late. */
function Stand({ of, today }: { readonly of: Node; readonly today: string }) {
  const { t } = useTranslation();
  if (of.outcome)
    return (
      <Badge
        status={of.outcome === 'REACHED' ? 'success' : 'default'}
        text={t(`projects.outcome.${of.outcome}`)}
      />
    );
  const done = of.steps.filter(({ doneOn }) => doneOn !== null).length;
  const isLate = of.steps.some(({ doneOn, dueOn }) => doneOn === null && dueOn < today);
  return (
    <Badge
      status={isLate ? 'warning' : 'processing'}
      text={[
        t('projects.steps.done', { done, all: of.steps.length }),
        ...(isLate ? [t('projects.late')] : []),
      ].join(' · ')}
    />
  );
}
