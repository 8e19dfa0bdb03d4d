import { draft } from '../bookkeeping/record';
import { CREDITS } from '../bookkeeping/rules/credits';
import { amount } from '../kernel/amount';
import { ownRequest } from '../kernel/request';
import type { Draft } from '../ledger/draft';
import type { CreditScheme } from './credit-scheme.reader';

/**
 * The room of a resident's month in a scheme that caps it; opened once, whoever comes first. Where
 * the scheme has no cap there is none to open.
 */
export function earningRoom(
  { id: schemeId, asset, monthlyCap }: CreditScheme,
  { residentId, month, occurredAt }: { residentId: string; month: string; occurredAt: Date },
): Draft[] {
  if (monthlyCap === null) return [];
  const facts = { schemeId, residentId, month, room: amount(asset, monthlyCap) };
  const request = ownRequest(`room/${schemeId}/${residentId}/${month}`);
  return [draft(CREDITS.earningRoomOpened, facts, { request, occurredAt })];
}
