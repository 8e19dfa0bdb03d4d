import { processorOf } from '../payments/processor';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { AcknowledgementRow } from './acknowledgement.entity';
import type { DonationRow } from './donation.entity';

/** Where a giver follows a gift. */
export function followLink(work: UnitOfWork, { token }: Pick<DonationRow, 'token'>): string {
  return `${processorOf(work.source).publicUrl}/gifts/${token}`;
}

/** Where a giver pays a gift that is not paid yet. */
export function payLink(work: UnitOfWork, donation: Pick<DonationRow, 'token'>): string {
  return `${followLink(work, donation)}/pay`;
}

/** Where a giver pauses or cancels a monthly gift. */
export function manageLink(work: UnitOfWork, { token }: { readonly token: string }): string {
  return `${processorOf(work.source).publicUrl}/pledges/${token}`;
}

/** The PDF of an acknowledgement, for whoever follows the gift. */
export function paperLink(
  work: UnitOfWork,
  donation: Pick<DonationRow, 'token'>,
  paper: Pick<AcknowledgementRow, 'id'>,
): string {
  return paperUrl(processorOf(work.source).publicUrl, donation, paper);
}

export function paperUrl(
  publicUrl: string,
  { token }: Pick<DonationRow, 'token'>,
  { id }: Pick<AcknowledgementRow, 'id'>,
): string {
  return `${publicUrl}/gifts/${token}/papers/${id}.pdf`;
}
