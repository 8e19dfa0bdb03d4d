import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { Allow, anyone } from '../api/policy';
import type { OrganisationRow } from '../society/organisation.entity';
import { Organisation } from '../society/organisation.graphql';
import { GrantRecord } from './grant-record.graphql';
import { grantRecordOf } from './grant-record.reader';

@Resolver(() => Organisation)
export class OrganisationRecordResolver {
  @FieldResolver(() => GrantRecord, {
    description:
      'How it has done with what it asked for and was given (A5): what was decided, which ' +
      'milestones were kept, what came back.',
  })
  @Allow(anyone)
  async grantRecord(@Root() { id }: OrganisationRow, @Ctx() context: Context) {
    return await grantRecordOf(context, id);
  }
}
