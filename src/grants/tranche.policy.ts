import { policy } from '../api/policy';
import { place } from '../society/place.reader';
import { applicationById } from './application.reader';
import { mayLookInside } from './grant.policy';
import type { TrancheRow } from './tranche.entity';

/** What the public does not see of a tranche: evidence and names. */
export const insideTranche = policy<TrancheRow>(
  "Readers of the place's books, and the applicant's own people.",
  async (context, { communityId, applicationId }) => {
    const application = await context.load(applicationById, communityId, applicationId);
    const at = await place(context, communityId);
    return application && at ? mayLookInside(context.actor, at, application.applicantId) : false;
  },
);
