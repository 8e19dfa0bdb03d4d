import type { DataSource } from 'typeorm';
import { runVerifications } from '../../src/books/run-verifications';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { addMonths, monthOf } from '../../src/kernel/calendar';
import { giveTo } from '../donations/campaigns';
import type { Counter } from '../donations/gifts';
import type { World } from '../support/world';
import { CARDS, moreCards } from './cards';
import { GIVING, moreGiving } from './giving';
import { BALLOTS, moreBallots } from './balloting';
import { COURTYARDS, moreCourtyards } from './courtyards';
import { COUNCILS, moreCouncils } from './deliberating';
import { PUBLIC_MONEY } from './public-money';
import { MEETINGS, moreMeetings } from './gathering';
import { ELECTIONS, moreElections } from './electing';
import { LEARNING, moreLearning } from './learning';
import { MOTIONS } from './resolving';
import { moreOperators, PREMISES, STATED } from './operators';
import { moreStock, STOCK } from './stock';
import { GIVERS, moreGivers } from './givers';
import { moreStoreRoom, STORE_ROOM } from './store-room';
import {
  boardMember,
  cadre,
  chair,
  clerk,
  cny,
  director,
  hoursAgo,
  key,
  leader,
  officer,
  past,
  secretary,
  storekeeper,
  today,
  treasurer,
  ZONE,
  type Life,
  type Step,
} from './step';

const LOGIN = { login: 'newcomer', password: 'a long enough password' };

const SOCIETY: Step[] = [
  {
    does: 'registerPlace',
    by: officer,
    input: (get) => ({ kind: 'COURTYARD', name: 'Yard One', parentId: get('home') }),
  },
  {
    does: 'registerOrganisation',
    by: officer,
    input: (get) => ({ kind: 'SOCIAL_ORGANISATION', name: 'Helpers', placeId: get('home') }),
    keeps: ['helpers', 'organisation.id'],
  },
  {
    does: 'registerPerson',
    by: cadre,
    anywhere: true,
    input: () => ({ name: 'Newcomer' }),
    keeps: ['newcomer', 'person.id'],
  },
  {
    does: 'giveLogin',
    by: officer,
    // Nobody knows yet where the newcomer belongs.
    anywhere: true,
    input: (get) => ({ personId: get('newcomer'), ...LOGIN }),
  },
  { does: 'signIn', by: () => STRANGER, input: () => LOGIN },
  {
    does: 'changePassword',
    by: (_here, life) => personOnly(life.ids.get('newcomer row') ?? ''),
    input: () => ({ oldPassword: LOGIN.password, newPassword: 'another long password' }),
  },
  { does: 'signOut', by: officer, input: () => ({ everywhere: true }) },
  {
    does: 'appointMember',
    by: officer,
    input: (get, life) => ({
      organisationId: get('helpers'),
      personId: get('newcomer'),
      role: 'DIRECTOR',
      validFrom: today(life),
    }),
    keeps: ['membership', 'membership.id'],
  },
  {
    does: 'endMembership',
    by: officer,
    input: (get, life) => ({ membershipId: get('membership'), validUntil: today(life, 1) }),
  },
  {
    does: 'registerHouseholds',
    by: cadre,
    input: (get) => ({
      communityId: get('home'),
      households: [{ address: 'Gate 9', residents: [{ name: 'Gao' }] }],
    }),
    keeps: ['new household', 'households.0.id'],
  },
  {
    does: 'registerResidents',
    by: cadre,
    input: (get) => ({ householdId: get('new household'), residents: [{ name: 'He' }] }),
    keeps: ['new resident', 'residents.0.id'],
  },
  {
    does: 'grantPriority',
    by: cadre,
    input: (get, life) => ({
      residentId: get('resident'),
      priorityGroup: 'LOW_INCOME',
      validFrom: today(life, -100),
    }),
    keeps: ['priority', 'priority.id'],
  },
  {
    does: 'endPriority',
    by: cadre,
    input: (get, life) => ({ priorityId: get('priority'), validUntil: today(life, 30) }),
  },
  {
    does: 'moveOutResident',
    by: cadre,
    input: (get, life) => ({ residentId: get('new resident'), movedOut: today(life) }),
  },
  {
    does: 'residents',
    by: clerk,
    input: (get) => ({ communityId: get('home'), first: 1 }),
  },
];

