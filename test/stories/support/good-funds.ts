import { PROCEDURE } from './funded';
import { cny, key } from './furnish';
import { good, home, type Good } from './good-input';
import { day, hours } from './moments';

const officer: Good['as'] = ({ world }) => world.officer;
const cadre = home((at) => at.cadre);
const treasurer = home((at) => at.treasurer);

/** What no procedure is without. */
const NEEDED = ['resolution_passed', 'notice_over', 'money_awarded'];

/** The same as a client writes it: values of enums in capitals. */
const procedure = {
  ...{ says: { zh: '三步', en: 'Three steps' }, largest: cny('9000.00') },
  dimensions: [{ code: 'use', says: { zh: '用处', en: 'Use' } }],
  steps: PROCEDURE.steps.map((step) => ({
    ...{ code: step.code, says: { ...step.says }, noticeDays: 1, sendsBackTo: step.sendsBackTo },
    actors: step.actors.map((each) => each.toUpperCase()),
    documents: ['PUBLICITY'],
    conditions: step.conditions
      .filter(({ name }) => NEEDED.includes(name))
      .map(({ name, atLeast }) => ({ name: name.toUpperCase(), atLeast })),
  })),
};

/** Public funds: how they come, and how projects go through their steps. */
export const FUNDS: Record<string, Good> = {
  setAllotmentPolicy: good('setAllotmentPolicy', officer, (at) => ({
    ...{ placeId: at.place.globalId, validFrom: day(3), perHundred: cny('4000.00') },
    ...{ floor: cny('5000.00'), unspent: 'CARRIED' },
    weights: { urgency: 1, will: 2, selfRaised: 3, moneyNeeded: 4 },
  })),
  publishFundProcedure: good('publishFundProcedure', officer, (at) => ({
    ...{ placeId: at.place.globalId, code: 'another', procedure },
  })),
  'publishFundProcedure, one that is shipped': good('publishFundProcedure', officer, (at) => ({
    ...{ placeId: at.place.globalId, code: 'nine', shipped: 'NINE_STEPS' },
  })),
  allotPublicFund: good('allotPublicFund', officer, (at) => ({
    ...{ idempotencyKey: key(), communityId: at.place.globalId, officeId: at.funded.office },
    ...{ year: Number(day().slice(0, 4)) + 1, name: 'Public money', countedOn: day() },
  })),
  recordAllotmentReceived: good('recordAllotmentReceived', treasurer, (at) => ({
    ...{ idempotencyKey: key(), fundId: at.funded.fund, amount: cny('10.00') },
    receivedOn: day(),
  })),
  settlePublicFund: good('settlePublicFund', treasurer, (at) => ({
    ...{ idempotencyKey: key(), fundId: at.funded.over },
  })),
  startFundProject: good('startFundProject', cadre, (at) => ({
    ...{ fundId: at.funded.fund, procedureId: at.funded.procedure, use: 'EDUCATION' },
    ...{ title: 'A reading room', description: 'Chairs and lamps', cost: cny('900.00') },
    selfRaised: cny('100.00'),
  })),
  recordFundDocument: good('recordFundDocument', cadre, (at) => ({
    ...{ projectId: at.funded.asking, kind: 'PUBLICITY', title: 'Lamps', text: 'Six lamps' },
  })),
  openOpinionBallot: good('openOpinionBallot', cadre, (at) => ({
    ...{ projectId: at.funded.asking, question: 'Lamps?', choices: ['For', 'Against'] },
    closesAt: hours(24),
  })),
  weighFundProject: good('weighFundProject', cadre, (at) => ({
    ...{ projectId: at.funded.asking, urgency: 3 },
  })),
  evaluateFundProject: good(
    'evaluateFundProject',
    home((at) => at.leader),
    (at) => ({
      projectId: at.funded.asking,
      scores: PROCEDURE.dimensions.map(({ code }) => ({ dimension: code, points: 4 })),
      remark: 'It is bright now',
    }),
  ),
  advanceFundProject: good('advanceFundProject', cadre, (at) => ({ projectId: at.funded.free })),
  sendFundProjectBack: good('sendFundProjectBack', cadre, (at) => ({
    ...{ projectId: at.funded.toSendBack, toStep: 'all', reason: 'Asked badly' },
  })),
  dropFundProject: good('dropFundProject', cadre, (at) => ({
    ...{ projectId: at.funded.toDrop, reason: 'Nobody wants it' },
  })),
  archiveFundProject: good('archiveFundProject', cadre, (at) => ({ projectId: at.funded.last })),
};
