import { ballotById, type KnownBallot } from '../ballots/ballot.reader';
import type { GrantRow } from '../grants/grant.entity';
import { grantById } from '../grants/grant.reader';
import { motionById } from '../motions/motion.reader';
import type { MotionRow } from '../motions/motion.entity';
import type { ResolutionRow } from '../motions/resolution.entity';
import { resolutionsOfMotion } from '../motions/resolution.reader';
import type { FundProjectRow } from './fund-project.entity';
import { countedFor, nothingCounted, type Counted } from './counted.reader';
import { writtenFor, type Written } from './fund-record.reader';
import type { Loads } from './loads';

/** All that a project has come to, as far as its steps ask for it. */
export interface ProjectFacts {
  readonly project: FundProjectRow;
  readonly written: readonly Written[];
  readonly ballot: KnownBallot | null;
  readonly motion: MotionRow | null;
  /** The last one that came of its motion. */
  readonly resolution: ResolutionRow | null;
  readonly grant: GrantRow | null;
  readonly counted: Counted;
}

/** Reads them: for a request by its loaders, for a command inside its work. */
export async function factsOf(loads: Loads, project: FundProjectRow): Promise<ProjectFacts> {
  const { communityId, id, ballotId, motionId, applicationId } = project;
  const [written, counted, ballot, motion, resolutions, grant] = await Promise.all([
    loads.loadMany(writtenFor, communityId, id),
    loads.load(countedFor, communityId, id),
    ballotId ? loads.load(ballotById, communityId, ballotId) : null,
    motionId ? loads.load(motionById, communityId, motionId) : null,
    motionId ? loads.loadMany(resolutionsOfMotion, communityId, motionId) : [],
    applicationId ? loads.load(grantById, communityId, applicationId) : null,
  ]);
  return {
    ...{ project, written, ballot, motion, grant },
    resolution: resolutions[0] ?? null,
    counted: counted ?? nothingCounted(id),
  };
}
