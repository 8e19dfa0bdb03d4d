/**
 * For each type whose policies look at the row: which row of the life stands for it. A global id's
 * name in life.ts; or, for a type without an id, another type's sample and the field that leads to
 * it. Everything here belongs to the home community: to its own bodies, and to one resident of the
 * second household who is a member of the self-organisation.
 */
export const SAMPLES: Readonly<Record<string, string | { of: string; field: string }>> = {
  Account: { of: 'Leg', field: 'account' },
  Acknowledgement: 'acknowledgement',
  Application: 'application',
  Attachment: 'attachment',
  Ballot: 'ballot',
  Campaign: 'campaign',
  CreditScheme: 'scheme',
  Declaration: 'declaration',
  DeclarationVersion: { of: 'Declaration', field: 'versions' },
  Donation: 'gift',
  Entry: { of: 'Exchange', field: 'entry' },
  Exchange: 'exchange',
  Grant: 'grant',
  HeldRole: { of: 'Viewer', field: 'roles' },
  Household: 'household',
  Leg: { of: 'Entry', field: 'legs' },
  Lot: 'lot',
  Membership: 'membership',
  Milestone: { of: 'Tranche', field: 'milestone' },
  OperatorSettlement: 'settlement',
  Organisation: 'team',
  PaymentTask: 'task',
  PayoutShare: 'share',
  Person: 'person',
  Place: 'home',
  Pledge: 'pledge',
  Pool: 'pool',
  Refund: 'refund',
  Resident: 'resident',
  ResidentPriority: 'priority',
  Service: 'service',
  StockTake: 'stock-take',
  Store: 'store',
  TillTask: 'till task',
  Tranche: 'tranche',
  Viewer: { of: 'Query', field: 'me' },
};