const pool = (name: string, place: string, foundation: string, at?: 'other'): Step => ({
  does: 'openPool',
  by: chair,
  ...(at ? { at } : {}),
  input: (get) => ({
    foundationId: get(foundation),
    communityId: get(place),
    name,
    purpose: 'WELFARE',
    currency: 'CNY',
    thresholds: [{ from: cny('0'), approvals: 1 }],
  }),
  keeps: [name, 'pool.id'],
});

const figures = { revenue: cny('10000.00'), costs: cny('4000.00'), surplus: cny('6000.00') };

const MONEY: Step[] = [
  pool('pool', 'home', 'foundation'),
  pool('other pool', 'other', 'other foundation', 'other'),
  pool('empty pool', 'home', 'foundation'),
  { does: 'closePool', by: secretary, input: (get) => ({ poolId: get('empty pool') }) },
  {
    does: 'setRoutingPlan',
    by: director,
    input: (get, life) => ({
      enterpriseId: get('enterprise'),
      communityId: get('home'),
      validFrom: today(life, -400),
      shares: [
        { poolId: get('pool'), weight: 9 },
        { poolId: get('other pool'), weight: 1 },
      ],
    }),
    keeps: ['plan', 'plan.id'],
  },
  {
    does: 'declareSurplus',
    by: director,
    input: (get, life) => ({
      ...key(),
      ...figures,
      enterpriseId: get('enterprise'),
      communityId: get('home'),
      period: { from: addMonths(today(life), -6), until: addMonths(today(life), -3) },
      dueOn: today(life, 30),
      commitment: { shareBasisPoints: 5000 },
    }),
    keeps: ['declaration', 'declaration.id'],
  },
  {
    does: 'amendDeclaration',
    by: director,
    input: (get) => ({
      ...key(),
      ...figures,
      declarationId: get('declaration'),
      commitment: { shareBasisPoints: 6000 },
      reason: 'We can give more.',
    }),
  },
  {
    does: 'previewRemittance',
    by: ({ bookkeeper }) => bookkeeper.actor,
    input: (get, life) => ({
      ...{ declarationId: get('declaration'), amount: cny('100.00'), receivedOn: today(life) },
    }),
  },
  {
    does: 'askForVerification',
    by: treasurer,
    input: (get) => ({ communityId: get('home') }),
    keeps: ['verification', 'verification.id'],
  },
  {
    does: 'remitSurplus',
    by: ({ bookkeeper }) => bookkeeper.actor,
    input: (get, life) => ({
      ...key(),
      declarationId: get('declaration'),
      amount: cny('3000.00'),
      receivedOn: today(life),
    }),
    keeps: ['remittance', 'remittance.id'],
  },
  {
    does: 'settleClearing',
    by: treasurer,
    input: (get) => ({
      ...key(),
      payer: { foundationId: get('foundation'), communityId: get('home') },
      payee: { foundationId: get('other foundation'), communityId: get('other') },
      amount: cny('200.00'),
    }),
  },
];

const application = (name: string, whole = 800): Step => ({
  does: 'applyForGrant',
  by: leader,
  input: (get, life) => ({
    applicantId: get('team'),
    poolId: get('pool'),
    title: 'Repairs for the old',
    purpose: 'Tools and training for those who mend.',
    requested: cny(`${whole}.00`),
    budget: [{ label: 'Tools', amount: cny(`${whole}.00`) }],
    tranches: [1, 2].map((n) => ({
      amount: cny(`${whole / 2}.00`),
      milestone: `Milestone ${n}`,
      dueOn: today(life, 90),
    })),
  }),
  keeps: [name, 'application.id'],
});

