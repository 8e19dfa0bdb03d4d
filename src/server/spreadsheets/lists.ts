/** A column: the word that heads it, and where its cell stands in what GraphQL answers. */
export interface Column {
  readonly heading: string;
  /** From `owner` (the store, …), `node` (a row of the list) or `each` (a part of it). */
  readonly path: string;
  readonly as: 'text' | 'figure' | 'moment' | 'choice';
  /** The enum that a choice is out of. */
  readonly of?: string;
}

/** The fields of a row that tell whether it is in a stretch of time. */
export interface Time {
  /** When it happened. */
  readonly at: string;
  /** The moment that the list is in the order of, where it is: beyond the stretch it ends. */
  readonly ordered?: { readonly by: string; readonly latestFirst: boolean };
}

/** A list that leaves as a spreadsheet: a connection of the API, read as whoever asks. */
export interface List {
  /** What the list hangs on: the community itself, or each of its stores or self-organisations. */
  readonly of: 'Place' | 'Store' | 'Organisation';
  /** The connection's field and its arguments but `first` and `after`. */
  readonly field: string;
  readonly node: string;
  /** The field of a row that makes a line of each of its parts: the legs of an entry. */
  readonly each?: string;
  readonly columns: readonly Column[];
  /** For a list of what happened at a moment: how a stretch of it is told. */
  readonly time?: Time;
}

const text = (heading: string, path: string): Column => ({ heading, path, as: 'text' });
const figure = (heading: string, path: string): Column => ({ heading, path, as: 'figure' });
const moment = (heading: string, path: string): Column => ({ heading, path, as: 'moment' });

const choice = (heading: string, path: string, of: string): Column => ({
  ...{ heading, path, as: 'choice', of },
});

const store = text('HEADING_STORE', 'owner.name');

/**
 * The lists by the name of their file. Who may have one, and which of its cells, the policies of
 * the schema decide, as for anybody who asks for the same by GraphQL.
 */
