import { useTranslation } from 'react-i18next';
import { ProjectsOfPlace } from '../../../generated/operations';
import { found } from '../../kit/found';
import { useList } from '../../kit/use-list';
import type { Home } from '../parts/home-place';
import { Listed } from '../parts/line';
import { ProjectLine } from './project-line';

/** The micro-projects of the community and of its courtyards, the latest first. */
export function Projects({ home: { communityId } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const list = useList(
    ProjectsOfPlace,
    { placeId: communityId },
    ({ node }) => found(node)?.projects,
  );
  return (
    <Listed
      list={list}
      none={t('projects.none.ask')}
      draw={(project) => <ProjectLine key={project.id} project={project} />}
    />
  );
}
