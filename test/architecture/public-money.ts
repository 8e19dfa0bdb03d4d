import { randomUUID } from 'node:crypto';
import { cadre, cny, key, officer, PAST_DAYS, today, type Life, type Step } from './step';
import { VOTERS } from './resolving';

const DAY_MS = 24 * 3600_000;

/** Somebody of the office of the fund; the like elsewhere is of another office. */
const ofOffice =
  (role: string, who: Step['by']): Step['by'] =>
  (here, life) => ({
    ...who(here, life),
    standings: [
      {
        ...{ organisationKind: 'public_fund', role, placeId: here.id },
        organisationId:
          here === life.world.home ? (life.ids.get('fund office row') ?? '') : randomUUID(),
      },
    ],
  });
const treasurer = ofOffice('treasurer', (here) => here.treasurer.actor);
const secretary = ofOffice('secretary', (here) => here.secretary.actor);
const supervisor = ofOffice('supervisor', (here) => here.director.actor);

const names = (en: string) => ({ zh: en, en });
const step = (code: string, actors: string[], conditions: string[], more: object = {}) => ({
  ...{ code, says: names(code), actors, documents: [], sendsBackTo: [] },
  conditions: conditions.map((name) => ({ name })),
  ...more,
});

/** A short way through everything. */
const PROCEDURE = {
  says: names('A short way'),
  dimensions: [{ code: 'use', says: names('Use') }],
  steps: [
    step('asking', ['RESIDENTS_COMMITTEE'], ['OPINIONS_GATHERED', 'WEIGHED']),
    step('deciding', ['RESIDENTS_COMMITTEE'], ['RESOLUTION_PASSED', 'NOTICE_OVER']),
    step('doing', ['RESIDENTS_COMMITTEE'], ['MONEY_AWARDED', 'MONEY_SPENT']),
    step('looking', ['SUPERVISORS'], ['VISITS_MADE', 'FINDINGS_SETTLED', 'EVALUATED'], {
      sendsBackTo: ['doing'],
    }),
    step('keeping', ['RESIDENTS_COMMITTEE'], [], { documents: ['FINAL_ACCOUNTS'] }),
  ],
};

const policy = (day: number): Step => ({
  ...{ does: 'setAllotmentPolicy', by: officer, past: true },
  input: (get, life) => ({
    ...{ placeId: get('home'), validFrom: today(life, day - PAST_DAYS), unspent: 'RETURNED' },
    ...{ perHundred: cny('3000.00'), floor: cny('5000.00') },
  }),
});

const publish: Step = {
  ...{ does: 'publishFundProcedure', by: officer, past: true },
  input: (get) => ({ placeId: get('home'), code: 'short', procedure: PROCEDURE }),
  keeps: ['fund procedure', 'procedure.id'],
};

const yearOf = (life: Life, ahead: number) => Number(today(life, -PAST_DAYS).slice(0, 4)) + ahead;

const allot = (name: string, ahead: number): Step => ({
  ...{ does: 'allotPublicFund', by: officer, past: true },
  input: (get, life) => ({
    ...{ ...key(), communityId: get('home'), officeId: get('fund office'), name },
    year: yearOf(life, ahead),
  }),
  keeps: [name, 'fund.id'],
});

const receive = (name: string): Step => ({
  ...{ does: 'recordAllotmentReceived', by: treasurer, past: true },
  input: (get, life) => ({
    ...{ ...key(), fundId: get(name), amount: cny('4000.00') },
    receivedOn: today(life, -PAST_DAYS),
  }),
});

/** The year of a fund is over, as if it had been allotted long ago. */
const settle = (name: string, year: number): Step => ({
  ...{ does: 'settlePublicFund', by: treasurer },
  first: (source, { ids }) =>
    source.query('update public_fund set year = $2 where id = $1', [ids.get(`${name} row`), year]),
  input: (get) => ({ ...key(), fundId: get(name) }),
});

const start = (name: string): Step => ({
  ...{ does: 'startFundProject', by: cadre, past: true },
  input: (get) => ({
    ...{ fundId: get('fund'), procedureId: get('fund procedure'), use: 'ENVIRONMENT' },
    ...{ title: name, description: 'Six trees.', cost: cny('1000.00'), selfRaised: cny('100.00') },
  }),
  keeps: [name, 'project.id'],
});

const on = (does: string, by: Step['by'], daysAgo: number, more: object = {}): Step => ({
  ...{ does, by, daysAgo },
  input: (get) => ({ projectId: get('fund project'), ...more }),
});

const write = (by: Step['by'], daysAgo: number, kind = 'PUBLICITY'): Step => ({
  ...on('recordFundDocument', by, daysAgo, { kind, title: 'Trees', text: 'Six trees.' }),
  keeps: ['fund document', 'document.id'],
});

const OFFICE: Step[] = [
  {
    ...{ does: 'registerOrganisation', by: officer },
    input: (get) => ({ kind: 'PUBLIC_FUND', name: 'Fund office', placeId: get('home') }),
    keeps: ['fund office', 'organisation.id'],
  },
  ...[0, 1, 2].map(policy),
  ...[publish, publish, publish],
  ...[allot('fund', 0), receive('fund')],
  ...[
    allot('fund that is over', 1),
    receive('fund that is over'),
    settle('fund that is over', 2000),
  ],
  allot('fund to come', 1),
  ...[start('fund project'), start('fund project to drop'), start('fund project to wait')],
];

