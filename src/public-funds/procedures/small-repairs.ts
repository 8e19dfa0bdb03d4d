import type { ProcedureSpec } from '../procedure-spec';
import { DIMENSIONS } from './dimensions';

/** A shorter way for small repairs: five steps, up to CNY 3,000; other places use other steps. */
export const SMALL_REPAIRS: ProcedureSpec = {
  says: { zh: '小额维修五步法', en: 'Five steps for small repairs' },
  largestMinor: '300000',
  steps: [
    {
      code: 'opinions',
      says: { zh: '征求意见', en: 'Opinions gathered, one household one ballot' },
      actors: ['residents_committee'],
      documents: ['publicity'],
      conditions: [{ name: 'opinions_gathered', atLeast: 1 }],
      noticeDays: 0,
      sendsBackTo: [],
    },
    {
      code: 'resolution',
      says: { zh: '议决公示', en: 'Resolution and public notice' },
      actors: ['residents_committee', 'party_organisation'],
      documents: ['public_notice'],
      conditions: [
        { name: 'weighed', atLeast: 1 },
        { name: 'resolution_passed', atLeast: 1 },
        { name: 'notice_over', atLeast: 1 },
      ],
      noticeDays: 0,
      sendsBackTo: ['opinions'],
    },
    {
      code: 'implementation',
      says: { zh: '组织实施', en: 'Implementation' },
      actors: ['residents_committee', 'fund_office'],
      documents: ['completion_report'],
      conditions: [
        { name: 'money_awarded', atLeast: 1 },
        { name: 'money_spent', atLeast: 1 },
      ],
      noticeDays: 0,
      sendsBackTo: ['resolution'],
    },
    {
      code: 'check',
      says: { zh: '验收监督', en: 'Checked by supervisors' },
      actors: ['supervisors', 'street_office'],
      documents: ['supervision_report'],
      conditions: [
        { name: 'visits_made', atLeast: 1 },
        { name: 'findings_settled', atLeast: 1 },
      ],
      noticeDays: 0,
      sendsBackTo: ['implementation'],
    },
    {
      code: 'archive',
      says: { zh: '资料归档', en: 'Archive' },
      actors: ['residents_committee', 'fund_office'],
      documents: ['final_accounts'],
      conditions: [],
      noticeDays: 0,
      sendsBackTo: ['check'],
    },
  ],
  dimensions: DIMENSIONS,
};
