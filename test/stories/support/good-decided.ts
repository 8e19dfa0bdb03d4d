import { cny } from './furnish';
import { good, home, type Good } from './good-input';
import { hours } from './moments';

const officer: Good['as'] = ({ world }) => world.officer;
const chair = home((at) => at.chair);

/** Who decides what. From tomorrow on: today goes on as it is. */
export const DECIDED: Record<string, Good> = {
  reserveMatter: good('reserveMatter', officer, (at) => ({
    communityId: at.place.globalId,
    act: 'SET_PRICE',
    from: hours(24),
    until: hours(48),
  })),
  releaseMatter: good('releaseMatter', officer, (at) => ({
    matterId: at.seated.matter,
    from: hours(72),
  })),
  setPoolThresholds: good('setPoolThresholds', chair, (at) => ({
    poolId: at.pools.culture,
    thresholds: [
      { from: cny('0'), approvals: 1 },
      { from: cny('800.00'), approvals: 2 },
    ],
    from: hours(24),
  })),
  setPoolDecider: good('setPoolDecider', chair, (at) => ({
    poolId: at.pools.culture,
    decidedBy: 'COUNCIL',
    councilId: at.seated.toSeat,
    from: hours(24),
  })),
};