const requestTranche: Step = {
  does: 'requestDisbursement',
  by: secretary,
  input: (get) => ({ trancheId: get('tranche') }),
};

const GRANTS: Step[] = [
  application('withdrawn application'),
  {
    does: 'withdrawApplication',
    by: leader,
    input: (get) => ({ applicationId: get('withdrawn application') }),
  },
  application('application'),
  {
    does: 'declareInterest',
    by: ({ boardMembers: [, second] }) => second.actor,
    input: (get) => ({ applicationId: get('application'), reason: 'My brother mends there.' }),
  },
  {
    does: 'reviewApplication',
    by: boardMember,
    input: (get) => ({
      ...key(),
      applicationId: get('application'),
      verdict: 'APPROVE',
      reason: 'Much needed.',
    }),
    keeps: ['tranche', 'application.tranches.0.id'],
  },
  requestTranche,
  {
    does: 'declineDisbursement',
    by: treasurer,
    input: (get) => ({ trancheId: get('tranche'), reason: 'The account number is missing.' }),
  },
  requestTranche,
  {
    does: 'disburseTranche',
    by: treasurer,
    input: (get) => ({ ...key(), trancheId: get('tranche') }),
    keeps: ['grant', 'tranche.grant.id'],
  },
  {
    does: 'acceptMilestone',
    by: boardMember,
    input: (get) => ({ trancheId: get('tranche'), evidence: 'Photographs.' }),
  },
  {
    does: 'returnUnspent',
    by: treasurer,
    input: (get) => ({ ...key(), grantId: get('grant'), amount: cny('10.00') }),
  },
  {
    does: 'cancelGrant',
    by: chair,
    input: (get) => ({ grantId: get('grant'), reason: 'They have found another giver.' }),
  },
];

const campaign = (name: string): Step => ({
  does: 'openCampaign',
  by: secretary,
  input: (get, life) => ({
    poolId: get('pool'),
    title: `Coats of ${name}`,
    story: 'The winter is long, and some have no coat.',
    goal: cny('5000.00'),
    startsOn: today(life),
    endsOn: today(life, 60),
  }),
  keeps: [name, 'campaign.id'],
});

const CAMPAIGNS: Step[] = [
  campaign('campaign'),
  {
    does: 'promiseMatch',
    by: director,
    input: (get) => ({
      ...key(),
      campaignId: get('campaign'),
      enterpriseId: get('enterprise'),
      cap: cny('1000.00'),
      percent: 100,
    }),
  },
  {
    does: 'recordMatchReceived',
    by: treasurer,
    first: (source, { world, ids, now }) =>
      giveTo(source, { communityId: world.home.id, id: ids.get('campaign row') ?? '' }, 1000n, now),
    input: (get, life) => ({
      ...key(),
      campaignId: get('campaign'),
      amount: cny('10.00'),
      receivedOn: today(life),
    }),
  },
  campaign('short campaign'),
  { does: 'endCampaign', by: chair, input: (get) => ({ campaignId: get('short campaign') }) },
];

const service = (name: string, hours: number): Step => ({
  does: 'recordService',
  by: leader,
  input: (get, life) => ({
    organisationId: get('team'),
    residentId: get('resident'),
    serviceKind: 'repair',
    performedAt: hoursAgo(life, hours),
    minutes: 120,
  }),
  keeps: [name, 'service.id'],
});

const confirm = (name: string): Step => ({
  does: 'confirmService',
  by: cadre,
  input: (get) => ({ serviceId: get(name) }),
});

