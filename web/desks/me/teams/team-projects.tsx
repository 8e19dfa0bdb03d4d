import { useTranslation } from 'react-i18next';
import { type ProjectPageFragment, ProjectsOfTeam } from '../../../generated/operations';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Part } from '../../kit/part';
import { useRest } from '../../kit/use-rest';
import { Lines } from '../parts/line';
import { ProjectLine } from '../projects/project-line';

/** The micro-projects for which a team answers; of a team that has none, nothing is said. */
export function TeamProjects(props: {
  readonly team: { readonly id: string; readonly projects: ProjectPageFragment };
}) {
  const { id, projects } = props.team;
  const { t } = useTranslation();
  const list = useRest(ProjectsOfTeam, { id }, projects, ({ node }) => found(node)?.projects);
  if (list.data.length === 0) return null;
  return (
    <Part title={t('projects')}>
      <Lines>
        {list.data.map((project) => (
          <ProjectLine key={project.id} project={project} />
        ))}
      </Lines>
      <More list={list} of={t('projects')} />
    </Part>
  );
}
