import type { Amount } from '../../kernel/amount';
import type { Leg } from '../../ledger/draft';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { yuan } from './examples';

/** What an enterprise adds to a gift of its campaign. */
export interface Match {
  readonly campaignId: string;
  readonly enterpriseId: string;
  readonly amount: Amount;
  /** Whether the campaign has ended: what is no longer due is then not to come either. */
  readonly ended?: boolean;
}

/** A match becomes due (or, with the sides turned, is no longer). */
export function matched(match: Match, turned = false): Leg[] {
  const { campaignId, enterpriseId, amount } = match;
  const [dr, cr] = turned ? [credit, debit] : [debit, credit];
  const room = [
    dr(account('matchRoom', campaignId), amount),
    cr(account('matchRoomGranted', campaignId), amount),
  ];
  return [
    ...(match.ended ? [] : room),
    dr(account('matchDue', enterpriseId, campaignId), amount),
    cr(account('matchDeferred', enterpriseId, campaignId), amount),
  ];
}

/** For worked examples. */
export const MATCH = { campaignId: 'Winter coats', enterpriseId: 'Laundry' };

/** How an enterprise matches the gifts of a campaign (C8). */
export const MATCHING = chapter({
  matchPromised: rule<Match>({
    says: 'An enterprise promises to match the gifts of a campaign up to an amount.',
    example: { ...MATCH, amount: yuan(5000) },
    post: ({ campaignId, amount }) => [
      debit(account('matchRoomGranted', campaignId), amount),
      credit(account('matchRoom', campaignId), amount),
    ],
  }),

  matchEnded: rule<Match>({
    says: 'A campaign ends: what its enterprise would still have matched is promised no more.',
    example: { ...MATCH, amount: yuan(4912) },
    post: ({ campaignId, amount }) => [
      debit(account('matchRoom', campaignId), amount),
      credit(account('matchRoomGranted', campaignId), amount),
    ],
  }),

  matchReopened: rule<Match>({
    says:
      'A gift that went back is there again, for its refund failed; its match has been used or ' +
      'released since, so room is made for the mirror of the refund.',
    example: { ...MATCH, amount: yuan(20) },
    post: ({ campaignId, amount }) => [
      debit(account('matchRoomGranted', campaignId), amount),
      credit(account('matchRoom', campaignId), amount),
    ],
  }),

  matchLapsed: rule<Match>({
    says: 'What came due again by that mirror is beyond what was promised: it is owed no more.',
    example: { ...MATCH, amount: yuan(20) },
    post: ({ campaignId, enterpriseId, amount }) => [
      debit(account('matchDeferred', enterpriseId, campaignId), amount),
      credit(account('matchDue', enterpriseId, campaignId), amount),
    ],
  }),

  matchReceived: rule<Match & { foundationId: string; poolId: string }>({
    says: 'An enterprise pays what it owes for the gifts it matched: now it is the pool’s.',
    example: {
      ...MATCH,
      foundationId: 'Zhanqian Foundation',
      poolId: 'welfare pool',
      amount: yuan(88),
    },
    post: ({ campaignId, enterpriseId, foundationId, poolId, amount }) => [
      debit(account('bank', foundationId), amount),
      credit(account('poolAvailable', poolId), amount),
      debit(account('matchDeferred', enterpriseId, campaignId), amount),
      credit(account('matchDue', enterpriseId, campaignId), amount),
    ],
  }),
});
