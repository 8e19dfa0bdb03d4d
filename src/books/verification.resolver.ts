import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { wakeWorker } from '../kernel/wake';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { askForVerification } from './ask-for-verification';
import { journalReader, supervisesBooks } from './books.policy';
import { checkInWords } from './check-words';
import { personById } from '../society/person.reader';
import type { VerificationRow } from './verification.entity';
import {
  AskForVerificationInput,
  AskForVerificationPayload,
  Verification,
  VerificationConnection,
  VerificationStateEnum,
  VerifiedCheck,
  type VerificationState,
} from './verification.graphql';
import { verificationById, verificationsOfPlace } from './verification.reader';

tenantNode('Verification', (context, { communityId, id }) =>
  context.load(verificationById, communityId, id),
);

@Resolver(() => Verification)
export class VerificationResolver {
  @FieldResolver(() => VerificationStateEnum)
  state(@Root() { begunAt, wrong }: VerificationRow): VerificationState {
    if (wrong === null) return begunAt === null ? 'waiting' : 'running';
    return wrong === 0 ? 'right' : 'wrong';
  }

  @FieldResolver(() => [VerifiedCheck])
  checks(@Root() { checks }: VerificationRow, @Ctx() { language }: Context): VerifiedCheck[] {
    return (checks ?? []).map(({ name, says, tookMs, rows }) => ({
      ...{ name, tookMs, says: checkInWords(name, says, language), right: rows.length === 0 },
      rows: rows.map((row) => JSON.stringify(row)),
    }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The full name of who asked for it.',
  })
  @Allow(supervisesBooks)
  async askedByName(@Root() { askedBy }: VerificationRow, @Ctx() context: Context) {
    return (await context.load(personById, CITY, askedBy))?.name ?? null;
  }

  @Mutation(() => AskForVerificationPayload, {
    description:
      'Asks for a set of books to be recomputed and checked, which a job does. While one waits, ' +
      'asking again answers that one; the next is for when new entries are sealed, or ten minutes ' +
      'later. Codes: ID_UNKNOWN, KEEPS_NO_BOOKS, VERIFIED_LATELY.',
  })
  @Allow(byCommand("Auditors and officers of the place, and its foundations' board and staff"))
  async askForVerification(
    @Arg('input', () => AskForVerificationInput) input: AskForVerificationInput,
    @Ctx() context: Context,
  ) {
    const asked = await answer(context, async (work) => ({
      verification: await askForVerification(work, input),
    }));
    wakeWorker(context.source, 'verifications');
    return asked;
  }
}

@Resolver(() => Place)
export class PlaceVerificationsResolver {
  @FieldResolver(() => VerificationConnection, {
    description: 'When its books were verified and what came of it, the latest first.',
  })
  @Allow(journalReader)
  async verifications(
    @Root() { id: ownerId }: PlaceRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, verificationsOfPlace, { communityId: CITY, ownerId }, page);
  }
}
