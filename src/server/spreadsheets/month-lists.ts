import type { Column } from './list';

/** A list of what happened month by month, from the reports of a community or its stores. */
export interface MonthList {
  readonly of: 'Place' | 'Store';
  /** What is asked of a month. */
  readonly month: string;
  /** The part of a month that makes a line of each of its own parts; none: a month is a line. */
  readonly each?: readonly string[];
  readonly columns: readonly Column[];
}

const text = (heading: string, path: string): Column => ({ heading, path, as: 'text' });
const figure = (heading: string, path: string): Column => ({ heading, path, as: 'figure' });
const choice = (heading: string, path: string, of: string): Column => ({
  ...{ heading, path, as: 'choice', of },
});

const store = text('HEADING_STORE', 'owner.name');
const month = text('HEADING_MONTH', 'node.month');
const byClass = text('HEADING_CLASS_CODE', 'each.productClass');

/** Figures of the same name in the API, headed by the word for each. */
const figures = (...names: readonly (readonly [heading: string, path: string])[]) =>
  names.map(([heading, path]) => figure(heading, path));

/** The lists of months by the name of their file; their policies are the schema's. */
export const MONTH_LISTS: Readonly<Record<string, MonthList>> = {
  'goods-by-month': {
    of: 'Store',
    month: `month goods { source productClass opening received arrived given missing recalled
      writtenOff sent left thrownAway returned lostOnTheWay }`,
    each: ['goods'],
    columns: [
      ...[store, month, choice('HEADING_SOURCE', 'each.source', 'LotSource'), byClass],
      ...figures(
        ['HEADING_OPENING', 'each.opening'],
        ['HEADING_CAME_IN', 'each.received'],
        ['HEADING_ARRIVED', 'each.arrived'],
        ['HEADING_GIVEN', 'each.given'],
        ['HEADING_MISSED', 'each.missing'],
        ['HEADING_RECALLED', 'each.recalled'],
        ['HEADING_WRITTEN_OFF', 'each.writtenOff'],
        ['HEADING_SENT', 'each.sent'],
        ['HEADING_LEFT', 'each.left'],
        ['HEADING_THROWN_AWAY', 'each.thrownAway'],
        ['HEADING_RETURNED', 'each.returned'],
        ['HEADING_LOST_ON_THE_WAY', 'each.lostOnTheWay'],
      ),
    ],
  },
  'shelf-by-month': {
    of: 'Store',
    month: `month shrinkage { lost handled basisPoints }
      daysOfStock { productClass left given28 days28 given90 days90 }`,
    each: ['daysOfStock'],
    columns: [
      ...[store, month, byClass],
      ...figures(
        ['HEADING_LEFT', 'each.left'],
        ['HEADING_GIVEN_28', 'each.given28'],
        ['HEADING_DAYS_28', 'each.days28'],
        ['HEADING_GIVEN_90', 'each.given90'],
        ['HEADING_DAYS_90', 'each.days90'],
        ['HEADING_LOST_OF_ALL', 'node.shrinkage.lost'],
        ['HEADING_HANDLED_OF_ALL', 'node.shrinkage.handled'],
        ['HEADING_SHRINKAGE', 'node.shrinkage.basisPoints'],
      ),
    ],
  },
  'credits-by-month': {
    of: 'Place',
    month: `month credits { issued { by credits } spent expired outstanding
      serviceShareBasisPoints }`,
    each: ['credits', 'issued'],
    columns: [
      ...[month, choice('HEADING_EARNED_BY', 'each.by', 'EarnedBy')],
      ...figures(
        ['HEADING_ISSUED', 'each.credits'],
        ['HEADING_SPENT_OF_ALL', 'node.credits.spent'],
        ['HEADING_EXPIRED_OF_ALL', 'node.credits.expired'],
        ['HEADING_OUTSTANDING_OF_ALL', 'node.credits.outstanding'],
        ['HEADING_SERVICE_SHARE', 'node.credits.serviceShareBasisPoints'],
      ),
    ],
  },
  'households-by-month': {
    of: 'Store',
    month: 'month households { all { count } byGroup { group households { count } } }',
    each: ['households', 'byGroup'],
    columns: [
      ...[store, month, choice('HEADING_PRIORITY_GROUP', 'each.group', 'PriorityGroup')],
      ...figures(
        ['HEADING_HOUSEHOLDS', 'each.households.count'],
        ['HEADING_HOUSEHOLDS_OF_ALL', 'node.households.all.count'],
      ),
    ],
  },
  'participation-by-month': {
    of: 'Place',
    month: `month participation { bands { band residents { count } any { count } served { count }
      attended { count } gave { count } exchanged { count } shareBasisPoints } }`,
    each: ['participation', 'bands'],
    columns: [
      ...[month, choice('HEADING_AGE', 'each.band', 'AgeBand')],
      ...figures(
        ['HEADING_RESIDENTS', 'each.residents.count'],
        ['HEADING_TOOK_PART', 'each.any.count'],
        ['HEADING_SERVED', 'each.served.count'],
        ['HEADING_ATTENDED', 'each.attended.count'],
        ['HEADING_GAVE', 'each.gave.count'],
        ['HEADING_EXCHANGED', 'each.exchanged.count'],
        ['HEADING_TAKING_PART_SHARE', 'each.shareBasisPoints'],
      ),
    ],
  },
};
