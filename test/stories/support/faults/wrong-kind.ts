import type { Row } from './row';

/** Organisations, places and roles of another kind than the act is for. */
export const WRONG_KIND: readonly Row[] = [
  [
    'the surplus of a foundation',
    'declareSurplus',
    ({ foundation }) => ({ enterpriseId: foundation.globalId }),
    'ORGANISATION_KIND enterpriseId',
  ],
  [
    'the plan of a team',
    'setRoutingPlan',
    ({ team }) => ({ enterpriseId: team.globalId }),
    'ORGANISATION_KIND enterpriseId',
  ],
  [
    'the pool of an enterprise',
    'openPool',
    ({ enterprise }) => ({ foundationId: enterprise.globalId }),
    'ORGANISATION_KIND foundationId',
  ],
  [
    'the application of a committee',
    'applyForGrant',
    ({ committee }) => ({ applicantId: committee.globalId }),
    'ORGANISATION_KIND applicantId',
  ],
  [
    'the service of an enterprise',
    'recordService',
    ({ enterprise }) => ({ organisationId: enterprise.globalId }),
    'ORGANISATION_KIND organisationId',
  ],
  [
    'a store run by a team',
    'openStore',
    ({ team }) => ({ operatorId: team.globalId }),
    'ORGANISATION_KIND operatorId',
  ],
  [
    'a debt of an enterprise',
    'settleClearing',
    ({ enterprise }) => ({ 'payer.foundationId': enterprise.globalId }),
    'ORGANISATION_KIND payer.foundationId',
  ],
  [
    'the books of a district',
    'declareSurplus',
    (_home, { world }) => ({ communityId: world.district.globalId }),
    'KEEPS_NO_BOOKS communityId',
  ],
  [
    'a pool in no books',
    'openPool',
    (_home, { world }) => ({ communityId: world.district.globalId }),
    'KEEPS_NO_BOOKS communityId',
  ],
  [
    'a role that a team has not',
    'appointMember',
    () => ({ role: 'TREASURER' }),
    'ROLE_NOT_OF_KIND role',
  ],
  ['nobody at all', 'appointMember', () => ({ residentId: null }), 'WHO_UNCLEAR personId'],
  [
    'two at once',
    'appointMember',
    ({ clerk }) => ({ personId: clerk.globalId }),
    'WHO_UNCLEAR personId',
  ],
  ['a courtyard in a city', 'registerPlace', () => ({ kind: 'DISTRICT' }), 'PLACE_ORDER parentId'],
  [
    'households of a street',
    'registerHouseholds',
    (_home, { world }) => ({ communityId: world.street.globalId }),
    'ID_UNKNOWN communityId',
  ],
];
