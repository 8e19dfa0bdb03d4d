import { recordedBefore } from '../bookkeeping/record';
import { Refusal } from '../kernel/refusal';
import { request, sameRequest, type Request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import { awardGrant } from './award-grant';
import type { Boardroom } from './boardroom';
import { decideApplication } from './decide-application';
import { refuseUnlessBoard } from './decider';
import { ReviewRow } from './review.entity';
import { reviewByKey } from './review.reader';
import { boardroomNow, sitDown, type Sitting } from './sitting';
import { refuseDecided, type Verdict } from './states';
import { outcome } from './tally';

export interface ReviewApplication {
  readonly idempotencyKey: string;
  readonly applicationId: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

/**
 * A member of the board approves or declines an application, once, with a reason. At the N-th
 * approval it is awarded, in the same transaction; when the approvals can no longer reach N it is
 * declined. Where the pool is short the approval is refused and nothing has changed. Refuses:
 * `ID_UNKNOWN`, `APPLICATION_DECIDED`, `DECIDED_BY_COUNCIL`, `BY_PROCEDURE_ONLY`, `POOL_CLOSED`,
 * `RECUSED`, `ALREADY_REVIEWED`, `BOARD_TOO_SMALL`, `POOL_SHORT`, `ACCOUNT_CLOSED`,
 * `TEXT_LENGTH`, `KEY_UNUSABLE`, `KEY_REUSED`.
 */
export async function reviewApplication(
  work: UnitOfWork,
  input: ReviewApplication,
): Promise<ApplicationRow> {
  const sitting = await sitDown(work, input.applicationId);
  const { application, pool, personId } = sitting;
  // With who asks: another member's key may be the same, and their vote is another one.
  const signed = { ...input, personId };
  const asked = request('reviewApplication', signed);
  const before = await reviewByKey(work.db, application.communityId, asked.key);
  if (before) {
    sameRequest(before.fingerprint, asked);
    return application;
  }
  // A vote posts nothing, so that the ledger would not notice another command's key.
  await recordedBefore(work, application.communityId, asked);
  refuseDecided(application.state);
  await refuseUnlessBoard(work, application);
  if (input.verdict === 'approve' && pool.closedOn)
    throw new Refusal('POOL_CLOSED', { pool: pool.name }, ['applicationId']);
  const reason = readReason(input.reason, ['reason']);
  refuseVote(await boardroomNow(work, sitting), personId);
  await castVote(work, sitting, { verdict: input.verdict, reason }, asked);
  const { tally } = await boardroomNow(work, sitting);
  switch (outcome(tally)) {
    case 'awarded':
      return await awardGrant(work, application);
    case 'declined':
      return await decideApplication(work, application, 'declined');
    case 'open':
    case 'too_small':
      return application;
  }
}

/** Who stands aside does not vote, nobody votes twice, and a board too small cannot decide. */
function refuseVote({ recusals, reviews, tally }: Boardroom, personId: string): void {
  const path = ['applicationId'];
  const recusal = recusals.find(({ seat }) => seat.personId === personId);
  if (recusal) throw new Refusal('RECUSED', { because: recusal.ground }, path);
  if (reviews.some((review) => review.personId === personId))
    throw new Refusal('ALREADY_REVIEWED', {}, path);
  const { needed, possible } = tally;
  if (possible < needed) throw new Refusal('BOARD_TOO_SMALL', { needed, possible }, path);
}

const UNIQUE = '23505';

async function castVote(
  work: UnitOfWork,
  { application, personId }: Sitting,
  vote: { readonly verdict: Verdict; readonly reason: string },
  asked: Request,
): Promise<void> {
  const review: ReviewRow = {
    communityId: application.communityId,
    applicationId: application.id,
    personId,
    ...vote,
    reviewedAt: work.now,
    key: asked.key,
    fingerprint: asked.fingerprint,
  };
  await work.db.insert(ReviewRow, review).catch((error: unknown) => {
    // The application is held, so only the key can be another's: used elsewhere at this moment.
    if ((error as { code?: string }).code !== UNIQUE) throw error;
    throw new Refusal('KEY_REUSED', {}, ['idempotencyKey']);
  });
}
