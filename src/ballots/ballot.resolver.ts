import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, signedIn } from '../api/policy';
import { personOf } from '../kernel/actor';
import type { Page } from '../kernel/page';
import { Refusal } from '../kernel/refusal';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import {
  Ballot,
  BallotConnection,
  CastVote,
  CastVoteConnection,
  ChoiceResult,
  OwnRollLine,
} from './ballot.graphql';
import { ruleOf } from './ballot-rule';
import { BallotOutcome, BallotRule } from './ballot-rule.graphql';
import { ballotById, ballotsOfPlace, type KnownBallot } from './ballot.reader';
import { recusedCount } from './named.reader';
import { tokensTaken, voteOfToken, votesOfBallot, type VoteRow } from './box.reader';
import { TOKEN_BYTES } from './blind-signature';
import { onlyOf } from './marks';
import { rollLines, type RollLine } from './roll.reader';
import { tally } from './tally';

tenantNode('Ballot', (context, ref) => context.load(ballotById, ref.communityId, ref.id));

@Resolver(() => Ballot)
export class BallotResolver {
  @FieldResolver(() => String, { nullable: true })
  publicKey(@Root() { publicKey }: KnownBallot) {
    return publicKey?.toString('base64url') ?? null;
  }

  @FieldResolver(() => BallotRule, {
    nullable: true,
    description: 'What it decides by; null: it only asks for opinions.',
  })
  rule(@Root() ballot: KnownBallot) {
    const rule = ruleOf(ballot);
    return rule && { ...rule, inFavour: ballot.choices[rule.favoured] };
  }

  @FieldResolver(() => BallotOutcome, {
    nullable: true,
    description: 'What it came to by its rule; null until it is closed, and without a rule.',
  })
  outcome(@Root() ballot: KnownBallot) {
    const rule = ruleOf(ballot);
    return rule && ballot.votes && tally(rule, ballot.base, ballot.votes);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The community that is asked.' })
  async community(@Root() { communityId }: KnownBallot, @Ctx() context: Context) {
    return await place(context, communityId);
  }

  @FieldResolver(() => Place, {
    nullable: true,
    description: 'Whose people are asked: the community, or a courtyard or grid of it.',
  })
  async place(@Root() { communityId, placeId }: KnownBallot, @Ctx() context: Context) {
    return await place(context, placeId ?? communityId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who opened it.' })
  async openedBy(@Root() { openedBy }: KnownBallot, @Ctx() context: Context) {
    return await context.load(personById, CITY, openedBy);
  }

  @FieldResolver(() => Int, { description: 'How many can vote once by its frozen roll.' })
  async onRoll(@Root() ballot: KnownBallot, @Ctx() context: Context) {
    return ballot.base - ballot.vacant + (await standAside(context, ballot));
  }

  @FieldResolver(() => Int, { description: 'How many of those on the roll stand aside.' })
  async aside(@Root() ballot: KnownBallot, @Ctx() context: Context) {
    return await standAside(context, ballot);
  }

  @FieldResolver(() => Int, { description: 'How many have taken their voting token.' })
  async tokensTaken(@Root() { communityId, id }: KnownBallot, @Ctx() context: Context) {
    return (await context.load(tokensTaken, communityId, id))?.taken ?? 0;
  }

  @FieldResolver(() => OwnRollLine, {
    nullable: true,
    description: 'What its roll says of whoever asks; null who is not on it.',
  })
  @Allow(signedIn)
  async me(@Root() { communityId, id }: KnownBallot, @Ctx() context: Context) {
    return await context.load(rollLines, communityId, `${id} ${personOf(context.actor)}`);
  }

  @FieldResolver(() => [ChoiceResult], {
    nullable: true,
    description: 'The votes for each choice; null until it is closed and counted.',
  })
  result(@Root() { choices, votes, paperVotes }: KnownBallot) {
    return (
      votes &&
      choices.map((choice, n) => ({
        ...{ choice, votes: votes[n] ?? 0, onPaper: paperVotes?.[n] ?? 0 },
      }))
    );
  }

  @FieldResolver(() => CastVoteConnection, {
    description:
      'All votes once it is closed, in the order of their tokens: whoever likes counts again, ' +
      'and checks each signature. Empty until then.',
  })
  async votes(
    @Root() { communityId, id }: KnownBallot,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<VoteRow>> {
    return await loadKeyset(context, votesOfBallot, { communityId, ownerId: id }, page);
  }

  @FieldResolver(() => CastVote, {
    nullable: true,
    description:
      'The vote that was cast with a token, also before it is closed: its voter alone knows the ' +
      'token. Null: there is none in the boxes. To be asked without a name. Codes: SIGNED_IN.',
  })
  async vote(
    @Root() ballot: KnownBallot,
    @Arg('token', () => String, { description: 'The token, base64url.' }) token: string,
    @Ctx() context: Context,
  ) {
    // A token beside a session would link a voter to a vote.
    if (context.actor.kind !== 'stranger') throw new Refusal('SIGNED_IN', {}, []);
    const bytes = Buffer.from(token.slice(0, 100), 'base64url');
    return bytes.length === TOKEN_BYTES ? await voteOfToken(context.db, ballot, bytes) : null;
  }
}

async function standAside(context: Context, { communityId, id }: KnownBallot): Promise<number> {
  return (await context.load(recusedCount, communityId, id))?.recused ?? 0;
}

@Resolver(() => OwnRollLine)
export class OwnRollLineResolver {
  @FieldResolver(() => String, { nullable: true })
  rollCallVote(@Root() { rollCallMarks }: RollLine) {
    return onlyOf(rollCallMarks ?? []);
  }
}

@Resolver(() => CastVote)
export class CastVoteResolver {
  @FieldResolver(() => String, { nullable: true })
  choice(@Root() { choices }: VoteRow) {
    return onlyOf(choices);
  }

  @FieldResolver(() => String)
  token(@Root() { token }: VoteRow) {
    return token.toString('base64url');
  }

  @FieldResolver(() => String)
  signature(@Root() { signature }: VoteRow) {
    return signature.toString('base64url');
  }
}

@Resolver(() => Place)
export class PlaceBallotsResolver {
  @FieldResolver(() => BallotConnection, {
    description:
      'What it was asked, the newest first; of a community also what its courtyards and grids were.',
  })
  async ballots(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, ballotsOfPlace, { communityId: CITY, ownerId: id }, page);
  }
}
