import { enumType } from '../api/enum.graphql';
import type { MoneyItem } from '../reports/money-flows';
import type { LoopNode, MoneyMeans, MoneySide } from './loop';
import type { NotCounted } from './not-counted';

export const MoneyItemEnum = enumType<MoneyItem>(
  'MoneyItem',
  'Where money of pools came from, or what it was used for.',
  {
    surplus: 'Surplus that social enterprises gave (row C7).',
    gifts: 'Gifts, less what went back to givers (row C8).',
    matches: 'What enterprises added to gifts (row C8).',
    public_money: 'Public money that the community was allotted and that arrived (row C2).',
    grants: 'Grants that were paid, less what grantees gave back (row A5).',
    welfare_goods: 'Welfare goods that pools bought (row A1).',
    operator_goods: "Goods of stores' operators that residents took home (row A1).",
    returned: 'Public money that was paid back to the treasury (row C2).',
    shown: 'What of paid grants grantees have shown to be spent (row C4).',
  },
);

export const MoneySideEnum = enumType<MoneySide>('MoneySide', 'A side of the open book.', {
  income: 'Money that came in.',
  use: 'Money that was used.',
  proof: 'What grantees have shown of money that was used: no money of the pools moved by it.',
});

export const MoneyMeansEnum = enumType<MoneyMeans>(
  'MoneyMeans',
  'Whose strength a source of income is.',
  {
    own: "The community's own: what it raised or its enterprises gave (rows C7, C8).",
    government: 'Public money (row C2).',
  },
);

export const LoopNodeEnum = enumType<LoopNode>(
  'LoopNode',
  'Where money stands in the closed loop: givers, pools by their purpose, and whom it reaches.',
  {
    enterprises: 'Social enterprises.',
    givers: 'Givers; nobody is named.',
    government: 'The government.',
    pool_organisations: 'Pools for self-organisations and their activities.',
    pool_volunteering: 'Pools for volunteers.',
    pool_infrastructure: 'Pools for the upkeep of what everybody uses.',
    pool_culture_sport: 'Pools for culture and sport.',
    pool_education: 'Pools for education and training.',
    pool_environment: 'Pools for the environment.',
    pool_welfare: 'Pools for welfare goods.',
    pool_other: 'Pools for what they say in words.',
    pool_public_fund: 'Public money of a year.',
    self_organisations: "Residents' self-organisations.",
    social_organisations: 'Social organisations.',
    other_organisations: 'Other bodies that carry out what the community decided.',
    supermarkets: 'Charity supermarkets.',
    treasury: 'The treasury, which gets back what was not used.',
    services: 'Services and activities: what grantees have shown to be spent.',
  },
);

export const NotCountedEnum = enumType<NotCounted>('NotCounted', 'What the open book leaves out.', {
  goods: 'Goods that were given: the books count their pieces and know no price.',
  service: 'Hours that residents served: they are counted in credits.',
  premises: 'Rooms and staff that the government provides for nothing.',
  promises: 'What was promised or allotted and has not arrived.',
  processing: "The processor's fees and gifts lost to disputes: the foundation bears them.",
  other_books: 'What books of the street, district or city above use here.',
  givers_home: 'Where givers live: every gift counts as the community’s own.',
  other_currencies: 'Money in other currencies.',
});
