import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { approveWriteOff } from './approve-write-off';
import { declineWriteOff } from './decline-write-off';
import { reverseWriteOff } from './reverse-write-off';
import { setWriteOffLimit } from './set-write-off-limit';
import {
  ApproveWriteOffInput,
  ApproveWriteOffPayload,
  DeclineWriteOffInput,
  DeclineWriteOffPayload,
  ReverseWriteOffInput,
  ReverseWriteOffPayload,
  SetWriteOffLimitInput,
  SetWriteOffLimitPayload,
  WriteOffGoodsInput,
  WriteOffGoodsPayload,
} from './write-off-acts.graphql';
import { writeOffGoods } from './write-off-goods';

const DECIDERS =
  "The storekeepers of the store's operator, and the treasurer of the foundation behind its pool";

@Resolver()
export class WriteOffActsResolver {
  @Mutation(() => WriteOffGoodsPayload, {
    description:
      'Writes off pieces of a lot: at once within what one person may write off in a day, else ' +
      'once a second person has approved it. Codes: ID_UNKNOWN, QUANTITY_OUT_OF_RANGE, ' +
      'WRITE_OFF_NOTE, TEXT_LENGTH, LOT_RECALLED, LOT_STILL_GOOD, LOT_SHORT, OTHER_COMMUNITY, ' +
      'ATTACHMENT_TAKEN, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The storekeepers and clerks of the store's operator"))
  async writeOffGoods(
    @Arg('input', () => WriteOffGoodsInput) input: WriteOffGoodsInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ writeOff: await writeOffGoods(work, input) }));
  }

  @Mutation(() => ApproveWriteOffPayload, {
    description:
      'Approves a write-off that waits, as another person than the one who asked for it. ' +
      'Codes: ID_UNKNOWN, SECOND_PERSON_NEEDED, WRITE_OFF_DECIDED, LOT_SHORT, KEY_UNUSABLE, ' +
      'KEY_REUSED.',
  })
  @Allow(byCommand(DECIDERS))
  async approveWriteOff(
    @Arg('input', () => ApproveWriteOffInput) input: ApproveWriteOffInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      writeOff: await approveWriteOff(work, input),
    }));
  }

  @Mutation(() => DeclineWriteOffPayload, {
    description:
      'Lets a write-off that waits come to nothing; the pieces stay in their lot. ' +
      'Codes: ID_UNKNOWN, WRITE_OFF_DECIDED, TEXT_LENGTH.',
  })
  @Allow(byCommand(DECIDERS))
  async declineWriteOff(
    @Arg('input', () => DeclineWriteOffInput) input: DeclineWriteOffInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      writeOff: await declineWriteOff(work, input),
    }));
  }

  @Mutation(() => ReverseWriteOffPayload, {
    description:
      'Takes a wrong write-off back by its mirror image, once: the pieces are in their lot again. ' +
      'Codes: ID_UNKNOWN, WRITE_OFF_NOT_POSTED, TEXT_LENGTH, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand(DECIDERS))
  async reverseWriteOff(
    @Arg('input', () => ReverseWriteOffInput) input: ReverseWriteOffInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      writeOff: await reverseWriteOff(work, input),
    }));
  }

  @Mutation(() => SetWriteOffLimitPayload, {
    description:
      'Sets what one person may write off in a store in a day without a second, from now on. ' +
      'Codes: ID_UNKNOWN, LIMIT_RANGE, WRONG_CURRENCY, AMOUNT_UNREADABLE, AMOUNT_NOT_POSITIVE, ' +
      'AMOUNT_TOO_LARGE, AMOUNT_TOO_FINE.',
  })
  @Allow(byCommand("The treasurer of the foundation behind the store's pool, and officers"))
  async setWriteOffLimit(
    @Arg('input', () => SetWriteOffLimitInput) input: SetWriteOffLimitInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ store: await setWriteOffLimit(work, input) }));
  }
}
