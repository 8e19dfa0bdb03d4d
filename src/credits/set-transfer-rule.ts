import { authorise } from '../kernel/actor';
import { monthOf, monthPeriod } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { needScheme, type CreditScheme } from './credit-scheme.reader';
import { TransferRuleRow } from './transfer-rule.entity';

const LARGEST_LIMIT = 10_000;

/**
 * Says how many credits a resident may hand on within the household in a month, from a coming month
 * on (officers of the scheme's place); none at all where nobody has said so. A rule that has not
 * begun may be set again; one that has stays for ever. Refuses: `ID_UNKNOWN`,
 * `TRANSFER_LIMIT_RANGE`, `MONTH_UNREADABLE`, `TRANSFER_RULE_TOO_EARLY`.
 */
export async function setTransferRule(
  work: UnitOfWork,
  input: { schemeId: string; fromMonth: string; monthlyLimit: number },
): Promise<CreditScheme> {
  const scheme = await needScheme(work, input.schemeId, ['schemeId']);
  const at = await needPlace(work, scheme.placeId, ['schemeId']);
  authorise(work.actor, isOfficer(work.actor, at));
  const { monthlyLimit } = input;
  if (!Number.isInteger(monthlyLimit) || monthlyLimit < 0 || monthlyLimit > LARGEST_LIMIT)
    throw new Refusal('TRANSFER_LIMIT_RANGE', { largest: LARGEST_LIMIT }, ['monthlyLimit']);
  const { from: fromMonth } = monthPeriod(input.fromMonth, ['fromMonth']);
  const thisMonth = monthOf(work.now, at.timeZone);
  if (fromMonth.slice(0, 7) <= thisMonth)
    throw new Refusal('TRANSFER_RULE_TOO_EARLY', { thisMonth }, ['fromMonth']);
  const rule = { schemeId: scheme.id, fromMonth, monthlyLimit, setAt: work.now };
  await work.db.upsert(TransferRuleRow, rule, ['schemeId', 'fromMonth']);
  return scheme;
}
