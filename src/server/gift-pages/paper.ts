import type { FastifyReply } from 'fastify';
import type { AcknowledgementRow } from '../../donations/acknowledgement.entity';
import { acknowledgementById } from '../../donations/acknowledgement.reader';
import { donationByToken } from '../../donations/donation.reader';
import { readGlobalId } from '../../kernel/global-id';
import { isUuid } from '../../kernel/id';
import type { AcknowledgementFacts } from '../../papers/acknowledgement';
import { acknowledgementPdf } from '../../papers/acknowledgement-pdf';
import type { ByToken, GiverPages } from './giver-pages';
import { notThere } from './not-there';
import { privately } from './privately';

/** The acknowledgement of a gift, to whoever follows it and to nobody else. */
export async function sendPaper(
  { source }: GiverPages,
  request: ByToken<{ name: string }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { token, name } = request.params;
  const id = idIn(name.replace(/\.pdf$/, ''));
  const donation = await donationByToken(source.manager, token);
  if (!donation || !isUuid(id) || !name.endsWith('.pdf')) return notThere(reply);
  const [row] = await acknowledgementById.read(source.manager, donation.communityId, [id]);
  if (row?.donationId !== donation.id) return notThere(reply);
  const facts = printed(row);
  const file = `acknowledgement-${facts.number.replace(/[^\w-]/g, '')}.pdf`;
  return await privately(reply)
    .header('content-disposition', `inline; filename="${file}"`)
    .header('content-security-policy', "frame-ancestors 'none'")
    .type('application/pdf')
    .send(await acknowledgementPdf(facts));
}

/** Letters name a paper by its id in the books, pages by the one that the API gave. */
const idIn = (name: string): string => readGlobalId(name)?.id ?? name;

/** The facts are kept as they were issued; the state's receipt may have been recorded since. */
function printed({ facts, receiptCode, receiptNumber, receiptCheckCode }: AcknowledgementRow) {
  const issued = facts as AcknowledgementFacts;
  if (receiptCode === null || receiptNumber === null || receiptCheckCode === null) return issued;
  const receipt = { code: receiptCode, number: receiptNumber, checkCode: receiptCheckCode };
  return { ...issued, receipt };
}
