/** The shape of the work, the same for our arms and for the ones they are compared with. */
export const SHAPE = {
  /** Accounts that take turns beside the hot one, or that both legs are spread over. */
  accounts: 1000,
  /** At the till: */
  residents: 240,
  householdSize: 3,
  products: 8,
  /** Each product belongs to one of these. */
  allowanceClasses: 4,
  /** One request in so many is sent twice. */
  oneRepeatedIn: 100,
  /** Bytes of an entry's facts as JSON. */
  factBytes: 400,
} as const;

export const HOUSEHOLDS = SHAPE.residents / SHAPE.householdSize;
