/**
 * What a field is told when it is filled with what does not belong there, where that is not what
 * every other field of its kind is told. By mutation and path; some by the last step of the path.
 */
type Told = Readonly<Record<string, string>>;

/** An id of nothing, where it is looked for beside something else. */
export const BESIDE: Told = {
  'seatMembers members.0.groupId': 'GROUP_UNKNOWN members.0.groupId',
  'callElection, by groups wards.0.groupId': 'GROUP_UNKNOWN wards.0.groupId',
  'recordCount lines.0.productId': 'LOT_OF_OTHER_PRODUCT lines.0.productId',
  'receiveTransfer lines.0.lotId': 'LOT_NOT_SENT lines.0.lotId',
  'confirmAttendance residentIds.0': 'NOT_RECORDED residentIds.0',
  'confirmAttendance residentIds.1': 'NOT_RECORDED residentIds.1',
  ...Object.fromEntries(
    [0, 1, 2].map((n) => [`recordPaperBox takers.${n}`, `ELECTOR_UNKNOWN takers.${n}`]),
  ),
};

/** An id of another community, where its owner is another one than whoever asks: else FORBIDDEN. */
export const OF_ANOTHER: Told = {
  'tableMotion, a recall placeId': 'ACT_ELSEWHERE placeId',
  'tableMotion, a recall act.vacateSeat.seatId': 'ACT_ELSEWHERE placeId',
  'callElection wards.0.placeId': 'WARD_OUTSIDE wards.0.placeId',
  'callElection, by groups wards.0.groupId': 'OTHER_COMMUNITY wards.0.groupId',
  'nominateCandidate residentId': 'OTHER_COMMUNITY residentId',
  // Whoever acts for a team may nominate in any ward of where it is.
  'nominateCandidate, by a team wardId': 'OTHER_COMMUNITY residentId',
  'nominateCandidate, by a team residentId': 'OTHER_COMMUNITY residentId',
  'mergeMotion intoId': 'OTHER_COMMUNITY intoId',
  'declareSurplus communityId': 'ENTERPRISE_ELSEWHERE communityId',
  'setRoutingPlan communityId': 'ENTERPRISE_ELSEWHERE communityId',
  'openPool communityId': 'FOUNDATION_ELSEWHERE communityId',
  'applyForGrant poolId': 'APPLICANT_ELSEWHERE applicantId',
  'settleClearing payer.communityId': 'DUE_EXCEEDED amount',
  'settleClearing payee.communityId': 'DUE_EXCEEDED amount',
  'settleClearing payee.foundationId': 'DUE_EXCEEDED amount',
  'recordService residentId': 'NOT_A_MEMBER residentId',
  'setTillRule communityId': 'OTHER_COMMUNITY storeId',
  'setGoodsValue communityId': 'OTHER_COMMUNITY productId',
  // Of two communities, the second is another than the first.
  'recordServices residentIds.0': 'OTHER_COMMUNITY residentIds.1',
  'openStore communityId': 'OTHER_COMMUNITY poolId',
  'openStore poolId': 'OTHER_COMMUNITY poolId',
  'openCourse communityId': 'NOT_HERE organisationId',
  'allotPublicFund communityId': 'OFFICE_ELSEWHERE officeId',
  'allotPublicFund officeId': 'OFFICE_ELSEWHERE officeId',
  'startFundProject fundId': 'PROCEDURE_ELSEWHERE procedureId',
  'startFundProject procedureId': 'PROCEDURE_ELSEWHERE procedureId',
  'castVote ballotId': 'TOKEN_FORGED signature',
  'nameCourtyardBody organisationId': 'NOT_HERE organisationId',
  'nameCourtyardBody, a council councilId': 'NOT_HERE councilId',
  'openProject organisationId': 'NOT_HERE organisationId',
  'representOrganisation meetingId': 'NOT_HERE organisationId',
  'pitchProject meetingId': 'NOT_HERE organisationId',
  'agreeAction organisationId': 'NOT_HERE organisationId',
  'setPoolDecider councilId': 'OTHER_COMMUNITY councilId',
  'seatMembers members.0.residentId': 'OTHER_COMMUNITY members.0.residentId',
  'seatMembers members.0.groupId': 'OTHER_COMMUNITY members.0.groupId',
  'fillSeat residentId': 'OTHER_COMMUNITY residentId',
  'promiseMatch campaignId': 'ENTERPRISE_ELSEWHERE enterpriseId',
  // Where they go, its goods are called something else.
  'sendGoods toStoreId': 'OTHER_COMMUNITY lines.0.asProductId',
  ...Object.fromEntries(
    [
      'receiveGoods productId',
      'receiveGoods, bought productId',
      'receiveGoods, bought paidByPoolId',
      'recordExchange residentId',
      'recordExchange lines.0.productId',
      'recordExchange lines.1.productId',
      'recordService beneficiaryId',
      'appointMember residentId',
      ...['recordCount lines.0.productId', 'recordCount lines.0.lotId', 'setTillRule storeId'],
      ...['setGoodsValue productId', 'thankForGoods residentId'],
      ...['recordServices residentIds.1', 'recordServices beneficiaryId'],
      ...['sendGoods lines.0.lotId', 'sendGoods lines.0.asProductId'],
      ...['receiveTransfer lines.0.lotId', 'setMinimumStock productId'],
      ...['openShift counted.0.productId', 'closeShift counted.0.productId'],
      ...['receiveGoodsGift residentId', 'receiveGoodsGift driveId'],
      'receiveGoodsGift lines.0.productId',
      'writeOffGoods photoId',
      'receiveGoodsGift, a name lines.0.productId',
      'receiveGoodsGift, an organisation lines.0.productId',
      ...['transferCredits toResidentId', 'enrolInCourse residentId', 'leaveCourse residentId'],
      ...['recordAttendance residentIds.0', 'recordAttendance residentIds.1'],
      ...['confirmAttendance residentIds.0', 'confirmAttendance residentIds.1'],
      ...['recordActivity residentIds.0', 'recordActivity residentIds.1'],
      ...['recordMeetingAttendance residentIds.0', 'agreeAction, a resident residentId'],
      ...['openProject grantId', 'recordSpending receiptId'],
      ...['recordPaperBox takers.0', 'recordPaperBox takers.1', 'recordPaperBox takers.2'],
    ].map((field) => [field, `OTHER_COMMUNITY ${field.replace(/^.* /, '')}`]),
  ),
};