const CREDITS: Step[] = [
  {
    does: 'openScheme',
    by: officer,
    input: (get, life) => ({
      placeId: get('street'),
      name: 'Zhanqian credits',
      slug: 'zhanqian',
      monthlyCap: 200,
      expiryMonths: 36,
      ratesFrom: today(life, -90),
      rates: [{ serviceKind: 'repair', creditsPerHour: 10 }],
    }),
    keeps: ['scheme', 'scheme.id'],
  },
  {
    does: 'setServiceRates',
    by: officer,
    input: (get, life) => ({
      schemeId: get('scheme'),
      validFrom: today(life, 30),
      rates: [{ serviceKind: 'repair', creditsPerHour: 12 }],
    }),
  },
  service('service', 3),
  confirm('service'),
  service('mistaken service', 6),
  confirm('mistaken service'),
  {
    does: 'reverseService',
    by: cadre,
    input: (get) => ({ ...key(), serviceId: get('mistaken service'), reason: 'It was Tuesday.' }),
  },
  {
    does: 'freezeWallet',
    by: cadre,
    input: (get) => ({ residentId: get('resident'), reason: 'The card is lost.' }),
  },
  {
    does: 'unfreezeWallet',
    by: cadre,
    input: (get) => ({ residentId: get('resident'), reason: 'It was found.' }),
  },
  {
    does: 'recordServices',
    by: leader,
    input: (get, life) => ({
      ...key(),
      organisationId: get('team'),
      residentIds: [get('resident')],
      serviceKind: 'repair',
      performedAt: hoursAgo(life, 30),
      minutes: 60,
    }),
    keeps: ['session service', 'services.0.id'],
  },
  {
    does: 'confirmServices',
    by: cadre,
    input: (get) => ({ serviceIds: [get('session service')] }),
  },
  service('doubtful service', 9),
  {
    does: 'declineService',
    by: cadre,
    input: (get) => ({ serviceId: get('doubtful service'), reason: 'Nobody was there.' }),
  },
];

const basket = (get: (name: string) => string, life: Life) => ({
  storeId: get('store'),
  residentId: get('resident'),
  occurredAt: past(life),
  lines: [{ productId: get('product'), quantity: 1 }],
});

const exchange = (name: string): Step => ({
  does: 'recordExchange',
  by: clerk,
  past: true,
  input: (get, life) => ({ ...key(), ...basket(get, life) }),
  keeps: [name, 'exchange.id'],
});

