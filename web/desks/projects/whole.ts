import type { ProjectPageFragment, ProjectWholeQuery } from '../../generated/operations';
import type { Found } from '../kit/found';

/** A project as its page shows it. */
export type Whole = Found<ProjectWholeQuery['node']>;

/** A project as a list shows it. */
export type Listed = ProjectPageFragment['edges'][number]['node'];

/** What the parts of a project's page are given. */
export interface OfProject {
  readonly project: Whole;
  /** Reads the project anew. */
  readonly again: () => void;
}
