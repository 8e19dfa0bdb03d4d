import { cny, key } from './furnish';
import { good, home, type Good } from './good-input';
import { day, hours } from './moments';

const cadre = home((at) => at.cadre);
const leader = home((at) => at.leader);
const member = home((at) => at.members[0]);

/** Courtyards: who stands for them, what they hold and what they spend; and micro-projects. */
export const COURTYARDS: Record<string, Good> = {
  nameCourtyardBody: good('nameCourtyardBody', cadre, (at) => ({
    placeId: at.yards.free,
    organisationId: at.team.globalId,
  })),
  'nameCourtyardBody, a council': good('nameCourtyardBody', cadre, (at) => ({
    placeId: at.yards.free,
    councilId: at.yards.council,
  })),
  endCourtyardBody: good('endCourtyardBody', cadre, (at) => ({ placeId: at.yards.toEnd })),
  announceActivity: good('announceActivity', leader, (at) => ({
    ...{ placeId: at.yards.held, title: 'Sweeping day', about: 'We sweep', venue: 'The well' },
    ...{ startsAt: hours(24), mode: 'COOPERATIVE' },
  })),
  recordActivity: good('recordActivity', leader, (at) => ({
    activityId: at.yards.toTell,
    residentIds: [0, 1].map((n) => at.households[3]?.residents[n]?.globalId),
    report: 'The yard is clean',
  })),
  cancelActivity: good('cancelActivity', leader, (at) => ({
    activityId: at.yards.toCancel,
    reason: 'Rain',
  })),
  recordSpending: good('recordSpending', leader, (at) => ({
    ...{ idempotencyKey: key(), grantId: at.grants.paid.grant, amount: cny('1.00') },
    ...{ purpose: 'Nails', spentOn: day(), receiptId: at.yards.receipt },
  })),
  confirmSpending: good('confirmSpending', member, (at) => ({
    idempotencyKey: key(),
    spendingId: at.yards.toConfirm,
  })),
  declineSpending: good('declineSpending', member, (at) => ({
    spendingId: at.yards.toDecline,
    reason: 'There is no bill',
  })),
  reverseSpending: good('reverseSpending', leader, (at) => ({
    ...{ idempotencyKey: key(), spendingId: at.yards.confirmed, reason: 'Another shop' },
  })),
  openProject: good('openProject', cadre, (at) => ({
    ...{ placeId: at.yards.held, organisationId: at.team.globalId, title: 'A roof', goal: 'Dry' },
    ...{ people: 'Us', material: 'Tiles', money: 'A grant', sustainability: 'We mend it' },
    ...{ mode: 'MOBILISED', grantId: at.grants.paid.grant },
    steps: [
      { title: 'Buy tiles', dueOn: day(5) },
      { title: 'Lay them', dueOn: day(9) },
    ],
  })),
  recordProjectStep: good('recordProjectStep', leader, (at) => ({
    ...{ stepId: at.yards.step, doneOn: day(), note: 'They stand' },
  })),
  endProject: good('endProject', cadre, (at) => ({
    ...{ projectId: at.yards.project, outcome: 'PARTLY_REACHED', result: 'Five of six' },
  })),
};
