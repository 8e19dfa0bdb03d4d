import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProjectsOfPlace } from '../../../generated/operations';
import { found } from '../../kit/found';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useStandOf } from '../../projects/stand';
import { LinkList } from '../parts/link-list';
import { type Community, useWhere } from '../where';

/** The micro-projects of a community and its parts: how far each is, and what it came to. */
export default function Projects() {
  const { t } = useTranslation();
  const { here } = useWhere();
  return here ? <ProjectsOf here={here} /> : <Nothing says={t('cadre.no-community')} />;
}

function ProjectsOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const standOf = useStandOf();
  const list = useList(ProjectsOfPlace, { placeId: here.id }, ({ node }) => found(node)?.projects);
  return (
    <Page
      title={t('projects')}
      actions={holds('CADRE') && <Link to="new">{t('projects.open')}</Link>}
    >
      <LinkList
        list={list}
        none={t(holds('CADRE') ? 'projects.none.open' : 'projects.none')}
        line={(project) => {
          const { says, status } = standOf(project);
          return {
            ...{ key: project.id, to: project.id, title: project.title },
            says: [project.organisation.name, project.place?.name].filter(Boolean).join(' · '),
            side: <Badge status={status} text={says} />,
          };
        }}
      />
    </Page>
  );
}
