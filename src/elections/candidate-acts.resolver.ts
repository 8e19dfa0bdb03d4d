import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { whoMay } from '../councils/layers';
import { acceptNomination } from './accept-nomination';
import {
  AcceptNominationInput,
  AcceptNominationPayload,
  NominateCandidateInput,
  NominateCandidatePayload,
  SupportNominationInput,
  SupportNominationPayload,
  WithdrawCandidacyInput,
  WithdrawCandidacyPayload,
} from './candidate-acts.graphql';
import { nominateCandidate } from './nominate-candidate';
import { supportNomination } from './support-nomination';
import { withdrawCandidacy } from './withdraw-candidacy';

@Resolver()
export class CandidateActsResolver {
  @Mutation(() => NominateCandidatePayload, {
    description:
      'Nominates somebody for the seats of a ward: oneself, with other residents, or for an ' +
      'organisation. Codes: ID_UNKNOWN, OTHER_COMMUNITY, TEXT_LENGTH, NOMINATION_NOT_TAKEN, ' +
      'NOT_ELECTOR, ELECTION_ENDED, NOMINATIONS_OVER, NOT_ELECTABLE, CANDIDATE_ALREADY, ' +
      'CANDIDATES_TOO_MANY.',
  })
  @Allow(byCommand('Residents of the community; for an organisation, who has a role in it'))
  async nominateCandidate(
    @Arg('input', () => NominateCandidateInput) input: NominateCandidateInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      candidate: await nominateCandidate(work, input),
    }));
  }

  @Mutation(() => SupportNominationPayload, {
    description:
      'Supports a nomination by residents, once. Codes: ID_UNKNOWN, ELECTION_ENDED, ' +
      'NOMINATIONS_OVER, CANDIDATE_WITHDRAWN, NOT_NOMINATED_SO, NOT_ELECTOR, SUPPORTED_ALREADY.',
  })
  @Allow(byCommand('Residents of the community: electors of the ward'))
  async supportNomination(
    @Arg('input', () => SupportNominationInput) input: SupportNominationInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      candidate: await supportNomination(work, input),
    }));
  }

  @Mutation(() => AcceptNominationPayload, {
    description:
      'Accepts to stand; from here on the name is public. Codes: ID_UNKNOWN, ELECTION_ENDED, ' +
      'NOMINATIONS_OVER, CANDIDATE_WITHDRAWN, ACCEPTED_ALREADY, CANDIDATES_TOO_MANY.',
  })
  @Allow(byCommand('The nominee'))
  async acceptNomination(
    @Arg('input', () => AcceptNominationInput) input: AcceptNominationInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      candidate: await acceptNomination(work, input),
    }));
  }

  @Mutation(() => WithdrawCandidacyPayload, {
    description:
      'Stands no longer, or as a substitute follows no more. Codes: ID_UNKNOWN, ELECTION_ENDED, ' +
      'CANDIDATE_CAN_STAND, CANDIDATE_WITHDRAWN, CANDIDATE_ON_BALLOT, NOT_A_SUBSTITUTE.',
  })
  @Allow(byCommand(`The candidate; and for who can stand no longer: ${whoMay('callElection')}`))
  async withdrawCandidacy(
    @Arg('input', () => WithdrawCandidacyInput) input: WithdrawCandidacyInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      candidate: await withdrawCandidacy(work, input),
    }));
  }
}
