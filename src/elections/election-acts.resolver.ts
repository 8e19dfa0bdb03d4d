import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { whoMay } from '../councils/layers';
import { callElection } from './call-election';
import { callOffElection } from './call-off-election';
import { concludeElection } from './conclude-election';
import { countElectionBallot } from './count-election-ballot';
import {
  CallElectionInput,
  CallElectionPayload,
  CallOffElectionInput,
  CallOffElectionPayload,
  ConcludeElectionInput,
  ConcludeElectionPayload,
  CountElectionBallotInput,
  CountElectionBallotPayload,
  OpenElectionBallotInput,
  OpenElectionBallotPayload,
  OpenRunOffInput,
  OpenRunOffPayload,
} from './election-acts.graphql';
import { openElectionBallot } from './open-election-ballot';
import { openRunOff } from './open-run-off';

@Resolver()
export class ElectionActsResolver {
  @Mutation(() => CallElectionPayload, {
    description:
      "Calls an election of a council's members for a coming term, by wards. Codes: ID_UNKNOWN, " +
      'COUNCIL_DISSOLVED, DAY_UNREADABLE, DAY_PAST, TERM_TOO_FAR, NOMINATION_TIME, ' +
      'SHARE_OUT_OF_RANGE, SUPPORTERS_RANGE, RECALL_OUT_OF_REACH, LIST_LENGTH, SEATS_RANGE, ' +
      'WARD_OF_BOTH, WARD_TWICE, ' +
      'OTHER_COMMUNITY, WARD_OUTSIDE, GROUP_NEEDED, GROUP_UNKNOWN, COUNCIL_TOO_SMALL, ' +
      'GROUP_UNDERSEATED, TERMS_OVERLAP, ELECTION_UNDER_WAY.',
  })
  @Allow(byCommand(whoMay('callElection')))
  async callElection(
    @Arg('input', () => CallElectionInput) input: CallElectionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ election: await callElection(work, input) }));
  }

  @Mutation(() => OpenElectionBallotPayload, {
    description:
      "Opens a ward's secret ballot when nominations are over, or another for what is left. " +
      'Codes: ID_UNKNOWN, ELECTION_ENDED, NOMINATIONS_OPEN, WARD_VOTES, NO_CANDIDATES, ' +
      'CANDIDATES_TOO_FEW, TEXT_LENGTH, BALLOT_TIME, ROLL_EMPTY.',
  })
  @Allow(byCommand(whoMay('openElectionBallot')))
  async openElectionBallot(
    @Arg('input', () => OpenElectionBallotInput) input: OpenElectionBallotInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ ward: await openElectionBallot(work, input) }));
  }

  @Mutation(() => OpenRunOffPayload, {
    description:
      "Opens a run-off among those who had the same votes for a ward's last seats. Codes: " +
      'ID_UNKNOWN, ELECTION_ENDED, WARD_NOT_TIED, TEXT_LENGTH, BALLOT_TIME.',
  })
  @Allow(byCommand(whoMay('openRunOff')))
  async openRunOff(
    @Arg('input', () => OpenRunOffInput) input: OpenRunOffInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ ward: await openRunOff(work, input) }));
  }

  @Mutation(() => CountElectionBallotPayload, {
    description:
      "Counts a ward's ballot when its last moment has passed: who is elected, tied, or follows. " +
      'Codes: ID_UNKNOWN, ELECTION_ENDED, WARD_VOTES_NOT, BALLOT_OPEN, BOX_WAITING.',
  })
  @Allow(byCommand(whoMay('countElectionBallot')))
  async countElectionBallot(
    @Arg('input', () => CountElectionBallotInput) input: CountElectionBallotInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      ward: await countElectionBallot(work, input),
    }));
  }

  @Mutation(() => ConcludeElectionPayload, {
    description:
      'Gives the seats when all wards have voted, in order, and as a whole by the rule of the ' +
      'council; who follows is kept. Codes: ID_UNKNOWN, ELECTION_ENDED, ELECTION_UNSETTLED, ' +
      'COUNCIL_DISSOLVED, DAY_UNREADABLE, DAY_PAST, TERM_TOO_FAR, TERMS_OVERLAP, ' +
      'NOT_RESIDENT_HERE, GROUP_NEEDED, GROUP_UNKNOWN, NOT_OF_GROUP, COUNCIL_TOO_SMALL, ' +
      'GROUP_UNDERSEATED, TOO_MANY_CADRES.',
  })
  @Allow(byCommand(whoMay('concludeElection')))
  async concludeElection(
    @Arg('input', () => ConcludeElectionInput) input: ConcludeElectionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      election: await concludeElection(work, input),
    }));
  }

  @Mutation(() => CallOffElectionPayload, {
    description:
      'Calls an election off that cannot come to an end; once people were asked to vote, only ' +
      "whoever sets the council's rule. Codes: ID_UNKNOWN, TEXT_LENGTH, ELECTION_ENDED, " +
      'ELECTION_VOTED.',
  })
  @Allow(byCommand(whoMay('callOffElection')))
  async callOffElection(
    @Arg('input', () => CallOffElectionInput) input: CallOffElectionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      election: await callOffElection(work, input),
    }));
  }
}
