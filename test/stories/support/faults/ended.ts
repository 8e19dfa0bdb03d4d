import { hours } from '../moments';
import type { Row } from './row';

/** Whose term has ended, who has moved out, who is of another community. */
export const ENDED: readonly Row[] = [
  [
    'a clerk whose term ended today',
    'recordExchange',
    () => ({}),
    'FORBIDDEN',
    ({ home }) => home.society.formerClerk,
  ],
  [
    'the same, with goods',
    'receiveGoods',
    () => ({}),
    'FORBIDDEN',
    ({ home }) => home.society.formerClerk,
  ],
  [
    'a leader whose term ended today',
    'recordService',
    () => ({}),
    'FORBIDDEN',
    ({ home }) => home.society.formerLeader,
  ],
  [
    'the same, with an application',
    'applyForGrant',
    () => ({}),
    'FORBIDDEN',
    ({ home }) => home.society.formerLeader,
  ],
  [
    'who applied, where it ended',
    'withdrawApplication',
    () => ({}),
    'FORBIDDEN',
    ({ home }) => home.society.formerLeader,
  ],
  [
    'a clerk of another community',
    'recordExchange',
    () => ({}),
    'FORBIDDEN',
    ({ other }) => other.clerk,
  ],
  [
    'a board of another community',
    'reviewApplication',
    () => ({}),
    'FORBIDDEN',
    ({ other }) => other.chair,
  ],
  [
    'an exchange of who moved out',
    'recordExchange',
    ({ society }) => ({ residentId: society.gone }),
    'NOT_A_RESIDENT residentId',
  ],
  [
    'a service of who is no member',
    'recordService',
    ({ society }) => ({ residentId: society.toMove, beneficiaryId: null }),
    'NOT_A_MEMBER residentId',
  ],
  [
    'a service of who moved out',
    'recordService',
    ({ society }) => ({ residentId: society.gone, performedAt: hours(-3), minutes: 60 }),
    'RESIDENT_GONE residentId',
  ],
  [
    'a move of who moved out',
    'moveOutResident',
    ({ society }) => ({ residentId: society.gone }),
    'RESIDENT_GONE residentId',
  ],
  [
    'a role for who moved out',
    'appointMember',
    ({ society }) => ({ residentId: society.gone }),
    'RESIDENT_GONE residentId',
  ],
  [
    'a priority for who moved out',
    'grantPriority',
    ({ society }) => ({ residentId: society.gone }),
    'RESIDENT_GONE residentId',
  ],
  [
    'a login for who moved out',
    'giveLogin',
    ({ society }) => ({ residentId: society.gone }),
    'RESIDENT_GONE residentId',
  ],
  [
    'a priority that ended',
    'endPriority',
    ({ society }) => ({ priorityId: society.endedPriority }),
    'TERM_ENDED validUntil',
  ],
];
