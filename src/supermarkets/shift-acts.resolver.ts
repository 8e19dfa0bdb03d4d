import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { closeShift } from './close-shift';
import { openShift } from './open-shift';
import { settleShift } from './settle-shift';
import {
  CloseShiftInput,
  CloseShiftPayload,
  OpenShiftInput,
  OpenShiftPayload,
  SettleShiftInput,
  SettleShiftPayload,
} from './shift-acts.graphql';

const SECOND =
  "Neither the clerk nor who ended it: storekeepers of the store's operator, and the treasurer of the " +
  'foundation behind its pool';

@Resolver()
export class ShiftActsResolver {
  @Mutation(() => OpenShiftPayload, {
    description:
      'Begins the shift of whoever asks at the till of a store; one is open at a time. Codes: ' +
      'ID_UNKNOWN, NO_SCHEME, TOO_MANY_LINES, COUNT_RANGE, OTHER_COMMUNITY, COUNTED_TWICE, ' +
      'SHIFT_OPEN.',
  })
  @Allow(byCommand("The storekeepers and clerks of the store's operator"))
  async openShift(
    @Arg('input', () => OpenShiftInput) input: OpenShiftInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ shift: await openShift(work, input) }));
  }

  @Mutation(() => CloseShiftPayload, {
    description:
      'Ends a shift, adds it up and compares what was counted with the books. Codes: ID_UNKNOWN, ' +
      'SHIFT_CLOSED, SHIFT_NOTE_NEEDED, TEXT_LENGTH, COUNT_RANGE, TOO_MANY_LINES, OTHER_COMMUNITY, ' +
      'COUNTED_TWICE.',
  })
  @Allow(byCommand("Whoever works it; storekeepers of the store's operator, with a note"))
  async closeShift(
    @Arg('input', () => CloseShiftInput) input: CloseShiftInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ shift: await closeShift(work, input) }));
  }

  @Mutation(() => SettleShiftPayload, {
    description:
      'Says what became of the differences of a shift, once; the books move only by a stock-take. ' +
      'Codes: ID_UNKNOWN, SHIFT_NOT_CLOSED, NOTHING_DIFFERS, SHIFT_SETTLED, ' +
      'SECOND_PERSON_NEEDED, TEXT_LENGTH, STOCK_TAKE_OPEN.',
  })
  @Allow(byCommand(SECOND))
  async settleShift(
    @Arg('input', () => SettleShiftInput) input: SettleShiftInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ shift: await settleShift(work, input) }));
  }
}
