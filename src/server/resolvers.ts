import * as node from '../api/node.resolver';
import * as attachment from '../attachments/attachment.resolver';
import * as ballotActs from '../ballots/ballot-acts.resolver';
import * as ballot from '../ballots/ballot.resolver';
import * as namedVotes from '../ballots/named.resolver';
import * as paperBox from '../ballots/paper-box.resolver';
import * as account from '../books/account.resolver';
import * as entry from '../books/entry.resolver';
import * as journal from '../books/journal.resolver';
import * as linePart from '../books/line-part.resolver';
import * as turnover from '../books/turnover.resolver';
import * as verification from '../books/verification.resolver';
import * as councilActs from '../councils/council-acts.resolver';
import * as councilSeat from '../councils/council-seat.resolver';
import * as council from '../councils/council.resolver';
import * as layers from '../councils/layers.resolver';
import * as courseActs from '../courses/course-acts.resolver';
import * as courseAttendance from '../courses/course-attendance.resolver';
import * as course from '../courses/course.resolver';
import * as courseRate from '../credits/course-rate.resolver';
import * as creditScheme from '../credits/credit-scheme.resolver';
import * as earnedCredits from '../credits/earned-credits.resolver';
import * as transfer from '../credits/transfer.resolver';
import * as walletFreeze from '../credits/wallet-freeze.resolver';
import * as walletMonth from '../credits/wallet-month.resolver';
import * as wallet from '../credits/wallet.resolver';
import * as accountName from '../disclosure/account-name.resolver';
import * as disclosureDue from '../disclosure/disclosure-due.resolver';
import * as followedPart from '../disclosure/followed-part.resolver';
import * as followed from '../disclosure/followed.resolver';
import * as givenGoods from '../disclosure/given-goods.resolver';
import * as openBook from '../disclosure/open-book.resolver';
import * as publicEntry from '../disclosure/public-entry.resolver';
import * as acknowledgement from '../donations/acknowledgement.resolver';
import * as campaignActs from '../donations/campaign-acts.resolver';
import * as campaign from '../donations/campaign.resolver';
import * as donationActs from '../donations/donation-acts.resolver';
import * as donation from '../donations/donation.resolver';
import * as paymentTask from '../donations/payment-task.resolver';
import * as giving from '../donations/giving.resolver';
import * as pledge from '../donations/pledge.resolver';
import * as projectGifts from '../donations/project-gifts.resolver';
import * as publicGift from '../donations/public-gift.resolver';
import * as refund from '../donations/refund.resolver';
import * as runningCampaigns from '../donations/running-campaigns.resolver';
import * as candidateActs from '../elections/candidate-acts.resolver';
import * as candidate from '../elections/candidate.resolver';
import * as electionActs from '../elections/election-acts.resolver';
import * as election from '../elections/election.resolver';
import * as seatRecall from '../elections/seat-recall.resolver';
import * as declaration from '../enterprises/declaration.resolver';
import * as enterprise from '../enterprises/enterprise.resolver';
import * as remittancePreview from '../enterprises/remittance-preview.resolver';
import * as remittance from '../enterprises/remittance.resolver';
import * as routingPlan from '../enterprises/routing-plan.resolver';
import * as clearing from '../foundations/clearing.resolver';
import * as whoDecides from '../councils/who-decides.resolver';
import * as poolDecider from '../foundations/pool-decider.resolver';
import * as poolThreshold from '../foundations/pool-threshold.resolver';
import * as pool from '../foundations/pool.resolver';
import * as applicationActs from '../grants/application-acts.resolver';
import * as application from '../grants/application.resolver';
import * as grantRecord from '../grants/grant-record.resolver';
import * as grant from '../grants/grant.resolver';
import * as milestone from '../grants/milestone.resolver';
import * as tranche from '../grants/tranche.resolver';
import * as inboxAssemblyItems from '../inbox/assembly-items.resolver';
import * as inboxDecidingItems from '../inbox/deciding-items.resolver';
import * as inbox from '../inbox/inbox.resolver';
import * as inboxMakerItems from '../inbox/maker-items.resolver';
import * as inboxOperatorItems from '../inbox/operator-items.resolver';
import * as inboxSpendingItem from '../inbox/spending-item.resolver';
import * as inboxStoreItems from '../inbox/store-items.resolver';
import * as meetingAttendanceActs from '../meetings/attendance-acts.resolver';
import * as meetingAttendance from '../meetings/attendance.resolver';
import * as meetingGroupActs from '../meetings/group-acts.resolver';
import * as meetingGroup from '../meetings/group.resolver';
import * as meetingActs from '../meetings/meeting-acts.resolver';
import * as meeting from '../meetings/meeting.resolver';
import * as meetingMinutes from '../meetings/minutes.resolver';
import * as meetingParticipation from '../meetings/participation.resolver';
import * as meetingPitch from '../meetings/pitch.resolver';
import * as meetingTopic from '../meetings/topic.resolver';
import * as motionActs from '../motions/motion-acts.resolver';
import * as motion from '../motions/motion.resolver';
import * as resolutionActs from '../motions/resolution-acts.resolver';
import * as resolution from '../motions/resolution.resolver';
import * as paymentsPaymentTask from '../payments/payment-task.resolver';
import * as payoutShare from '../payments/payout-share.resolver';
import * as activity from '../courtyards/activity.resolver';
import * as courtyardActs from '../courtyards/courtyard-acts.resolver';
import * as courtyardBooks from '../courtyards/courtyard-books.resolver';
import * as courtyard from '../courtyards/courtyard.resolver';
import * as grantSpending from '../courtyards/grant-spending.resolver';
import * as projectActs from '../projects/project-acts.resolver';
import * as project from '../projects/project.resolver';
import * as fundProcedure from '../public-funds/fund-procedure.resolver';
import * as fundProjectActs from '../public-funds/fund-project-acts.resolver';
import * as fundProject from '../public-funds/fund-project.resolver';
import * as fundRecordActs from '../public-funds/fund-record-acts.resolver';
import * as fundStep from '../public-funds/fund-step.resolver';
import * as publicFundActs from '../public-funds/public-fund-acts.resolver';
import * as publicFund from '../public-funds/public-fund.resolver';
import * as monthlyReport from '../reports/monthly-report.resolver';
import * as reports from '../reports/reports.resolver';
import * as household from '../society/household.resolver';
import * as membership from '../society/membership.resolver';
import * as organisation from '../society/organisation.resolver';
import * as person from '../society/person.resolver';
import * as place from '../society/place.resolver';
import * as residentCard from '../society/resident-card.resolver';
import * as reservedMatter from '../society/reserved-matter.resolver';
import * as residentPriority from '../society/resident-priority.resolver';
import * as resident from '../society/resident.resolver';
import * as signIn from '../society/sign-in.resolver';
import * as viewer from '../society/viewer.resolver';
import * as allowance from '../supermarkets/allowance.resolver';
import * as exchangeCommands from '../supermarkets/exchange-commands.resolver';
import * as exchangeExplanation from '../supermarkets/exchange-explanation.resolver';
import * as exchangeSlip from '../supermarkets/exchange-slip.resolver';
import * as exchange from '../supermarkets/exchange.resolver';
import * as goodsDrive from '../supermarkets/goods-drive.resolver';
import * as goodsGift from '../supermarkets/goods-gift.resolver';
import * as goodsGifts from '../supermarkets/goods-gifts.resolver';
import * as lot from '../supermarkets/lot.resolver';
import * as goodsValue from '../supermarkets/goods-value.resolver';
import * as minimumStock from '../supermarkets/minimum-stock.resolver';
import * as product from '../supermarkets/product.resolver';
import * as recall from '../supermarkets/recall.resolver';
import * as operatorActs from '../supermarkets/operator-acts.resolver';
import * as operatorDispute from '../supermarkets/operator-dispute.resolver';
import * as operatorStatement from '../supermarkets/operator-statement.resolver';
import * as premisesActs from '../supermarkets/premises-acts.resolver';
import * as premisesAgreement from '../supermarkets/premises-agreement.resolver';
import * as ruleVersions from '../supermarkets/rule-versions.resolver';
import * as settlement from '../supermarkets/settlement.resolver';
import * as shiftActs from '../supermarkets/shift-acts.resolver';
import * as shift from '../supermarkets/shift.resolver';
import * as stockTakeActs from '../supermarkets/stock-take-acts.resolver';
import * as stockTake from '../supermarkets/stock-take.resolver';
import * as stockTransferActs from '../supermarkets/stock-transfer-acts.resolver';
import * as stockTransfer from '../supermarkets/stock-transfer.resolver';
import * as store from '../supermarkets/store.resolver';
import * as tillCustomers from '../supermarkets/till-customers.resolver';
import * as tillRule from '../supermarkets/till-rule.resolver';
import * as tillTask from '../supermarkets/till-task.resolver';
import * as writeOffActs from '../supermarkets/write-off-acts.resolver';
import * as writeOff from '../supermarkets/write-off.resolver';
import * as serviceActs from '../volunteering/service-acts.resolver';
import * as serviceSession from '../volunteering/service-session.resolver';
import * as service from '../volunteering/service.resolver';

