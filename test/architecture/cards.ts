import { cadre, clerk, type Step } from './step';

const issueCard = (name: string): Step => ({
  does: 'issueCard',
  by: cadre,
  input: (get) => ({ residentId: get('resident') }),
  keeps: [name, 'card.id'],
});

const setTillRule = (value: number): Step => ({
  does: 'setTillRule',
  by: cadre,
  input: (get) => ({ communityId: get('home'), kind: 'USUAL_QUANTITY', value }),
});

/** How a till finds who stands at it. */
export const CARDS: Step[] = [
  issueCard('card'),
  {
    does: 'tillCustomers',
    by: clerk,
    input: (get) => ({ storeId: get('store'), by: { name: 'R' }, first: 1 }),
  },
  {
    does: 'endCard',
    by: clerk,
    input: (get) => ({ cardId: get('card'), because: 'LOST' }),
  },
];

/** More of the same, so that lists have three rows at least. */
export const moreCards = (n: number): Step[] => [
  issueCard(`card ${n}`),
  setTillRule(10 + n),
  {
    does: 'setPrice',
    by: ({ storekeeper }) => storekeeper.actor,
    input: (get) => ({ productId: get('product'), price: n }),
  },
  {
    does: 'setAllowance',
    by: cadre,
    input: (get) => ({
      communityId: get('home'),
      code: 'grain',
      name: 'Grain',
      pieces: n,
      extraPieces: 2,
    }),
  },
];