const STORE: Step[] = [
  {
    does: 'setAllowance',
    by: cadre,
    past: true,
    input: (get) => ({
      communityId: get('home'),
      code: 'grain',
      name: 'Grain',
      pieces: 4,
      extraPieces: 2,
    }),
  },
  {
    does: 'openStore',
    by: officer,
    past: true,
    input: (get) => ({
      communityId: get('home'),
      name: 'Yongle Store',
      code: 'YL1',
      operatorId: get('operator'),
      premisesOwnerId: get('committee'),
      poolId: get('pool'),
    }),
    keeps: ['store', 'store.id'],
  },
  {
    does: 'addProduct',
    by: storekeeper,
    past: true,
    input: (get) => ({
      communityId: get('home'),
      name: 'Rice',
      unit: 'bag of 5 kg',
      price: 8,
      ean: '6901234567892',
      allowanceClass: 'grain',
    }),
    keeps: ['product', 'product.id'],
  },
  {
    does: 'receiveGoods',
    by: clerk,
    past: true,
    input: (get) => ({
      ...key(),
      storeId: get('store'),
      productId: get('product'),
      quantity: 10,
      source: 'OPERATOR_OWNED',
      unitCost: cny('28.00'),
    }),
    keeps: ['lot', 'lot.id'],
  },
  {
    does: 'setGoodsValue',
    by: officer,
    input: (get) => ({ communityId: get('home'), productId: get('product'), credits: 3 }),
  },
  {
    does: 'receiveGoods',
    by: clerk,
    input: (get) => ({
      ...key(),
      storeId: get('store'),
      productId: get('product'),
      quantity: 2,
      source: 'DONATED',
    }),
    keeps: ['given lot', 'lot.id'],
  },
  {
    does: 'thankForGoods',
    by: clerk,
    input: (get) => ({ lotId: get('given lot'), residentId: get('resident'), thanks: 'CREDITS' }),
  },
  { does: 'previewExchange', by: clerk, past: true, input: basket },
  exchange('exchange'),
  exchange('mistaken exchange'),
  {
    does: 'setTillRule',
    by: cadre,
    past: true,
    input: (get) => ({
      communityId: get('home'),
      storeId: get('store'),
      kind: 'PRIORITY_PRICE',
      priorityGroup: 'LOW_INCOME',
      productClass: 'grain',
      value: 50,
    }),
  },
  {
    does: 'recordExchanges',
    by: clerk,
    past: true,
    input: (get, life) => ({
      exchanges: [1, 1000].map((quantity) => ({
        ...key(),
        ...basket(get, life),
        lines: [{ productId: get('product'), quantity }],
      })),
    }),
    keeps: ['till task', 'results.1.task.id'],
  },
  {
    does: 'resolveTillTask',
    by: storekeeper,
    past: true,
    input: (get) => ({ taskId: get('till task'), note: 'Brought back.' }),
  },
  {
    does: 'voidExchange',
    by: storekeeper,
    past: true,
    input: (get) => ({ ...key(), exchangeId: get('mistaken exchange'), reason: 'Taken twice.' }),
  },
  ...STATED,
  {
    does: 'settleOperator',
    by: treasurer,
    input: (get, life) => ({ ...key(), storeId: get('store'), month: monthOf(past(life), ZONE) }),
    keeps: ['settlement', 'settlement.id'],
  },
  {
    does: 'setPrice',
    by: storekeeper,
    input: (get) => ({ productId: get('product'), price: 9 }),
  },
];

const again = (does: string, input: Step['input']): Step => {
  const step = STEPS.find((each) => each.does === does);
  if (!step) throw new Error(`There is no step ${does}`);
  const { by, past: inPast } = step;
  return { does, by, ...(inPast ? { past: inPast } : {}), input };
};

