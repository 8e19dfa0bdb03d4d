import type { EntityManager } from 'typeorm';
import { CITY, type Batch, type GroupBatch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { FundArchiveRow } from './fund-archive.entity';
import type { FundDocumentRow } from './fund-document.entity';
import type { Evaluator } from './fund-evaluation.entity';
import type { FundVisitRow } from './fund-visit.entity';
import type { FundDocumentKind } from './procedure-spec';

const DOCUMENT = `community_id "communityId", id, project_id "projectId", step, kind, title, text,
  recorded_by "recordedBy", recorded_at "recordedAt"`;

const VISIT = `community_id "communityId", id, project_id "projectId", visited_on "visitedOn", found,
  to_put_right "toPutRight", visited_by "visitedBy", recorded_at "recordedAt",
  put_right "putRight", settled_by "settledBy", settled_at "settledAt",
  set_aside_at "setAsideAt"`;

export const fundDocumentById: Batch<FundDocumentRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${DOCUMENT} from fund_document where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** What was written for projects (owners), from the beginning on. */
export const documentsOfProject: KeysetList<FundDocumentRow> = {
  read: (db, communityId, projectIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${DOCUMENT} from fund_document
         where community_id = $1 and project_id = owner.id and id > $3::uuid
         order by id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, projectIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** Which kinds of document a project has for a step, and when each was written last. */
export interface Written {
  readonly projectId: string;
  readonly step: number;
  readonly kind: FundDocumentKind;
  readonly at: Date;
}

export const writtenFor: GroupBatch<Written> = {
  many: true,
  read: (db, communityId, projectIds) =>
    read(
      db,
      `select project_id "projectId", step, kind, max(recorded_at) at from fund_document
       where community_id = $1 and project_id = any ($2)
       group by project_id, step, kind order by project_id, step, kind`,
      [communityId, projectIds],
    ),
  keyOf: ({ projectId }) => projectId,
};

export const fundVisitById: Batch<FundVisitRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${VISIT} from fund_visit where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The visit that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needFundVisit(work: UnitOfWork, globalId: string): Promise<FundVisitRow> {
  const path = ['visitId'];
  return await needRow(work, fundVisitById, { type: 'FundVisit', globalId, path });
}

/** What supervisors found at projects (owners), from the first visit on. */
export const visitsOfProject: KeysetList<FundVisitRow> = {
  read: (db, communityId, projectIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${VISIT} from fund_visit
         where community_id = $1 and project_id = owner.id and id > $3::uuid
         order by id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, projectIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The one file of an archived project, without what it says. */
export const archiveOf: Batch<Omit<FundArchiveRow, 'content'>> = {
  read: (db, communityId, projectIds) =>
    read(
      db,
      `select community_id "communityId", project_id "projectId", sha256,
         archived_at "archivedAt"
       from fund_archive where community_id = $1 and project_id = any ($2)`,
      [communityId, projectIds],
    ),
  keyOf: ({ projectId }) => projectId,
};

/** How a dimension was scored by residents or by supervisors, in the order of the procedure. */
export interface Scored {
  readonly projectId: string;
  readonly evaluator: Evaluator;
  readonly n: number;
  readonly people: number;
  readonly sum: number;
}

export const scoresOf: GroupBatch<Scored> = {
  many: true,
  read: (db, communityId, projectIds) =>
    read(
      db,
      `select scored.project_id "projectId", scored.evaluator, score.n::integer n,
         count(*)::integer people, sum(score.points)::integer sum
       from fund_evaluation scored
       cross join lateral unnest(scored.scores) with ordinality score (points, n)
       where scored.community_id = $1 and scored.project_id = any ($2)
         and scored.set_aside_at is null
       group by scored.project_id, scored.evaluator, score.n
       order by scored.project_id, scored.evaluator, score.n`,
      [communityId, projectIds],
    ),
  keyOf: ({ projectId }) => projectId,
};

/** What people wrote with the scores of a project, without who: in the order of the alphabet. */
export async function remarksOf(
  db: EntityManager,
  { communityId, id }: TenantRef,
): Promise<{ readonly evaluator: Evaluator; readonly remark: string }[]> {
  return await read(
    db,
    `select evaluator, remark from fund_evaluation
     where community_id = $1 and project_id = $2 and set_aside_at is null and remark is not null
     order by remark, evaluator`,
    [communityId, id],
  );
}
