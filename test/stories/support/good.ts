import { cny, key } from './furnish';
import { COMMON } from './good-common';
import { good, home, type Good, type Input } from './good-input';
import { OPERATORS } from './good-operators';
import { MEETINGS } from './good-meetings';
import { MOTIONS } from './good-motions';
import { ROOMS } from './good-rooms';
import { COUNCILS } from './good-councils';
import { COURTYARDS } from './good-courtyards';
import { DECIDED } from './good-decided';
import { ELECTIONS } from './good-elections';
import { FUNDS } from './good-funds';
import { STORES } from './good-stores';
import { day, hours, month, monthStart } from './moments';
import { PASSWORD } from './society';

export type { Good, Input };

const officer: Good['as'] = ({ world }) => world.officer;
const chair = home((at) => at.chair);
const secretary = home((at) => at.secretary);
const treasurer = home((at) => at.treasurer);
const director = home((at) => at.director);
const bookkeeper = home((at) => at.bookkeeper);
const leader = home((at) => at.leader);
const cadre = home((at) => at.cadre);
const clerk = home((at) => at.clerk);
const storekeeper = home((at) => at.storekeeper);

/** A quarter's figures: CNY 6,000 of surplus. */
const figures = {
  revenue: cny('10000.00'),
  costs: cny('4000.00'),
  surplus: cny('6000.00'),
  commitment: { amount: cny('3000.00') },
};
const resident = {
  name: 'New Resident',
  birthDate: '1990-02-28',
  phone: '13904120000',
  movedIn: '2020-01-01',
};

/** What moves money, credits or goods. */
const MOVES: Record<string, Good> = {
  declareSurplus: good('declareSurplus', director, (at) => ({
    idempotencyKey: key(),
    enterpriseId: at.enterprise.globalId,
    communityId: at.place.globalId,
    period: { from: monthStart(-3), until: monthStart() },
    dueOn: monthStart(3),
    ...figures,
  })),
  amendDeclaration: good('amendDeclaration', bookkeeper, (at) => ({
    idempotencyKey: key(),
    declarationId: at.declaration,
    reason: 'A bill came late',
    revenue: cny('200000.00'),
    costs: cny('80001.00'),
    surplus: cny('119999.00'),
    commitment: { amount: cny('99999.00') },
  })),
  remitSurplus: good('remitSurplus', treasurer, (at) => ({
    idempotencyKey: key(),
    declarationId: at.declaration,
    amount: cny('100.00'),
    receivedOn: day(),
  })),
  settleClearing: good('settleClearing', treasurer, (at, { home: own, other }) => ({
    idempotencyKey: key(),
    payer: { communityId: at.place.globalId, foundationId: at.foundation.globalId },
    payee:
      at === own
        ? { communityId: other.place.globalId, foundationId: other.foundation.globalId }
        : { communityId: own.place.globalId, foundationId: own.foundation.globalId },
    amount: cny('10.00'),
    occurredAt: hours(-1),
  })),
  reviewApplication: good('reviewApplication', chair, (at) => ({
    idempotencyKey: key(),
    applicationId: at.grants.submitted,
    verdict: 'APPROVE',
    reason: 'It helps those who need it',
  })),
  disburseTranche: good('disburseTranche', treasurer, (at) => ({
    idempotencyKey: key(),
    trancheId: at.grants.requested.tranches[0],
    occurredAt: hours(0),
  })),
  returnUnspent: good('returnUnspent', treasurer, (at) => ({
    idempotencyKey: key(),
    grantId: at.grants.paid.grant,
    amount: cny('1.00'),
    occurredAt: hours(0),
  })),
  cancelGrant: good('cancelGrant', chair, (at) => ({
    grantId: at.grants.toCancel.grant,
    reason: 'The team has gone',
  })),
  confirmService: good('confirmService', cadre, (at) => ({ serviceId: at.services.toConfirm })),
  reverseService: good('reverseService', cadre, (at) => ({
    idempotencyKey: key(),
    serviceId: at.services.toReverse,
    reason: 'It was another day',
  })),
  receiveGoods: good('receiveGoods', storekeeper, (at) => ({
    idempotencyKey: key(),
    storeId: at.goods.store,
    productId: at.goods.rice,
    quantity: 10,
    source: 'DONATED',
    donorName: 'A neighbour',
    donorOrganisationId: at.enterprise.globalId,
    expiresOn: day(30),
  })),
  'receiveGoods, bought': good('receiveGoods', storekeeper, (at) => ({
    idempotencyKey: key(),
    storeId: at.goods.store,
    productId: at.goods.rice,
    quantity: 10,
    source: 'PURCHASED',
    unitCost: cny('1.50'),
    paidByPoolId: at.pools.welfare,
  })),
  recordExchange: good('recordExchange', clerk, (at) => ({
    idempotencyKey: key(),
    storeId: at.goods.store,
    residentId: at.services.customer.resident.globalId,
    occurredAt: hours(0),
    lines: [
      { productId: at.goods.rice, quantity: 1 },
      { productId: at.goods.soap, quantity: 2 },
    ],
  })),
  voidExchange: good('voidExchange', storekeeper, (at) => ({
    idempotencyKey: key(),
    exchangeId: at.goods.toVoid,
    reason: 'Taken by mistake',
  })),
  settleOperator: good('settleOperator', treasurer, (at) => ({
    idempotencyKey: key(),
    storeId: at.goods.store,
    month: month(-1),
  })),
};

