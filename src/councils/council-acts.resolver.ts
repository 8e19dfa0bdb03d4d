import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import {
  DissolveCouncilInput,
  DissolveCouncilPayload,
  FillSeatInput,
  FillSeatPayload,
  FoundCouncilInput,
  FoundCouncilPayload,
  SeatMembersInput,
  SeatMembersPayload,
  VacateSeatInput,
  VacateSeatPayload,
} from './council-acts.graphql';
import { SetCouncilRuleInput, SetCouncilRulePayload } from './council-rule.graphql';
import { dissolveCouncil } from './dissolve-council';
import { fillSeat } from './fill-seat';
import { foundCouncil } from './found-council';
import { whoMay } from './layers';
import { seatMembers } from './seat-members';
import { setCouncilRule } from './set-council-rule';
import { vacateSeat } from './vacate-seat';

@Resolver()
export class CouncilActsResolver {
  @Mutation(() => FoundCouncilPayload, {
    description:
      'Founds a council, with the rule that its kind begins with. Codes: ID_UNKNOWN, ' +
      'COUNCIL_PLACE, TEXT_LENGTH, COUNCIL_NAME_TAKEN.',
  })
  @Allow(byCommand(whoMay('foundCouncil')))
  async foundCouncil(
    @Arg('input', () => FoundCouncilInput) input: FoundCouncilInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ council: await foundCouncil(work, input) }));
  }

  @Mutation(() => SetCouncilRulePayload, {
    description:
      'Sets what a council follows from a moment on; what was before is judged by what held then. ' +
      'Codes: ID_UNKNOWN, RESOLUTION_NEEDED, COUNCIL_DISSOLVED, COUNCIL_RULE_RANGE, COUNCIL_SHARE_RANGE, RULE_IN_PAST.',
  })
  @Allow(byCommand(whoMay('setCouncilRule')))
  async setCouncilRule(
    @Arg('input', () => SetCouncilRuleInput) input: SetCouncilRuleInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ rule: await setCouncilRule(work, input) }));
  }

  @Mutation(() => SeatMembersPayload, {
    description:
      'Seats a council for a whole term, as a whole or not at all. Codes: ID_UNKNOWN, ' +
      'COUNCIL_DISSOLVED, SEATS_BY_ELECTION, DAY_UNREADABLE, DAY_PAST, TERM_TOO_FAR, LIST_LENGTH, TERMS_OVERLAP, ' +
      'OTHER_COMMUNITY, SEAT_TWICE, GROUP_NEEDED, GROUP_UNKNOWN, NOT_RESIDENT_HERE, ' +
      'NOT_OF_GROUP, COUNCIL_TOO_SMALL, GROUP_UNDERSEATED, TOO_MANY_CADRES.',
  })
  @Allow(byCommand(whoMay('seatMembers')))
  async seatMembers(
    @Arg('input', () => SeatMembersInput) input: SeatMembersInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ council: await seatMembers(work, input) }));
  }

  @Mutation(() => VacateSeatPayload, {
    description:
      'Ends a seat before its term does. Codes: ID_UNKNOWN, RECALL_NEEDS_VOTE, RESOLUTION_NEEDED, ' +
      'RESIGNS_ALONE, STILL_LIVES_HERE, COUNCIL_DISSOLVED, SEAT_VACANT, DAY_UNREADABLE, TERM_ENDED, PERIOD_EMPTY, DAY_PAST.',
  })
  @Allow(byCommand(`${whoMay('vacateSeat')}; and members, who resign`))
  async vacateSeat(
    @Arg('input', () => VacateSeatInput) input: VacateSeatInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ seat: await vacateSeat(work, input) }));
  }

  @Mutation(() => FillSeatPayload, {
    description:
      'Gives a seat that fell vacant to a substitute for the rest of its term. Codes: ID_UNKNOWN, ' +
      'COUNCIL_DISSOLVED, SEAT_HELD, SEAT_FILLED, TERM_ENDED, OTHER_COMMUNITY, SEAT_TWICE, ' +
      'NOT_RESIDENT_HERE, GROUP_NEEDED, GROUP_UNKNOWN, NOT_OF_GROUP, TOO_MANY_CADRES, ' +
      'SUBSTITUTE_FIRST, RECALLED_FROM_TERM.',
  })
  @Allow(byCommand(whoMay('fillSeat')))
  async fillSeat(@Arg('input', () => FillSeatInput) input: FillSeatInput, @Ctx() context: Context) {
    return await answer(context, async (work) => ({ seat: await fillSeat(work, input) }));
  }

  @Mutation(() => DissolveCouncilPayload, {
    description:
      'Dissolves a council; what it was stays to be read. Codes: ID_UNKNOWN, COUNCIL_DISSOLVED, ' +
      'TEXT_LENGTH.',
  })
  @Allow(byCommand(whoMay('dissolveCouncil')))
  async dissolveCouncil(
    @Arg('input', () => DissolveCouncilInput) input: DissolveCouncilInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      council: await dissolveCouncil(work, input),
    }));
  }
}
