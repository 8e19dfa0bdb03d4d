import { Refusal } from '../kernel/refusal';

/** How much each criterion counts when projects are ranked (C3): only their ratio matters. */
export interface Weights {
  readonly weighUrgency: number;
  readonly weighWill: number;
  readonly weighSelfRaised: number;
  readonly weighMoney: number;
}

export interface WeightsInput {
  readonly urgency: number;
  readonly will: number;
  readonly selfRaised: number;
  readonly moneyNeeded: number;
}

/** What holds where nobody has said anything else. */
const COMMON: WeightsInput = { urgency: 30, will: 40, selfRaised: 20, moneyNeeded: 10 };
const MOST = 100;

/** Reads weights: whole numbers, 0 to 100, one of them at least more than 0: `WEIGHTS_RANGE`. */
export function readWeights(given: WeightsInput | null | undefined): Weights {
  const { urgency, will, selfRaised, moneyNeeded } = given ?? COMMON;
  for (const [name, each] of Object.entries({ urgency, will, selfRaised, moneyNeeded }))
    if (!Number.isInteger(each) || each < 0 || each > MOST)
      throw new Refusal('WEIGHTS_RANGE', { most: MOST }, ['weights', name]);
  if (urgency + will + selfRaised + moneyNeeded === 0)
    throw new Refusal('WEIGHTS_RANGE', { most: MOST }, ['weights']);
  return {
    ...{ weighUrgency: urgency, weighWill: will },
    ...{ weighSelfRaised: selfRaised, weighMoney: moneyNeeded },
  };
}
