import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { processorOf } from '../payments/processor';
import { shownNumber } from './acknowledge';
import type { AcknowledgementRow } from './acknowledgement.entity';
import {
  Acknowledgement,
  RecordReceiptInput,
  RecordReceiptPayload,
  StateReceipt,
} from './acknowledgement.graphql';
import { acknowledgementById, acknowledgementsOfDonation } from './acknowledgement.reader';
import type { DonationRow } from './donation.entity';
import { Donation } from './donation.graphql';
import { seenAs, tokenHolder } from './donation.policy';
import { donationById } from './donation.reader';
import { paperUrl } from './links';
import { recordReceipt } from './record-receipt';

tenantNode('Acknowledgement', (context, ref) =>
  context.load(acknowledgementById, ref.communityId, ref.id),
);

@Resolver(() => Acknowledgement)
export class AcknowledgementResolver {
  @FieldResolver(() => String, {
    description: 'Its number, without gaps within a year: `2026-000123`.',
  })
  number(@Root() { year, number }: AcknowledgementRow) {
    return shownNumber(year, number);
  }

  @FieldResolver(() => Acknowledgement, {
    nullable: true,
    description: 'The one that it corrects; null on the first.',
  })
  async corrects(@Root() row: AcknowledgementRow, @Ctx() context: Context) {
    const { communityId, correctsId } = row;
    const found = correctsId
      ? await context.load(acknowledgementById, communityId, correctsId)
      : null;
    return found && seenAs(row, found);
  }

  @FieldResolver(() => StateReceipt, { nullable: true, description: "The state's receipt." })
  receipt(@Root() { receiptCode: code, receiptNumber: number, ...row }: AcknowledgementRow) {
    return number ? { code, number, checkCode: row.receiptCheckCode } : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where it is as a PDF; only for whoever follows the gift.',
  })
  @Allow(tokenHolder)
  async pdfUrl(@Root() row: AcknowledgementRow, @Ctx() context: Context) {
    const donation = await context.load(donationById, row.communityId, row.donationId);
    return donation && paperUrl(processorOf(context.source).publicUrl, donation, row);
  }

  @Mutation(() => RecordReceiptPayload, {
    description:
      "Records the receipt that the state's own system issued, once. Codes: ID_UNKNOWN, " +
      'RECEIPT_RECORDED, TEXT_LENGTH.',
  })
  @Allow(byCommand("The foundation's treasurer or secretary"))
  async recordReceipt(
    @Arg('input', () => RecordReceiptInput) input: RecordReceiptInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      acknowledgement: await recordReceipt(work, input),
    }));
  }
}

@Resolver(() => Donation)
export class DonationAcknowledgementsResolver {
  @FieldResolver(() => [Acknowledgement], {
    description: 'Its acknowledgement with corrections, in the order they were issued; few.',
  })
  async acknowledgements(@Root() donation: DonationRow, @Ctx() context: Context) {
    const { communityId, id } = donation;
    const rows = await context.loadMany(acknowledgementsOfDonation, communityId, id);
    return rows.map((row) => seenAs(donation, row));
  }

  @FieldResolver(() => Acknowledgement, {
    nullable: true,
    description: 'The one that stands now: the last of them; null before it is paid.',
  })
  async acknowledgement(@Root() donation: DonationRow, @Ctx() context: Context) {
    const { communityId, id } = donation;
    const rows = await context.loadMany(acknowledgementsOfDonation, communityId, id);
    const last = rows.at(-1);
    return last ? seenAs(donation, last) : null;
  }
}