/** Where another community's is as good: the office reaches both, or anybody's will do. */
export const EITHER: readonly string[] = [
  ...['setRoutingPlan shares.0.poolId', 'setRoutingPlan shares.1.poolId'],
  ...['receiveGoods donorOrganisationId', 'openStore operatorId', 'openStore premisesOwnerId'],
  ...['setServiceRates schemeId', 'openScheme placeId', 'registerPlace parentId'],
  ...['registerOrganisation placeId', 'giveLogin, a person personId'],
  'setGoodsValue, a class communityId',
  ...['appointMember, a person organisationId', 'appointMember, a person personId'],
  ...['setTransferRule schemeId', 'setCourseRate schemeId', 'openGoodsDrive organiserId'],
  'receiveGoodsGift, an organisation organisationId',
  ...['recordPremisesAgreement storeId', 'recordPremisesAgreement ownerId'],
  ...['setCouncilRule councilId', 'dissolveCouncil councilId'],
  ...['setAllotmentPolicy placeId', 'publishFundProcedure placeId'],
  'publishFundProcedure, one that is shipped placeId',
  ...['witnessMeetingAttendance listId', 'approveMinutes minutesId'],
  ...['reserveMatter communityId', 'releaseMatter matterId'],
  ...['renewPremisesAgreement agreementId', 'endPremisesAgreement agreementId'],
];

/** A number out of its range. */
export const RANGES: Told = {
  quantity: 'QUANTITY_OUT_OF_RANGE',
  minSeats: 'COUNCIL_RULE_RANGE',
  seatsPerGroup: 'COUNCIL_RULE_RANGE',
  cadrePercent: 'COUNCIL_RULE_RANGE',
  termYears: 'COUNCIL_RULE_RANGE',
  coSigners: 'COUNCIL_RULE_RANGE',
  parts: 'COUNCIL_SHARE_RANGE',
  of: 'COUNCIL_SHARE_RANGE',
  seats: 'SEATS_RANGE',
  supporters: 'SUPPORTERS_RANGE',
  ...{ num: 'SHARE_OUT_OF_RANGE', den: 'SHARE_OUT_OF_RANGE' },
  weight: 'WEIGHT_RANGE',
  approvals: 'APPROVALS_RANGE',
  creditsPerHour: 'RATE_RANGE',
  minutes: 'MINUTES_RANGE',
  price: 'PRICE_RANGE',
  pieces: 'ALLOWANCE_RANGE',
  extraPieces: 'ALLOWANCE_RANGE',
  monthlyCap: 'CAP_RANGE',
  expiryMonths: 'EXPIRY_RANGE',
  'recordCount lines.0.pieces': 'COUNT_RANGE',
  value: 'RULE_RANGE',
  credits: 'GOODS_VALUE_RANGE',
  line: 'LINE_UNKNOWN',
  'disputeStatementLine pieces': 'DISPUTE_RANGE',
  'setWriteOffLimit pieces': 'LIMIT_RANGE',
  'receiveTransfer lines.0.pieces': 'COUNT_RANGE',
  'setMinimumStock pieces': 'MINIMUM_RANGE',
  'openShift counted.0.pieces': 'COUNT_RANGE',
  'closeShift counted.0.pieces': 'COUNT_RANGE',
  slips: 'COUNT_RANGE',
  'transferCredits credits': 'TRANSFER_RANGE',
  monthlyLimit: 'TRANSFER_LIMIT_RANGE',
  'setCourseRate credits': 'COURSE_RATE_RANGE',
  urgency: 'URGENCY_RANGE',
  ...Object.fromEntries(
    ['urgency', 'will', 'selfRaised', 'moneyNeeded'].map((name) => [
      `setAllotmentPolicy weights.${name}`,
      'WEIGHTS_RANGE',
    ]),
  ),
  ...Object.fromEntries(
    [0, 1, 2].map((n) => [`publishFundProcedure procedure.steps.${n}.noticeDays`, 'NOTICE_RANGE']),
  ),
  atLeast: 'AT_LEAST_RANGE',
  points: 'SCORE_RANGE',
  year: 'FUND_YEAR',
  capacity: 'CAPACITY_RANGE',
  durationMinutes: 'MEETING_LENGTH',
  'witnessMeetingAttendance people': 'HEADS_DIFFER',
  'noteGroup people': 'GROUP_PEOPLE_RANGE',
  percent: 'PERCENT_RANGE',
  'openCourse sessions.0.minutes': 'SESSION_MINUTES',
  'openCourse sessions.1.minutes': 'SESSION_MINUTES',
  'addCourseSession minutes': 'SESSION_MINUTES',
  ...Object.fromEntries(
    ['recordPaperBox counts.0', 'recordPaperBox counts.1', 'witnessPaperBox counts.0'].map(
      (field) => [field, 'PAPERS_RANGE'],
    ),
  ),
  'witnessPaperBox counts.1': 'PAPERS_RANGE',
  // One number is a list of one.
  'recordPaperBox counts': 'COUNTS_UNLIKE_CHOICES',
  'witnessPaperBox counts': 'COUNTS_UNLIKE_CHOICES',
};

