import { good, home, type Good } from './good-input';
import { day, hours } from './moments';

const officer: Good['as'] = ({ world }) => world.officer;
const cadre = home((at) => at.cadre);

/** Councils: what they are, and who sits in them. */
export const COUNCILS: Record<string, Good> = {
  foundCouncil: good('foundCouncil', cadre, (at) => ({
    kind: 'NEIGHBOURHOOD_COUNCIL',
    name: 'Council of the square',
    placeId: at.place.globalId,
  })),
  setCouncilRule: good('setCouncilRule', officer, (at) => ({
    councilId: at.seated.toSeat,
    ...{ minSeats: 5, seatsPerGroup: 1, cadrePercent: 40, termYears: 2, coSigners: 12 },
    ...{ quorum: { parts: 2, of: 3 }, passesWithMoreThan: { parts: 1, of: 2 } },
    from: hours(24),
  })),
  seatMembers: good('seatMembers', cadre, (at) => ({
    councilId: at.seated.toSeat,
    validFrom: day(),
    members: [{ residentId: at.seated.resident, groupId: at.seated.group }],
  })),
  fillSeat: good('fillSeat', cadre, (at) => ({
    seatId: at.seated.vacant,
    residentId: at.seated.resident,
  })),
  vacateSeat: good('vacateSeat', cadre, (at) => ({
    seatId: at.seated.held,
    because: 'RESIGNED',
    validUntil: day(),
  })),
  dissolveCouncil: good('dissolveCouncil', officer, (at) => ({
    councilId: at.seated.toDissolve,
    reason: 'Two lanes became one',
  })),
};
