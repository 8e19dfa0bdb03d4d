import type { AccountKind } from '../bookkeeping/chart';
import { PRIORITY_GROUPS } from '../society/resident-priority.entity';

/** Figures of goods that change what is on the shelf. */
export const SHELF_FIGURES = [
  ...['received', 'given', 'counted', 'recalled', 'written_off', 'sent', 'arrived'],
] as const;

/** A rule moves one kind of account: that is what a report calls `figure`. */
interface Flow {
  /** The rule; `*`: whichever it is. */
  readonly rule: string;
  readonly kind: AccountKind;
  readonly figure: string;
}

const flow = (rule: string, kind: AccountKind, figure: string): Flow => ({ rule, kind, figure });

/**
 * What the rules that move goods and credits are in a report. A rule that touches a lot and is not
 * named here is found by a test.
 */
export const FLOWS: readonly Flow[] = [
  flow('goodsReceived', 'lotStock', 'received'),
  flow('goodsPurchased', 'lotStock', 'received'),
  flow('goodsGiftReceived', 'lotStock', 'received'),
  flow('goodsExchanged', 'lotStock', 'given'),
  flow('stockMissing', 'lotStock', 'counted'),
  flow('stockFound', 'lotStock', 'counted'),
  flow('lotRecalled', 'lotStock', 'recalled'),
  flow('recalledThrownAway', 'goodsRecalled', 'thrown_away'),
  flow('recalledReturned', 'goodsRecalled', 'returned'),
  flow('goodsWrittenOff', 'lotStock', 'written_off'),
  flow('goodsSent', 'lotStock', 'sent'),
  flow('goodsCameBack', 'lotStock', 'sent'),
  flow('goodsArrived', 'lotStock', 'arrived'),
  flow('goodsTakenOver', 'lotStock', 'arrived'),
  flow('goodsLostOnTheWay', 'goodsWrittenOff', 'lost_on_the_way'),
  flow('*', 'creditsIssued', 'issued'),
  flow('*', 'creditsRedeemed', 'spent'),
  flow('*', 'creditsExpired', 'expired'),
];

/** What a resident does by an entry of a rule, whose facts name `residentId`. */
export const TAKING_PART: readonly { readonly rule: string; readonly does: string }[] = [
  { rule: 'serviceCredited', does: 'served' },
  { rule: 'courseCredited', does: 'attended' },
  { rule: 'goodsGiftCredited', does: 'gave' },
  { rule: 'goodsExchanged', does: 'exchanged' },
];

/** The ways to take part, and `any` of them. */
export const WAYS = ['any', 'served', 'attended', 'gave', 'exchanged'] as const;
export type Way = (typeof WAYS)[number];

/** Bands of ages in whole years, each named by its first year. */
export const AGE_BANDS = [
  ...['under_18', 'from_18', 'from_35', 'from_50', 'from_60', 'from_70', 'unknown'],
] as const;
export type AgeBand =
  'under_18' | 'from_18' | 'from_35' | 'from_50' | 'from_60' | 'from_70' | 'unknown';

/** The bands of those who mostly work: whom the programme used not to reach. */
export const WORKING_AGE: readonly AgeBand[] = ['from_18', 'from_35', 'from_50'];

/** The band of someone born on a day, on another: both are SQL for dates. */
export const bandOn = (born: string, day: string) =>
  `coalesce((array['under_18', 'from_18', 'from_35', 'from_50', 'from_60', 'from_70'])
     [1 + width_bucket(extract(year from age(${day}, ${born}))::integer,
       array[18, 35, 50, 60, 70])], 'unknown')`;

/** Cells of households: all, those of no priority group, and those of each. */
export const HOUSEHOLD_CELLS = ['all', 'none', ...PRIORITY_GROUPS] as const;

/** In place of a store's id: the whole community. */
export const WHOLE = '00000000-0000-0000-0000-000000000000';

/** Later than any month: the sum of them all. */
export const ALL_MONTHS = '9999-12-01';
