import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { Ballot, ChoiceResult } from './ballot.graphql';
import { ballotById, type KnownBallot } from './ballot.reader';
import type { PaperBoxRow } from './paper-box.entity';
import {
  PaperBox,
  PaperBoxConnection,
  RecordPaperBoxInput,
  RecordPaperBoxPayload,
  RejectPaperBoxInput,
  RejectPaperBoxPayload,
  WitnessPaperBoxInput,
  WitnessPaperBoxPayload,
} from './paper-box.graphql';
import { paperBoxById, paperBoxesOf } from './paper-box.reader';
import { recordPaperBox } from './record-paper-box';
import { rejectPaperBox } from './reject-paper-box';
import { witnessPaperBox } from './witness-paper-box';

tenantNode('PaperBox', (context, ref) => context.load(paperBoxById, ref.communityId, ref.id));

@Resolver(() => PaperBox)
export class PaperBoxResolver {
  @Mutation(() => RecordPaperBoxPayload, {
    description:
      'Records what was counted in a box of papers, and marks who took one: they can take no ' +
      'token. It counts once another person has witnessed it. Codes: ID_UNKNOWN, OTHER_COMMUNITY, ' +
      'BALLOT_ROLL_CALL, TEXT_LENGTH, ELECTORS_COUNT, ELECTOR_TWICE, COUNTS_UNLIKE_CHOICES, ' +
      'PAPERS_RANGE, PAPERS_UNLIKE_COUNTS, PAPERS_TOO_MANY, ELECTOR_UNKNOWN, BALLOT_CLOSED, RECUSED_FROM_BALLOT, ' +
      'TOKEN_TAKEN, PAPER_TAKEN, VOTED_ALREADY, BOX_TOO_SMALL.',
  })
  @Allow(byCommand('Cadres and officers of the community'))
  async recordPaperBox(
    @Arg('input', () => RecordPaperBoxInput) input: RecordPaperBoxInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ paperBox: await recordPaperBox(work, input) }));
  }

  @Mutation(() => WitnessPaperBoxPayload, {
    description:
      'Confirms a box of papers by counting it again; another person than its clerk. Codes: ' +
      'ID_UNKNOWN, COUNTS_UNLIKE_CHOICES, PAPERS_RANGE, PAPERS_UNLIKE_COUNTS, BOX_DECIDED, ' +
      'SECOND_PERSON_NEEDED, COUNTS_DIFFER.',
  })
  @Allow(byCommand('Cadres and officers of the community, and electors of the ballot'))
  async witnessPaperBox(
    @Arg('input', () => WitnessPaperBoxInput) input: WitnessPaperBoxInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      paperBox: await witnessPaperBox(work, input),
    }));
  }

  @Mutation(() => RejectPaperBoxPayload, {
    description:
      'Lets a box of papers count for nothing, and takes its marks off the roll. ' +
      'Codes: ID_UNKNOWN, TEXT_LENGTH, BOX_DECIDED.',
  })
  @Allow(byCommand('Cadres and officers of the community'))
  async rejectPaperBox(
    @Arg('input', () => RejectPaperBoxInput) input: RejectPaperBoxInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ paperBox: await rejectPaperBox(work, input) }));
  }

  @FieldResolver(() => Ballot, { nullable: true, description: 'The ballot.' })
  async ballot(@Root() { communityId, ballotId }: PaperBoxRow, @Ctx() context: Context) {
    return await context.load(ballotById, communityId, ballotId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The clerk.' })
  async recordedBy(@Root() { recordedBy }: PaperBoxRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, recordedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The witness, or who rejected it.' })
  async decidedBy(@Root() { decidedBy }: PaperBoxRow, @Ctx() context: Context) {
    return decidedBy && (await context.load(personById, CITY, decidedBy));
  }

  @FieldResolver(() => [ChoiceResult], {
    nullable: true,
    description: 'What it adds to the result, once that is there; null of one that was rejected.',
  })
  async result(
    @Root() { communityId, ballotId, state, counts }: PaperBoxRow,
    @Ctx() context: Context,
  ) {
    const ballot = await context.load(ballotById, communityId, ballotId);
    if (!ballot?.votes || state !== 'witnessed') return null;
    return ballot.choices.map((choice, n) => {
      const votes = counts[n] ?? 0;
      return { choice, votes, onPaper: votes };
    });
  }
}

@Resolver(() => Ballot)
export class BallotPapersResolver {
  @FieldResolver(() => PaperBoxConnection, {
    description: 'Its boxes of papers, in the order in which they were recorded.',
  })
  async paperBoxes(
    @Root() { communityId, id }: KnownBallot,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, paperBoxesOf, { communityId, ownerId: id }, page);
  }
}
