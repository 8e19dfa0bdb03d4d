import { cny } from '../furnish';
import { day, hours } from '../moments';
import type { Row } from './row';

/** Courtyards, what they hold and spend, and micro-projects. */
export const COURTYARDS: readonly Row[] = [
  [
    'a community',
    'nameCourtyardBody',
    (at) => ({ placeId: at.place.globalId }),
    'PLACE_KIND placeId',
  ],
  [
    'both',
    'nameCourtyardBody',
    (at) => ({ councilId: at.yards.council }),
    'BODY_UNCLEAR organisationId',
  ],
  [
    'a committee',
    'nameCourtyardBody',
    (at) => ({ organisationId: at.committee.globalId }),
    'ORGANISATION_KIND organisationId',
  ],
  [
    'who does already',
    'nameCourtyardBody',
    (at) => ({ placeId: at.yards.held }),
    'BODY_NAMED placeId',
  ],
  [
    'a council of elsewhere',
    'nameCourtyardBody, a council',
    (at) => ({ councilId: at.seated.group }),
    'NOT_HERE councilId',
  ],
  [
    'where nobody does',
    'endCourtyardBody',
    (at) => ({ placeId: at.yards.free }),
    'NO_COURTYARD_BODY placeId',
  ],
  [
    'where nobody stands for it',
    'announceActivity',
    (at) => ({ placeId: at.yards.free }),
    'NO_COURTYARD_BODY placeId',
    ({ home }) => home.cadre,
  ],
  ['long ago', 'announceActivity', () => ({ startsAt: hours(-31 * 24) }), 'ACTIVITY_DAY startsAt'],
  ['far ahead', 'announceActivity', () => ({ startsAt: hours(366 * 24) }), 'ACTIVITY_DAY startsAt'],
  ['nobody', 'recordActivity', () => ({ residentIds: [] }), 'LIST_LENGTH residentIds'],
  [
    'one twice',
    'recordActivity',
    ({ households: [first] }) => ({
      residentIds: [first?.residents[0]?.globalId, first?.residents[0]?.globalId],
    }),
    'RESIDENT_TWICE residentIds.1',
  ],
  ['tomorrow', 'recordSpending', () => ({ spentOn: day(1) }), 'DAY_FUTURE spentOn'],
  [
    'more than was paid',
    'recordSpending',
    () => ({ amount: cny('50.01') }),
    'EXPENSE_SHORT amount',
  ],
  [
    'what is confirmed',
    'confirmSpending',
    (at) => ({ spendingId: at.yards.confirmed }),
    'SPENDING_DECIDED spendingId',
  ],
  [
    'who recorded it',
    'confirmSpending',
    () => ({}),
    'SECOND_PERSON_NEEDED spendingId',
    ({ home }) => home.leader,
  ],
  [
    'what waits',
    'reverseSpending',
    (at) => ({ spendingId: at.yards.toConfirm }),
    'SPENDING_NOT_CONFIRMED spendingId',
  ],
  ['no plan', 'openProject', () => ({ steps: [] }), 'LIST_LENGTH steps'],
  ['back in time', 'openProject', () => ({ 'steps.1.dueOn': day(4) }), 'STEP_ORDER steps.1.dueOn'],
  [
    'a foundation',
    'openProject',
    (at) => ({ organisationId: at.foundation.globalId }),
    'ORGANISATION_KIND organisationId',
  ],
  [
    "another's grant",
    'openProject',
    (at) => ({ organisationId: at.committee.globalId }),
    'GRANT_OF_ANOTHER grantId',
  ],
  ['tomorrow', 'recordProjectStep', () => ({ doneOn: day(1) }), 'DAY_FUTURE doneOn'],
  ['open steps', 'endProject', () => ({ outcome: 'REACHED' }), 'STEPS_OPEN outcome'],
];