/** More of the same, so that lists have three rows at least. */
export const more = (): Step[] =>
  [1, 2, 3].flatMap((n) => [
    again('recordExchanges', (get, life) => ({
      exchanges: [{ ...key(), ...basket(get, life), lines: [] }],
    })),
    again('registerPlace', (get) => ({ kind: 'GRID', name: `Grid ${n}`, parentId: get('home') })),
    again('grantPriority', (get, life) => ({
      residentId: get('resident'),
      priorityGroup: ['DISABLED', 'AGED_ALONE', 'ORPHAN'][n - 1],
      validFrom: today(life, -n),
    })),
    { ...pool(`pool ${n}`, 'home', 'foundation') },
    again('setRoutingPlan', (get, life) => ({
      enterpriseId: get('enterprise'),
      communityId: get('home'),
      validFrom: today(life, n),
      shares: [{ poolId: get('pool'), weight: n }],
    })),
    again('declareSurplus', (get, life) => ({
      ...key(),
      ...figures,
      enterpriseId: get('enterprise'),
      communityId: get('home'),
      period: {
        from: addMonths(today(life), -2 * n - 6),
        until: addMonths(today(life), -2 * n - 4),
      },
      dueOn: today(life, -1),
      commitment: { shareBasisPoints: 5000 },
    })),
    again('remitSurplus', (get, life) => ({
      ...key(),
      declarationId: get('declaration'),
      amount: cny('100.00'),
      receivedOn: today(life),
    })),
    {
      ...again('askForVerification', (get) => ({ communityId: get('home') })),
      first: verifiedLongAgo,
    },
    application(`application ${n}`, 100),
    {
      ...again('reviewApplication', (get) => ({
        ...key(),
        applicationId: get(`application ${n}`),
        verdict: 'APPROVE',
        reason: 'Needed too.',
      })),
      keeps: [`tranche ${n}`, 'application.tranches.0.id'],
    },
    again('requestDisbursement', (get) => ({ trancheId: get(`tranche ${n}`) })),
    application(`pending application ${n}`, 100),
    {
      ...again('registerOrganisation', (get) => ({
        kind: 'SELF_ORGANISATION',
        name: `Knitters ${n}`,
        placeId: get('home'),
      })),
      keeps: [`knitters ${n}`, 'organisation.id'],
    },
    again('appointMember', (get, life) => ({
      organisationId: get(`knitters ${n}`),
      residentId: get('resident'),
      role: 'MEMBER',
      validFrom: today(life),
    })),
    campaign(`campaign ${n}`),
    ...moreGiving(n),
    again('freezeWallet', (get) => ({ residentId: get('resident'), reason: `Quarrel ${n}.` })),
    again('unfreezeWallet', (get) => ({ residentId: get('resident'), reason: 'All is well.' })),
    service(`service ${n}`, 9 + 3 * n),
    confirm(`service ${n}`),
    again('addProduct', (get) => ({
      communityId: get('home'),
      name: `Soap ${n}`,
      unit: 'piece',
      price: n,
    })),
    again('receiveGoods', (get, life) => ({
      ...key(),
      storeId: get('store'),
      productId: get('product'),
      quantity: 10,
      source: 'DONATED',
      expiresOn: today(life, 20 + n),
    })),
    exchange(`exchange ${n}`),
    ...moreCards(n),
    ...moreStock(n),
    ...moreOperators(n),
    ...moreStoreRoom(n),
    ...moreGivers(n),
    ...moreBallots(n),
    ...moreCouncils(n),
    ...moreElections(n),
    ...moreCourtyards(n),
    ...moreMeetings(n),
    ...moreLearning(n),
    again('openStore', (get) => ({
      communityId: get('home'),
      name: `Corner ${n}`,
      code: `CO${n}`,
      operatorId: get('operator'),
      premisesOwnerId: get('committee'),
      poolId: get('pool'),
    })),
  ]);

/** Someone who is signed in and is nothing else. */
export function personOnly(personId: string): Actor {
  return { kind: 'person', personId, standings: [], residences: [] };
}

/** A whole life, thin but complete: every mutation once at least, each by the right person. */
export const STEPS: readonly Step[] = [
  ...SOCIETY,
  ...MONEY,
  ...GRANTS,
  ...CAMPAIGNS,
  ...GIVING,
  ...CREDITS,
  ...STORE,
  ...CARDS,
  ...STOCK,
  ...PREMISES,
  ...STORE_ROOM,
  ...GIVERS,
  ...BALLOTS,
  ...COUNCILS,
  ...ELECTIONS,
  ...MOTIONS,
  ...PUBLIC_MONEY,
  ...COURTYARDS,
  ...MEETINGS,
  ...LEARNING,
];

/** What there is before the first step. */
export function beginLife(world: World, counter: Counter, now: Date): Life {
  const { home, other } = world;
  const ids = new Map([
    ['street', world.street.globalId],
    ['home', home.place.globalId],
    ['other', other.place.globalId],
    ['committee', home.committee.globalId],
    ['foundation', home.foundation.globalId],
    ['other foundation', other.foundation.globalId],
    ['enterprise', home.enterprise.globalId],
    ['team', home.team.globalId],
    ['operator', home.operator.globalId],
    ['resident', home.members[0].resident.globalId],
    ['person', home.members[0].globalId],
    ['household', home.households[1]!.globalId],
  ]);
  return { world, counter, ids, now };
}

/** What waits is verified, and that was an hour ago. */
async function verifiedLongAgo(source: DataSource): Promise<void> {
  await runVerifications(source, [], () => Promise.resolve());
  await source.query(
    `update verification set begun_at = begun_at - interval '1 hour',
       ended_at = ended_at - interval '1 hour'`,
  );
}