/** A share's numbers are wrong together: neither of them is by itself. */
export const AS_A_WHOLE = /\.(num|den)$/;

/** None at all is a number, too. */
export const MAY_BE_ZERO: readonly string[] = [
  ...['setAllowance pieces', 'setAllowance extraPieces', 'recordCount lines.0.pieces'],
  ...['receiveTransfer lines.0.pieces', 'setWriteOffLimit pieces', 'setMinimumStock pieces'],
  ...['openShift counted.0.pieces', 'closeShift counted.0.pieces', 'closeShift slips'],
  ...['setTransferRule monthlyLimit', 'setCourseRate credits'],
  ...['urgency', 'will', 'selfRaised', 'moneyNeeded'].map(
    (name) => `setAllotmentPolicy weights.${name}`,
  ),
  ...[0, 1, 2].map((n) => `publishFundProcedure procedure.steps.${n}.noticeDays`),
  ...['turnout', 'wins', 'winsAgain', 'recall'].map((name) => `callElection rule.${name}.num`),
  'callElection rule.supporters',
  ...['setCouncilRule seatsPerGroup', 'setCouncilRule cadrePercent'],
  ...['recordPaperBox counts.0', 'recordPaperBox counts.1'],
  ...['witnessPaperBox counts.0', 'witnessPaperBox counts.1'],
];

/** A text that is none; else TEXT_LENGTH. */
export const TEXT_CODES: Told = {
  month: 'MONTH_UNREADABLE',
  fromMonth: 'MONTH_UNREADABLE',
  'openStore code': 'STORE_CODE',
  'setAllowance code': 'ALLOWANCE_CODE',
  allowanceClass: 'ALLOWANCE_UNKNOWN',
  productClass: 'ALLOWANCE_UNKNOWN',
  'setGoodsValue, a class allowanceClass': 'ID_UNKNOWN',
  ean: 'EAN_DIGITS',
  'registerPlace slug': 'SLUG_UNUSABLE',
  'openScheme slug': 'SCHEME_SLUG',
  timeZone: 'TIME_ZONE_UNKNOWN',
  phone: 'PHONE_UNREADABLE',
  login: 'LOGIN_UNUSABLE',
  password: 'PASSWORD_LENGTH',
  newPassword: 'PASSWORD_LENGTH',
  oldPassword: 'PASSWORD_WRONG',
  'publishFundProcedure code': 'CODE_SHAPE',
  'publishFundProcedure, one that is shipped code': 'CODE_SHAPE',
  'publishFundProcedure procedure.dimensions.0.code': 'CODE_SHAPE',
  ...Object.fromEntries(
    [0, 1, 2].map((n) => [`publishFundProcedure procedure.steps.${n}.code`, 'CODE_SHAPE']),
  ),
  'publishFundProcedure procedure.steps.1.sendsBackTo.0': 'SEND_BACK_UNKNOWN',
  dimension: 'SCORES_MISSING',
  toStep: 'NO_WAY_BACK',
  blindedToken: 'TOKEN_UNREADABLE',
  token: 'TOKEN_FORGED',
  signature: 'TOKEN_FORGED',
  choice: 'CHOICE_UNKNOWN',
};

/** A table's entry for a field: by mutation and path, or by the last step of the path alone. */
export const entryFor = (table: Told, name: string, path: string): string | undefined =>
  table[`${name} ${path}`] ?? table[path.replace(/^.*\./, '')];