/** What three households think, on papers. */
const OPINIONS: Step[] = [
  {
    ...{ does: 'recordPaperBox', by: cadre, past: true },
    input: (get, { world }) => ({
      ...{ ballotId: get('opinion ballot'), place: 'Gate 2', counts: [2, 1] },
      takers: [2, 3, 4].map((n) => world.home.households[n]!.residents[0]!.globalId),
    }),
    keeps: ['papers of opinions', 'paperBox.id'],
  },
  {
    ...{ does: 'witnessPaperBox', by: officer, past: true },
    input: (get) => ({ paperBoxId: get('papers of opinions'), counts: [2, 1] }),
  },
];

const ASKED: Step[] = [
  ...[write(cadre, PAST_DAYS), write(cadre, PAST_DAYS), write(cadre, PAST_DAYS)],
  {
    ...{ does: 'openOpinionBallot', by: cadre, past: true },
    input: (get, { now }) => ({
      ...{ projectId: get('fund project'), question: 'Trees?', choices: ['For', 'Against'] },
      closesAt: new Date(now.getTime() - (PAST_DAYS - 1) * DAY_MS),
    }),
    keeps: ['opinion ballot', 'project.opinions.id'],
  },
  ...OPINIONS,
  {
    ...{ does: 'closeBallot', by: cadre, daysAgo: 38 },
    input: (get) => ({ ballotId: get('opinion ballot') }),
  },
  on('weighFundProject', cadre, 38, { urgency: 3 }),
  on('advanceFundProject', cadre, 38),
];

const DECIDED: Step[] = [
  {
    ...{ does: 'tableFundProject', by: cadre, daysAgo: 38 },
    input: (get, life) => ({
      ...{ projectId: get('fund project'), executorId: get('committee'), text: 'Six trees.' },
      budget: [{ label: 'Trees', amount: cny('900.00') }],
      tranches: [{ amount: cny('900.00'), milestone: 'Planted', dueOn: today(life, 30) }],
    }),
    keeps: ['fund motion', 'project.motion.id'],
  },
  {
    ...{ does: 'putMotionToVote', by: cadre, daysAgo: 38 },
    input: (get, { now }) => ({
      ...{ motionId: get('fund motion'), closesAt: new Date(now.getTime() - 37 * DAY_MS) },
    }),
    keeps: ['ballot on fund motion', 'motion.ballots.0.id'],
  },
  ...VOTERS.map((by): Step => ({
    ...{ does: 'castRollCallVote', by, daysAgo: 38 },
    input: (get) => ({ ballotId: get('ballot on fund motion'), choice: '赞成' }),
  })),
  {
    ...{ does: 'concludeMotion', by: cadre, daysAgo: 36 },
    input: (get) => ({ motionId: get('fund motion') }),
  },
  on('advanceFundProject', cadre, 20),
  {
    ...on('executeFundProject', cadre, 20),
    input: (get) => ({ ...key(), projectId: get('fund project') }),
    keeps: ['fund tranche', 'project.application.tranches.0.id'],
  },
];

const ofTranche = (does: string, by: Step['by'], more: () => object = () => ({})): Step => ({
  ...{ does, by },
  input: (get) => ({ trancheId: get('fund tranche'), ...more() }),
});

const visit = (n: number): Step => ({
  ...{ does: 'recordFundVisit', by: supervisor },
  input: (get, life) => ({
    ...{ projectId: get('fund project'), visitedOn: today(life), found: 'One tree is dry.' },
    toPutRight: n === 0,
  }),
  keeps: [`fund visit ${n}`, 'visit.id'],
});

const evaluate = (by: Step['by']): Step =>
  on('evaluateFundProject', by, 0, { scores: [{ dimension: 'use', points: 4 }] });

const DONE: Step[] = [
  ofTranche('requestDisbursement', secretary),
  ofTranche('disburseTranche', treasurer, key),
  ofTranche('acceptMilestone', secretary, () => ({ evidence: 'Photographs' })),
  on('advanceFundProject', cadre, 0),
  ...[0, 1, 2].map(visit),
  {
    ...{ does: 'settleFundVisit', by: cadre },
    input: (get) => ({ visitId: get('fund visit 0'), putRight: 'It was watered.' }),
  },
  evaluate(({ leader }) => leader.actor),
  on('sendFundProjectBack', supervisor, 0, { toStep: 'doing', reason: 'One is dry again.' }),
  on('advanceFundProject', cadre, 0),
  ...[visit(3), evaluate(({ members }) => members[0].actor)],
  on('advanceFundProject', supervisor, 0),
  write(cadre, 0, 'FINAL_ACCOUNTS'),
  on('archiveFundProject', cadre, 0),
  {
    ...{ does: 'dropFundProject', by: cadre },
    input: (get) => ({ projectId: get('fund project to drop'), reason: 'Nobody wants it.' }),
  },
];

/** A community spends its public money, in a life. */
export const PUBLIC_MONEY: Step[] = [...OFFICE, ...ASKED, ...DECIDED, ...DONE];
