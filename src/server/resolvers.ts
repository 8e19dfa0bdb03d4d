import { NodeResolver } from '../api/node.resolver';
import { AccountResolver, StatementLineResolver } from '../books/account.resolver';
import { EntryResolver, JournalResolver, LegResolver } from '../books/entry.resolver';
import {
  FollowedLegResolver,
  FollowedStatementLineResolver,
  LinePartResolver,
} from '../books/line-part.resolver';
import {
  PlaceTurnoverResolver,
  TurnoverLineResolver,
  TurnoverResolver,
} from '../books/turnover.resolver';
import { CreditSchemeResolver, PlaceSchemeResolver } from '../credits/credit-scheme.resolver';
import {
  ResidentWalletResolver,
  WalletLineResolver,
  WalletResolver,
} from '../credits/wallet.resolver';
import {
  AcknowledgementResolver,
  DonationAcknowledgementsResolver,
} from '../donations/acknowledgement.resolver';
import { DonationActsResolver } from '../donations/donation-acts.resolver';
import { DonationResolver, PlaceDonationsResolver } from '../donations/donation.resolver';
import { PaymentTaskActsResolver } from '../donations/payment-task.resolver';
import { DonationPledgeResolver, PledgeResolver } from '../donations/pledge.resolver';
import {
  CampaignGiftsResolver,
  PoolGiftsResolver,
  PublicGiftResolver,
} from '../donations/public-gift.resolver';
import { DonationRefundsResolver, RefundResolver } from '../donations/refund.resolver';
import { PaymentTaskResolver, PlacePaymentTasksResolver } from '../payments/payment-task.resolver';
import { PayoutShareResolver, PlacePayoutsResolver } from '../payments/payout-share.resolver';
import { CampaignActsResolver } from '../donations/campaign-acts.resolver';
import {
  CampaignMatchResolver,
  CampaignResolver,
  PlaceCampaignsResolver,
  PoolCampaignsResolver,
} from '../donations/campaign.resolver';
import { DeclarationResolver } from '../enterprises/declaration.resolver';
import { EnterpriseResolver, PlacePledgesResolver } from '../enterprises/enterprise.resolver';
import { RemittanceResolver, RemittanceShareResolver } from '../enterprises/remittance.resolver';
import { RoutingPlanResolver, RoutingShareResolver } from '../enterprises/routing-plan.resolver';
import { GrantGiftsResolver } from '../donations/project-gifts.resolver';
import { FollowedGoodsResolver, FollowedPartResolver } from '../disclosure/followed-part.resolver';
import { LotFollowedResolver, RemittanceFollowedResolver } from '../disclosure/followed.resolver';
import {
  DueResolver,
  PlaceDuesResolver,
  SettlementResolver,
} from '../foundations/clearing.resolver';
import {
  FoundationPoolsResolver,
  PlacePoolsResolver,
  PoolResolver,
} from '../foundations/pool.resolver';
import { HouseholdResolver } from '../society/household.resolver';
import {
  MembershipResolver,
  OrganisationMembershipsResolver,
  PersonMembershipsResolver,
} from '../society/membership.resolver';
import { ApplicationActsResolver } from '../grants/application-acts.resolver';
import {
  ApplicationResolver,
  OrganisationApplicationsResolver,
  PoolApplicationsResolver,
} from '../grants/application.resolver';
import {
  GrantResolver,
  OrganisationGrantsResolver,
  PoolGrantsResolver,
} from '../grants/grant.resolver';
import {
  ApplicationToReviewResolver,
  InboxResolver,
  TrancheToCheckResolver,
  PaymentToLookAtResolver,
  RefundToCheckResolver,
} from '../inbox/inbox.resolver';
import {
  MilestoneResolver,
  TrancheActsResolver,
  TrancheResolver,
} from '../grants/tranche.resolver';
import { OrganisationResolver } from '../society/organisation.resolver';
import { PersonResolver } from '../society/person.resolver';
import { PlaceResolver } from '../society/place.resolver';
import {
  ResidentPrioritiesResolver,
  ResidentPriorityResolver,
} from '../society/resident-priority.resolver';
import { ResidentRegisterResolver, ResidentResolver } from '../society/resident.resolver';
import { SignInResolver } from '../society/sign-in.resolver';
import { HeldRoleResolver, ViewerResolver } from '../society/viewer.resolver';
import {
  AllowanceClassResolver,
  AllowanceRuleResolver,
  HouseholdAllowanceResolver,
  PlaceAllowancesResolver,
} from '../supermarkets/allowance.resolver';
import { ExchangeCommandsResolver } from '../supermarkets/exchange-commands.resolver';
import {
  ExchangeLineResolver,
  ExchangeResolver,
  ExchangeVoidedResolver,
  ResidentExchangesResolver,
  StoreExchangesResolver,
} from '../supermarkets/exchange.resolver';
import { LotResolver } from '../supermarkets/lot.resolver';
import { PlaceProductsResolver, ProductResolver } from '../supermarkets/product.resolver';
import { OperatorSettlementResolver } from '../supermarkets/settlement.resolver';
import { PlaceStoresResolver, StoreResolver } from '../supermarkets/store.resolver';
import {
  OrganisationServicesResolver,
  ResidentServicesResolver,
  ServiceActsResolver,
} from '../volunteering/service-acts.resolver';
import { ServiceResolver } from '../volunteering/service.resolver';

