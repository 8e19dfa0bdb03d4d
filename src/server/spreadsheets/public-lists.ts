import { choice, figure, moment, text, type Column } from './list';

/** A list of the open book that leaves as a spreadsheet: for anyone. */
export interface PublicList {
  /** What is asked of the open book, and the field of it that holds the rows. */
  readonly book: string;
  readonly rows: string;
  /** Whether its rows come a page at a time. */
  readonly paged: boolean;
  /** The part of a row that makes a line of each of its own parts; none: a row is a line. */
  readonly each?: string;
  readonly columns: readonly Column[];
}

const LINE = 'item means row money { amount currency } entries shareBasisPoints';
const item = choice('HEADING_MONEY_ITEM', 'node.item', 'MoneyItem');
const moneyOf = (heading: string, path: string) => figure(heading, `node.${path}.amount`);
const currency = text('HEADING_CURRENCY', 'node.money.currency');

const lines = (side: 'income' | 'uses'): PublicList => ({
  ...{ book: `${side} { ${LINE} }`, rows: side, paged: false },
  columns: [
    ...[item, choice('HEADING_MEANS', 'node.means', 'MoneyMeans')],
    text('HEADING_DOCUMENT_ROW', 'node.row'),
    ...[moneyOf('HEADING_MONEY', 'money'), currency],
    ...[
      figure('HEADING_ENTRIES', 'node.entries'),
      figure('HEADING_SHARE', 'node.shareBasisPoints'),
    ],
  ],
});

/** The lists of the open book by the name of their file. */
export const PUBLIC_LISTS: Readonly<Record<string, PublicList>> = {
  income: lines('income'),
  uses: lines('uses'),
  flows: {
    ...{ book: 'flows { from to money { amount currency } entries }', rows: 'flows', paged: false },
    columns: [
      choice('HEADING_FROM_NODE', 'node.from', 'LoopNode'),
      choice('HEADING_TO_NODE', 'node.to', 'LoopNode'),
      ...[moneyOf('HEADING_MONEY', 'money'), currency],
      figure('HEADING_ENTRIES', 'node.entries'),
    ],
  },
  months: {
    book: `months { month inMonth { own { amount } government { amount } } used { amount }
      inYear { own { amount } government { amount } shareBasisPoints } }`,
    ...{ rows: 'months', paged: false },
    columns: [
      text('HEADING_MONTH', 'node.month'),
      moneyOf('HEADING_OWN_IN_MONTH', 'inMonth.own'),
      moneyOf('HEADING_GOVERNMENT_IN_MONTH', 'inMonth.government'),
      moneyOf('HEADING_USED_IN_MONTH', 'used'),
      moneyOf('HEADING_OWN_IN_YEAR', 'inYear.own'),
      moneyOf('HEADING_GOVERNMENT_IN_YEAR', 'inYear.government'),
      figure('HEADING_SELF_RELIANCE', 'node.inYear.shareBasisPoints'),
    ],
  },
  credits: {
    book: 'reports { month credits { issued { by credits } spent expired } }',
    ...{ rows: 'reports', paged: false, each: 'credits.issued' },
    columns: [
      text('HEADING_MONTH', 'node.month'),
      choice('HEADING_EARNED_BY', 'each.by', 'EarnedBy'),
      figure('HEADING_ISSUED', 'each.credits'),
      figure('HEADING_SPENT_OF_ALL', 'node.credits.spent'),
      figure('HEADING_EXPIRED_OF_ALL', 'node.credits.expired'),
    ],
  },
  grants: {
    book: `grants(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
      title state awardedAt grantee { name } pool { name } amount { amount currency }
      paid { amount } returned { amount } accountedFor { amount }
      tranches { milestone { title dueOn acceptedAt } } } } }`,
    ...{ rows: 'grants', paged: true, each: 'tranches' },
    columns: [
      text('HEADING_GRANT', 'node.title'),
      text('HEADING_GRANTEE', 'node.grantee.name'),
      text('HEADING_POOL', 'node.pool.name'),
      choice('HEADING_STATE', 'node.state', 'GrantState'),
      moment('HEADING_AWARDED', 'node.awardedAt'),
      ...[moneyOf('HEADING_GRANTED', 'amount'), text('HEADING_CURRENCY', 'node.amount.currency')],
      ...[moneyOf('HEADING_PAID', 'paid'), moneyOf('HEADING_RETURNED_MONEY', 'returned')],
      moneyOf('HEADING_ACCOUNTED_FOR', 'accountedFor'),
      text('HEADING_MILESTONE', 'each.milestone.title'),
      moment('HEADING_REACHED', 'each.milestone.acceptedAt'),
    ],
  },
  entries: {
    book: `entries(first: 100, after: $after, items: $items, fromNode: $fromNode, toNode: $toNode,
      grantId: $grantId) { pageInfo { hasNextPage endCursor } edges { node {
      reference day item money { amount currency } says takesBack pool { name }
      enterprise { name } store { name } grant { title grantee { name } } } } }`,
    ...{ rows: 'entries', paged: true },
    columns: [
      ...[text('HEADING_DAY', 'node.day'), item],
      ...[moneyOf('HEADING_MONEY', 'money'), currency],
      text('HEADING_POOL', 'node.pool.name'),
      text('HEADING_ENTERPRISE', 'node.enterprise.name'),
      ...[
        text('HEADING_GRANTEE', 'node.grant.grantee.name'),
        text('HEADING_GRANT', 'node.grant.title'),
      ],
      text('HEADING_STORE', 'node.store.name'),
      text('HEADING_RULE_SAYS', 'node.says'),
      text('HEADING_REFERENCE', 'node.reference'),
    ],
  },
};
