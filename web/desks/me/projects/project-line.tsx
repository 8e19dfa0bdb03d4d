import { useStandOf } from '../../projects/stand';
import type { Listed } from '../../projects/whole';
import { Line } from '../parts/line';

/** A micro-project in a list: who answers for it, where it is, and how far. */
export function ProjectLine({ project }: { readonly project: Listed }) {
  const { id, title, organisation, place } = project;
  const { says, status } = useStandOf()(project);
  return (
    <Line
      title={title}
      to={`/me/projects/${encodeURIComponent(id)}`}
      state={says}
      isGood={status === 'success' || status === 'processing'}
    >
      {[organisation.name, place?.name].filter(Boolean).join(' · ')}
    </Line>
  );
}