/** What moves nothing yet, and decides how it will move. */
const PLANS: Record<string, Good> = {
  setRoutingPlan: good('setRoutingPlan', director, (at) => ({
    enterpriseId: at.enterprise.globalId,
    communityId: at.place.globalId,
    validFrom: day(1),
    shares: [
      { poolId: at.pools.welfare, weight: 2 },
      { poolId: at.pools.culture, weight: 1 },
    ],
  })),
  openPool: good('openPool', chair, (at) => ({
    foundationId: at.foundation.globalId,
    communityId: at.place.globalId,
    name: 'Education',
    purpose: 'EDUCATION',
    restriction: 'For pupils alone',
    currency: 'CNY',
    thresholds: [
      { from: cny('0'), approvals: 1 },
      { from: cny('5000.00'), approvals: 2 },
    ],
  })),
  closePool: good('closePool', secretary, (at) => ({ poolId: at.pools.empty })),
  applyForGrant: good('applyForGrant', leader, (at) => ({
    applicantId: at.team.globalId,
    poolId: at.pools.welfare,
    title: 'A new workshop',
    purpose: 'Benches and light',
    requested: cny('30.00'),
    budget: [
      { label: 'Benches', amount: cny('20.00') },
      { label: 'Light', amount: cny('10.00') },
    ],
    tranches: [
      { amount: cny('15.00'), milestone: 'Bought', dueOn: day(10) },
      { amount: cny('15.00'), milestone: 'Built', dueOn: day(20) },
    ],
  })),
  withdrawApplication: good('withdrawApplication', leader, (at) => ({
    applicationId: at.grants.toWithdraw,
  })),
  declareInterest: good(
    'declareInterest',
    home((at) => at.boardMembers[0]),
    (at) => ({ applicationId: at.grants.toStandAside, reason: 'My sister is in the team' }),
  ),
  requestDisbursement: good('requestDisbursement', secretary, (at) => ({
    trancheId: at.grants.planned.tranches[0],
  })),
  declineDisbursement: good('declineDisbursement', treasurer, (at) => ({
    trancheId: at.grants.toDecline.tranches[0],
    reason: 'The bill is missing',
  })),
  acceptMilestone: good('acceptMilestone', secretary, (at) => ({
    trancheId: at.grants.paid.tranches[0],
    evidence: 'Photographs',
  })),
  setServiceRates: good('setServiceRates', officer, (_at, { scheme }) => ({
    schemeId: scheme,
    validFrom: day(1),
    rates: [{ serviceKind: 'repair', creditsPerHour: 12 }],
  })),
  recordService: good('recordService', leader, (at) => ({
    organisationId: at.team.globalId,
    residentId: at.services.customer.resident.globalId,
    serviceKind: 'repair',
    performedAt: hours(-30),
    minutes: 60,
    note: 'A lamp',
    beneficiaryId: at.society.quiet,
  })),
  declineService: good('declineService', cadre, (at) => ({
    serviceId: at.services.toDecline,
    reason: 'Nobody was there',
  })),
  openStore: good('openStore', officer, (at) => ({
    communityId: at.place.globalId,
    name: 'Second store',
    code: 'S2',
    operatorId: at.operator.globalId,
    premisesOwnerId: at.committee.globalId,
    poolId: at.pools.welfare,
  })),
  addProduct: good('addProduct', storekeeper, (at) => ({
    communityId: at.place.globalId,
    name: 'Flour',
    ean: '4006381333931',
    unit: 'bag',
    price: 3,
    allowanceClass: 'grain',
  })),
  setPrice: good('setPrice', storekeeper, (at) => ({
    productId: at.goods.lastPiece,
    price: 2,
    from: hours(24),
  })),
  setAllowance: good('setAllowance', cadre, (at) => ({
    communityId: at.place.globalId,
    code: 'grain',
    name: 'Grain',
    pieces: 30,
    extraPieces: 5,
    fromMonth: month(2),
  })),
};

