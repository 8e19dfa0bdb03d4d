import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { loadPage } from '../api/paged';
import type { GrantRow } from '../grants/grant.entity';
import { Grant } from '../grants/grant.graphql';
import { grantById } from '../grants/grant.reader';
import type { OrganisationRow } from '../society/organisation.entity';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import type { ProjectRow } from './project.entity';
import { Project, ProjectConnection, ProjectStep } from './project.graphql';
import {
  projectById,
  projectOfGrant,
  projectsOfOrganisation,
  projectsOfPlace,
  stepById,
  stepsOfProject,
} from './project.reader';
import type { ProjectStepRow } from './project-step.entity';

tenantNode('Project', (context, ref) => context.load(projectById, ref.communityId, ref.id));
tenantNode('ProjectStep', (context, ref) => context.load(stepById, ref.communityId, ref.id));

@Resolver(() => Project)
export class ProjectResolver {
  @FieldResolver(() => Place, { nullable: true, description: 'Where it is.' })
  async place(@Root() { placeId }: ProjectRow, @Ctx() context: Context) {
    return await place(context, placeId);
  }

  @FieldResolver(() => Organisation, { description: 'Who answers for it.' })
  async organisation(@Root() { organisationId }: ProjectRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, organisationId);
  }

  @FieldResolver(() => [ProjectStep], { description: 'Its plan in order, at most 30 steps.' })
  async steps(@Root() { communityId, id }: ProjectRow, @Ctx() context: Context) {
    return await context.loadMany(stepsOfProject, communityId, id);
  }

  @FieldResolver(() => Grant, { nullable: true, description: 'What pays for it, if a grant does.' })
  async grant(@Root() { communityId, grantId }: ProjectRow, @Ctx() context: Context) {
    return grantId === null ? null : await context.load(grantById, communityId, grantId);
  }
}

@Resolver(() => ProjectStep)
export class ProjectStepResolver {
  @FieldResolver(() => Project, { description: 'The project of whose plan it is.' })
  async project(@Root() { communityId, projectId }: ProjectStepRow, @Ctx() context: Context) {
    return await context.load(projectById, communityId, projectId);
  }
}

@Resolver(() => Place)
export class PlaceProjectsResolver {
  @FieldResolver(() => ProjectConnection, {
    description: 'Its micro-projects, the latest first; of a community with those of its parts.',
  })
  async projects(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, projectsOfPlace, { communityId: CITY, ownerId: id }, page);
  }
}

@Resolver(() => Organisation)
export class OrganisationProjectsResolver {
  @FieldResolver(() => ProjectConnection, {
    description: 'The micro-projects that it answers for, in every community, the latest first.',
  })
  async projects(@Root() { id }: OrganisationRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadPage(context, projectsOfOrganisation, id, null, page);
  }
}

@Resolver(() => Grant)
export class GrantProjectResolver {
  @FieldResolver(() => Project, {
    nullable: true,
    description: 'The micro-project that it pays for; of several, the one that was opened last.',
  })
  async project(@Root() { communityId, id }: GrantRow, @Ctx() context: Context) {
    return await context.load(projectOfGrant, communityId, id);
  }
}
