import { hours } from '../moments';
import type { Row } from './row';

/** What is closed, decided, paid or taken back already. */
export const CLOSED: readonly Row[] = [
  [
    'a plan into a closed pool',
    'setRoutingPlan',
    ({ pools }) => ({ 'shares.1.poolId': pools.closed }),
    'POOL_CLOSED shares.1.poolId',
  ],
  [
    'an application to a closed pool',
    'applyForGrant',
    ({ pools }) => ({ poolId: pools.closed }),
    'POOL_CLOSED poolId',
  ],
  [
    'goods paid by a closed pool',
    'receiveGoods, bought',
    ({ pools }) => ({ paidByPoolId: pools.closed }),
    'POOL_CLOSED paidByPoolId',
  ],
  [
    'a store of a closed pool',
    'openStore',
    ({ pools }) => ({ poolId: pools.closed }),
    'POOL_CLOSED poolId',
  ],
  [
    'a pool that is closed',
    'closePool',
    ({ pools }) => ({ poolId: pools.closed }),
    'POOL_CLOSED poolId',
  ],
  [
    'a pool with money in it',
    'closePool',
    ({ pools }) => ({ poolId: pools.welfare }),
    'POOL_NOT_EMPTY poolId',
  ],
  [
    'an application that was decided',
    'reviewApplication',
    ({ grants }) => ({ applicationId: grants.planned.application }),
    'APPLICATION_DECIDED applicationId',
  ],
  [
    'an application that was awarded',
    'withdrawApplication',
    ({ grants }) => ({ applicationId: grants.planned.application }),
    'APPLICATION_DECIDED applicationId',
  ],
  [
    'an interest in what was decided',
    'declareInterest',
    ({ grants }) => ({ applicationId: grants.planned.application }),
    'APPLICATION_DECIDED applicationId',
  ],
  [
    'a tranche that is paid',
    'disburseTranche',
    ({ grants }) => ({ trancheId: grants.paid.tranches[0] }),
    'ALREADY_PAID trancheId',
  ],
  [
    'a tranche nobody asked for',
    'disburseTranche',
    ({ grants }) => ({ trancheId: grants.planned.tranches[0] }),
    'NOT_REQUESTED trancheId',
  ],
  [
    'a tranche before its milestone',
    'requestDisbursement',
    ({ grants }) => ({ trancheId: grants.paid.tranches[1] }),
    'MILESTONE_OPEN trancheId',
  ],
  [
    'a tranche asked for before',
    'requestDisbursement',
    ({ grants }) => ({ trancheId: grants.requested.tranches[0] }),
    'ALREADY_REQUESTED trancheId',
  ],
  [
    'a tranche of a cancelled grant',
    'requestDisbursement',
    ({ grants }) => ({ trancheId: grants.cancelled.tranches[1] }),
    'GRANT_ENDED trancheId',
  ],
  [
    'a grant that is cancelled',
    'cancelGrant',
    ({ grants }) => ({ grantId: grants.cancelled.grant }),
    'GRANT_ENDED grantId',
  ],
  [
    'a milestone that is not paid',
    'acceptMilestone',
    ({ grants }) => ({ trancheId: grants.planned.tranches[0] }),
    'TRANCHE_UNPAID trancheId',
  ],
  [
    'a milestone that is accepted',
    'acceptMilestone',
    ({ grants }) => ({ trancheId: grants.cancelled.tranches[0] }),
    'ALREADY_ACCEPTED trancheId',
  ],
  [
    'a tranche of what is not awarded',
    'declineDisbursement',
    ({ grants }) => ({ trancheId: grants.planned.tranches[0] }),
    'NOT_REQUESTED trancheId',
  ],
  [
    'an exchange that is taken back',
    'voidExchange',
    ({ goods }) => ({ exchangeId: goods.voided }),
    'ALREADY_VOIDED exchangeId',
  ],
  [
    'a service that is taken back',
    'confirmService',
    ({ services }) => ({ serviceId: services.reversed }),
    'SERVICE_CANCELLED serviceId',
  ],
  [
    'a service that is confirmed',
    'declineService',
    ({ services }) => ({ serviceId: services.confirmed }),
    'SERVICE_CONFIRMED serviceId',
  ],
  [
    'a service that is not confirmed',
    'reverseService',
    ({ services }) => ({ serviceId: services.toConfirm }),
    'SERVICE_NOT_CONFIRMED serviceId',
  ],
  [
    'a service taken back twice',
    'reverseService',
    ({ services }) => ({ serviceId: services.reversed }),
    'REVERSED_BEFORE serviceId',
  ],
  [
    'a service at the same time',
    'recordService',
    () => ({ performedAt: hours(-24 * 3) }),
    'SERVICE_OVERLAPS performedAt',
  ],
];