export const LISTS: Readonly<Record<string, List>> = {
  journal: {
    of: 'Place',
    field: 'journal',
    time: { at: 'occurredAt', ordered: { by: 'recordedAt', latestFirst: true } },
    node: `id rule occurredAt recordedAt reversalOf { id }
      legs { debit credit asset { code } account { title path } }`,
    each: 'legs',
    columns: [
      text('HEADING_ENTRY', 'node.id'),
      text('HEADING_RULE', 'node.rule'),
      moment('HEADING_OCCURRED', 'node.occurredAt'),
      moment('HEADING_RECORDED', 'node.recordedAt'),
      text('HEADING_REVERSES', 'node.reversalOf.id'),
      text('HEADING_ACCOUNT', 'each.account.title'),
      text('HEADING_ACCOUNT_PATH', 'each.account.path'),
      figure('HEADING_DEBIT', 'each.debit'),
      figure('HEADING_CREDIT', 'each.credit'),
      text('HEADING_ASSET', 'each.asset.code'),
    ],
  },
  products: {
    of: 'Store',
    field: 'products',
    node: 'ean name unit price stock(storeId: $id) allowanceClass { name }',
    columns: [
      store,
      text('HEADING_EAN', 'node.ean'),
      text('HEADING_NAME', 'node.name'),
      text('HEADING_UNIT', 'node.unit'),
      figure('HEADING_PRICE', 'node.price'),
      text('HEADING_ALLOWANCE_CLASS', 'node.allowanceClass.name'),
      figure('HEADING_STOCK', 'node.stock'),
    ],
  },
  lots: {
    of: 'Store',
    field: 'lots',
    time: { at: 'receivedAt' },
    node: `source quantity stock receivedAt expiresOn donorName donorOrganisation { name }
      product { name ean } unitCost { amount currency } paidBy { name }`,
    columns: [
      store,
      text('HEADING_EAN', 'node.product.ean'),
      text('HEADING_PRODUCT', 'node.product.name'),
      choice('HEADING_SOURCE', 'node.source', 'LotSource'),
      figure('HEADING_QUANTITY', 'node.quantity'),
      figure('HEADING_STOCK', 'node.stock'),
      moment('HEADING_RECEIVED', 'node.receivedAt'),
      text('HEADING_EXPIRES', 'node.expiresOn'),
      text('HEADING_DONOR', 'node.donorName'),
      text('HEADING_DONOR_ORGANISATION', 'node.donorOrganisation.name'),
      figure('HEADING_UNIT_COST', 'node.unitCost.amount'),
      text('HEADING_CURRENCY', 'node.unitCost.currency'),
      text('HEADING_PAID_BY', 'node.paidBy.name'),
    ],
  },
  exchanges: {
    of: 'Store',
    field: 'exchanges',
    time: { at: 'occurredAt', ordered: { by: 'recordedAt', latestFirst: true } },
    node: `number occurredAt recordedAt resident { name displayName } voided { reason }
      lines { quantity credits product { name ean } }`,
    each: 'lines',
    columns: [
      store,
      text('HEADING_NUMBER', 'node.number'),
      moment('HEADING_OCCURRED', 'node.occurredAt'),
      moment('HEADING_RECORDED', 'node.recordedAt'),
      text('HEADING_RESIDENT', 'node.resident.name'),
      text('HEADING_EAN', 'each.product.ean'),
      text('HEADING_PRODUCT', 'each.product.name'),
      figure('HEADING_QUANTITY', 'each.quantity'),
      figure('HEADING_CREDITS', 'each.credits'),
      text('HEADING_VOIDED', 'node.voided.reason'),
    ],
  },
  services: {
    of: 'Organisation',
    field: 'services',
    time: { at: 'performedAt', ordered: { by: 'performedAt', latestFirst: true } },
    node: `serviceKind performedAt recordedAt minutes credits state note reason
      resident { name } beneficiary { name }`,
    columns: [
      text('HEADING_ORGANISATION', 'owner.name'),
      text('HEADING_RESIDENT', 'node.resident.name'),
      text('HEADING_SERVICE_KIND', 'node.serviceKind'),
      moment('HEADING_PERFORMED', 'node.performedAt'),
      moment('HEADING_RECORDED', 'node.recordedAt'),
      figure('HEADING_MINUTES', 'node.minutes'),
      figure('HEADING_CREDITS', 'node.credits'),
      choice('HEADING_STATE', 'node.state', 'ServiceState'),
      text('HEADING_BENEFICIARY', 'node.beneficiary.name'),
      text('HEADING_NOTE', 'node.note'),
      text('HEADING_REASON', 'node.reason'),
    ],
  },
  donations: {
    of: 'Place',
    field: 'donations',
    time: { at: 'startedAt', ordered: { by: 'startedAt', latestFirst: false } },
    node: `startedAt paidAt state schedule amount { amount currency } refunded { amount }
      disputed { amount } giverKind giverName email publicName message pool { name }
      campaign { title } grant { title } acknowledgement { number }`,
    columns: [
      moment('HEADING_BEGUN', 'node.startedAt'),
      moment('HEADING_PAID', 'node.paidAt'),
      choice('HEADING_STATE', 'node.state', 'DonationState'),
      choice('HEADING_SCHEDULE', 'node.schedule', 'Schedule'),
      figure('HEADING_AMOUNT', 'node.amount.amount'),
      text('HEADING_CURRENCY', 'node.amount.currency'),
      figure('HEADING_REFUNDED', 'node.refunded.amount'),
      figure('HEADING_DISPUTED', 'node.disputed.amount'),
      text('HEADING_POOL', 'node.pool.name'),
      text('HEADING_CAMPAIGN', 'node.campaign.title'),
      text('HEADING_PROJECT', 'node.grant.title'),
      choice('HEADING_GIVER_KIND', 'node.giverKind', 'GiverKind'),
      text('HEADING_GIVER', 'node.giverName'),
      text('HEADING_EMAIL', 'node.email'),
      text('HEADING_PUBLIC_NAME', 'node.publicName'),
      text('HEADING_MESSAGE', 'node.message'),
      text('HEADING_ACKNOWLEDGEMENT', 'node.acknowledgement.number'),
    ],
  },
  residents: {
    of: 'Place',
    field: 'residents',
    node: 'name birthDate phone movedIn movedOut household { address grid { name } }',
    columns: [
      text('HEADING_NAME', 'node.name'),
      text('HEADING_BIRTH_DATE', 'node.birthDate'),
      text('HEADING_PHONE', 'node.phone'),
      text('HEADING_ADDRESS', 'node.household.address'),
      text('HEADING_GRID', 'node.household.grid.name'),
      text('HEADING_MOVED_IN', 'node.movedIn'),
      text('HEADING_MOVED_OUT', 'node.movedOut'),
    ],
  },
};