/** Everything that resolves something, by file: each exports its resolvers and nothing else. */
const FILES = [
  node,
  attachment,
  ...[account, entry, journal, linePart, turnover, verification],
  ...[creditScheme, courseRate, transfer, wallet, walletMonth, walletFreeze, earnedCredits],
  ...[ballotActs, ballot, namedVotes, paperBox],
  ...[councilActs, councilSeat, council, layers],
  ...[candidateActs, candidate, electionActs, election, seatRecall],
  ...[projectActs, project],
  ...[activity, courtyardActs, courtyardBooks, courtyard, grantSpending],
  ...[accountName, disclosureDue, followedPart, followed, givenGoods, openBook, publicEntry],
  ...[acknowledgement, campaignActs, campaign, donationActs, donation, paymentTask, giving],
  ...[pledge, projectGifts, publicGift, refund, runningCampaigns],
  ...[declaration, enterprise, remittance, remittancePreview, routingPlan],
  ...[clearing, pool, poolDecider, poolThreshold, whoDecides],
  ...[applicationActs, application, grant, grantRecord, milestone, tranche],
  ...[motionActs, motion, resolutionActs, resolution],
  ...[meetingActs, meeting, meetingAttendanceActs, meetingAttendance, meetingTopic],
  ...[meetingGroupActs, meetingGroup, meetingPitch, meetingMinutes, meetingParticipation],
  ...[fundProcedure, fundProjectActs, fundProject, fundRecordActs, fundStep],
  ...[publicFundActs, publicFund],
  ...[inbox, inboxAssemblyItems, inboxDecidingItems, inboxMakerItems, inboxOperatorItems],
  ...[inboxStoreItems, inboxSpendingItem],
  ...[paymentsPaymentTask, payoutShare],
  ...[monthlyReport, reports],
  ...[household, membership, organisation, person, place, reservedMatter],
  ...[residentCard, residentPriority, resident, signIn, viewer],
  ...[allowance, exchangeCommands, exchangeExplanation, exchangeSlip, exchange, goodsDrive],
  ...[goodsGift, goodsGifts, lot, goodsValue, minimumStock, product, recall, operatorActs],
  ...[operatorDispute, operatorStatement, premisesActs, premisesAgreement, ruleVersions],
  ...[settlement, shiftActs, shift, stockTakeActs, stockTake, stockTransferActs],
  ...[stockTransfer, store, tillCustomers, tillRule, tillTask, writeOffActs, writeOff],
  ...[course, courseActs, courseAttendance],
  ...[serviceActs, service, serviceSession],
];

/** All resolvers, for the schema. */
export const RESOLVERS: readonly object[] = FILES.flatMap((file) => Object.values(file));
