import { personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { readName, readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { projectAtStep } from './at-step';
import { FundDocumentRow } from './fund-document.entity';
import type { FundDocumentKind } from './procedure-spec';
import { refuseFull } from './refuse-full';

export interface RecordFundDocument {
  readonly projectId: string;
  readonly kind: FundDocumentKind;
  readonly title: string;
  /** Public as it stands: no names of residents, addresses or numbers. */
  readonly text: string;
}

const LONGEST_DOCUMENT = 10_000;

/**
 * Writes something down for the step that a project stands at; it is never changed, and a better
 * one is written beside it (C3; those who act at the step). Refuses: `ID_UNKNOWN`,
 * `PROJECT_ENDED`, `PROJECT_FULL`, `TEXT_LENGTH`.
 */
export async function recordFundDocument(
  work: UnitOfWork,
  input: RecordFundDocument,
): Promise<FundDocumentRow> {
  const stands = await projectAtStep(work, input.projectId);
  const { project, step } = stands;
  await refuseFull(work, stands, FundDocumentRow);
  const row: FundDocumentRow = {
    ...{ communityId: project.communityId, id: newId(), projectId: project.id, step: step.n },
    ...{ kind: input.kind, title: readName(input.title, ['title']) },
    text: readText(input.text, LONGEST_DOCUMENT, ['text']),
    ...{ recordedBy: personOf(work.actor), recordedAt: work.now },
  };
  await work.db.insert(FundDocumentRow, row);
  return row;
}
