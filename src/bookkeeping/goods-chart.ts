import { line, type ChartLine } from './chart-line';

/** The part of the chart that holds goods, and what households may take of them. */
export const GOODS_CHART = {
  allowanceGranted: line('debit', null, 'Allowance granted', 'Allowances opened, by class.'),
  householdAllowance: line(
    'credit',
    'ALLOWANCE_EXCEEDED',
    'Household allowance',
    'Pieces of a class of goods that a household may still take in a month.',
  ),
  allowanceUsed: line('credit', null, 'Allowance used', 'Allowances taken up, by store.'),
  goodsReceived: line('credit', null, 'Goods received', "A store's goods by where they came from."),
  lotStock: line('debit', 'OUT_OF_STOCK', 'Lot', 'Pieces of a lot on the shelf.'),
  goodsGiven: line('debit', null, 'Goods given', 'Pieces that left a store in exchanges.'),
  stockDifferences: line(
    'debit',
    null,
    'Stock differences',
    'Pieces that stock-takes of a store missed, less those that they found.',
  ),
  goodsRecalled: line(
    'debit',
    'RECALLED_SHORT',
    'Goods called back',
    'Pieces of a lot that was called back, until they are thrown away or returned.',
  ),
  goodsWrittenOff: line(
    'debit',
    null,
    'Goods written off',
    'Pieces of a store that nobody can use any more, by reason.',
  ),
  goodsInTransit: line(
    'debit',
    'TRANSIT_SHORT',
    'Goods in transit',
    'Pieces that left a store for another and have not been counted there, by transfer.',
  ),
  goodsHandedOver: line(
    'debit',
    null,
    'Goods handed over',
    "Pieces that arrived in a store of another set of books, by both stores: that one's mirror.",
  ),
  goodsTakenOver: line(
    'credit',
    null,
    'Goods taken over',
    'Pieces that came from a store of another set of books, by both stores.',
  ),
  goodsReturned: line(
    'debit',
    null,
    'Goods returned',
    'Pieces that a store gave back to where they came from.',
  ),
} as const satisfies Record<string, ChartLine>;
