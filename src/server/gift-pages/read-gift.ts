import type { EntityManager } from 'typeorm';
import { followGift } from '../../disclosure/gift-followed.reader';
import { inWords } from '../../disclosure/in-words';
import type { FollowedRow } from '../../disclosure/parts';
import { acknowledgementsOfDonation } from '../../donations/acknowledgement.reader';
import type { AcknowledgementRow } from '../../donations/acknowledgement.entity';
import type { DonationRow } from '../../donations/donation.entity';
import { attemptsOf } from '../../donations/donation.reader';
import { paymentsOfDonation } from '../../donations/gift-payment.reader';
import { purposeOf, type Purpose } from '../../donations/purpose';
import { refundsOfDonation, type Refund } from '../../donations/refund.reader';
import { grantById } from '../../grants/grant.reader';
import { trancheById } from '../../grants/tranche.reader';
import type { Batch } from '../../kernel/gather';
import { storeById } from '../../supermarkets/store.reader';

/** A part of a gift with what became of it in a sentence. */
export type ToldPart = FollowedRow & { readonly says: string };

/** All that a giver is shown of a gift. */
export interface ShownGift {
  readonly donation: DonationRow;
  readonly purpose: Purpose;
  /** What an enterprise added, in minor units. */
  readonly matched: bigint;
  readonly parts: readonly ToldPart[];
  readonly refunds: readonly Refund[];
  readonly papers: readonly AcknowledgementRow[];
  /** Where its checkouts stand; empty while there has been none. */
  readonly checkouts: readonly string[];
}

export async function readGift(db: EntityManager, donation: DonationRow): Promise<ShownGift> {
  const { communityId, id } = donation;
  const payments = await paymentsOfDonation(db, donation);
  const attempts = await attemptsOf(db, donation);
  return {
    donation,
    purpose: await purposeOf(db, donation),
    matched: payments.reduce((sum, { matchMinor }) => sum + BigInt(matchMinor), 0n),
    parts: await told(db, donation),
    refunds: await refundsOfDonation.read(db, communityId, [id]),
    papers: await acknowledgementsOfDonation.read(db, communityId, [id]),
    checkouts: attempts.flatMap(({ url }) => (url && URL.canParse(url) ? [url] : [])),
  };
}

async function told(db: EntityManager, donation: DonationRow): Promise<ToldPart[]> {
  const { communityId, id, locale } = donation;
  const parts = await followGift(db, communityId, id);
  const named = async <Row>(batch: Batch<Row>, ids: readonly (string | null)[]) => {
    const known = [...new Set(ids.filter((each) => each !== null))];
    const rows = known.length > 0 ? await batch.read(db, communityId, known) : [];
    return new Map(rows.map((row) => [batch.keyOf(row), row]));
  };
  const grants = await named(
    grantById,
    parts.map(({ grantId }) => grantId),
  );
  const tranches = await named(
    trancheById,
    parts.map(({ trancheId }) => trancheId),
  );
  const stores = await named(
    storeById,
    parts.map(({ storeId }) => storeId),
  );
  const language = locale === 'zh' ? 'zh-CN' : 'en';
  return parts.map((part) => {
    const names = {
      grant: grants.get(part.grantId ?? '')?.title,
      milestone: tranches.get(part.trancheId ?? '')?.milestone,
      store: stores.get(part.storeId ?? '')?.name,
    };
    return { ...part, says: inWords(language, part.stage, { ...names, month: part.month }) };
  });
}
