import { ATTACHMENT_CHECKS } from '../attachments/attachments.checks';
import { BALLOT_CHECKS } from '../ballots/ballots.checks';
import { ROLL_CHECKS } from '../ballots/rolls.checks';
import { BOOKKEEPING_CHECKS } from '../bookkeeping/bookkeeping.checks';
import { BOOKS_CHECKS } from '../books/books.checks';
import { COUNCIL_CHECKS } from '../councils/councils.checks';
import { COURSES_CHECKS } from '../courses/courses.checks';
import { COURTYARD_CHECKS } from '../courtyards/courtyards.checks';
import { CREDITS_CHECKS } from '../credits/credits.checks';
import { CAMPAIGN_CHECKS } from '../donations/campaign.checks';
import { DONATIONS_CHECKS } from '../donations/donations.checks';
import { ELECTION_CHECKS } from '../elections/elections.checks';
import { ENTERPRISES_CHECKS } from '../enterprises/enterprises.checks';
import { FOUNDATIONS_CHECKS } from '../foundations/foundations.checks';
import { GRANTS_CHECKS } from '../grants/grants.checks';
import { LEDGER_CHECKS, type Check } from '../ledger/verify';
import { MEETING_CHECKS } from '../meetings/meetings.checks';
import { MOTION_CHECKS } from '../motions/motions.checks';
import { PAYMENTS_CHECKS } from '../payments/payments.checks';
import { PROJECTS_CHECKS } from '../projects/projects.checks';
import { PUBLIC_FUND_CHECKS } from '../public-funds/public-funds.checks';
import { MONEY_CHECKS } from '../reports/money.checks';
import { REPORTS_CHECKS } from '../reports/reports.checks';
import { CARD_CHECKS } from '../society/cards.checks';
import { RESERVED_MATTER_CHECKS } from '../society/reserved-matters.checks';
import { GOODS_GIFT_CHECKS } from '../supermarkets/goods-gifts.checks';
import { SHIFT_CHECKS } from '../supermarkets/shift.checks';
import { SUPERMARKET_CHECKS } from '../supermarkets/supermarkets.checks';
import { VOLUNTEERING_CHECKS } from '../volunteering/volunteering.checks';

/** Everything that `verify` checks, floor by floor. */
export const CHECKS: readonly Check[] = [
  ...LEDGER_CHECKS,
  ...BOOKKEEPING_CHECKS,
  ...ATTACHMENT_CHECKS,
  ...CARD_CHECKS,
  ...RESERVED_MATTER_CHECKS,
  ...BOOKS_CHECKS,
  ...FOUNDATIONS_CHECKS,
  ...CREDITS_CHECKS,
  ...BALLOT_CHECKS,
  ...ROLL_CHECKS,
  ...ENTERPRISES_CHECKS,
  ...PAYMENTS_CHECKS,
  ...DONATIONS_CHECKS,
  ...CAMPAIGN_CHECKS,
  ...VOLUNTEERING_CHECKS,
  ...COURSES_CHECKS,
  ...SUPERMARKET_CHECKS,
  ...GOODS_GIFT_CHECKS,
  ...REPORTS_CHECKS,
  ...MONEY_CHECKS,
  ...SHIFT_CHECKS,
  ...GRANTS_CHECKS,
  ...COUNCIL_CHECKS,
  ...ELECTION_CHECKS,
  ...MOTION_CHECKS,
  ...MEETING_CHECKS,
  ...PROJECTS_CHECKS,
  ...COURTYARD_CHECKS,
  ...PUBLIC_FUND_CHECKS,
];
