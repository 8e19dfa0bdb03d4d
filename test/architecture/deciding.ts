import { chair, cny, hoursAgo, officer, type Step } from './step';

/** Who decides what, in a life: from tomorrow on, so that the rest of it goes on as it is. */
export const DECIDED: Step[] = [
  {
    does: 'reserveMatter',
    by: officer,
    input: (get, life) => ({
      ...{ communityId: get('home'), act: 'SET_PRICE', from: hoursAgo(life, -24) },
      until: hoursAgo(life, -48),
    }),
  },
  {
    does: 'reserveMatter',
    by: officer,
    input: (get, life) => ({
      ...{ communityId: get('home'), act: 'SET_ROUTING_PLAN', from: hoursAgo(life, -24) },
    }),
    keeps: ['reserved matter', 'matter.id'],
  },
  {
    does: 'releaseMatter',
    by: officer,
    input: (get) => ({ matterId: get('reserved matter') }),
  },
  {
    does: 'setPoolThresholds',
    by: chair,
    input: (get, life) => ({
      ...{ poolId: get('pool'), from: hoursAgo(life, -24) },
      thresholds: [
        { from: cny('0'), approvals: 1 },
        { from: cny('9000.00'), approvals: 2 },
      ],
    }),
  },
  {
    does: 'setPoolDecider',
    by: chair,
    input: (get, life) => ({
      ...{ poolId: get('pool'), decidedBy: 'COUNCIL', councilId: get('council') },
      from: hoursAgo(life, -24),
    }),
  },
];
