import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { CITY, type Context } from '../api/context';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Resident } from '../society/resident.graphql';
import { residentById } from '../society/resident.reader';
import type { CandidateRow } from './candidate.entity';
import { Candidate } from './candidate.graphql';
import { knowsCandidate } from './candidate.policy';
import { candidateById, supportersOf } from './candidate.reader';
import { ElectionWard } from './election.graphql';
import { wardById } from './election.reader';

tenantNode('Candidate', (context, ref) => context.load(candidateById, ref.communityId, ref.id));

@Resolver(() => Candidate)
export class CandidateResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The full name.' })
  @Allow(knowsCandidate)
  async name(@Root() { communityId, residentId }: CandidateRow, @Ctx() context: Context) {
    return (await context.load(residentById, communityId, residentId))?.name ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What they are put forward with.',
  })
  @Allow(knowsCandidate)
  statement(@Root() { statement }: CandidateRow) {
    return statement;
  }

  @FieldResolver(() => Resident, {
    nullable: true,
    description: 'The candidate as a resident, whose fields have policies of their own.',
  })
  @Allow(knowsCandidate)
  async resident(@Root() { communityId, residentId }: CandidateRow, @Ctx() context: Context) {
    return await context.load(residentById, communityId, residentId);
  }

  @FieldResolver(() => ElectionWard, { nullable: true, description: 'Where they stand.' })
  async ward(@Root() { communityId, wardId }: CandidateRow, @Ctx() context: Context) {
    return await context.load(wardById, communityId, wardId);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation that nominated them, if one did.',
  })
  async organisation(@Root() { organisationId }: CandidateRow, @Ctx() context: Context) {
    return organisationId && (await context.load(organisationById, CITY, organisationId));
  }

  @FieldResolver(() => Int, {
    description: 'How many residents nominate them together; who, is not told.',
  })
  async supporters(@Root() { communityId, id }: CandidateRow, @Ctx() context: Context) {
    return (await context.load(supportersOf, communityId, id))?.supporters ?? 0;
  }
}