/** Every resolver of every module: the API's table of contents. */
export const RESOLVERS = [
  NodeResolver,
  AccountResolver,
  EntryResolver,
  FollowedLegResolver,
  FollowedStatementLineResolver,
  JournalResolver,
  LegResolver,
  LinePartResolver,
  PlaceTurnoverResolver,
  StatementLineResolver,
  TurnoverLineResolver,
  TurnoverResolver,
  HouseholdResolver,
  MembershipResolver,
  OrganisationMembershipsResolver,
  OrganisationResolver,
  PersonMembershipsResolver,
  PersonResolver,
  PlaceResolver,
  ResidentPrioritiesResolver,
  ResidentPriorityResolver,
  ResidentRegisterResolver,
  ResidentResolver,
  CreditSchemeResolver,
  PlaceSchemeResolver,
  ResidentWalletResolver,
  WalletLineResolver,
  WalletResolver,
  DueResolver,
  PlaceDuesResolver,
  SettlementResolver,
  FoundationPoolsResolver,
  PlacePoolsResolver,
  PoolResolver,
  AcknowledgementResolver,
  DonationAcknowledgementsResolver,
  DonationActsResolver,
  DonationResolver,
  PlaceDonationsResolver,
  PaymentTaskActsResolver,
  DonationPledgeResolver,
  PledgeResolver,
  CampaignGiftsResolver,
  PoolGiftsResolver,
  PublicGiftResolver,
  DonationRefundsResolver,
  RefundResolver,
  PaymentTaskResolver,
  PlacePaymentTasksResolver,
  PayoutShareResolver,
  PlacePayoutsResolver,
  CampaignActsResolver,
  CampaignMatchResolver,
  CampaignResolver,
  PlaceCampaignsResolver,
  PoolCampaignsResolver,
  DeclarationResolver,
  EnterpriseResolver,
  PlacePledgesResolver,
  RemittanceResolver,
  RemittanceShareResolver,
  RoutingPlanResolver,
  RoutingShareResolver,
  OrganisationServicesResolver,
  ResidentServicesResolver,
  ServiceActsResolver,
  ServiceResolver,
  SignInResolver,
  ViewerResolver,
  HeldRoleResolver,
  AllowanceClassResolver,
  AllowanceRuleResolver,
  HouseholdAllowanceResolver,
  PlaceAllowancesResolver,
  ExchangeCommandsResolver,
  ExchangeLineResolver,
  ExchangeResolver,
  ExchangeVoidedResolver,
  ResidentExchangesResolver,
  StoreExchangesResolver,
  LotResolver,
  PlaceProductsResolver,
  ProductResolver,
  OperatorSettlementResolver,
  PlaceStoresResolver,
  StoreResolver,
  ApplicationActsResolver,
  ApplicationResolver,
  OrganisationApplicationsResolver,
  PoolApplicationsResolver,
  GrantResolver,
  GrantGiftsResolver,
  OrganisationGrantsResolver,
  PoolGrantsResolver,
  ApplicationToReviewResolver,
  InboxResolver,
  TrancheToCheckResolver,
  PaymentToLookAtResolver,
  RefundToCheckResolver,
  MilestoneResolver,
  TrancheActsResolver,
  TrancheResolver,
  FollowedGoodsResolver,
  FollowedPartResolver,
  LotFollowedResolver,
  RemittanceFollowedResolver,
] as const;
