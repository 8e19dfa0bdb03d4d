import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { adoptCovenant } from '../../src/courtyards/adopt-covenant';
import { SYSTEM } from '../../src/kernel/actor';
import { mandateFor, underMandate } from '../../src/kernel/mandate';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { cadre, cny, hoursAgo, key, leader, officer, today, type Life, type Step } from './step';

const member: Step['by'] = ({ members: [first] }) => first.actor;

/** Neighbours of one household, beside the resident. */
const people = ({ world }: Life, resident: string): string[] => [
  resident,
  ...world.home.households[4]!.residents.map(({ globalId }) => globalId),
];

const yard = (name: string): Step => ({
  does: 'registerPlace',
  by: officer,
  input: (get) => ({ kind: 'COURTYARD', name, parentId: get('home') }),
  keeps: [name, 'place.id'],
});

/** A resolution adopts a covenant of the courtyard: no mutation does. */
const adopts = async (source: DataSource, { ids, now }: Life): Promise<void> => {
  const text = 'We greet each other.';
  const input = { placeId: ids.get('yard') ?? '', title: 'Covenant', text };
  const mandate = mandateFor(randomUUID(), 'adoptCovenant', input);
  await inUnitOfWork(
    source,
    SYSTEM,
    (work) => underMandate(work, mandate, () => adoptCovenant(work, input)),
    now,
  );
};

const names = (organisation: string): Step => ({
  does: 'nameCourtyardBody',
  by: cadre,
  first: adopts,
  input: (get) => ({ placeId: get('yard'), organisationId: get(organisation) }),
  keeps: ['courtyard body', 'body.id'],
  keepsToo: [['covenant', 'body.place.covenant.id']],
});

const activity = (name: string): Step => ({
  does: 'announceActivity',
  by: leader,
  input: (get, life) => ({
    ...{ placeId: get('yard'), title: name, about: 'We sweep the yard.', venue: 'The well' },
    ...{ startsAt: hoursAgo(life, 2), mode: 'COOPERATIVE' },
  }),
  keeps: [name, 'activity.id'],
});

const spending = (name: string, amount = '20.00'): Step => ({
  does: 'recordSpending',
  by: leader,
  input: (get, life) => ({
    ...{ ...key(), grantId: get('grant'), amount: cny(amount), purpose: 'Timber' },
    spentOn: today(life),
  }),
  keeps: [name, 'spending.id'],
});

const confirm = (name: string): Step => ({
  does: 'confirmSpending',
  by: member,
  input: (get) => ({ ...key(), spendingId: get(name) }),
});

const project = (name: string): Step => ({
  does: 'openProject',
  by: cadre,
  input: (get, life) => ({
    ...{ placeId: get('home'), organisationId: get('team'), title: 'Benches', goal: 'Six of them' },
    ...{ people: 'Eight of us', material: 'Timber', money: 'A grant', mode: 'COOPERATIVE' },
    ...{ sustainability: 'The team mends them', grantId: get('grant') },
    steps: [{ title: 'Buy timber', dueOn: today(life, 9) }],
  }),
  keeps: [name, 'project.id'],
  keepsToo: [[`${name} step`, 'project.steps.0.id']],
});

/** A courtyard and the community's micro-projects, in a life. */
export const COURTYARDS: Step[] = [
  yard('yard'),
  names('team'),
  {
    does: 'endCourtyardBody',
    by: cadre,
    input: (get) => ({ placeId: get('yard') }),
  },
  names('team'),
  activity('activity'),
  {
    does: 'recordActivity',
    by: leader,
    input: (get, life) => ({
      activityId: get('activity'),
      residentIds: people(life, get('resident')),
      report: 'The yard is clean.',
    }),
  },
  activity('rained off'),
  {
    does: 'cancelActivity',
    by: leader,
    input: (get) => ({ activityId: get('rained off'), reason: 'Rain.' }),
  },
  spending('wrong spending'),
  confirm('wrong spending'),
  {
    does: 'reverseSpending',
    by: leader,
    input: (get) => ({ ...key(), spendingId: get('wrong spending'), reason: 'Another shop.' }),
  },
  spending('declined spending'),
  {
    does: 'declineSpending',
    by: member,
    input: (get) => ({ spendingId: get('declined spending'), reason: 'There is no bill.' }),
  },
  spending('spending'),
  project('project'),
  {
    does: 'recordProjectStep',
    by: leader,
    input: (get, life) => ({
      ...{ stepId: get('project step'), doneOn: today(life), note: 'Oak.' },
    }),
  },
  {
    does: 'endProject',
    by: cadre,
    input: (get) => ({ projectId: get('project'), outcome: 'REACHED', result: 'They stand.' }),
  },
];

/** More of the same, so that lists have three rows at least. */
export const moreCourtyards = (n: number): Step[] => [
  yard(`yard ${n}`),
  names(`knitters ${n}`),
  names('team'),
  activity(`activity ${n}`),
  spending(`spending ${n}`),
  confirm(`spending ${n}`),
  project(`project ${n}`),
];