/** The registers, and signing in. */
const REGISTERS: Record<string, Good> = {
  registerPlace: good('registerPlace', officer, (at) => ({
    kind: 'COURTYARD',
    name: 'East courtyard',
    slug: 'east-courtyard',
    parentId: at.place.globalId,
    keepsBooks: false,
    timeZone: 'Asia/Shanghai',
  })),
  registerOrganisation: good('registerOrganisation', officer, (at) => ({
    kind: 'SELF_ORGANISATION',
    name: 'Weavers',
    placeId: at.place.globalId,
  })),
  registerPerson: good('registerPerson', cadre, () => ({
    name: 'New Person',
    login: 'new.person',
    password: PASSWORD,
  })),
  registerHouseholds: good('registerHouseholds', cadre, (at) => ({
    communityId: at.place.globalId,
    households: [{ address: 'Building 99, flat 1', residents: [resident] }],
  })),
  registerResidents: good('registerResidents', cadre, (at) => ({
    householdId: at.households[3]?.globalId,
    residents: [resident],
  })),
  moveOutResident: good('moveOutResident', cadre, (at) => ({
    residentId: at.society.toMove,
    movedOut: day(),
  })),
  grantPriority: good('grantPriority', cadre, (at) => ({
    residentId: at.society.quiet,
    priorityGroup: 'DISABLED',
    validFrom: day(-10),
    validUntil: day(100),
  })),
  endPriority: good('endPriority', cadre, (at) => ({
    priorityId: at.society.priority,
    validUntil: day(),
  })),
  issueCard: good('issueCard', cadre, (at) => ({ residentId: at.society.quiet })),
  endCard: good('endCard', clerk, (at) => ({ cardId: at.society.card, because: 'LOST' })),
  appointMember: good('appointMember', leader, (at) => ({
    organisationId: at.team.globalId,
    residentId: at.society.quiet,
    role: 'MEMBER',
    validFrom: day(),
    validUntil: day(365),
  })),
  'appointMember, a person': good('appointMember', officer, (at) => ({
    organisationId: at.team.globalId,
    personId: at.clerk.globalId,
    role: 'MEMBER',
    validFrom: day(),
  })),
  endMembership: good('endMembership', leader, (at) => ({
    membershipId: at.society.membership,
    validUntil: day(),
  })),
  giveLogin: good('giveLogin', cadre, (at) => ({
    residentId: at.society.quiet,
    login: 'quiet.resident',
    password: PASSWORD,
  })),
  'giveLogin, a person': good('giveLogin', officer, (at) => ({
    personId: at.storekeeper.globalId,
    login: 'the.storekeeper',
    password: PASSWORD,
  })),
  signIn: good(
    'signIn',
    home((at) => at.society.signing),
    (at) => ({ login: at.society.signing.login, password: PASSWORD }),
  ),
  openScheme: good('openScheme', officer, (at) => ({
    placeId: at.place.globalId,
    name: 'Our own credits',
    slug: 'our-own',
    monthlyCap: 200,
    expiryMonths: 36,
    ratesFrom: day(),
    rates: [{ serviceKind: 'repair', creditsPerHour: 10 }],
  })),
  changePassword: good(
    'changePassword',
    home((at) => at.society.signing),
    () => ({ newPassword: 'another long password', oldPassword: PASSWORD }),
  ),
  signOut: good(
    'signOut',
    home((at) => at.society.signing),
    () => ({ everywhere: false }),
  ),
};

/** Every mutation with an input that is accepted, in an order in which all of them are. */
export const GOOD: Readonly<Record<string, Good>> = {
  ...{
    ...MOVES,
    ...PLANS,
    ...STORES,
    ...OPERATORS,
    ...ROOMS,
    ...COMMON,
    ...COUNCILS,
    ...ELECTIONS,
    ...MOTIONS,
    ...MEETINGS,
    ...COURTYARDS,
    ...DECIDED,
    ...FUNDS,
    ...REGISTERS,
  },
};

/** A copy of an input with another value at a path (`lines.0.quantity`). */
export function withValue(input: Input, path: string, value: unknown): Input {
  const copy = structuredClone(input);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const at = steps.reduce<Input>((within, step) => within[step] as Input, copy);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy;
}

/** The value at a path. */
export function valueAt(input: Input, path: string): unknown {
  return path.split('.').reduce<unknown>((within, step) => (within as Input)[step], input);
}
